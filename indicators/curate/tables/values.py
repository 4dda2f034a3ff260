"""A cell of a table → its value, with what its row, its column and the titles say of it."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from indicators.curate.recognition.text.folding import on_one_line
from indicators.curate.tables.blocks import PrintedCell, PrintedRow
from indicators.curate.tables.layout import FOOTNOTE, TableLayout, cell_at, without_footnote
from indicators.curate.tables.words import RowsAbove, TableWordReader, TableWords, ValueRole, narrowed
from indicators.model.subjects import Nature
from indicators.values.periods import Period

_LONGEST_QUOTE: Final = 60
_NAMES_A_RATE: Final = re.compile(r"增速|增幅|涨幅|增长率|增长速度|完成率")
_OF_A_YEAR: Final = re.compile("年度|全年|本年|年初")
"""What the head of a plan says that is of the whole year, beside the months up to which was counted."""
_TOTAL: Final = re.compile(r"\W*(?:合计|总计|小计|(?:sub)?total)\W*", re.IGNORECASE)
"""The label of a row that adds up those above, of whatever place they are parts of."""


class ValueContext(NamedTuple):
    """What a value is of: the words that can name its metric, and the rest as far as the table says it."""

    own: str
    others: str
    title: str
    region: str
    period: Period | None
    nature: Nature


class TableValue(NamedTuple):
    """A value of a table: its cell, what kind of number it is, what it is of, and the phrase that holds it.

    ``is_placed`` says that a region is named for it.
    """

    cell: PrintedCell
    printed: str
    role: ValueRole
    context: ValueContext
    period_words: str
    unit: str
    percent: bool
    quote: str
    is_placed: bool


class ValueReader:
    """Reads the values of one table, whose text is of a region; ``is_placed`` says that the text names it."""

    def __init__(self, words: TableWordReader, text: str, layout: TableLayout, region: str, *, is_placed: bool) -> None:
        self.words, self.text, self.layout, self.region, self.is_placed = words, text, layout, region, is_placed
        columns = range(len(layout.uses))
        self._regional = {column for column in columns if self._is_regional(column)}
        self._labels = [layout.label_columns(column) for column in columns]
        self._heads = [[cell.text for cell in layout.head_cells(column) if cell.text] for column in columns]
        self._titles = [cell.text for cell in layout.titles]

    def value(self, row: PrintedRow, column: int, section: PrintedCell, above: RowsAbove) -> TableValue:
        """The value in a row and a column, below the head of a section and other rows."""
        cell, read = row[column], self.words.read
        printed = FOOTNOTE.sub("", cell.text).strip() or cell.text
        labels, heads, titles = above.labels(row, self._labels[column]), self._heads[column], self._titles
        of_heads, of_labels = [read(text) for text in heads], [read(text) for text in labels]
        near = [*reversed(of_heads), *reversed(of_labels)]
        around = [*near, read(section.text), *(read(text) for text in reversed(titles))]
        role: ValueRole = next((words.role for words in near if words.role), "amount")
        timed = heads if role == "amount" or self.words.period(heads)[0] else self._heads_of_amounts(column) or heads
        period, period_words = self.words.period([*titles, section.text, *labels, *timed])
        for words in (read(text) for text in timed):
            period = narrowed(period, words)
        nature: Nature = next((words.nature for words in near if words.nature != "actual"), "actual")
        if period and nature != "actual" and any(_OF_A_YEAR.search(text) for text in heads):
            period = period.year()
        own = self._own_words(of_heads, of_labels, column) or above.words(of_labels)
        outer = [read(section.text).words, above.parent if any(words.child for words in of_labels) else ""]
        title, others = _joined(read(text).words for text in titles), _joined(outer)
        placed = next((words for words in around if words.region or words.elsewhere), None)
        region = placed.region if placed else "" if any(map(_TOTAL.fullmatch, labels)) else self.region
        return TableValue(
            cell,
            printed,
            "comparator" if self._is_elsewhere(row, column, near) else role,
            ValueContext(_joined(own) or others or title, others, title, region, period, nature),
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
            heads = self._heads[index]
            if self.layout.uses[index] == "value" and not any(self.words.read(text).role for text in heads):
                return heads
        return []

    def _is_elsewhere(self, row: PrintedRow, column: int, near: Sequence[TableWords]) -> bool:
        """True of a value of a place that the dataset does not know."""
        if any(words.elsewhere for words in near):
            return True
        regional = [index for index in self._labels[column] if index in self._regional]
        cells = [self.words.read(cell_at(row, index).text) for index in regional]
        return any(words.words and not words.region for words in cells)

    def _quote(self, row: PrintedRow, column: int, length: int) -> str:
        """The row from its label up to a value; the value alone where that is too long."""
        cell = row[column]
        end = cell.start + length
        labels = self._labels[column]
        first = next((row[index] for index in labels if index < len(row) and row[index].text), cell)
        phrase = on_one_line(self.text[first.start : end])
        return phrase if len(phrase) <= _LONGEST_QUOTE else on_one_line(self.text[cell.start : end])

    def _is_regional(self, column: int) -> bool:
        """True of a column of labels that name regions: another place in it is one that the dataset does not know."""
        if self.layout.uses[column] != "label":
            return False
        cells = [cell.text for row in self.layout.body[:60] if (cell := cell_at(row, column)).text]
        return 2 * sum(bool(self.words.read(text).region) for text in cells) > len(cells)


def _joined(words: Iterable[str]) -> str:
    return " ".join(filter(None, words))
