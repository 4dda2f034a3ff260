"""Dataset → its figures and articles as columns: one array for each thing that is said of them, in the file's order.

What a million figures say fits into columns; as objects they would take ten times the room. Words are kept as printed,
and numbers beside them as floats, for charts: the exact ones are read from the words again when a figure is asked for.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, Final, get_args

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.model import serial as plain
from indicators.model.dataset import Dataset
from indicators.model.entries import ANNUAL, NATURES, Article, Figure
from indicators.values import periods
from indicators.values.periods import Period
from indicators.values.quantities import Qualifier, Quantity

NOBODY: Final = -1
"""In a column of row numbers: nothing was said."""
THE_ANNUAL: Final = -2
"""In the column ``plan``: the plan of the year, of which no figure is known."""
FEW: Final = 20_000
"""So many rows are kept by the ids of their figures."""
QUALIFIERS: Final[tuple[Qualifier, ...]] = get_args(Qualifier)

Codes = npt.NDArray[np.signedinteger[Any]]
Numbers = npt.NDArray[np.float64]

TEXTS: Final = ("figure", "quote", "text", "growth_printed", "completion_printed", "rest")
CODES: Final = ("article", "metric", "region", "sector", "period", "nature", "qualifier")
REFERENCES: Final = ("plan", "part_of", "supersedes")
NUMBERS: Final = ("value", "low", "high", "growth", "completion")
OF_FIGURES: Final = (*TEXTS, *CODES, *REFERENCES, *NUMBERS, "complete_parts")
OF_ARTICLES: Final = ("id", "head", "published", "publisher", "url")
_REST: Final = ("reason", "accept", "note")
"""What few figures have: kept together, as JSON."""


@dataclass(frozen=True, eq=False)
class Columns:
    """What is said of figures and articles; row numbers of figures are called rows, those of articles positions.

    ``figures`` has the columns OF_FIGURES: TEXTS are strings (None where nothing was said); CODES are positions in the
    mappings of ``head`` (``article`` in ``articles``, ``period`` in ``periods``, ``nature`` in NATURES, ``qualifier``
    in QUALIFIERS or NOBODY); REFERENCES are rows, NOBODY or THE_ANNUAL; NUMBERS are in the base of their unit, NaN
    where nothing was said. ``articles`` has the columns OF_ARTICLES, all of them strings: ``head`` is all that an
    article says beside its figures, as JSON.

    ``head`` is the dataset with its vocabulary and without articles.
    """

    head: Dataset
    figures: Mapping[str, Any]
    articles: Mapping[str, Any]
    periods: tuple[Period, ...]

    def __len__(self) -> int:
        return len(self.figures["figure"])

    @cached_property
    def starts(self) -> Codes:
        """Position → the row with which the figures of that article begin; one more at the end."""
        return np.searchsorted(self.figures["article"], np.arange(len(self.articles["id"]) + 1))

    @cached_property
    def order(self) -> Codes:
        """Rows in the order of the ids of their figures."""
        return as_numpy(pc.sort_indices(self.figures["figure"])).astype(np.int32)

    def row(self, figure: str) -> int:
        """The row of the figure with this id, NOBODY if there is none."""
        return self._found(figure)

    @cached_property
    def _found(self) -> Callable[[str], int]:
        """Of few figures all rows are known; of many those that were asked for last, the others are looked for."""
        if len(self) <= FEW:
            known = {key: row for row, key in enumerate(self.figures["figure"].to_pylist())}
            return lambda figure: known.get(figure, NOBODY)
        return lru_cache(maxsize=FEW)(self._halved)

    def _halved(self, figure: str) -> int:
        """The same, found by halving, in some ten microseconds."""
        ids, order = self.figures["figure"], self.order
        low, high = 0, len(order)
        while low < high:
            middle = (low + high) // 2
            if ids[int(order[middle])].as_py() < figure:
                low = middle + 1
            else:
                high = middle
        return int(order[low]) if low < len(order) and ids[int(order[low])].as_py() == figure else NOBODY

    def ids(self, rows: Codes) -> Any:
        """What a column of REFERENCES says, as strings: ids of figures, ``annual``, None."""
        known = self.figures["figure"].take(pa.array(np.where(rows >= 0, rows, 0), mask=rows < 0))
        return pc.if_else(pa.array(rows == THE_ANNUAL), pa.scalar(ANNUAL, pa.large_string()), known)

    # --- back to entries

    def printed(self, row: int) -> dict[str, Any]:
        """A figure as a file would have it, with what it inherits."""
        said = self.figures
        found: dict[str, Any] = {
            "id": said["figure"][row].as_py(),
            "metric": self._keys["metric"][said["metric"][row]],
            "region": self._keys["region"][said["region"][row]],
            "sector": self._keys["sector"][said["sector"][row]],
            "period": self.periods[said["period"][row]].text,
            "nature": NATURES[said["nature"][row]],
            "quote": said["quote"][row].as_py(),
            "complete_parts": "true" if said["complete_parts"][row] else "false",
        }
        for key, column in _PRINTED.items():
            if (text := said[column][row].as_py()) is not None:
                found[key] = text
        for key in REFERENCES:
            if (at := int(said[key][row])) != NOBODY:
                found[key] = ANNUAL if at == THE_ANNUAL else said["figure"][at].as_py()
        if (rest := said["rest"][row].as_py()) is not None:
            found |= json.loads(rest)
        return found

    def figure(self, row: int) -> Figure:
        """The figure in a row, read again from what was printed."""
        printed = self.printed(row)
        if "completion" in printed and "plan" not in printed:  # a plan that was not known yet on some day
            return Figure.model_validate({**printed, "plan": ANNUAL}).model_copy(update={"plan": None})
        return Figure.model_validate(printed)

    def article(self, position: int) -> Article:
        """An article without its figures."""
        return Article.model_validate({**json.loads(self.articles["head"][position].as_py()), "figures": []})

    @cached_property
    def _keys(self) -> Mapping[str, tuple[str, ...]]:
        head = self.head
        return {"metric": (*head.metrics,), "region": (*head.regions,), "sector": (*head.sectors,)}

    # --- fewer of them

    def without(self, positions: Codes) -> "Columns":
        """The columns less these articles, and with no reference to a figure of theirs (see ``Dataset.without``)."""
        said = self.figures
        kept_article = np.ones(len(self.articles["id"]), dtype=bool)
        kept_article[positions] = False
        kept = kept_article[said["article"]]
        row_then = np.where(kept, np.cumsum(kept) - 1, NOBODY).astype(np.int32)
        found = {name: _taken(said[name], kept) for name in OF_FIGURES}
        for name in REFERENCES:
            at = found[name]
            found[name] = np.where(at >= 0, row_then[np.maximum(at, 0)], at)
        found["article"] = _narrow(np.cumsum(kept_article)[found["article"]] - 1, int(kept_article.sum()))
        partial = row_then[said["part_of"][~kept & (said["part_of"] >= 0)]]
        complete = found["complete_parts"].copy()
        complete[partial[partial >= 0]] = False
        found["complete_parts"] = complete
        lost_reason = (_taken(said["supersedes"], kept) != NOBODY) & (found["supersedes"] == NOBODY)
        found["rest"] = _without_reasons(found["rest"], np.flatnonzero(lost_reason))
        articles = {name: _taken(self.articles[name], kept_article) for name in OF_ARTICLES}
        used, codes = np.unique(found["period"], return_inverse=True)
        found["period"] = _narrow(codes, len(used))
        return Columns(self.head, found, articles, tuple(self.periods[code] for code in used.tolist()))


for _made in (Article, Figure):  # now, and not when several threads ask for the first at once
    _made.model_rebuild()

_PRINTED: Final = {"text": "text", "growth": "growth_printed", "completion": "completion_printed"}


def _taken(column: Any, kept: npt.NDArray[np.bool_]) -> Any:
    return column[kept] if isinstance(column, np.ndarray) else column.filter(pa.array(kept))


def _without_reasons(rest: Any, rows: Codes) -> Any:
    """A reason stands beside a correction only."""
    if not len(rows):
        return rest
    texts = rest.to_pylist()
    for row in rows.tolist():
        left = {key: said for key, said in json.loads(texts[row] or "{}").items() if key != "reason"}
        texts[row] = _json(left) if left else None
    return pa.array(texts, pa.large_string())


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


# --- from a dataset --------------------------------------------------------------------------------------------------


def of(dataset: Dataset) -> Columns:
    """The columns of a dataset that is held as objects; eight microseconds a figure."""
    figures = dataset.figures
    every = tuple(figures.values())
    row_of = {key: row for row, key in enumerate(figures)}
    periods_of, text, growth, completion = (
        _all(name, every) for name in ("period.text", "text", "growth", "completion")
    )
    spans = in_order(set(periods_of))
    article_rows = [position for position, one in enumerate(dataset.articles.values()) for _ in one.figures]
    codes = {
        "article": _narrow(np.array(article_rows, dtype=np.int64), len(dataset.articles)),
        "metric": _codes(_all("metric", every), dataset.metrics),
        "region": _codes(_all("region", every), dataset.regions),
        "sector": _codes(_all("sector", every), dataset.sectors),
        "period": _codes(periods_of, spans),
        "nature": _codes(_all("nature", every), NATURES),
        "qualifier": _codes(_of_each("qualifier", text), QUALIFIERS),
    }
    texts = {
        "figure": figures,
        "quote": _all("quote", every),
        "text": _of_each("printed", text),
        "growth_printed": _of_each("printed", growth),
        "completion_printed": _of_each("printed", completion),
        "rest": map(_rest, every),
    }
    refers = {name: [_reference(key, row_of) for key in _all(name, every)] for name in REFERENCES}
    numbers = {name: _of_each(name, text) for name in ("value", "low", "high")}
    numbers |= {"growth": _of_each("value", growth), "completion": _of_each("value", completion)}
    columns = {
        **{name: _texts(said) for name, said in texts.items()},
        **codes,
        **{name: np.array(to, dtype=np.int32) for name, to in refers.items()},
        **{name: _floats(printed) for name, printed in numbers.items()},
        "complete_parts": np.array(_all("complete_parts", every), dtype=bool),
    }
    return Columns(replace(dataset, articles={}), columns, _articles(dataset), tuple(map(periods.parse, spans)))


def in_order(spans: Iterable[str]) -> list[str]:
    """Periods by their days; those of one stretch of days by how they are written."""
    return [one.text for one in sorted(map(periods.parse, spans), key=lambda one: (one, one.text))]


def _articles(dataset: Dataset) -> dict[str, Any]:
    articles = dataset.articles.values()
    said = {
        "id": dataset.articles,
        "head": (_json(plain.printed(article.model_copy(update={"figures": ()}))) for article in articles),
        "published": (article.published.text for article in articles),
        "publisher": (article.publisher for article in articles),
        "url": (article.url for article in articles),
    }
    return {name: _texts(texts) for name, texts in said.items()}


def as_numpy(numbers: pa.Array) -> npt.NDArray[Any]:
    """Numbers of which none is missing, over the same memory; ``to_numpy`` would import pandas."""
    kind = np.dtype(str(numbers.type).replace("double", "float64"))
    return np.frombuffer(numbers.buffers()[1], kind, len(numbers), numbers.offset * kind.itemsize)


def _texts(said: Iterable[str | None]) -> Any:
    """What ``pa.array`` would make of them, without importing pandas, as that does."""
    given = list(said)
    encoded = [b"" if text is None else text.encode() for text in given]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
    there = np.packbits(np.array([text is not None for text in given], dtype=bool), bitorder="little")
    buffers = (there if None in given else None, ends, b"".join(encoded))
    kept = [None if part is None else pa.py_buffer(part) for part in buffers]
    return pa.Array.from_buffers(pa.large_string(), len(given), kept)


def _all(name: str, figures: Sequence[Figure]) -> list[Any]:
    """What stands there in each figure."""
    return list(map(attrgetter(name), figures))


def _of_each(name: str, said: Iterable[Quantity | None]) -> Iterator[Any]:
    """What stands there in each quantity, and None where there is none."""
    return (one and getattr(one, name) for one in said)


def _codes(said: Iterable[str | None], among: Iterable[str]) -> Codes:
    position: dict[str | None, int] = {one: at for at, one in enumerate(among)}
    return _narrow(np.array([position.get(one, NOBODY) for one in said], dtype=np.int64), len(position))


def _narrow(codes: npt.NDArray[Any], count: int) -> Codes:
    """In as few bytes as ``count`` positions ask for."""
    kinds: Sequence[type[np.signedinteger[Any]]] = (np.int8, np.int16, np.int32)
    return codes.astype(next(kind for kind in kinds if count <= np.iinfo(kind).max))


def _reference(key: str | None, rows: Mapping[str, int]) -> int:
    if key is None:
        return NOBODY
    return THE_ANNUAL if key == ANNUAL else rows[key]


def _floats(numbers: Iterable[Decimal | None]) -> Numbers:
    return np.array([np.nan if one is None else float(one) for one in numbers], dtype=float)


def _rest(figure: Figure) -> str | None:
    if figure.note is None and figure.reason is None and not figure.accept:  # so it is with most
        return None
    said = {name: getattr(figure, name) for name in _REST}
    told = {name: plain.printed(part) for name, part in said.items() if part}
    return _json(told)
