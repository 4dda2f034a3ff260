"""``indicators schema``: print the JSON Schema of a data file."""

import argparse

from indicators.cli.shared import FINE
from indicators.model import schema
from indicators.values.text import Lang


def configure(_parser: argparse.ArgumentParser, _lang: Lang) -> None:
    """The command has no arguments."""


def run(_options: argparse.Namespace) -> int:
    """Print the schema."""
    print(schema.render(), end="")
    return FINE
