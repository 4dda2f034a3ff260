"""A text → what each of its numbers may be, as the page Curate shows it."""

import os
from typing import Any, Final

from indicators import settings
from indicators.curate.desk.cards import reported
from indicators.curate.desk.cards.items import REST, Items, place_json
from indicators.curate.desk.cards.proposed import Proposals
from indicators.curate.desk.cards.vocabulary_json import vocabulary
from indicators.curate.desk.desk import Desk
from indicators.curate.desk.entries.new_metrics import NEW
from indicators.curate.desk.figures.read_text import ReadText
from indicators.curate.desk.requests.asked import ReadAsked
from indicators.curate.drafts import DraftArticle, unread
from indicators.curate.entry_proposals import whole_of
from indicators.curate.recognition.context.place_mentions import RANKS
from indicators.curate.rendering.json_text import spans
from indicators.words import terms
from indicators.words.curate import draft as draft_words
from indicators.words.curate import review as words

MOST_FIGURES: Final = 500
"""So many figures are laid out at once; what stands behind them is not read, and said to be so."""


def review(desk: Desk, asked: ReadAsked, *, own: bool) -> dict[str, Any]:
    """All articles of a text with the figures that are proposed for their numbers."""
    read, unread = read_text(desk, asked)
    return laid_out(read, unread, own=own)


def laid_out(read: ReadText, unread: int, *, own: bool) -> dict[str, Any]:
    """A text that was read, as the page shows it."""
    desk, lang = read.desk, read.lang
    proposals = Proposals(read)
    figures = [keyed.figure for keyed in proposals.figures]
    known = reported.entered(desk, figures)
    sentence = reported.entered_sentence(known, figures, lang) if known else ""
    return {
        "version": desk.version,
        "own": own,
        "file": desk.file_name(own=own),
        "model": _model() if own else None,
        "unread": unread,
        "articles": [_article(proposals, index) for index in range(len(proposals.articles))],
        "items": Items(proposals).all(),
        "vocabulary": vocabulary(desk),
        "entered": {"article": known.id, "sentence": sentence} if known else None,
    }


def _model() -> dict[str, str] | None:
    """The address and the name of the model that the curator has set up."""
    model = settings.own_model(os.environ)
    return {"address": model.address, "name": model.name} if model else None


def read_text(desk: Desk, asked: ReadAsked) -> tuple[ReadText, int]:
    """The text as far as it is read, and how many characters are not: it ends before a number too many."""
    read = ReadText(desk, asked.text, asked.source, asked.lang)
    if len(read.figures) <= MOST_FIGURES:
        return read, asked.unread
    starts = sorted(placed.figure.start for placed in read.figures.values())
    end = asked.text.rfind("\n", 0, starts[MOST_FIGURES]) + 1 or starts[MOST_FIGURES]
    text = asked.text[:end]
    return ReadText(desk, text, asked.source, asked.lang), asked.unread + len(asked.text) - len(text)


def _article(proposals: Proposals, index: int) -> dict[str, Any]:
    """An article: where it stands, its source, what is marked in it, and the account of its numbers."""
    article, known = proposals.articles[index], proposals.read.sources[index]
    source, new = known.source, known.publisher.new
    units = proposals.read.offsets.units
    return {
        "headline": article.headline,
        "published": source.published.text if source.published else "",
        "publisher": NEW if new else source.publisher,
        "new": {"name": new.name, "kind": new.kind} if new else None,
        "url": source.url,
        "start": units(article.start),
        "body": units(article.body),
        "end": units(article.end),
        "spans": _marked(proposals, index, article),
        "account": _account(proposals, index, article),
        "wholes": {level: whole_of(level, article, proposals.read.desk.dataset) for level in RANKS},
    }


def _marked(proposals: Proposals, index: int, article: DraftArticle) -> list[dict[str, Any]]:
    """What is marked in an article, each with its role and the number that it is decided with."""
    item_of: dict[tuple[int, int], str] = {}
    repeated: dict[str, str] = {}
    for keyed in proposals.figures:
        if keyed.article == index:
            item_of[keyed.figure.start, keyed.figure.end] = keyed.key
            item_of |= {(part.start, part.end): keyed.key for _, part in keyed.figure.parts()}
            repeated.setdefault(keyed.figure.text, keyed.key)
    for other in article.not_figures:
        key = repeated.get(other.text) if other.why == "repeated" else None
        item_of.setdefault((other.start, other.end), key or f"{index}.{REST}")
    return [
        {
            **place_json(proposals.read, start, end),
            "role": role,
            "item": None if role in {"period", "place"} else item_of.get((start, end)),
        }
        for start, end, role in spans(article)
    ]


def _account(proposals: Proposals, index: int, article: DraftArticle) -> str:
    """How many numbers an article has, and what becomes of them."""
    lang = proposals.lang
    own = [keyed for keyed in proposals.figures if keyed.article == index]
    periods = {span for keyed in own if (span := proposals.reasons(keyed).period_span())}
    starts = {place for start, end in periods for place in range(start, end)}
    dates = sum(other.why == "date" and other.start in starts for other in article.not_figures)
    following = sum(len([*figure.parts()]) - (not figure.text) for figure in article.figures) + dates
    rest = len(article.not_figures) - dates
    counted = ((words.AMOUNTS, len(article.figures)), (words.FOLLOWING, following), (words.NO_FIGURES, rest))
    listed = [form.of(lang, count) for form, count in counted if count]
    if not listed:
        return words.NO_NUMBER.of(lang)
    total = words.NUMBERS.of(lang, len(article.figures) + following + rest)
    sentence = words.ACCOUNT.of(lang).format(total=total, listed=terms.COMMA.of(lang).join(listed))
    count = unread(article.not_figures)
    return terms.SENTENCES.of(lang).join([sentence, draft_words.UNREAD.of(lang, count)]) if count else sentence
