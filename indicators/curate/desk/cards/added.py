"""A part of a text that a person has marked → the figure of the number in it, as far as the reader can make one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from indicators.curate.desk.cards.items import Items
from indicators.curate.desk.cards.proposed import Proposals
from indicators.curate.desk.cards.review import read_text
from indicators.curate.desk.desk import Desk
from indicators.curate.desk.figures.read_text import PlacedFigure, ReadText
from indicators.curate.desk.requests.asked import SpanAsked
from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.curate.recognition.candidates.candidate import FigureRole
from indicators.words.curate import review as words

MOST_ADDED: Final = 60
_KEY: Final = re.compile(r"([0-9]{1,7})-([0-9]{1,7})")
_NUMBER: Final = re.compile(r"[0-9０-９]|[零〇一二两三四五六七八九十百千]+")
_RATE_AFTER: Final = re.compile(r"\s*(?:[0-9０-９.．,，]*)\s*(?:%|％|个?百分点|成|percent|per cent)")


def with_added(read: ReadText, keys: Iterable[str]) -> Mapping[str, PlacedFigure]:
    """The figures of a text, and those of numbers that a person has marked, under the keys of their places."""
    matches = (_KEY.fullmatch(key) for key in dict.fromkeys(keys) if key not in read.figures)
    spans = [(int(match[1]), int(match[2])) for match in matches if match][:MOST_ADDED]
    places = [(read.offsets.place(start), read.offsets.place(end)) for start, end in spans if start < end]
    if not places:
        return read.figures
    further = {read.key(placed.figure): placed for placed in _read_with(read, places)}
    return {**further, **read.figures}


def _read_with(read: ReadText, places: Sequence[tuple[int, int]]) -> list[PlacedFigure]:
    """The figures whose numbers a person has marked; each number in these places is taken for one."""
    also: dict[int, FigureRole] = {}
    for start, end in places:
        if (match := _NUMBER.search(read.text, start, end)) is not None:
            also[match.start()] = "growth" if _RATE_AFTER.match(read.text, match.start()) else "amount"
    found: list[PlacedFigure] = []
    for index, source in enumerate(read.sources):
        own = [place for place in also if read.articles[index].start <= place < read.articles[index].end]
        if own:
            articles = read.desk.reader.read(read.text, source.source.published, also=also)
            found += [
                PlacedFigure(index, figure)
                for figure in articles[index].figures
                if any(figure.start <= place < figure.end for place in own)
            ]
    return found


def added(desk: Desk, asked: SpanAsked) -> dict[str, Any]:
    """The cards of the number in a part of a text that a person has marked; a sentence where there is none."""
    read, _ = read_text(desk, asked)
    start, end = read.offsets.place(asked.start), read.offsets.place(asked.end)
    known = [placed for placed in read.figures.values() if start < placed.figure.end and placed.figure.start < end]
    marked = known or _read_with(read, [(start, end)])
    if not marked:
        no_number = _NUMBER.search(read.text, start, end) is None
        why = words.NO_NUMBER_MARKED if no_number else words.NO_FIGURE_MARKED
        return {"items": [], "why": why.of(asked.lang)}
    proposals = Proposals(read if marked is known else _with(read, marked))
    keys = {read.key(placed.figure) for placed in marked}
    items = Items(proposals)
    cards = [items.item(index) for index, keyed in enumerate(proposals.figures) if keyed.key in keys]
    return {"items": cards, "why": None}


def _with(read: ReadText, marked: Sequence[PlacedFigure]) -> ReadText:
    """The text with further figures in its articles."""
    several: list[DraftArticle] = []
    for index, article in enumerate(read.articles):
        more: list[DraftFigure] = [placed.figure for placed in marked if placed.article == index]
        figures = tuple(sorted([*article.figures, *more], key=lambda figure: figure.start))
        several.append(replace(article, figures=figures))
    return read.with_articles(several)
