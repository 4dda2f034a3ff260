"""The curator's own model as ``indicators draft --model`` asks it: what is sent where is said before it is sent."""

import argparse
import os
import sys
from collections.abc import Sequence

from indicators import settings
from indicators.cli.progress import ProgressBar
from indicators.cli.shared import NotRunError
from indicators.curate.drafts import DraftArticle
from indicators.curate.own_model import consulting, question
from indicators.curate.own_model.endpoint import Endpoint
from indicators.curate.own_model.merging import RulesDraft
from indicators.curate.own_model.question import Paragraph
from indicators.settings import OwnModel, UnusableError
from indicators.values.text import Lang, one_line
from indicators.words import hosting
from indicators.words.curate import own_model as words


def set_up(lang: Lang) -> OwnModel:
    """The model that the environment names. Raises NotRunError where there is none, or a variable is not understood."""
    try:
        model = settings.own_model(os.environ)
    except UnusableError as error:
        expected = hosting.EXPECTED[error.variable].of(lang)
        facts = {"variable": error.variable, "value": error.value, "expected": expected}
        raise NotRunError(hosting.NOT_UNDERSTOOD.of(lang).format_map(facts)) from None
    if model is None:
        raise NotRunError(words.NOT_SET_UP.of(lang))
    return model


def consulted(model: OwnModel, draft: RulesDraft, options: argparse.Namespace) -> tuple[DraftArticle, ...]:
    """The draft with what the model says of it, once whoever runs the command has agreed to what is sent."""
    lang: Lang = options.lang
    paragraphs = question.paragraphs(draft.text, draft.articles)
    if not paragraphs:
        _say(words.NOTHING_TO_ASK.of(lang))
        return tuple(draft.articles)
    if not _may_send(model, paragraphs, options):
        _say(words.NOT_SENT.of(lang))
        return tuple(draft.articles)
    bar = ProgressBar(minimum=2)
    ask = consulting.asker(Endpoint(model))
    heard = consulting.consulted(draft, paragraphs, ask, bar)
    for sentence in heard.account.sentences(lang):
        _say(sentence)
    return heard.articles


def _may_send(model: OwnModel, paragraphs: Sequence[Paragraph], options: argparse.Namespace) -> bool:
    """Say what is sent where, and ask; with ``--yes`` nobody is asked. Raises NotRunError where nobody can be."""
    lang: Lang = options.lang
    characters = sum(len(paragraph.words) for paragraph in paragraphs)
    facts = {"paragraphs": f"{len(paragraphs):,}", "characters": f"{characters:,}"}
    _say(words.WILL_SEND.of(lang).format(**facts, address=model.address, name=model.name))
    if options.yes:
        return True
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NotRunError(words.ASK_FIRST.of(lang))
    print(words.ASK.of(lang), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in {"y", "yes", "是"}


def _say(sentence: str) -> None:
    print(one_line(sentence), file=sys.stderr)
