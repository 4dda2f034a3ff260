"""``indicators sbom``: the installed program → its software bill of materials."""

import argparse

from indicators.cli import shared
from indicators.publish import sbom
from indicators.values.text import Lang


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    shared.add_language_option(parser, lang)


def run(_options: argparse.Namespace) -> int:
    """Print the bill."""
    print(sbom.bill())
    return shared.FINE
