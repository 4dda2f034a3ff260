"""``indicators publish container``: a dataset → the folder from which a container with its dashboard is built."""

import argparse
from pathlib import Path
from urllib.parse import urlsplit

from indicators.cli import publishing, shared, site_builder
from indicators.cli.shared import NotRunError
from indicators.publish import container
from indicators.values.text import Lang
from indicators.words import terms
from indicators.words.cli import publish as words


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    help_text = words.GENERATE_DIR.of(lang)
    parser.add_argument("--generate-dir", type=Path, required=True, metavar="DIR", help=help_text)
    shared.add_data_option(parser, lang)
    site_builder.add_base_option(parser, lang)
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Write the folder.

    Raises NotRunError for a bad address, a folder that somebody else made and what cannot be read or written, and what
    ``publishing.ready_dataset`` raises.
    """
    lang: Lang = options.lang
    base = shared.base_address(options.base, lang)
    folder: Path = options.generate_dir
    if container.is_foreign(folder):
        raise NotRunError(words.FOREIGN_CONTAINER.of(lang).format(path=folder))
    dataset, _ = publishing.ready_dataset(options)
    with shared.writing(folder, lang):
        paths = container.write(folder, options.data, base, urlsplit(base).hostname or "")
    files = terms.FILES.of(lang, len(paths))
    print(words.CONTAINER.of(lang).format(path=folder, files=files, name=dataset.about.id))
    return shared.FINE
