"""The page of a region or a sector: what it is, what is reported of it, where it stands, and what nobody reports."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from markupsafe import Markup

from indicators.export.markup import Child, joined, link, markup, tag
from indicators.model.articles import ANNUAL, Figure
from indicators.model.vocabulary import ALL
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.places import neighbour_map
from indicators.pages.places.rows import LackingRow, PlacePage, PlaceRow, PlaceTree
from indicators.pages.places.table import PlaceTable
from indicators.phrasing import briefs, standings
from indicators.phrasing.articles import byline
from indicators.phrasing.briefs import Brief, BriefFact
from indicators.phrasing.names import Names
from indicators.phrasing.standings import StandingFacts
from indicators.values.text import LANGS, TAGS
from indicators.view import View
from indicators.words import terms
from indicators.words.pages import place as words

SENTENCES: Final = 6
"""The most sentences of the paragraph."""
LACKING: Final = 12
"""The most rows of what is not reported in recent years."""
NAMED: Final = 3
"""The most others that such a row names."""


def of(tree: PlaceTree, key: str, context: PageContext) -> Markup:
    """The whole page."""
    page = PlacePage(context.study, tree, key)
    brief = _brief(page, context)
    return parts.page(_head(page, brief, context), _table(page, context), _foot(page, brief, context), name="place")


# --- the head --------------------------------------------------------------------------------------------------------


def _head(page: PlacePage, brief: Brief | None, context: PageContext) -> Markup:
    names = context.names
    other = next(lang for lang in LANGS if lang != names.lang)
    name, other_name = page.entry.name.of(names.lang), page.entry.name.of(other)
    small = tag("small", other_name, lang=TAGS[other]) if other_name != name else None
    return tag(
        "div",
        tag(
            "div",
            tag("p", _kicker(page, context), class_="kicker"),
            tag("h1", name, " ", small),
            _finding(page, context),
            _actions(page, brief, context),
            class_="about",
        ),
        tag("div", neighbour_map.of(page, context), _extent(page, context), class_="where"),
        class_="top",
    )


def _kicker(page: PlacePage, context: PageContext) -> Markup:
    """What it is, and all that it is a part of, nearest first."""
    names, dataset = context.names, context.study.dataset
    level = words.LEVELS[dataset.regions[page.key].level] if page.tree == "region" else words.SECTOR
    above = [
        link(context.addresses.place(page.tree, key), names.entry(page.tree, key))
        for key in dataset.lies_in(page.tree, page.key)
    ]
    if not above:
        return markup(names.of(level))
    within = joined(names.of(terms.LIST), above)
    return joined(names.of(terms.JOIN), (names.of(level), markup(names.of(words.PART_OF), " ", within)))


def _finding(page: PlacePage, context: PageContext) -> Markup | None:
    """A sentence on where it stands, how that is known, and who printed it; None where none is true."""
    if page.tree != "region" or page.above is None:
        return None
    names = context.names
    for row in _telling(page.rows):
        if sentence := standings.finding(_facts(row, page), names):
            article = context.study.dataset.article_of[row.figure.id]
            source = link(context.addresses.article(article.id), byline(article, names))
            before, _, after = names.of(words.SOURCE).partition("{byline}")
            return markup(
                tag("p", sentence, class_="deck"),
                tag("p", tag("b", names.of(words.METHOD_TITLE)), " ", names.of(words.METHOD), class_="method"),
                tag("p", before, source, after, class_="source"),
            )
    return None


def _telling(rows: Sequence[PlaceRow]) -> list[PlaceRow]:
    """The rows that a finding can be of, the newest first; of the whole before sectors and groups."""
    known = [row for row in rows if row.figure.nature == "actual" and not row.disputed]
    return sorted(known, key=lambda row: (not _is_whole(row.figure), -row.figure.period.end.toordinal()))


def _is_whole(figure: Figure) -> bool:
    return figure.sector == ALL and figure.group == ALL


def _facts(row: PlaceRow, page: PlacePage) -> StandingFacts:
    whole = row.whole
    same = whole is not None and whole.place == row.figure.place._replace(region=whole.region)
    in_parent = same and whole is not None and (whole.metric, whole.region) == (row.figure.metric, page.above)
    return StandingFacts(
        figure=row.figure,
        amount=row.number.standing,
        grown=row.grown,
        growth=row.growth.standing if row.growth else None,
        growth_above=row.growth.above if row.growth else None,
        share=row.share if in_parent else None,
        above=page.above or "",
    )


def _actions(page: PlacePage, brief: Brief | None, context: PageContext) -> Markup:
    names, addresses = context.names, context.addresses
    name = names.entry(page.tree, page.key)
    figures: Mapping[str, Any] = {"page": "figures", page.tree: (page.key,)}
    comparison: Mapping[str, Any] = {"page": "compare", page.tree: (page.key, *page.siblings[:1])}
    compare = addresses.view(View(**comparison))
    can_compare = page.siblings and compare != addresses.view(View())  # the site has no such page
    actions: list[Child] = [
        _copy(names.of(words.COPY), context) if brief else None,
        tag("button", names.of(words.PRINT), type="button", data_prints=True),
        link(addresses.view(View(**figures)), names.of(words.ALL_FIGURES).format(place=name)),
        link(compare, names.of(words.COMPARE)) if can_compare else None,
    ]
    return tag("p", *actions, class_="actions")


def _copy(label: str, context: PageContext) -> Markup:
    """A button that copies the paragraph (browser/page_actions.js)."""
    copied = context.names.of(words.COPIED)
    return tag("button", label, type="button", data_copies=".place-page .paragraph", data_copied=copied)


def _extent(page: PlacePage, context: PageContext) -> Markup:
    """How much is reported of it, what it is compared with, and what it includes."""
    names = context.names
    sentences: list[Child] = []
    if not page.figures.empty:
        first, last = page.figures["end"].min().year, page.figures["end"].max().year
        years = str(first) if first == last else names.of(words.YEARS).format(first=first, last=last)
        facts = {
            "figures": names.count(terms.FIGURES, len(page.figures)),
            "articles": names.count(terms.ARTICLES, page.figures["article"].nunique()),
            "years": years,
        }
        sentences.append(names.of(words.EXTENT).format(**facts))
    if page.tree == "region" and page.above and page.siblings:
        parent = names.region(page.above)
        sentences.append(names.of(words.PEERS).format(parent=parent, count=len(page.siblings)))
    if page.parts:
        before, _, after = names.of(words.PARTS).partition("{parts}")
        named = (link(context.addresses.place(page.tree, key), names.entry(page.tree, key)) for key in page.parts)
        sentences.append(markup(before, joined(names.of(terms.LIST), named), after))
    return tag("p", joined(names.of(terms.SENTENCES), sentences), class_="sub")


# --- the table -------------------------------------------------------------------------------------------------------


def _table(page: PlacePage, context: PageContext) -> Markup:
    names = context.names
    if not page.rows:
        return markup(parts.section(names.of(words.REPORTED)), tag("p", names.of(words.NOTHING), class_="sub"))
    table = PlaceTable(page, context)
    cut = tag("p", names.of(words.MORE_ROWS).format(count=len(page.rows)), class_="sub") if page.is_cut else None
    heading = parts.section(names.of(words.REPORTED), more=_legend(page, context, compares=table.compares))
    return markup(heading, table.html(), cut)


def _legend(page: PlacePage, context: PageContext, *, compares: bool) -> Markup:
    names = context.names
    other = words.OTHER_PLACE if page.tree == "region" else words.OTHER_SECTOR
    above = names.entry(page.tree, page.above) if page.above else ""
    natures = {row.figure.nature for row in page.rows}
    keys: list[Markup] = []
    if compares:
        keys.append(tag("span", tag("i", class_="mark"), names.entry(page.tree, page.key)))
        keys.append(tag("span", tag("i", class_="mark peer"), names.of(other)))
    keys += [tag("span", tag("i", class_="upright"), meaning) for meaning in _ticks(page, above, names)]
    keys += [
        tag("span", tag("i", class_=f"mark {nature}"), names.nature(nature).lower())
        for nature in ("target", "expected")
        if nature in natures
    ]
    if any(row.share is not None or row.rest is not None for row in page.rows):
        keys.append(tag("span", tag("i", class_=f"mark {parts.DERIVED}"), names.of(words.DERIVED)))
    return tag("span", keys, class_="legend")


def _ticks(page: PlacePage, above: str, names: Names) -> list[str]:
    """What upright ticks stand for on this page."""
    placed = [number for row in page.rows for number in (row.number, row.growth, row.rest[1] if row.rest else None)]
    whole = [above] if any(number is not None and number.standing and number.above for number in placed) else []
    planned = any(row.figure.completion is not None and row.figure.plan == ANNUAL for row in page.rows)
    return [*whole, *([names.of(words.YEAR_GONE)] if planned else [])]


# --- what is missing, and the paragraph ------------------------------------------------------------------------------


def _foot(page: PlacePage, brief: Brief | None, context: PageContext) -> Markup | None:
    names = context.names
    lacking = _lacking(page, context) if page.tree == "region" and page.siblings else None
    paragraph = None
    if brief is not None:
        copy = _copy(names.of(words.COPY_SHORT), context)
        paragraph = tag(
            "div",
            parts.section(names.of(words.PARAGRAPH), more=copy),
            tag(
                "div",
                tag("p", brief.paragraph(names)),
                tag("ol", *(tag("li", source) for source in brief.sources)),
                class_="paragraph",
            ),
        )
    return tag("div", lacking, paragraph, class_="two") if lacking or paragraph else None


def _lacking(page: PlacePage, context: PageContext) -> Markup:
    names = context.names
    rows = [_lacking_row(row, context) for row in page.lacking[:LACKING]]
    more = len(page.lacking) - len(rows)
    note = words.LACKING_NOTE if rows else words.LACKING_NONE
    return tag(
        "div",
        parts.section(names.of(words.LACKING)),
        tag("p", names.of(note), class_="sub"),
        tag("ul", rows, class_="lacking") if rows else None,
        tag("p", names.of(words.MORE_LACKING).format(count=more), class_="sub") if more > 0 else None,
    )


def _lacking_row(row: LackingRow, context: PageContext) -> Markup:
    """The metric, and who has it for when, each with a link to the number."""
    names, first = context.names, row.figures[0]
    details = names.place(first.place, "sector", "group") if not _is_whole(first) else ""
    metric = link(context.addresses.metric(first.metric), names.metric(first.metric))
    of_period = groupby(row.figures[:NAMED], key=lambda figure: figure.period.label(names.lang))
    having = [_having(list(several), period, context) for period, several in of_period]
    rest = len(row.figures) - len(row.figures[:NAMED])
    more = names.of(words.AND_OTHERS).format(count=rest) if rest else None
    return tag(
        "li",
        tag("span", metric, (" ", tag("small", details)) if details else None),
        tag("span", joined(names.of(terms.SEMICOLON), having), more),
    )


def _having(figures: Sequence[Figure], period: str, context: PageContext) -> Markup:
    """Who has it for a period, each a link to the number."""
    names = context.names
    places = (link(context.addresses.figure(figure.id), names.region(figure.region)) for figure in figures)
    return markup(joined(names.of(terms.LIST), places), " ", period)


def _brief(page: PlacePage, context: PageContext) -> Brief | None:
    """The paragraph of the newest number of each theme, then of others, the newest first."""
    names = context.names
    rows = sorted(
        (row for row in page.rows if not row.disputed),
        key=lambda row: (row.figure.nature != "actual", not _is_whole(row.figure), -row.figure.period.end.toordinal()),
    )
    of_theme: dict[str, PlaceRow] = {}
    of_metric: dict[tuple[str, str], PlaceRow] = {}
    for row in rows:
        of_theme.setdefault(names.dataset.metrics[row.figure.metric].theme, row)
        of_metric.setdefault((row.figure.metric, row.figure.region), row)
    chosen = dict.fromkeys((*of_theme.values(), *of_metric.values()))
    newest = sorted(list(chosen)[:SENTENCES], key=lambda row: -row.figure.period.end.toordinal())
    return briefs.of(
        names.entry(page.tree, page.key), page.tree, [BriefFact(row.figure, row.grown) for row in newest], names
    )
