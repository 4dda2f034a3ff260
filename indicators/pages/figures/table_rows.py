"""Figures → a table with one row each: place, metric, period, number, bar, growth, printed words and outlet.

A number of a target or an expectation has its mark before it, and the word stands beside the name of the row.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from indicators.analysis import links
from indicators.analysis.agreement import Verdict
from indicators.export.markup import ELSEWHERE, Child, link, tag
from indicators.model.articles import Figure
from indicators.model.subjects import Tree
from indicators.model.vocabulary import ALL
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.phrasing.aligned_amounts import AlignedAmount
from indicators.phrasing.figures import as_printed, bare_change, bare_growth, bare_main_number, bare_share
from indicators.values.text import TAGS
from indicators.words import terms
from indicators.words.pages import ledger as words
from indicators.words.phrasing import agreement as agreement_words
from indicators.words.phrasing import evidence as evidence_words
from indicators.words.phrasing import figures as figure_words

COLUMNS: Final = ("place", "metric", "period", "number", "compared", "growth", "printed", "outlet")
"""The columns of a list; a table can have "source", too: a link to the article or its reprint."""
_NAMING: Final = ("metric", "place", "period")
"""The columns that can name a row; the first of them that is shown holds its link."""
_MOST_DECIMALS: Final = 3
"""Room behind the point; a number with more digits there stands a little to the left."""

Head = Callable[[str, str], Markup]
"""A column and its title → the head of the column."""


def table(
    figures: Sequence[Figure],
    largest: Sequence[float],
    context: PageContext,
    *,
    head: Head | None = None,
    columns: Sequence[str] = COLUMNS,
) -> Markup:
    """The rows; ``largest`` has for each the amount that its bar is measured by, NaN where it has no bar.

    A column of bars or of growth is left out where no row has any. The first column of _NAMING names the rows.
    """
    empty = {"compared"} if all(map(math.isnan, largest)) else set()
    if not any(figure.growth or figure.change or figure.points for figure in figures):
        empty.add("growth")
    columns = [name for name in columns if name not in empty]
    amounts = [context.amount_units.aligned(figure) for figure in figures]
    decimals = max((len(amount.fraction) - 1 for amount in amounts if amount), default=0)
    rows = (
        tag("tr", _cells(figure, amount, most, columns, context))
        for figure, amount, most in zip(figures, amounts, largest, strict=True)
    )
    naming = next(name for name in _NAMING if name in columns)
    heads = (_head(name, context.names.of(words.COLUMNS[name]), head) for name in columns)
    return tag(
        "table",
        tag("thead", tag("tr", heads)),
        tag("tbody", rows),
        class_="figure-rows",
        data_named_by=naming,
        style=f"--decimals: {min(max(decimals, 0), _MOST_DECIMALS)}",
    )


def _head(column: str, title: str, head: Head | None) -> Markup:
    return head(column, title) if head else tag("th", title, scope="col", class_=column)


def _cells(
    figure: Figure, amount: AlignedAmount | None, largest: float, columns: Sequence[str], context: PageContext
) -> Iterator[Markup]:
    naming = next(name for name in _NAMING if name in columns)
    cells: Mapping[str, Callable[[], Child]] = {
        "place": lambda: context.names.region(figure.region),
        "metric": lambda: context.names.metric(figure.metric),
        "period": lambda: figure.period.short_label(context.names.lang),
        "number": lambda: _number(figure, amount, context),
        "compared": lambda: _bar(figure, largest),
        "growth": lambda: bare_growth(figure, context.names) or bare_change(figure, context.names),
        "printed": lambda: _printed(figure),
        "outlet": lambda: _outlet(figure, context),
        "source": lambda: _source(figure, context),
    }
    for name in columns:
        content = cells[name]()
        if name == naming:
            content = _name(figure, content, context)
        yield tag("td", content, class_=f"{name} fall" if name == "growth" and _falls(figure) else name)


def _name(figure: Figure, name: Child, context: PageContext) -> Sequence[Child]:
    """The link that the whole row is, where it stands in sectors and groups, and what else must be known of it."""
    names = context.names
    trees: Sequence[tuple[Tree, str]] = (("sector", figure.sector), ("group", figure.group))
    beside = names.of(terms.JOIN).join(names.entry(tree, key) for tree, key in trees if key != ALL)
    nature = names.nature(figure.nature).lower()
    verdict = _verdict(figure, context)
    return (
        link(context.addresses.figure(figure.id), name),
        tag("small", f" {beside}") if beside else None,
        (" ", tag("span", nature, class_="chip")) if figure.nature != "actual" else None,
        (" ", tag("span", names.of(agreement_words.VERDICTS[verdict]).lower(), class_="chip")) if verdict else None,
    )


def _verdict(figure: Figure, context: PageContext) -> Verdict | None:
    """What a reader must know of a number that others report as well: that it was corrected, or is in conflict."""
    agreement = context.study.reports.get(figure.id)
    if agreement is None:
        return None
    if figure.id in agreement.superseded:
        return "revised"
    return "conflict" if agreement.verdict == "conflict" else None


def _number(figure: Figure, amount: AlignedAmount | None, context: PageContext) -> Sequence[Child]:
    """The amount, and below it the share of a plan; or what else is reported, if it is not the growth alone."""
    names = context.names
    mark = parts.mark(figure.nature, names) if figure.nature != "actual" else None
    if amount is not None:
        share = bare_share(figure, names)
        of_plan = names.of(figure_words.OF_PLAN).format(share=share) if share else ""
        return mark, parts.amount(amount), tag("small", f" {of_plan}") if of_plan else None
    if figure.growth is not None or figure.change is not None or figure.points is not None:
        return mark, tag("small", names.of(words.RATE_ALONE))
    return mark, tag("small", bare_main_number(figure, names))


def _bar(figure: Figure, largest: float) -> Markup | None:
    """The amount as a part of the largest that it is compared with; a target's bar is hollow, an expected one pale."""
    if figure.text is None or math.isnan(largest):
        return None
    width = min(100.0, abs(float(figure.text.value)) / largest * 100)
    classes = ["bar", *([figure.nature] if figure.nature != "actual" else []), *(["falls"] * (figure.text.value < 0))]
    return tag("i", class_=" ".join(classes), style=f"width: {width:.1f}%")


def _falls(figure: Figure) -> bool:
    change = figure.growth or figure.change or figure.points
    return change is not None and change.value < 0


def _printed(figure: Figure) -> Markup | None:
    """The words of the amount to the letter, in the language that they are in."""
    return None if figure.text is None else tag("span", as_printed(figure.text), lang=TAGS[figure.text.lang])


def _outlet(figure: Figure, context: PageContext) -> Sequence[Child]:
    article = context.study.dataset.article_of[figure.id]
    names = context.names
    publisher = names.publisher(article.publisher)
    return (
        tag("span", names.outlet(article.publisher), class_="two-lines", title=publisher),
        " ",
        tag("small", article.published.label(names.lang)),
    )


def _source(figure: Figure, context: PageContext) -> Markup | None:
    """Where the article, or a reprint of it, can be read; what it is stands before its host."""
    article = context.study.dataset.article_of[figure.id]
    ways = links.links(article, context.study.dataset)
    if not ways:
        return None
    label = context.names.of(evidence_words.SOURCES[ways[0].kind]).format(host=ways[0].host)
    return tag("a", label, href=ways[0].url, rel=ELSEWHERE, title=label)
