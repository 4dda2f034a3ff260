"""The tables of a text → proposals for figures as those of prose: each value with what its row and column say."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Final, NamedTuple

from indicators.curate.drafts import DraftArticle, DraftFigure, DraftNoFigure, DraftPart, Sure
from indicators.curate.recognition import crowds, times
from indicators.curate.recognition.folding import fold
from indicators.curate.recognition.naming import sector_of
from indicators.curate.recognition.places import Gazetteer
from indicators.curate.recognition.roles import NoFigureReason
from indicators.curate.recognition.vocabulary import Choice, Vocabulary, WordsAround
from indicators.curate.tables import blocks
from indicators.curate.tables.blocks import PrintedCell, PrintedRow, TableBlock
from indicators.curate.tables.layout import (
    FoundTable,
    TableLayout,
    cell_at,
    is_empty,
    layouts,
    value_of,
    without_footnote,
)
from indicators.curate.tables.words import (
    UNIT_ROLES,
    RowsAbove,
    TableWordReader,
    TableWords,
    ValueRole,
    narrowed,
    of_kind,
    parses,
)
from indicators.model.dataset import Dataset
from indicators.model.subjects import Nature
from indicators.values import quantity_parser
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.unit_table import Unit

_DIGITS: Final = re.compile(r"[0-9][0-9.,]*")
_FOOTNOTE: Final = re.compile(r"\s*(?:[①-⑳*†‡]|\[[0-9]{1,2}\]|[（(]注?[0-9]{0,2}[)）])+$")
_LONGEST_QUOTE: Final = 60
_FAR: Final = 0.35
_NEAR: Final = 0.85
_NO_FIGURES: Final[dict[str, NoFigureReason]] = {"comparator": "comparator", "rank": "rank", "base": "base"}


class _Context(NamedTuple):
    """What a value is of: the words that can name its metric, and the rest as far as the table says it."""

    own: str
    others: str
    title: str
    region: str
    period: Period | None
    nature: Nature


class _Value(NamedTuple):
    """A value of a table: its cell, what kind of number it is, what it is of, and the phrase that holds it.

    ``is_placed`` says that a region is named for it.
    """

    cell: PrintedCell
    printed: str
    role: ValueRole
    context: _Context
    period_words: str
    unit: str
    percent: bool
    quote: str
    is_placed: bool


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
        mentions = self.gazetteer.mentions(text[article.start : article.start + _FIRST_WORDS])
        region = self.gazetteer.main(mentions)
        for table in several:
            table.region, table.is_placed = region, any(mention.is_named for mention in mentions)
            table.read()
        first = several[0]
        title = next((cell for cell in first.layout.titles[:1] if not first.words.read(cell.text).unit), None)
        if title is not None and not article.headline and not article.figures:
            article = replace(article, headline=_on_one_line(title.text), body=title.end)
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
    _amounts: dict[_Context, int] = field(default_factory=dict)
    _chosen: dict[tuple[object, ...], tuple[list[Choice], str, str]] = field(default_factory=dict)

    def read(self) -> None:
        """Read all rows of the body, and list the numbers of the other cells as no figures."""
        inside = [cell for cell in self.layout.titles if cell.start >= self.block.start]
        for cell in (*inside, *(cell for row in self.layout.head for cell in row)):
            self._no_values(cell, "name")
        self._regional = {column for column in range(len(self.layout.uses)) if self._is_regional(column)}
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

    def _is_regional(self, column: int) -> bool:
        """True of a column of labels that name regions: another place in it is one that the dataset does not know."""
        if self.layout.uses[column] != "label":
            return False
        cells = [cell.text for row in self.layout.body[:60] if (cell := cell_at(row, column)).text]
        return 2 * sum(bool(self.words.read(text).region) for text in cells) > len(cells)

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
        cell = row[column]
        printed = _FOOTNOTE.sub("", cell.text).strip() or cell.text
        value = self._read_value(row, column, printed, section, above)
        if value.role in _NO_FIGURES:
            self._leave(cell, printed, _NO_FIGURES[value.role])
        elif value.role == "amount":
            self._amount(value)
        else:
            self._rate(value)

    def _read_value(self, row: PrintedRow, column: int, printed: str, section: PrintedCell, above: RowsAbove) -> _Value:
        read = self.words.read
        labels = above.labels(row, self.layout.label_columns(column))
        heads = [cell.text for cell in self.layout.head_cells(column) if cell.text]
        titles = [cell.text for cell in self.layout.titles]
        of_heads, of_labels = [read(text) for text in heads], [read(text) for text in labels]
        near = [*reversed(of_heads), *reversed(of_labels)]
        around = [*near, read(section.text), *(read(text) for text in reversed(titles))]
        role: ValueRole = next((words.role for words in near if words.role), "amount")
        timed = heads if role == "amount" or self.words.period(heads)[0] else self._heads_of_amounts(column) or heads
        period, period_words = self.words.period([*titles, section.text, *labels, *timed])
        for words in (read(text) for text in timed):
            period = narrowed(period, words)
        own = self._own_words(of_heads, of_labels, column) or above.words(of_labels)
        outer = [read(section.text).words, above.parent if any(words.child for words in of_labels) else ""]
        title, others = _joined(read(text).words for text in titles), _joined(outer)
        placed = next((words for words in around if words.region or words.elsewhere), None)
        region = placed.region if placed else "" if any(map(_TOTAL.fullmatch, labels)) else self.region
        nature: Nature = next((words.nature for words in near if words.nature != "actual"), "actual")
        return _Value(
            row[column],
            printed,
            "comparator" if self._is_elsewhere(row, column, near) else role,
            _Context(_joined(own) or others or title, others, title, region, period, nature),
            period_words,
            *self._unit(row, role, near, around, [*heads, *labels]),
            self._quote(row, column, len(printed)),
            self.is_placed or any(words.named for words in around),
        )

    def _own_words(self, of_heads: Sequence[TableWords], of_labels: Sequence[TableWords], column: int) -> list[str]:
        """The words of head and label that can name a metric; a rate with none in its head is of what is beside it."""
        own = [words.words for words in (*of_heads, *of_labels) if words.words]
        if any(words.is_rate for words in of_heads) and not any(words.words for words in of_heads):
            beside = (self.words.read(text).words for text in self._heads_of_amounts(column))
            own = [*filter(None, beside), *own]
        return own

    def _unit(
        self, row: PrintedRow, role: str, near: Sequence[TableWords], around: Sequence[TableWords], texts: Sequence[str]
    ) -> tuple[str, bool]:
        """The unit of an amount as the table gives it nearest to the value, and whether it gives that of a rate."""
        columns = (index for index, use in enumerate(self.layout.uses) if use == "unit")
        cell = next((without_footnote(cell_at(row, index).text) for index in columns), "")
        percent = cell == "%" or any(words.percent or words.points for words in around)
        percent = percent or any(_NAMES_A_RATE.search(text) for text in texts)
        if role == "amount" and any(words.percent for words in near) and not any(words.unit for words in near):
            return "%", percent
        units = (cell, *(words.unit for words in around))
        return next((unit for unit in units if self.words.is_unit(unit)), ""), percent

    def _heads_of_amounts(self, column: int) -> list[str]:
        """The head of the nearest column of amounts to the left, in whose time a rate without a time of its own is."""
        for index in range(column - 1, -1, -1):
            heads = [cell.text for cell in self.layout.head_cells(index) if cell.text]
            if self.layout.uses[index] == "value" and not any(self.words.read(text).role for text in heads):
                return heads
        return []

    def _is_elsewhere(self, row: PrintedRow, column: int, near: Sequence[TableWords]) -> bool:
        """True of a value of a place that the dataset does not know."""
        if any(words.elsewhere for words in near):
            return True
        regional = [index for index in self.layout.label_columns(column) if index in self._regional]
        cells = [self.words.read(cell_at(row, index).text) for index in regional]
        return any(words.words and not words.region for words in cells)

    def _quote(self, row: PrintedRow, column: int, length: int) -> str:
        """The row from its label up to a value; the value alone where that is too long."""
        cell = row[column]
        end = cell.start + length
        labels = self.layout.label_columns(column)
        first = next((row[index] for index in labels if index < len(row) and row[index].text), cell)
        phrase = _on_one_line(self.text[first.start : end])
        return phrase if len(phrase) <= _LONGEST_QUOTE else _on_one_line(self.text[cell.start : end])

    # --- values -------------------------------------------------------------------------------------------------------

    def _amount(self, value: _Value) -> None:
        quantity, unit, reason = self._quantity(value)
        if quantity is None:
            self._leave(value.cell, value.printed, reason)
            return
        self._amounts[value.context], self._in_row = len(self.figures), True
        self.figures.append(self._figure(value, value.printed, quantity, unit))

    def _quantity(self, value: _Value) -> tuple[Quantity | None, str, NoFigureReason]:
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

    def _rate(self, value: _Value) -> None:
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

    def _figure(self, value: _Value, text: str, quantity: Quantity | None, unit: str) -> DraftFigure:
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

    def _choices(self, context: _Context, unit: Unit | None, *, alone: bool) -> tuple[list[Choice], str, str]:
        key = (context.own, context.others, context.title, unit, alone)
        if key not in self._chosen:
            reader = self.reader
            around = WordsAround(context.own, f"{context.title} {context.others}".strip(), "", "")
            choices = reader.vocabulary.choices(around, unit, rate_alone=alone)
            self._chosen[key] = (choices, *sector_of(reader.dataset, reader.vocabulary, around, choices))
        return self._chosen[key]

    # --- what is no figure --------------------------------------------------------------------------------------------

    def _leave(self, cell: PrintedCell, printed: str, reason: NoFigureReason) -> None:
        self.others.append(DraftNoFigure(_on_one_line(printed), cell.start, cell.start + len(printed), reason))

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


_NAMES_A_RATE: Final = re.compile(r"增速|增幅|涨幅|增长率|增长速度|完成率")
_RATE: Final = re.compile(r"[%％倍成番]|百分点|持平|pp")


_TOTAL: Final = re.compile(r"\W*(?:合计|总计|小计|(?:sub)?total)\W*", re.IGNORECASE)
"""The label of a row that adds up those above, of whatever place they are parts of."""


def _sure(
    choices: Sequence[Choice], period: Period | None, region: str, *, is_placed: bool
) -> tuple[Sure, tuple[str, ...]]:
    """How sure a figure is, and what makes it so; ``is_placed`` says that the text names a region for it."""
    missing = {"metric": not choices or choices[0].score < _FAR, "period": period is None, "region": not region}
    near = len(choices) > 1 and choices[1].score > choices[0].score * _NEAR
    unclear = {"metric-near": near, "region": not is_placed}
    why = tuple(key for key in ("metric-near", "region", "metric", "period") if unclear.get(key) or missing.get(key))
    return ("doubtful" if any(missing.values()) else "look" if why else "confident"), why


def _joined(words: Iterable[str]) -> str:
    return " ".join(filter(None, words))


def _moved(span: tuple[int, int], cell: PrintedCell) -> tuple[int, int]:
    return span[0] + cell.start, span[1] + cell.start


def _on_one_line(text: str) -> str:
    """A part of the text as it was printed, but on one line and with single spaces."""
    folded = fold(text)
    return folded.words(0, len(folded.text)) if folded.text else ""
