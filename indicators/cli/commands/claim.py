"""``indicators claim``: the text of a draft → each of its numbers held against what was reported."""

import argparse
from pathlib import Path
from typing import Final

from indicators.cli import kept_data, shared
from indicators.curate import drafting
from indicators.curate.claims import json_text, sentences
from indicators.curate.claims.checking import ClaimChecker
from indicators.phrasing.names import Names
from indicators.values.text import Lang
from indicators.values.uncollected import uncollected
from indicators.words.curate import claim as words

FORMATS: Final = ("text", "json")


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.add_argument("text", metavar="TEXT", type=Path, help=words.TEXT.of(lang))
    parser.add_argument("--published", default="", metavar="DATE", help=words.PUBLISHED_HELP.of(lang))
    parser.add_argument("--format", choices=FORMATS, default="text", help=words.FORMAT_HELP.of(lang))
    shared.add_data_option(parser, lang)
    shared.add_language_option(parser, lang)


@uncollected()
def run(options: argparse.Namespace) -> int:
    """Print the verdicts. MISTAKES where reports speak against a number, FINE where none does.

    Raises NotRunError where there is no text, or no dataset without errors.
    """
    lang: Lang = options.lang
    try:
        dataset = kept_data.load_objects(options.data, lang)
    except shared.DataErrorsError as failure:  # 1 would say that a number is wrong
        raise shared.NotRunError(str(failure)) from failure
    published = shared.day(options.published, lang)
    text = shared.text_to_read(options.text, drafting.LONGEST, lang)
    claimed = ClaimChecker(dataset).check(text, published)
    names = Names(dataset, lang)
    write = json_text.to_json if options.format == "json" else sentences.to_text
    print(write(claimed, names))
    return shared.MISTAKES if claimed.is_wrong else shared.FINE
