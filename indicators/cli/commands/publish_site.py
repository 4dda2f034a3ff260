"""``indicators publish site``: a dataset → the next version of a folder that a web server shows."""

import argparse
from pathlib import Path
from time import perf_counter

from indicators.cli import publishing, shared, site_builder
from indicators.cli.shared import NotRunError
from indicators.publish.versions import VersionError, Versions
from indicators.site import manifest
from indicators.values.text import Lang
from indicators.words.cli import publish as words


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help=words.TO.of(lang))
    publishing.add_data_options(parser, lang)
    site_builder.add_base_option(parser, lang)
    site_builder.add_cards_option(parser, lang, drawn=False)
    parser.add_argument("--rollback", action="store_true", help=words.ROLL_BACK.of(lang))
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Make and check the next version beside the one that is shown, and switch to it; or go back to the last.

    Raises NotRunError for a bad address, a path where something else is, and what cannot be written, and what
    ``publishing.ready_dataset`` and ``publishing.refuse_faulty`` raise.
    """
    lang: Lang = options.lang
    base = shared.base_address(options.base, lang)
    try:
        versions = Versions(options.to)
        with shared.writing(options.to, lang):
            before = versions.current()
            if options.rollback:
                print(words.FIRST.of(lang).format(path=options.to, version=versions.roll_back().name))
                return shared.FINE
            return _publish(versions, before, options, base)
    except VersionError as error:
        raise NotRunError(words.VERSION_OBSTACLES[error.obstacle].of(lang).format(path=options.to)) from error


def _publish(versions: Versions, before: Path | None, options: argparse.Namespace, base: str) -> int:
    lang: Lang = options.lang
    published = len(manifest.read(before).figures or ()) if before else 0
    dataset, loaded = publishing.ready_dataset(options, published=published)
    started = perf_counter()
    with versions.new() as building:
        result = site_builder.build_site(dataset, loaded, building, options, base)
        if before is not None and not result.written and not result.removed:
            print(words.UNCHANGED.of(lang).format(path=options.to, version=before.name))
            return shared.FINE
        publishing.refuse_faulty(building, lang)
        version = versions.switch(building)
    print(site_builder.summary(result, options.to, perf_counter() - started, lang))
    sentence = words.SWITCHED if before else words.FIRST
    print(sentence.of(lang).format(path=options.to, version=version.name, before=before.name if before else ""))
    return shared.FINE
