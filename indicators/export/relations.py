"""An edition → the tables of a package: figures, what follows from them, articles and vocabulary, with their keys."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from indicators.analysis.formulas import Derived
from indicators.export.edition import Edition, plain_rows, units
from indicators.export.table import Cell, Table
from indicators.frames import tidy_columns
from indicators.model.articles import Article, Copy
from indicators.model.dataset import Dataset
from indicators.model.events import Event
from indicators.model.kinds import BY_NAME, KIND_OF, VOCABULARY, EntryKind
from indicators.model.subjects import TREES
from indicators.model.vocabulary import ALL, Group
from indicators.values.periods import Period
from indicators.values.quantities import Quantity
from indicators.values.text import LocalText
from indicators.words import terms
from indicators.words.export import tables as words

_OF_A_FIGURE: Final = {
    **{name: BY_NAME[name].section for name in ("article", "publisher", "metric", "theme", *TREES)},
    **dict.fromkeys(("unit", "printed_unit"), "units"),
    "part_of": "figures",
    "supersedes": "figures",
}
DERIVED: Final = (
    *("derived", "formula", "ratio", "metric", *TREES, "period", "start", "end"),
    *("value", "low", "high", "unit", "qualifier", "inputs"),
)
_KINDS: Final = {kind.section: kind for kind in VOCABULARY}


KEYS: Final[Mapping[str, str]] = {
    **dict.fromkeys(_KINDS, "id"),
    "figures": "figure",
    "derived": "derived",
    "articles": "article",
    "units": "unit",
}
"""The column that other tables lead to, by the name of the table."""


def tables(edition: Edition) -> tuple[Table, ...]:
    """All tables. The edition should be ``closed``, so that every link leads to a row."""
    return (
        Table("figures", tidy_columns.COLUMNS, tuple(plain_rows(edition.frame)), ("figure",), _OF_A_FIGURE),
        derived(edition),
        _inputs(edition),
        articles(edition),
        _copies(edition),
        *(_entries(kind, _listed(kind, edition)) for kind in VOCABULARY if kind.section != "units"),
        _units(edition.dataset),
    )


def derived(edition: Edition) -> Table:
    """The derived figures; metric, region, sector and group are those of the first input."""
    rows = tuple(_derived_row(figure, edition.dataset) for figure in edition.derived)
    links = {name: BY_NAME[name].section for name in ("ratio", "metric", *TREES)} | {"unit": "units"}
    return Table("derived", DERIVED, rows, ("derived",), links)


def _derived_row(figure: Derived, dataset: Dataset) -> tuple[Cell, ...]:
    first, period = dataset.figures[figure.inputs[0]], figure.period
    return (
        *(figure.id, figure.formula, figure.ratio or None),
        *(first.metric, *first.place),
        *(period.text, period.start, period.end),
        *(
            float(figure.value),
            float(figure.low),
            float(figure.high),
            dataset.base_unit(figure.unit).id,
            figure.qualifier,
        ),
        " ".join(figure.inputs),
    )


def _inputs(edition: Edition) -> Table:
    rows = ((figure.id, position, key) for figure in edition.derived for position, key in enumerate(figure.inputs, 1))
    links = {"derived": "derived", "figure": "figures"}
    return Table("derived-inputs", ("derived", "position", "figure"), tuple(rows), ("derived", "position"), links)


ARTICLES: Final = (
    "article",
    "publisher",
    "issuer",
    "published",
    "headline_zh",
    "headline_en",
    "language",
    "url",
    "note_zh",
    "note_en",
)


def articles(edition: Edition) -> Table:
    """One row an article, without its figures and copies."""
    rows = tuple(
        (
            *(article.id, article.publisher, article.issuer, article.published.text),
            *_headlines(article),
            article.language,
            article.url,
            *_both(article.note),
        )
        for article, _ in edition.articles
    )
    return Table("articles", ARTICLES, rows, ("article",), {"publisher": "publishers", "issuer": "publishers"})


def _headlines(article: Article) -> tuple[str | None, str | None]:
    """The headline in Chinese and in English; None where nobody has translated it."""
    chinese, english = _both(article.headline)
    return (
        chinese if article.headline_language("zh") == "zh" else None,
        english if article.headline_language("en") == "en" else None,
    )


def _copies(edition: Edition) -> Table:
    rows = [(article.id, *_values(copy)) for article, _ in edition.articles for copy in article.copies]
    links = {"article": "articles", "publisher": "publishers"}
    return Table("copies", ("article", *_columns(Copy)), tuple(rows), (), links)


def _units(dataset: Dataset) -> Table:
    rows = ((unit.id, unit.dimension, float(unit.scale), *_both(unit.name)) for unit in units(dataset).values())
    return Table("units", ("unit", "dimension", "scale", "name_zh", "name_en"), tuple(rows), ("unit",))


# --- entries of the vocabulary, with the fields of their models ------------------------------------------------------


def _listed(kind: EntryKind, edition: Edition) -> Iterable[BaseModel]:
    """The entries of a kind; before the groups the whole, which figures name and a file does not list."""
    if kind.model is Event:
        return edition.events
    entries = getattr(edition.dataset, kind.section).values()
    return (Group(id=ALL, name=terms.WHOLE), *entries) if kind.model is Group else entries


def _entries(kind: EntryKind, entries: Iterable[BaseModel]) -> Table:
    links = {key: KIND_OF[target].section for key, target in kind.references.items()}
    links |= {"unit": "units"} if "unit" in kind.model.model_fields else {}
    rows = tuple(tuple(_values(entry)) for entry in entries)
    return Table(kind.section, tuple(_columns(kind.model)), rows, ("id",), links)


def _columns(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if name == "location":
            yield from ("latitude", "longitude")
        elif "LocalText" in str(field.annotation):
            yield from (f"{name}_zh", f"{name}_en")
        else:
            yield name


def _values(entry: BaseModel) -> Iterator[Cell]:
    for name, field in type(entry).model_fields.items():
        value: Any = getattr(entry, name)
        if name == "location":
            yield from value or (None, None)
        elif "LocalText" in str(field.annotation):
            yield from _both(value)
        elif isinstance(value, Quantity):
            yield value.printed
        elif isinstance(value, tuple):
            yield " ".join(value)
        else:
            yield value.text if isinstance(value, Period) else value


def _both(text: LocalText | None) -> tuple[str | None, str | None]:
    return (None, None) if text is None else (text.zh, text.en)


def meaning(column: str, table: str) -> LocalText | None:
    """What a column of a table holds: the description of the model's field, else that in words; None if neither is."""
    model = Copy if table == "copies" else _KINDS[table].model if table in _KINDS else None
    plain = column.removesuffix("_zh").removesuffix("_en")
    field = None if model is None else model.model_fields.get(plain)
    if field is None or field.description is None:
        return words.MEANINGS.get(column) or words.MEANINGS.get(plain)
    en, zh = field.description.split("\n\n")
    return LocalText(zh=zh, en=en)
