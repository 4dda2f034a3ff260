"""The tables of a text → proposals for figures as those of prose: each value with what its row and column say."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Final

from indicators.curate.drafts import DraftArticle, DraftFigure, DraftNoFigure, DraftPart, Sure
from indicators.curate.recognition.candidates.candidate import NoFigureReason
from indicators.curate.recognition.context.naming import sector_of
from indicators.curate.recognition.context.places import Gazetteer
from indicators.curate.recognition.names.vocabulary import Choice, Vocabulary
from indicators.curate.recognition.names.words_around import WordsAround
from indicators.curate.recognition.text import crowds, times
from indicators.curate.recognition.text.folding import fold, on_one_line
from indicators.curate.tables import blocks
from indicators.curate.tables.blocks import PrintedCell, PrintedRow, TableBlock
from indicators.curate.tables.layout import (
    FoundTable,
    TableLayout,
    is_empty,
    layouts,
    value_of,
)
from indicators.curate.tables.values import TableValue, ValueContext, ValueReader
from indicators.curate.tables.words import (
    UNIT_ROLES,
    RowsAbove,
    TableWordReader,
    of_kind,
    parses,
)
from indicators.model.dataset import Dataset
from indicators.values import quantity_parser
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.unit_table import Unit

_DIGITS: Final = re.compile(r"[0-9][0-9.,]*")
_FAR: Final = 0.35
_NEAR: Final = 0.85
_NO_FIGURES: Final[dict[str, NoFigureReason]] = {"comparator": "comparator", "rank": "rank", "base": "base"}


class TableReader:
    """Reads tables with what a dataset knows of metrics, places and units."""

    def __init__(self, dataset: Dataset, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self.dataset, self.gazetteer, self.vocabulary = dataset, gazetteer, vocabulary

    def find(self, text: str) -> list[FoundTable]:
        """The tables of a text that have values."""
        return layouts(blocks.find(text), self.dataset.unit_table)

    def with_tables(
        self, articles: Sequence[DraftArticle], found: Sequence[FoundTable], text: str, published: Period | None
    ) -> tuple[DraftArticle, ...]:
        """The articles of a text with what its tables hold, each table in the article in which it begins."""
        if not found:
            return tuple(articles)
        words = TableWordReader(self.dataset.unit_table, self.gazetteer, published)
        starts = [article.start for article in articles]
        several: dict[int, list[_Table]] = {}
        for block, known in found:
            several.setdefault(max(bisect_right(starts, block.start) - 1, 0), []).append(
                _Table(self, words, text, block, known)
            )
        return tuple(
            self._with(article, several[index], text) if index in several else article
            for index, article in enumerate(articles)
        )

    def _with(self, article: DraftArticle, several: Sequence["_Table"], text: str) -> DraftArticle:
        """An article with what its tables hold; its first words say where it is of."""
        first_words = text[article.start : article.start + _FIRST_WORDS]
        mentions = self.gazetteer.mentions(first_words)
        region = self.gazetteer.main(mentions, first_words)
        for table in several:
            table.region, table.is_placed = region, any(mention.is_named for mention in mentions)
            table.read()
        first = several[0]
        title = next((cell for cell in first.layout.titles[:1] if not first.words.read(cell.text).unit), None)
        if title is not None and not article.headline and not article.figures:
            article = replace(article, headline=on_one_line(title.text), body=title.end)
        figures = [*article.figures, *(figure for table in several for figure in table.figures)]
        others = [*article.not_figures, *(other for table in several for other in table.others)]
        named = {place for table in several for place in table.places}
        places = sorted({*named, *zip(article.places, article.place_regions, strict=True)})
        return replace(
            article,
            end=max(article.end, several[-1].block.end),
            places=tuple(span for span, _ in places),
            place_regions=tuple(region for _, region in places),
            figures=tuple(sorted(figures, key=attrgetter("start"))),
            not_figures=tuple(sorted(others, key=attrgetter("start"))),
            times=tuple(sorted({*article.times, *(time for table in several for time in table.times)})),
        )


_FIRST_WORDS: Final = 2_000


@dataclass
class _Table:
    """One table while it is read."""

    reader: TableReader
    words: TableWordReader
    text: str
    block: TableBlock
    layout: TableLayout
    region: str = ""
    is_placed: bool = False
    _in_row: bool = False
    figures: list[DraftFigure] = field(default_factory=list)
    others: list[DraftNoFigure] = field(default_factory=list)
    times: list[tuple[int, int]] = field(default_factory=list)
    places: list[tuple[tuple[int, int], str]] = field(default_factory=list)
    _amounts: dict[ValueContext, int] = field(default_factory=dict)
    _chosen: dict[tuple[object, ...], tuple[list[Choice], str, str]] = field(default_factory=dict)

    def read(self) -> None:
        """Read all rows of the body, and list the numbers of the other cells as no figures."""
        inside = [cell for cell in self.layout.titles if cell.start >= self.block.start]
        for cell in (*inside, *(cell for row in self.layout.head for cell in row)):
            self._no_values(cell, "name")
        self._values = ValueReader(self.words, self.text, self.layout, self.region, is_placed=self.is_placed)
        section, above = PrintedCell("", 0, 0), RowsAbove()
        for row in self.layout.body:
            filled = [cell for cell in row if cell.text]
            if len(filled) == 1 and filled[0] is row[0] and not value_of(row[0].text):
                section, above = row[0], RowsAbove()
                self._no_values(row[0], "name")
            elif filled:
                self._row(row, section, above)
        unread = () if self.layout.unread is None else crowds.digits(self.text, self.layout.unread, self.block.end)
        self.others += [DraftNoFigure(self.text[slice(*span)], *span, "too-many") for span in unread]

    # --- rows ---------------------------------------------------------------------------------------------------------

    def _row(self, row: PrintedRow, section: PrintedCell, above: RowsAbove) -> None:
        uses, self._in_row = self.layout.uses, False
        above.take(row, [column for column, use in enumerate(uses) if use == "label"], self.words)
        for column, cell in enumerate(row):
            use = uses[column] if column < len(uses) else "label"
            if use == "value" and not is_empty(cell.text):
                self._value(row, column, section, above)
            elif use != "value":
                self._no_values(cell, "ordinal" if use == "serial" else "name")

    def _value(self, row: PrintedRow, column: int, section: PrintedCell, above: RowsAbove) -> None:
        value = self._values.value(row, column, section, above)
        if value.role in _NO_FIGURES:
            self._leave(value.cell, value.printed, _NO_FIGURES[value.role])
        elif value.role == "amount":
            self._amount(value)
        else:
            self._rate(value)

    # --- values -------------------------------------------------------------------------------------------------------

    def _amount(self, value: TableValue) -> None:
        quantity, unit, reason = self._quantity(value)
        if quantity is None:
            self._leave(value.cell, value.printed, reason)
            return
        self._amounts[value.context], self._in_row = len(self.figures), True
        self.figures.append(self._figure(value, value.printed, quantity, unit))

    def _quantity(self, value: TableValue) -> tuple[Quantity | None, str, NoFigureReason]:
        """The amount of a cell, the unit that only the table gives, and why there is none."""
        table = self.reader.dataset.unit_table
        try:
            return quantity_parser.parse(value.printed, table), "", "unreadable"
        except Fault as fault:
            if fault.code != "quantity-unit-missing":
                return None, "", "unreadable"
        if not value.unit:
            return None, "", "no-unit"
        try:
            return quantity_parser.parse_in_unit(value.printed, value.unit, table), value.unit, "unreadable"
        except Fault:
            return None, "", "unreadable"

    def _rate(self, value: TableValue) -> None:
        words = value.printed
        if value_of(words) and not _RATE.search(words):
            words = f"{words}{UNIT_ROLES[value.role]}" if value.percent else ""
        if not words or not parses(value.role, words):
            self._leave(value.cell, value.printed, "unreadable" if words else "no-unit")
            return
        part: Any = DraftPart(words, value.cell.start, value.cell.start + len(value.printed), value.quote)
        beside = value.role in {"share", "completion"} and self._in_row
        index = len(self.figures) - 1 if beside else self._amounts.get(value.context)
        if index is not None and getattr(self.figures[index], value.role) is None:
            self.figures[index] = replace(self.figures[index], **{value.role: part})
        elif value.role in {"growth", "points"}:
            self.figures.append(replace(self._figure(value, "", None, ""), **{value.role: part}))
        else:
            self._leave(value.cell, value.printed, "comparator")

    def _figure(self, value: TableValue, text: str, quantity: Quantity | None, unit: str) -> DraftFigure:
        context = value.context
        choices, sector, group = self._choices(context, quantity.unit if quantity else None, alone=not text)
        kinds = [self.reader.dataset.metrics[choice.kind.metric].kind for choice in choices[:3]] or ["flow"]
        several = tuple(of_kind(context.period, kind) for kind in kinds)
        sure, why = _sure(choices, several[0], context.region, is_placed=value.is_placed)
        place = value.cell.start, value.cell.start + len(value.printed)
        return DraftFigure(
            text, *place, quantity, value.quote, tuple(choices[:3]), context.region, several[0], value.period_words,
            context.nature, sure, why, sector=sector, group=group, choice_periods=several, unit=unit,
            label=context.own,
        )  # fmt: skip

    def _choices(self, context: ValueContext, unit: Unit | None, *, alone: bool) -> tuple[list[Choice], str, str]:
        key = (context.own, context.others, context.title, unit, alone)
        if key not in self._chosen:
            reader = self.reader
            around = WordsAround(context.own, f"{context.title} {context.others}".strip(), "", "")
            choices = reader.vocabulary.choices(around, unit, rate_alone=alone)
            self._chosen[key] = (choices, *sector_of(reader.dataset, reader.vocabulary, around, choices))
        return self._chosen[key]

    # --- what is no figure --------------------------------------------------------------------------------------------

    def _leave(self, cell: PrintedCell, printed: str, reason: NoFigureReason) -> None:
        self.others.append(DraftNoFigure(on_one_line(printed), cell.start, cell.start + len(printed), reason))

    def _no_values(self, cell: PrintedCell, reason: NoFigureReason) -> None:
        """The places and the numbers in a cell that is no value: dates, and parts of names."""
        mentions = (mention for mention in self.reader.gazetteer.mentions(cell.text) if mention.region)
        self.places += [(_moved((mention.start, mention.end), cell), mention.region) for mention in mentions]
        folded = fold(cell.text)
        if not _DIGITS.search(folded.text):
            return
        named = times.find(folded.text, self.words.published)
        self.times += [_moved(folded.span(time.start, time.end), cell) for time in named]
        for match in _DIGITS.finditer(folded.text):
            is_time = any(time.start <= match.start() < time.end for time in named) or self._is_year(folded.text)
            start, end = _moved(folded.span(*match.span()), cell)
            self.others.append(DraftNoFigure(match[0], start, end, "date" if is_time else reason))

    @staticmethod
    def _is_year(text: str) -> bool:
        return re.fullmatch(r"(?:19|20)[0-9]{2}", text.strip()) is not None


_RATE: Final = re.compile(r"[%％倍成番]|百分点|持平|pp")


def _sure(
    choices: Sequence[Choice], period: Period | None, region: str, *, is_placed: bool
) -> tuple[Sure, tuple[str, ...]]:
    """How sure a figure is, and what makes it so; ``is_placed`` says that the text names a region for it."""
    missing = {"metric": not choices or choices[0].score < _FAR, "period": period is None, "region": not region}
    near = len(choices) > 1 and choices[1].score > choices[0].score * _NEAR
    unclear = {"metric-near": near, "region": not is_placed}
    why = tuple(key for key in ("metric-near", "region", "metric", "period") if unclear.get(key) or missing.get(key))
    return ("doubtful" if any(missing.values()) else "look" if why else "confident"), why


def _moved(span: tuple[int, int], cell: PrintedCell) -> tuple[int, int]:
    return span[0] + cell.start, span[1] + cell.start
