"""The rows of a place → a table: each number with its growth, its plan or what was before, and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from markupsafe import Markup

from indicators.analysis.agreement import Slot
from indicators.analysis.formulas import Derived
from indicators.analysis.standing import ComparedNumber
from indicators.export.markup import Child, link, markup, tag
from indicators.model.articles import ANNUAL, Figure
from indicators.model.subjects import TREES
from indicators.model.vocabulary import ALL
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.places.marks import bar, line, strip
from indicators.pages.places.rows import NumberInPlace, PlacePage, PlaceRow, main_slot
from indicators.phrasing import standings
from indicators.phrasing.figures import bare_main_number, growth_rate, share
from indicators.phrasing.standings import derived_percent
from indicators.values import units
from indicators.words import terms
from indicators.words.pages import place as words

GROWTH: Final[Slot] = ("growth", None)


@dataclass(frozen=True)
class PlaceTable:
    """The table of a place, in the language and with the links of a context."""

    place: PlacePage
    context: PageContext

    @property
    def compares(self) -> bool:
        """True where there is anything that the place could be compared with; of sectors, where any number is."""
        if self.place.tree == "region":
            return bool(self.place.siblings)
        return any(row.is_compared for row in self.place.rows)

    def html(self) -> Markup:
        names = self.context.names
        by_theme = groupby(self.place.rows, key=lambda row: names.dataset.metrics[row.figure.metric].theme)
        bodies = [self._theme(theme, list(rows)) for theme, rows in by_theme]
        return tag("table", tag("thead", self._head()), bodies, class_=None if self.compares else "alone")

    def _head(self) -> Markup:
        names, place = self.context.names, self.place
        among = words.AMONG_PLACES if place.tree == "region" else words.AMONG_SECTORS
        above = names.entry(place.tree, place.above) if place.above else ""
        titles = (
            (words.METRIC, None), (words.NEWEST, "number"), (words.YEAR_AGO, "number"), (words.PERIOD, None),
            (words.PLAN_OR_EARLIER, None), (among, "standing"), (words.OUTLET, "outlet"),
        )  # fmt: skip
        cells = (
            tag("th", names.of(title).format(parent=above), scope="col", class_=css_class)
            for title, css_class in titles
            if self.compares or css_class != "standing"
        )
        return tag("tr", *cells)

    def _theme(self, theme: str, rows: Sequence[PlaceRow]) -> Markup:
        """The rows of a theme; of one metric the first has its name, and the others say what they are of."""
        width = 7 if self.compares else 6
        heading = tag("tr", tag("th", self.context.names.theme(theme), colspan=str(width), scope="rowgroup"))
        shown: list[Markup] = []
        for _, several in groupby(rows, key=lambda row: row.figure.metric):
            for number, row in enumerate(several):
                shown += self._rows(row, named=number == 0)
        return tag("tbody", heading, shown)

    def _rows(self, row: PlaceRow, *, named: bool) -> Iterator[Markup]:
        inner = "inner" if named else "inner further"
        yield self._main(row, named=named)
        if row.grown is not None and row.growth is not None and row.growth.standing is not None:
            yield self._growth(row.grown, row.growth, inner, cited=row.grown is not row.figure)
        if row.rest is not None:
            yield self._rest(row, *row.rest, inner)
        if row.share is not None and row.whole is not None:
            yield self._share(row, row.share, row.whole, inner)

    # --- the kinds of rows -------------------------------------------------------------------------------------------

    def _main(self, row: PlaceRow, *, named: bool) -> Markup:
        names, figure = self.context.names, row.figure
        grown = None if row.grown is None else self._growth_cell(row.grown)
        return self._row(
            name=self._name(row, named=named),
            css_class=None if named else "inner",
            number=self._number(figure),
            growth=grown,
            period=figure.period.short_label(names.lang),
            mini=self._mini(row),
            placed=row.number,
            slot=main_slot(figure),
            figure=figure,
            disputed=row.disputed,
            cited=True,
        )

    def _name(self, row: PlaceRow, *, named: bool) -> Markup:
        """The metric as a link, or for a further row of it what the row is of; and what a reader should know of it."""
        names, figure = self.context.names, row.figure
        details = [
            names.entry(tree, key)
            for tree in TREES
            if tree != self.place.tree and (key := getattr(figure, tree)) != ALL
        ]
        detail = names.of(terms.JOIN).join(details)
        metric = names.metric(figure.metric)
        title = metric if named else detail or metric
        if main_slot(figure)[0] == "growth":
            title = names.of(words.GROWTH_OF).format(metric=title)
        first: Child = link(self.context.addresses.metric(figure.metric), title) if named else title
        notes = [
            detail if named else "",
            "" if figure.nature == "actual" else names.nature(figure.nature).lower(),
            self._plan(figure),
            names.of(words.DISPUTED) if row.disputed else "",
        ]
        return markup(first, [(" ", tag("small", note)) for note in notes if note])

    def _plan(self, figure: Figure) -> str:
        names = self.context.names
        if figure.completion is None or main_slot(figure)[0] == "completion":
            return ""
        return names.of(words.OF_PLAN if figure.plan == ANNUAL else words.OF_TARGET).format(share=share(figure, names))

    def _growth(self, grown: Figure, placed: NumberInPlace, inner: str, *, cited: bool) -> Markup:
        names = self.context.names
        return self._row(
            name=names.of(words.ITS_GROWTH),
            css_class=inner,
            number=link(self.context.addresses.figure(grown.id, "growth"), _signed(growth_rate(grown, names))),
            period=grown.period.short_label(names.lang),
            placed=placed,
            slot=GROWTH,
            figure=grown,
            cited=cited,
        )

    def _rest(self, row: PlaceRow, derived: Derived, placed: NumberInPlace, inner: str) -> Markup:
        """The growth of the last part of the period, which nobody printed."""
        title = self.context.names.of(words.ALONE).format(period=derived.period.label(self.context.names.lang))
        return self._derived_row(title, row.figure, derived, inner, placed=placed)

    def _share(self, row: PlaceRow, derived: Derived, whole: Figure, inner: str) -> Markup:
        """The share in the whole; among the others it stands where the amount does, since all have the same whole."""
        names, figure = self.context.names, row.figure
        differ = [tree for tree in TREES if getattr(whole, tree) != getattr(figure, tree)]
        of_places = whole.metric == figure.metric and any(getattr(whole, tree) != ALL for tree in differ)
        name = names.place(whole.place, *differ) if of_places else names.metric(whole.metric)
        title = names.of(words.SHARE_OF).format(whole=name)
        mini = bar(float(derived.value), None, derived_percent(derived, names).number, derived=True)
        return self._derived_row(title, figure, derived, inner, mini=mini)

    def _derived_row(  # noqa: PLR0913  # what a row says
        self,
        title: str,
        figure: Figure,
        derived: Derived,
        inner: str,
        *,
        mini: Markup | None = None,
        placed: NumberInPlace | None = None,
    ) -> Markup:
        label = self.context.names.of(words.DERIVED)
        mark = tag("i", class_=f"mark {parts.DERIVED}", role="img", title=label, aria_label=label)
        percent = derived_percent(derived, self.context.names)
        number = markup(_qualifier(percent.qualifier), _signed(percent.number))
        return self._row(
            name=markup(title, " ", tag("small", label)),
            css_class=inner,
            number=markup(mark, " ", link(self.context.addresses.figure(figure.id), number)),
            period=derived.period.short_label(self.context.names.lang),
            mini=mini,
            placed=placed,
            slot=None,
            figure=figure,
        )

    # --- cells -------------------------------------------------------------------------------------------------------

    def _row(  # noqa: PLR0913  # a row has that many cells
        self,
        *,
        name: Child,
        css_class: str | None,
        number: Child,
        period: str,
        figure: Figure,
        slot: Slot | None,
        growth: Child = None,
        mini: Markup | None = None,
        placed: NumberInPlace | None = None,
        disputed: bool = False,
        cited: bool = False,
    ) -> Markup:
        names = self.context.names
        article = names.dataset.article_of[figure.id]
        outlet = f"{names.outlet(article.publisher)} {article.published.start.year}"
        source = link(self.context.addresses.article(article.id), outlet, title=names.publisher(article.publisher))
        return tag(
            "tr",
            tag("th", name, scope="row"),
            tag("td", number, class_="number main"),
            tag("td", growth, class_="number growth"),
            tag("td", period, class_="period"),
            tag("td", mini, class_="mini" if mini else "mini none"),
            self._standing(placed, slot, disputed=disputed) if self.compares else None,
            tag("td", source if cited else None, class_="outlet"),
            class_=css_class,
        )

    def _number(self, figure: Figure) -> Markup:
        """The newest number as a link to its words, with the mark of its nature before it."""
        names = self.context.names
        shown: Child = _signed(bare_main_number(figure, names))
        if amount := self.context.amount_units.alone(figure):
            space = " " if names.lang == "en" and amount.unit[:1] not in units.TIGHT else ""
            shown = markup(_qualifier(amount.qualifier), amount.number, space, amount.unit)
        number = link(self.context.addresses.figure(figure.id), shown)
        return number if figure.nature == "actual" else markup(parts.mark(figure.nature, names), " ", number)

    def _growth_cell(self, grown: Figure) -> Markup:
        return link(self.context.addresses.figure(grown.id, "growth"), _signed(growth_rate(grown, self.context.names)))

    def _mini(self, row: PlaceRow) -> Markup | None:
        names, figure = self.context.names, row.figure
        if figure.completion is not None:
            done = share(figure, names)
            gone = figure.period.share_of_year() if figure.plan == ANNUAL else None
            words_of_bar = words.PLAN_BAR if gone is None else words.PLAN_BAR_AND_YEAR
            year = "" if gone is None else units.compact(float(gone), "percent", names.lang, digits=3)
            label = names.of(words_of_bar).format(share=done, gone=year)
            return bar(float(figure.completion.value), None if gone is None else float(gone), label)
        return line(row.line, figure, names) if len(row.line) > 1 else None

    def _standing(self, placed: NumberInPlace | None, slot: Slot | None, *, disputed: bool) -> Markup:
        """Where the number stands, as a strip and in a word; or why it is not compared, in the same place."""
        names = self.context.names
        if placed is None:
            return tag("td", class_="standing")
        if placed.standing is None:
            reason = None if placed.why_not is None else standings.not_compared(placed.why_not, names)
            return tag("td", tag("span", reason, class_="none"), class_="standing")
        verdict = names.of(words.DISPUTED) if disputed else standings.verdict(placed.standing, names)
        in_words = partial(self._in_words, slot=slot)
        whole = None if placed.above is None else self._in_words(placed.above, slot)
        drawn = strip(placed.standing, in_words, placed.above, whole, names, derived=slot is None)
        word = tag("span", verdict, class_="word", title=standings.explanation(placed.standing, names))
        return tag("td", tag("div", drawn, word), class_="standing")

    def _in_words(self, number: ComparedNumber, slot: Slot | None) -> str:
        """A compared number with the name of its place."""
        names = self.context.names
        if slot is None:
            shown = units.compact(number.value, "percent", names.lang, digits=3)
        else:
            shown = standings.number_of(number, slot, names)
        name = names.entry(self.place.tree, number.place)
        return names.of(words.NUMBER_OF).format(name=name, number=shown)


def _qualifier(qualifier: str) -> Markup | None:
    return tag("span", f"{qualifier} ", class_="qualifier") if qualifier else None


def _signed(number: str) -> Child:
    """A change, in the colour of falls if it is one."""
    return tag("span", number, class_="fall") if number.startswith(units.MINUS) else number
