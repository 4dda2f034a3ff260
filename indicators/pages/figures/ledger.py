"""The list of all figures → its page: what is chosen, what else can be, and one row a figure, a sheet at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from markupsafe import Markup

from indicators.export.markup import link, markup, tag
from indicators.frames import ledger as frames
from indicators.frames.ledger import Listing, SortKey
from indicators.frames.rows import Codes
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.figures import table_rows
from indicators.view import FACETS, SORTS, View
from indicators.words import terms
from indicators.words.pages import ledger as words

ROWS: Final = 100
"""Rows of one sheet."""
_SHOWN: Final = 8
"""Values of a facet that are listed at once, the others behind a heading."""
_MOST: Final = 60
"""Values of a facet that are listed at all, beside those that are chosen."""
_OFFERED: Final = ("theme", "region", "year", "nature", "publisher", "sector", "group")
"""The facets, in order. A link can also ask for periods and a metric, which are listed among what is chosen."""
_LARGEST_FIRST: Final = frozenset({"period", "number", "growth"})
"""Columns that are sorted downwards first."""
_NEWEST_FIRST: Final = "-period"


@dataclass(frozen=True)
class Ledger:
    """The parts of the page, which the dashboard parts by a field to type in, and the ids of all figures listed."""

    head: Markup
    body: Markup
    figures: Sequence[str]


def of(view: View, context: PageContext) -> Ledger:
    """The page that a view asks for."""
    study = context.study
    shown = frames.listing(study.every, view, study.dataset, sort_key(context))
    figures: list[str] = study.every["figure"].iloc[shown.rows].tolist()
    body = tag("div", _facets(shown, view, context), tag("div", _rows(shown, view, context)), class_="columns")
    return Ledger(
        head=parts.page(_heading(len(figures), context), name="ledger"),
        body=parts.page(_chosen(shown, view, context), body, name="ledger"),
        figures=figures,
    )


def sort_key(context: PageContext) -> SortKey | None:
    """In English names are sorted by their letters, in Chinese as the data file lists them."""
    names = context.names
    named = {"metric": names.metric, "region": names.region, "publisher": names.publisher}
    return None if names.lang == "zh" else lambda column, key: named[column](key).casefold()


def _heading(count: int, context: PageContext) -> Markup:
    names, total = context.names, len(context.study.every)
    some = names.of(words.SOME_OF_THEM).format(count=f"{count:,}", all=f"{total:,}")
    articles = names.count(terms.ARTICLES, len(context.study.dataset.articles))
    return markup(
        tag("h1", names.count(words.ALL_OF_THEM, total) if count == total else some),
        tag("p", names.of(words.DECK).format(articles=articles), class_="sub"),
    )


# --- what is chosen, and what can be ---------------------------------------------------------------------------------


def _chosen(shown: Listing, view: View, context: PageContext) -> Markup | None:
    """All that the list is narrowed by, each with a link that takes it away, and one that takes all away."""
    items = [
        tag("li", _removal(_name(facet, key, context), count, without, context))
        for facet, key, count, without in _choices(shown, view)
    ]
    if not items:
        return None
    names = context.names
    clear = link(context.addresses.view(View(page="figures", sort=view.sort)), names.of(words.CLEAR))
    label = names.of(words.CHOSEN)
    return tag("div", tag("span", label), tag("ul", items, aria_label=label), clear, class_="chosen")


def _choices(shown: Listing, view: View) -> Iterator[tuple[str, str, int | None, View]]:
    """Each choice of a view: facet, id, how many figures the other choices leave of it, and the view without it."""
    for facet in FACETS:
        chosen: tuple[str, ...] = getattr(view, facet)
        for key in chosen:
            rest = tuple(other for other in chosen if other != key)
            yield facet, key, shown.counts[facet].get(key, 0), _changed(view, **{facet: rest})
    for field in ("metric", "find"):
        if getattr(view, field):
            yield field, getattr(view, field), None, _changed(view, **{field: ""})


def _removal(name: str, count: int | None, without: View, context: PageContext) -> Markup:
    names = context.names
    label = name if count is None else names.of(words.WITH_COUNT).format(name=name, count=f"{count:,}")
    cross = tag("span", "×", aria_hidden="true")
    return link(context.addresses.view(without), label, " ", cross, title=names.of(words.REMOVE).format(name=name))


def _name(facet: str, key: str, context: PageContext) -> str:
    names = context.names
    if facet == "find":
        return f"“{key}”"
    if facet == "year":
        return key
    return {
        "theme": names.theme,
        "region": names.region,
        "sector": names.sector,
        "group": names.group,
        "nature": names.nature,
        "publisher": names.publisher,
        "period": names.period,
        "metric": names.metric,
    }[facet](key)


def _facets(shown: Listing, view: View, context: PageContext) -> Markup:
    """What the list can be narrowed by; on a telephone behind a label that opens it."""
    names = context.names
    lists = [
        _facet(facet, shown.counts[facet], view, context)
        for facet in _OFFERED
        if len(shown.counts[facet]) > 1 or getattr(view, facet) or facet not in {"sector", "group"}
    ]
    label = names.of(words.FILTERS)
    return tag(
        "nav",
        tag("input", type="checkbox", class_="unseen", id="filters"),
        tag("label", label, for_="filters"),
        tag("div", lists),
        class_="facets",
        aria_label=label,
    )


def _facet(facet: str, counts: Mapping[str, int], view: View, context: PageContext) -> Markup:
    """The values of a facet, those with the most figures first, years with the newest first."""
    names, chosen = context.names, getattr(view, facet)
    by_count = sorted(counts, key=lambda key: (-counts[key], _name(facet, key, context)))
    order = sorted(counts, reverse=True) if facet == "year" else by_count
    keys = [*(key for key in chosen if key not in counts), *order]
    first = [key for place, key in enumerate(keys) if place < _SHOWN or key in chosen]
    rest = [key for key in keys if key not in first]
    more = names.of(words.MORE_VALUES).format(count=f"{len(rest):,}")
    unlisted = names.of(words.NOT_LISTED).format(count=f"{len(rest) - _MOST:,}") if len(rest) > _MOST else None

    def items(some: Sequence[str]) -> Markup:
        return tag("ul", (_value(facet, key, counts.get(key, 0), view, context) for key in some))

    folded = tag("details", tag("summary", more), items(rest[:_MOST]), tag("p", unlisted) if unlisted else None)
    return tag("section", tag("h2", names.of(words.FACETS[facet])), items(first), folded if rest else None)


def _value(facet: str, key: str, count: int, view: View, context: PageContext) -> Markup:
    """A value as a link that adds it to what is chosen, or takes it away."""
    chosen: tuple[str, ...] = getattr(view, facet)
    others = tuple(other for other in chosen if other != key) if key in chosen else (*chosen, key)
    mark = parts.mark(key, context.names) if facet == "nature" else None  # type: ignore[arg-type]
    target = context.addresses.view(_changed(view, **{facet: others}))
    name = tag("span", mark, _name(facet, key, context))
    return tag("li", link(target, name, " ", tag("span", f"{count:,}"), aria_current="true" if key in chosen else None))


# --- rows ------------------------------------------------------------------------------------------------------------


def _rows(shown: Listing, view: View, context: PageContext) -> Markup:
    names = context.names
    if not len(shown.rows):
        return tag("p", names.of(words.NOTHING), class_="deck")
    return markup(sheet(shown.rows, view, context), tag("p", names.of(words.FOOT), class_="method"))


def sheet(
    rows: Codes,
    view: View,
    context: PageContext,
    columns: Sequence[str] = table_rows.COLUMNS,
    *,
    size: int = ROWS,
) -> Markup:
    """The sheet of a list that the view asks for, with links to sort the list and to turn to its other sheets.

    ``rows`` are the positions of all figures of the list in ``Study.every``, in order; a sheet has ``size`` of them.
    """
    study, names, sheets = context.study, context.names, -(-len(rows) // size)
    number = min(int(view.sheet or 1), sheets) - 1
    first, last = size * number, min(len(rows), size * (number + 1))
    figures = [study.dataset.figures[key] for key in study.every["figure"].array.take(rows[first:last])]
    largest = frames.largest_alike(frames.chosen(study.every, frames.COMPARING, rows), study.dataset)[first:last]

    def head(column: str, title: str) -> Markup:
        return _head(column, title, view, context)

    def address(other: int) -> str:
        return context.addresses.view(replace(view, sheet=str(other + 1) if other else ""))

    facts = {"first": f"{first + 1:,}", "last": f"{last:,}", "all": f"{len(rows):,}"}
    return markup(
        table_rows.table(figures, largest.tolist(), context, head=head, columns=columns),
        tag("p", names.of(words.ROWS).format(**facts), class_="method") if sheets > 1 else None,
        parts.turn(number, sheets, address, names.of(words.SHEETS)),
    )


def _head(column: str, title: str, view: View, context: PageContext) -> Markup:
    """The head of a column as a link that sorts by it, and the other way round where it is sorted by it already."""
    from_link = view.sort or _NEWEST_FIRST
    if column not in SORTS:
        return tag("th", title, scope="col", class_=column)
    downwards = column in _LARGEST_FIRST
    direction = None
    if from_link.removeprefix("-") == column:
        downwards = not from_link.startswith("-")
        direction = "ascending" if downwards else "descending"
    wanted = f"-{column}" if downwards else column
    target = context.addresses.view(_changed(view, sort="" if wanted == _NEWEST_FIRST else wanted))
    return tag("th", link(target, title), scope="col", class_=column, aria_sort=direction)


def _changed(view: View, **changes: Any) -> View:
    """The view with other choices, from its first sheet."""
    return replace(view, sheet="", **changes)
