"""The figures and articles of a dataset as columns: one array for each thing that is said of them, in the file's order.

A million figures fit into columns; as objects they would take ten times the room. Amounts are kept as printed, and
beside them as floats, for charts: the exact numbers are read from the words again when a figure is asked for.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final, NamedTuple, TypeAlias, get_args

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.model.articles import ANNUAL, REFERENCES, Article, Figure
from indicators.model.dataset import Dataset
from indicators.model.decided import decided, exact_metrics
from indicators.model.subjects import NATURES
from indicators.model.vocabulary import ALL
from indicators.values.periods import Period
from indicators.values.quantities import Qualifier

MISSING: Final = -1
"""A code or a row where nothing was said."""
ANNUAL_PLAN: Final = -2
"""In the column ``plan``: the plan of the year, of which no figure is known."""
_REST: Final = 1 << 15
"""The bit of the column ``rest`` in ``Columns._said``."""
FULL_INDEX: Final = 20_000
"""With up to so many figures the row of each id is kept; with more, only those that were asked for last."""
QUALIFIERS: Final[tuple[Qualifier, ...]] = get_args(Qualifier)

Texts: TypeAlias = pa.LargeStringArray
Integers = npt.NDArray[np.signedinteger[Any]]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class FigureColumns(NamedTuple):
    """What is said of figures; the number of a cell is called the row of its figure.

    * ``figure`` (the id) to ``rest`` are strings, None where nothing was said. ``rest`` has as JSON what few figures
      have (``encode.RARE``).
    * ``article`` is a position in ArticleColumns; ``metric``, ``region`` and ``sector`` are positions in these mappings
      of the dataset; ``group`` is one in ``Columns.groups``, ``period`` one in ``Columns.periods``, ``nature`` one in
      NATURES, ``qualifier`` one in QUALIFIERS or MISSING, ``unit`` (that of ``text``) one in ``Columns.units`` or
      MISSING.
    * ``plan``, ``part_of`` and ``supersedes`` are rows, MISSING, or ANNUAL_PLAN.
    * ``value`` to ``points`` are in the base of their unit, NaN where nothing was said.
    """

    figure: Texts
    quote: Texts
    growth_quote: Texts
    share_quote: Texts
    completion_quote: Texts
    text: Texts
    given_unit: Texts
    growth_printed: Texts
    growth_from: Texts
    completion_printed: Texts
    rest: Texts
    article: Integers
    metric: Integers
    region: Integers
    sector: Integers
    group: Integers
    period: Integers
    nature: Integers
    qualifier: Integers
    unit: Integers
    plan: Integers
    part_of: Integers
    supersedes: Integers
    value: Floats
    low: Floats
    high: Floats
    growth: Floats
    completion: Floats
    share: Floats
    change: Floats
    points: Floats
    complete_parts: Flags

    @property
    def printed(self) -> Mapping[str, Texts]:
        """What was printed, by the keys of a figure."""
        return {
            "text": self.text,
            "unit": self.given_unit,
            "growth": self.growth_printed,
            "growth_from": self.growth_from,
            "growth_quote": self.growth_quote,
            "share_quote": self.share_quote,
            "completion": self.completion_printed,
            "completion_quote": self.completion_quote,
        }

    @property
    def references(self) -> Mapping[str, Integers]:
        """The rows of other figures, by the keys of a figure."""
        return dict(zip(REFERENCES, (self.plan, self.part_of, self.supersedes), strict=True))


class ArticleColumns(NamedTuple):
    """What is said of articles, all of it strings; ``head`` is all that one says beside its figures, as JSON.

    The number of a cell is called the position of its article.
    """

    id: Texts
    head: Texts
    published: Texts
    publisher: Texts
    url: Texts


@dataclass(frozen=True, eq=False)
class Columns:
    """A dataset as columns. ``head`` is the dataset with its vocabulary and without articles; ``units`` are the ids of
    the units that amounts are printed in.
    """

    head: Dataset
    figures: FigureColumns
    articles: ArticleColumns
    periods: tuple[Period, ...]
    units: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.figures.figure)

    @cached_property
    def starts(self) -> Integers:
        """Position → the row with which the figures of that article begin; one more at the end."""
        return np.searchsorted(self.figures.article, np.arange(len(self.articles.id) + 1))

    @cached_property
    def order(self) -> Integers:
        """Rows in the order of the ids of their figures."""
        return as_numpy(pc.sort_indices(self.figures.figure)).astype(np.int32)

    def row(self, figure: str) -> int:
        """The row of the figure with this id, MISSING if there is none."""
        return self._row_of(figure)

    @cached_property
    def _row_of(self) -> Callable[[str], int]:
        if len(self) <= FULL_INDEX:
            rows = {key: row for row, key in enumerate(self.figures.figure.to_pylist())}
            return lambda figure: rows.get(figure, MISSING)
        return lru_cache(maxsize=FULL_INDEX)(self._search)

    def _search(self, figure: str) -> int:
        """The row of a figure by binary search, in some ten microseconds."""
        ids, order = self.figures.figure, self.order
        low, high = 0, len(order)
        while low < high:
            middle = (low + high) // 2
            if ids[int(order[middle])].as_py() < figure:
                low = middle + 1
            else:
                high = middle
        return int(order[low]) if low < len(order) and ids[int(order[low])].as_py() == figure else MISSING

    def ids(self, rows: Integers) -> Texts:
        """A column of references as strings: ids of figures, ``annual``, None."""
        ids = self.figures.figure.take(pa.array(np.where(rows >= 0, rows, 0), mask=rows < 0))
        return pc.if_else(pa.array(rows == ANNUAL_PLAN), pa.scalar(ANNUAL, pa.large_string()), ids)

    # --- back to entries

    def printed(self, row: int) -> dict[str, Any]:
        """A figure as a file would have it, with what it inherits."""
        columns = self.figures
        entry: dict[str, Any] = {
            "id": columns.figure[row].as_py(),
            "metric": self._metrics[columns.metric[row]],
            "region": self._regions[columns.region[row]],
            "sector": self._sectors[columns.sector[row]],
            "group": self.groups[columns.group[row]],
            "period": self.periods[columns.period[row]].text,
            "nature": NATURES[columns.nature[row]],
            "quote": columns.quote[row].as_py(),
            "complete_parts": "true" if columns.complete_parts[row] else "false",
        }
        said = int(self._said[row])
        for bit, key, texts in self._printed:
            if said & bit:
                entry[key] = texts[row].as_py()
        for key, rows in self._references:
            if (other := int(rows[row])) != MISSING:
                entry[key] = ANNUAL if other == ANNUAL_PLAN else columns.figure[other].as_py()
        if said & _REST:
            entry |= json.loads(columns.rest[row].as_py())
        return entry

    @cached_property
    def _said(self) -> npt.NDArray[np.uint16]:
        """For each figure the bits of the texts in ``_printed`` that it has, and _REST: most have two of ten."""
        said = np.zeros(len(self), dtype=np.uint16)
        for bit, _, texts in (*self._printed, (_REST, "", self.figures.rest)):
            said[texts.is_valid().to_numpy(zero_copy_only=False)] |= bit
        return said

    @cached_property
    def _printed(self) -> Sequence[tuple[int, str, Texts]]:
        return tuple((1 << place, key, texts) for place, (key, texts) in enumerate(self.figures.printed.items()))

    @cached_property
    def _references(self) -> Sequence[tuple[str, Integers]]:
        return tuple(self.figures.references.items())

    def figure(self, row: int) -> Figure:
        """The figure in a row, read again from what was printed."""
        printed = self.printed(row)
        if "completion" in printed and "plan" not in printed:  # a plan that was not known yet on some day
            return self._validated({**printed, "plan": ANNUAL}).model_copy(update={"plan": None})
        return self._validated(printed)

    def _validated(self, printed: dict[str, Any]) -> Figure:
        figure = Figure.model_validate(printed, context=self.head.unit_table if self.head.units else None)
        return decided(figure, self._exact_metrics)

    def article(self, position: int) -> Article:
        """An article without its figures."""
        return Article.model_validate({**json.loads(self.articles.head[position].as_py()), "figures": []})

    @cached_property
    def _exact_metrics(self) -> frozenset[str]:
        return exact_metrics(self.head.metrics.values())

    @cached_property
    def _metrics(self) -> Sequence[str]:
        return tuple(self.head.metrics)

    @cached_property
    def _regions(self) -> Sequence[str]:
        return tuple(self.head.regions)

    @cached_property
    def _sectors(self) -> Sequence[str]:
        return tuple(self.head.sectors)

    @cached_property
    def groups(self) -> Sequence[str]:
        """The whole, and the groups of the dataset."""
        return (ALL, *self.head.groups)

    # --- former ids

    @property
    def renamed_figures(self) -> Mapping[str, str]:
        """Former ids of figures → the ids that they have now."""
        return _renamed(self.figures.figure, self.figures.rest)

    @property
    def renamed_articles(self) -> Mapping[str, str]:
        """Former ids of articles → the ids that they have now."""
        return _renamed(self.articles.id, self.articles.head)

    # --- fewer of them

    def without(self, positions: Integers) -> "Columns":
        """The columns less these articles, and with no reference to a figure of theirs (see ``Dataset.without``)."""
        before = self.figures
        article_kept = np.ones(len(self.articles.id), dtype=bool)
        article_kept[positions] = False
        kept = article_kept[before.article]
        new_row = np.where(kept, np.cumsum(kept) - 1, MISSING).astype(np.int32)
        figures = FigureColumns._make(_chosen(column, kept) for column in before)
        plan, part_of, supersedes = (
            np.where(rows >= 0, new_row[np.maximum(rows, 0)], rows)
            for rows in (figures.plan, figures.part_of, figures.supersedes)
        )
        wholes = new_row[before.part_of[~kept & (before.part_of >= 0)]]
        complete_parts = figures.complete_parts.copy()
        complete_parts[wholes[wholes >= 0]] = False
        used, period = np.unique(figures.period, return_inverse=True)
        printed = np.unique(figures.unit[figures.unit != MISSING])
        unit = np.where(figures.unit == MISSING, MISSING, np.searchsorted(printed, figures.unit))
        figures = figures._replace(
            article=narrow(np.cumsum(article_kept)[figures.article] - 1, int(article_kept.sum())),
            period=narrow(period, len(used)),
            unit=narrow(unit, len(printed)),
            plan=plan,
            part_of=part_of,
            supersedes=supersedes,
            complete_parts=complete_parts,
            rest=_without_reasons(
                figures.rest, np.flatnonzero((figures.supersedes != MISSING) & (supersedes == MISSING))
            ),
        )
        articles = ArticleColumns._make(_chosen(column, article_kept) for column in self.articles)
        units = tuple(self.units[code] for code in printed.tolist())
        return Columns(self.head, figures, articles, tuple(self.periods[code] for code in used.tolist()), units)


for _entry in (Article, Figure):  # now, and not when several threads ask for the first at once
    _entry.model_rebuild()


def _chosen(column: Any, kept: Flags) -> Any:
    return column[kept] if isinstance(column, np.ndarray) else column.filter(pa.array(kept))


def _without_reasons(rest: Texts, rows: Integers) -> Texts:
    """Of figures that no longer correct another, what is left in the column ``rest``."""
    if not len(rows):
        return rest
    texts = rest.to_pylist()
    for row in rows.tolist():
        left = {key: value for key, value in json.loads(texts[row] or "{}").items() if key != "reason"}
        texts[row] = compact_json(left) if left else None
    return pa.array(texts, pa.large_string())


def _renamed(ids: Texts, facts: Texts) -> dict[str, str]:
    """The former ids in a column of JSON → the ids beside them; only cells that can hold some are parsed."""
    rows = pc.indices_nonzero(pc.match_substring(facts, '"former":')).to_pylist()
    entries = ((ids[row].as_py(), json.loads(facts[row].as_py())) for row in rows)
    return {former: key for key, entry in entries for former in entry.get("former", ())}


def compact_json(data: Any) -> str:
    """JSON without white space."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def as_numpy(numbers: pa.Array) -> npt.NDArray[Any]:
    """Numbers of which none is missing, over the same memory; ``to_numpy`` would import pandas."""
    dtype = np.dtype(str(numbers.type).replace("double", "float64"))
    return np.frombuffer(numbers.buffers()[1], dtype, len(numbers), numbers.offset * dtype.itemsize)


def narrow(codes: npt.NDArray[Any], count: int) -> Integers:
    """The codes in the smallest type of integer that holds ``count`` positions."""
    sizes: Sequence[type[np.signedinteger[Any]]] = (np.int8, np.int16, np.int32)
    return codes.astype(next(size for size in sizes if count <= np.iinfo(size).max))
