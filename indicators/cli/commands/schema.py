"""``indicators schema``: the JSON Schema of a data file."""

import argparse

from indicators.model import schema
from indicators.values.text import Lang
from indicators.words import cli as words


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Describe the command, which has no arguments, in that language."""
    parser.description = words.SCHEMA.of(lang)


def run(_: argparse.Namespace) -> int:
    """Print it."""
    print(schema.render(), end="")
    return 0
