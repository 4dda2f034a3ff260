"""``indicators schema``: print the JSON Schema of data files, or of those of one dataset."""

import argparse
from pathlib import Path

from indicators.cli import shared
from indicators.cli.shared import FINE
from indicators.model import schema
from indicators.values.text import Lang
from indicators.words.cli import main as words


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.add_argument("--data", type=Path, metavar="PATH", help=words.SCHEMA_DATA.of(lang))
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Print the schema; raises what ``shared.load_dataset`` raises."""
    dataset = shared.load_dataset(options.data, options.lang)[0] if options.data else None
    print(schema.render(dataset), end="")
    return FINE
