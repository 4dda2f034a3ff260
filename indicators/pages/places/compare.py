"""Compared places → the page that sets them side by side: a row for each metric, on one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from markupsafe import Markup

from indicators.export.markup import Child, link, markup, tag
from indicators.frames import comparison_choices, comparisons
from indicators.frames.comparison_choices import ComparisonChoice
from indicators.frames.comparisons import ComparisonRow
from indicators.model.subjects import TREES, Tree
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.places.comparison_table import ComparisonTable
from indicators.phrasing.names import Names
from indicators.view import MEASURES, View
from indicators.words import terms
from indicators.words.pages import compare as words

NAMED: Final = 3
"""So many places are named in the title; more are counted."""
MOST_OFFERED: Final = 24
"""The most places that can be added with a link."""
MOST_ROWS: Final = 150
"""The most metrics of a table: a browser is not sent thousands."""


@dataclass(frozen=True)
class SideBySide:
    """What the page shows: the rows of what is chosen, and how many rows each measure would have."""

    choice: ComparisonChoice
    rows: Sequence[ComparisonRow]
    counts: Mapping[str, int]

    @property
    def figures(self) -> list[str]:
        """The ids of all figures in the rows, and of those that they are derived from; each once."""
        keys: dict[str, None] = {}
        for row in self.rows:
            for number in row.numbers.values():
                keys |= dict.fromkeys(number.derived.inputs if number.derived else (number.figure.id,))
            keys |= dict.fromkeys(figure.id for figure in row.elsewhere.values())
        return list(keys)


def comparison(context: PageContext, view: View) -> SideBySide:
    """What a view compares."""
    study = context.study
    choice = comparison_choices.choice(study.frame, study.dataset, view)
    by_measure: dict[Any, list[ComparisonRow]] = {
        measure: comparisons.compare(choice.rows, study.dataset, choice.tree, choice.members, measure)
        for measure in MEASURES
    }
    counts = {measure: sum(row.period is not None for row in rows) for measure, rows in by_measure.items()}
    return SideBySide(choice, by_measure[choice.measure][:MOST_ROWS], counts)


def page(context: PageContext, view: View, compared: SideBySide) -> Markup:
    """The whole page."""
    names, choice = context.names, compared.choice
    table = ComparisonTable(context, choice)
    side_by_side = [row for row in compared.rows if row.period is not None]
    apart = [row for row in compared.rows if row.period is None]
    children: list[Child] = [
        tag("h1", _title(choice, names)),
        tag("p", names.of(words.DECK), class_="sub"),
        _choosing(context, view, compared),
    ]
    if len(choice.members) < 2:
        children.append(tag("p", names.of(words.CHOOSE_TWO), class_="empty"))
    elif not side_by_side:
        children.append(tag("p", names.of(words.CANNOT[choice.measure]), class_="empty"))
    else:
        note = f"{names.of(words.MEASURE_NOTES[choice.measure])}{names.of(terms.SENTENCES)}{names.of(words.METHOD)}"
        children += [table.of(side_by_side), tag("p", note, class_="method")]
    if apart:
        children += [
            parts.section(names.of(words.OTHER_PERIODS)),
            tag("p", names.of(words.OTHER_PERIODS_NOTE), class_="sub"),
            table.of(apart),
        ]
    if not compared.rows:
        children.append(_what_each_has(context, choice))
    return parts.page(*children, name="compare")


def _title(choice: ComparisonChoice, names: Names) -> str:
    members = [names.entry(choice.tree, key) for key in choice.members]
    named = names.listed(members) if 0 < len(members) <= NAMED else ""
    return names.of(words.TITLE).format(names=named or names.count(words.COUNTED[choice.tree], len(members)))


def _what_each_has(context: PageContext, choice: ComparisonChoice) -> Markup:
    """Where nothing is shared: each place with how many metrics it has, and where they are listed."""
    names, items = context.names, []
    metrics = choice.rows.groupby(choice.tree, observed=True)["metric"].nunique()
    for key in choice.members:
        count = names.count(words.METRICS, int(metrics.get(key, 0)))
        label = names.of(words.HAS).format(name=names.entry(choice.tree, key), metrics=count)
        items.append(tag("li", link(context.addresses.view(_of(choice.tree, (key,), View(page="figures"))), label)))
    return markup(parts.section(names.of(words.NOTHING_SHARED)), tag("ul", items)) if items else Markup()


def _of(tree: Tree, members: Sequence[str], view: View) -> View:
    """The view with these places of one tree."""
    chosen: dict[str, Any] = {tree: tuple(members)}
    return replace(view, **chosen)


# --- choosing --------------------------------------------------------------------------------------------------------


def _choosing(context: PageContext, view: View, compared: SideBySide) -> Markup:
    """Links to what else can be compared, by what, and to add or remove a place."""
    return tag(
        "div",
        _trees(context, compared),
        _measures(context, view, compared),
        _members(context, view, compared.choice),
        class_="choosing",
    )


def _trees(context: PageContext, compared: SideBySide) -> Markup:
    names, study = context.names, context.study
    links = []
    for tree in TREES:
        label = names.of(words.TREES[tree])
        if tree == compared.choice.tree:
            links.append(tag("b", label, aria_current="true"))
        elif members := comparison_choices.siblings(study.frame, study.dataset, tree):
            links.append(link(context.addresses.view(_of(tree, members, View(page="compare"))), label))
    return tag("nav", links, aria_label=names.of(words.TREES_LABEL))


def _measures(context: PageContext, view: View, compared: SideBySide) -> Markup:
    """The measures, each with how many metrics it has; one without any is grey and says why."""
    names, choice = context.names, compared.choice
    links: list[Markup] = []
    for measure in MEASURES:
        label = names.of(words.MEASURES[measure])
        count = tag("small", f"{compared.counts[measure]:,}")
        if measure == choice.measure:
            links.append(tag("b", label, " ", count, aria_current="true"))
        elif compared.counts[measure]:
            target = _of(choice.tree, choice.members, replace(view, page="compare", measure=measure))
            links.append(link(context.addresses.view(target), label, " ", count))
        else:
            links.append(tag("span", label, " ", count, class_="none", title=names.of(words.CANNOT[measure])))
    return tag("nav", links, aria_label=names.of(words.MEASURES_LABEL))


def _members(context: PageContext, view: View, choice: ComparisonChoice) -> Markup:
    """The places that are compared, each with a link that removes it, and those that can be added."""
    names, tree = context.names, choice.tree
    chips = []
    for key in choice.members:
        name = names.entry(tree, key)
        others = [other for other in choice.members if other != key]
        address = context.addresses.view(_of(tree, others, replace(view, page="compare")))
        remove = names.of(words.REMOVE).format(name=name)
        removing = link(address, "×", class_="remove", title=remove, aria_label=remove) if others else None
        chips.append(tag("li", link(context.addresses.place(tree, key), name), removing))
    return tag("div", tag("ul", chips, class_="chosen"), _adding(context, view, choice), class_="members")


def _adding(context: PageContext, view: View, choice: ComparisonChoice) -> Markup | None:
    names, tree = context.names, choice.tree
    if len(choice.members) >= comparison_choices.MOST_COMPARED:
        return None
    counts = comparison_choices.shared_counts(choice.rows, tree, choice.members)
    most_first = sorted(counts, key=lambda key: -counts[key])[:MOST_OFFERED]
    items = [
        tag(
            "li",
            link(
                context.addresses.view(_of(tree, (*choice.members, key), replace(view, page="compare"))),
                names.of(words.ADDED).format(name=names.entry(tree, key), count=counts[key]),
            ),
        )
        for key in most_first
    ]
    note = names.of(words.ADD_NOTE if items else words.NONE_TO_ADD)
    summary = tag("summary", f"+ {names.of(words.ADD)}")
    return tag("details", summary, tag("ul", items) if items else None, tag("p", note, class_="method"), class_="add")
