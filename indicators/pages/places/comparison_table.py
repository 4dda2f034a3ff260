"""Rows of compared places → a table with a column for each place, every number with a bar on the scale of its row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from indicators.export.markup import joined, link, markup, tag
from indicators.frames import comparison_choices
from indicators.frames.comparison_choices import ComparisonChoice
from indicators.frames.comparisons import ComparisonRow, MeasuredNumber
from indicators.model.articles import Figure
from indicators.model.subjects import TREES
from indicators.model.vocabulary import ALL
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.phrasing import calculations
from indicators.phrasing.figures import bare_growth
from indicators.phrasing.standings import derived_percent
from indicators.values import units
from indicators.values.quantities import DIRECTION, Qualifier
from indicators.words import terms
from indicators.words.pages import compare as words


class ComparisonTable:
    """A table with a column for each place, its rows under their themes."""

    def __init__(self, context: PageContext, choice: ComparisonChoice) -> None:
        self._context, self._names, self._choice = context, context.names, choice

    def of(self, rows: Sequence[ComparisonRow]) -> Markup:
        names, dataset = self._names, self._names.dataset
        ranked = any(row.period is not None for row in rows)
        themes = {key: number for number, key in enumerate(dataset.themes)}
        by_theme = groupby(
            sorted(rows, key=lambda row: themes[dataset.metrics[row.key.metric].theme]),
            key=lambda row: dataset.metrics[row.key.metric].theme,
        )
        columns = [names.of(words.METRIC), *(names.entry(self._choice.tree, key) for key in self._choice.members)]
        heads = [tag("th", label, scope="col") for label in columns]
        heads += [tag("th", names.of(words.STANDING), scope="col", class_="standing")] if ranked else []
        bodies = []
        for theme, of_theme in by_theme:
            head = tag("tr", tag("th", names.theme(theme), colspan=len(heads), scope="rowgroup"), class_="theme")
            bodies.append(tag("tbody", head, [self._row(row, ranked=ranked) for row in of_theme]))
        head = tag("thead", tag("tr", heads))
        return tag("table", head, bodies, aria_label=names.of(words.TABLE), class_=f"of-{len(self._choice.members)}")

    def _row(self, row: ComparisonRow, *, ranked: bool) -> Markup:
        scale = _Scale.of(number.value for number in row.numbers.values())
        cells = [self._cell(row, key, scale) for key in self._choice.members]
        if ranked:
            cells.append(tag("td", self._standing(row), class_="standing"))
        return tag("tr", self._head(row), cells)

    def _head(self, row: ComparisonRow) -> Markup:
        names, key = self._names, row.key
        trees = [tree for tree in TREES if tree != self._choice.tree]
        place = names.place(key.place, *trees)
        telling = place if any(getattr(key.place, tree) not in {"", ALL} for tree in trees) else ""
        facts = [telling, row.period.label(names.lang) if row.period else ""]
        if row.nature != "actual":
            facts.append(names.nature(row.nature).lower())
        if row.base is not None:
            facts.append(names.of(words.BASE).format(period=row.base.label(names.lang)))
        metric = link(self._context.addresses.metric(key.metric), names.metric(key.metric))
        below = tag("span", names.of(terms.JOIN).join(filter(None, facts)), class_="source")
        return tag("th", metric, below, self._steps(row), scope="row")

    def _steps(self, row: ComparisonRow) -> Markup | None:
        """How each derived number follows from the printed ones; None where the row has none."""
        names, steps = self._names, []
        for key, number in row.numbers.items():
            if number.derived is not None:
                formula = calculations.formula(number.derived, names)
                name = names.entry(self._choice.tree, key)
                step = names.of(words.STEP).format(name=name, formula=formula)
                if interval := calculations.interval(number.derived, names):
                    step = names.of(words.STEP_BETWEEN).format(step=step, interval=interval)
                links = [
                    link(self._context.addresses.figure(figure), str(place))
                    for place, figure in enumerate(number.derived.inputs, 1)
                ]
                steps.append(tag("li", step, " [", joined(", ", links), "]"))
        if not steps:
            return None
        return tag("details", tag("summary", names.of(words.HOW)), tag("ul", steps), class_="how")

    def _cell(self, row: ComparisonRow, key: str, scale: "_Scale") -> Markup:
        names, addresses = self._names, self._context.addresses
        of = tag("span", names.entry(self._choice.tree, key), class_="of")
        if key in row.numbers:
            number = row.numbers[key]
            amount = link(addresses.figure(number.figure.id), self._number(number), class_="entry")
            return tag("td", of, scale.track(number), amount, class_="number")
        if key in row.disputed:
            return tag("td", of, tag("span", names.of(words.DISPUTED), class_="entry elsewhere"), class_="number")
        if key in row.elsewhere:
            figure = row.elsewhere[key]
            label = markup(self._printed(figure), tag("small", figure.period.label(names.lang)))
            return tag("td", of, link(addresses.figure(figure.id), label, class_="entry elsewhere"), class_="number")
        return tag("td", tag("span", names.of(words.NOT_REPORTED), class_="unseen"), class_="nothing")

    def _number(self, number: MeasuredNumber) -> Markup:
        names, derived = self._names, number.derived
        if derived is None:
            return self._printed(number.figure)
        if derived.unit.id == "percent":
            percent = derived_percent(derived, names)
            digits = percent.number.removesuffix("%") if derived.formula == "index" else percent.number
        else:
            digits = units.compact(derived.value, derived.unit, names.lang)
        return markup(_qualifier(derived.qualifier, self._names.of(terms.QUALIFIERS[derived.qualifier])), digits)

    def _printed(self, figure: Figure) -> Markup:
        """The number of a figure with the mark of its nature, unless that is actual."""
        mark = None if figure.nature == "actual" else markup(parts.mark(figure.nature, self._names), " ")
        if self._choice.measure == "growth":
            fell = figure.growth is not None and figure.growth.high < 0
            return markup(mark, tag("span", bare_growth(figure, self._names), class_="fall" if fell else None))
        amount = self._context.amount_units.aligned(figure)
        return markup(mark, parts.amount(amount)) if amount is not None else Markup()

    def _standing(self, row: ComparisonRow) -> str:
        """Which is highest, where intervals are apart; that a whole is larger than its parts needs no saying."""
        names, highest = self._names, row.highest
        nested = comparison_choices.nested(names.dataset, self._choice.tree, row.numbers)
        if nested and self._choice.measure != "growth":
            return names.of(words.INSIDE)
        if row.equal:
            return names.of(words.EQUAL)
        named = [names.entry(self._choice.tree, key) for key in highest]
        if len(highest) == 1:
            return names.of(words.HIGHEST).format(name=named[0])
        if len(highest) == len(row.numbers):
            return names.of(words.UNCLEAR_ALL)
        return names.of(words.UNCLEAR).format(names=names.of(terms.LIST).join(named))


def _qualifier(qualifier: Qualifier, word: str) -> Markup | None:
    return None if qualifier == "exact" else tag("span", word, " ", class_="qualifier")


@dataclass(frozen=True, slots=True)
class _Scale:
    """The scale of a row: from ``low`` (0, or the lowest number below it) to ``high``."""

    low: float
    high: float

    @classmethod
    def of(cls, values: Iterable[float]) -> "_Scale":
        every = [0.0, *values]
        return cls(min(every), max(every))

    def track(self, number: MeasuredNumber) -> Markup | None:
        """The bar of a number from 0; a triangle at its end says that more or less was printed."""
        width = self.high - self.low
        if not width:
            return None
        ends = sorted((0.0, number.value))
        left, right = (100 * (end - self.low) / width for end in ends)
        nature = "derived" if number.derived is not None else number.figure.nature
        falls = " falls" if number.value < 0 else ""
        bar = tag("i", class_=f"bar {nature}{falls}", style=f"left: {left:.2f}%; width: {right - left:.2f}%")
        quantity = number.figure.text if number.figure.text is not None else number.figure.growth
        direction = 0 if quantity is None or number.derived is not None else DIRECTION[quantity.qualifier]
        beyond = {1: "over", -1: "under"}.get(direction)
        end = right if number.value >= 0 else left
        triangle = tag("i", class_=beyond, style=f"left: {end:.2f}%") if beyond else None
        return tag("span", bar, triangle, class_="track", aria_hidden="true")
