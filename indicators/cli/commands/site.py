"""``indicators site``: a dataset → a folder of pages for any web server, or for none."""

import argparse
from pathlib import Path
from time import perf_counter

from indicators.cli import shared, site_builder
from indicators.values.text import Lang
from indicators.words import site as words


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=words.OUT.of(lang))
    shared.add_data_option(parser, lang)
    site_builder.add_base_option(parser, lang)
    site_builder.add_cards_option(parser, lang, drawn=True)
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Make the site.

    Raises NotRunError for a bad address and a folder that holds another site, and what ``site_builder.build_site`` and
    ``shared.load_dataset`` raise.
    """
    lang: Lang = options.lang
    base = shared.base_address(options.base, lang)
    site_builder.refuse_foreign_site(options.out, lang)
    dataset, loaded = shared.load_dataset(options.data, lang)
    started = perf_counter()
    result = site_builder.build_site(dataset, loaded, options.out, options, base)
    print(site_builder.summary(result, options.out, perf_counter() - started, lang))
    if not base:
        print(words.NO_SITEMAP.of(lang))
    return shared.FINE
