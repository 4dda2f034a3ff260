"""A metric and what is chosen of it → the row of its views, the filters in use, and the card of its only figure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from markupsafe import Markup

from indicators.export.markup import Child, link, tag
from indicators.model.articles import Figure
from indicators.pages.context import PageContext
from indicators.pages.parts import mark, page
from indicators.phrasing.figures import bare_change, bare_growth, bare_main_number, bare_share
from indicators.phrasing.names import Names
from indicators.values.text import TAGS, LocalText
from indicators.view import EVERY_CHART, FILTERS, SHOWS, View
from indicators.words import terms
from indicators.words import ui as ui_words
from indicators.words.pages import explore as words
from indicators.words.phrasing import figures as figure_words

_NAME: Final = "explore"
_LABELS: Final[Mapping[str, LocalText]] = {
    "region": ui_words.REGION,
    "sector": ui_words.SECTOR,
    "group": ui_words.GROUP,
    "period": ui_words.PERIOD,
    "nature": ui_words.NATURE,
    "publisher": ui_words.PUBLISHER,
}


@dataclass(frozen=True)
class ChosenValue:
    """A value that a filter is set to: how it is called, and how many figures of the metric have it."""

    key: str
    value: str
    name: str
    count: int


def views(view: View, shown: str, reasons: Mapping[str, str], context: PageContext) -> Markup:
    """Links to the charts of a metric, below the name of the page, which is heard and not seen.

    ``shown`` is the one on the page, empty where a card stands there; one with a reason cannot be drawn.
    """
    names = context.names
    offered = [name for name in SHOWS if name != "group" or names.dataset.groups]
    items = [_view(view, name, names.of(ui_words.CHARTS[name]), shown, reasons, context) for name in offered]
    if sum(name not in reasons for name in offered) > 1:
        items.append(_view(view, EVERY_CHART, names.of(words.ALL_VIEWS), shown, reasons, context))
    title = tag("h1", names.of(ui_words.NAVIGATION["explore"]), class_="unseen") if shown else None
    return page(title, tag("nav", *items, class_="views", aria_label=names.of(words.VIEWS_LABEL)), name=_NAME)


def _view(  # noqa: PLR0913, PLR0917  # all that a link to a view depends on
    view: View, name: str, label: str, shown: str, reasons: Mapping[str, str], context: PageContext
) -> Markup:
    if name in reasons and name != shown:
        reason = tag("span", context.names.of(words.UNAVAILABLE).format(reason=reasons[name]), class_="reason")
        return tag("span", label, reason, role="link", aria_disabled="true", tabindex="0", title=reasons[name])
    address = context.addresses.view(replace(view, show=name))
    return link(address, label, aria_current="true" if name == shown else None)


def choices(view: View, counts: Mapping[str, Mapping[str, int]], names: Names) -> Sequence[ChosenValue]:
    """What the filters are set to; ``counts`` has for each filter how many figures of the metric have a value."""
    return [
        ChosenValue(key, value, name_of(key, value, names), counts[key].get(value, 0))
        for key in FILTERS
        for value in getattr(view, key)
    ]


def name_of(key: str, value: str, names: Names) -> str:
    """How a value of a filter is called."""
    return {
        "region": names.region,
        "sector": names.sector,
        "group": names.group,
        "period": names.period,
        "nature": names.nature,
        "publisher": names.publisher,
    }[key](value)


def chips(view: View, chosen: Sequence[ChosenValue], context: PageContext) -> Markup | None:
    """What the filters are set to, each with a link that removes it, and one that removes all; None without any."""
    names = context.names
    if not chosen:
        return None
    items = [_chip(view, choice, context) for choice in chosen]
    nothing: dict[str, Any] = dict.fromkeys(FILTERS, ())
    clear = link(context.addresses.view(replace(view, **nothing)), names.of(words.CLEAR), class_="clear")
    return page(
        tag("div", *items, clear, class_="chips", role="group", aria_label=names.of(words.CHOSEN_LABEL)), name=_NAME
    )


def _chip(view: View, choice: ChosenValue, context: PageContext) -> Markup:
    names = context.names
    label = names.of(words.CHOSEN).format(
        filter=names.of(_LABELS[choice.key]), name=choice.name, count=f"{choice.count:,}"
    )
    left: dict[str, Any] = {choice.key: tuple(key for key in getattr(view, choice.key) if key != choice.value)}
    remove = names.of(words.REMOVE).format(name=choice.name)
    return tag("span", label, link(context.addresses.view(replace(view, **left)), "×", title=remove, aria_label=remove))


def nothing(metric: str, chosen: Collection[ChosenValue], names: Names) -> str:
    """The sentence where no figure of a metric is what the filters ask for."""
    where = names.of(terms.LIST).join(choice.name for choice in chosen)
    sentence = names.of(words.NOTHING if chosen else words.NOTHING_AT_ALL)
    return sentence.format(metric=names.of(names.dataset.metrics[metric].name), where=where)


def card(figure: Figure, context: PageContext) -> Markup:
    """The only figure there is: its number, its change, the printed words, and the link to its evidence."""
    names, article = context.names, context.names.dataset.article_of[figure.id]
    printed_by = names.of(terms.COMMA).join((names.publisher(article.publisher), article.published.label(names.lang)))
    where = (names.place(figure.place), figure.period.label(names.lang))
    return page(
        tag(
            "article",
            tag("p", names.of(terms.JOIN).join(where), class_="kicker"),
            tag("h2", names.of(names.dataset.metrics[figure.metric].name)),
            tag("p", *_number(figure, names), class_="single"),
            tag("p", *_changes(figure, names), class_="changes"),
            tag("blockquote", f"“{figure.quote}”", lang=TAGS[article.language]) if figure.quote else None,
            tag("p", names.of(ui_words.SOURCE).format(publishers=printed_by), class_="source"),
            tag("p", link(context.addresses.figure(figure.id), f"{names.of(words.SEE)} →")),
            class_="card",
        ),
        name=_NAME,
    )


def _number(figure: Figure, names: Names) -> Iterator[Child]:
    """The number, before it the mark of what is no result and behind it the word."""
    if figure.nature != "actual":
        yield mark(figure.nature, names)
    yield tag("b", bare_main_number(figure, names))
    if figure.nature != "actual":
        yield tag("small", names.nature(figure.nature).lower())


def _changes(figure: Figure, names: Names) -> Iterator[Child]:
    """What the article prints beside the amount: growth, change, share of a plan."""
    if figure.text is None:
        return
    if growth := bare_growth(figure, names):
        fell = figure.growth is not None and figure.growth.value < 0
        yield tag("span", names.of(ui_words.COLUMNS["growth"]), " ", tag("b", growth, class_="fall" if fell else None))
    if change := bare_change(figure, names):
        yield tag("span", tag("b", change))
    if share := bare_share(figure, names):
        yield tag("span", names.of(figure_words.OF_PLAN).format(share=share))
