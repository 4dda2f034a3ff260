"""Shares of plans in groups by period, each with the share of the year that had gone."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Final

from markupsafe import Markup

from indicators.analysis.findings.finding import Known
from indicators.export.markup import link, tag
from indicators.model.articles import Figure
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.phrasing.figures import share
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.intervals import ONE
from indicators.values.text import LocalText
from indicators.words import terms
from indicators.words.pages import overview as words

MOST: Final = 8
"""Plans that are listed."""
TOLD: Final = 2
"""Periods that the heading tells."""
SPAN: Final = 1.6
"""The scale reaches so many plans; a longer bar is cut."""


def plans(known: Known) -> Iterator[Figure]:
    """Figures with a share of a plan of a calendar year, the newest first."""
    figures = (figure for figure in known.results if figure.completion is not None)
    newest_first = sorted(
        figures, key=lambda figure: (-figure.period.end.toordinal(), -figure.period.start.toordinal())
    )
    for figure in newest_first:
        if any(derived.formula == "pace" for derived in known.worked_out[figure.id]):
            yield figure


def section(context: PageContext) -> Markup | None:
    """The plans under a heading that says how they went; None where there are none."""
    listed = list(islice(plans(context.study.known), MOST))
    if not listed:
        return None
    names = context.names
    groups = [list(group) for _, group in groupby(listed, key=lambda figure: figure.period)]
    return tag(
        "section",
        parts.section(title(groups, names)),
        tag("p", names.of(words.PLANS_NOTE), class_="sub"),
        tag("div", (_group(group, context) for group in groups), class_="plans"),
    )


def title(groups: Sequence[Sequence[Figure]], names: Names) -> str:
    """How the plans of the newest periods went, each named: no number is of two of them."""
    sentences = _sentences(groups[:TOLD], names)
    if not sentences:
        return names.of(words.PLANS)
    text = names.of(terms.SEMICOLON).join(sentences)
    return text[:1].upper() + text[1:]


def _sentences(groups: Sequence[Sequence[Figure]], names: Names) -> list[str]:
    """One of each period with plans that went well; what ran ahead in several of them is one sentence."""
    sentences: list[str] = []
    before: LocalText | None = None
    for group in groups:
        ahead = sum(_is_ahead(figure) for figure in group)
        if not ahead:
            continue
        facts = {"plans": _counted(ahead, len(group), names), "period": group[0].period.label(names.lang)}
        exceeded = words.PLANS_EXCEEDED.singular if ahead == 1 else words.PLANS_EXCEEDED.plural
        form = exceeded if group[0].period.share_of_year() == 1 else words.PLANS_AHEAD
        if form is before is words.PLANS_AHEAD:
            sentences[-1] = names.of(words.PLANS_AS_WELL).format(before=sentences[-1], **facts)
        else:
            sentences.append(names.of(form).format(**facts))
        before = form
    return sentences


def _counted(ahead: int, every: int, names: Names) -> str:
    """Three plans, or three of four plans."""
    if ahead < every:
        return names.of(words.SOME_OF_PLANS).format(some=names.number(ahead), all=names.number(every))
    number = words.COUNT_OF_PLANS.singular if ahead == 1 else words.COUNT_OF_PLANS.plural
    return names.of(number).format(count=names.number(ahead))


def _is_ahead(figure: Figure) -> bool:
    """True where more of the plan is certainly done than of the year is gone, or all of it and more at its end."""
    gone = figure.period.share_of_year()
    return figure.completion is not None and figure.completion.low * gone.denominator > gone.numerator * ONE


def _group(group: Sequence[Figure], context: PageContext) -> tuple[Markup, list[Markup]]:
    names = context.names
    gone = group[0].period.share_of_year()
    label = names.of(words.THE_PLAN)
    if gone < 1:
        facts = {"gone": units.compact(float(gone), "percent", names.lang, digits=2)}
        label = names.of(words.YEAR_GONE).format(**facts)
    at_tick = f"left:{100 * float(gone) / SPAN:.2f}%"
    head = tag(
        "div",
        tag("span", group[0].period.label(names.lang)),
        tag("span", tag("span", label, class_="at", style=at_tick), class_="lane"),
        class_="head",
    )
    return head, [_row(figure, at_tick, context) for figure in group]


def _row(figure: Figure, at_tick: str, context: PageContext) -> Markup:
    names = context.names
    done = float(figure.completion.value) if figure.completion is not None else 0.0
    article = names.dataset.article_of[figure.id]
    facts = {"publisher": names.outlet(article.publisher), "day": article.published.short_label(names.lang)}
    bar = tag("i", class_="bar", style=f"width:{100 * min(done / SPAN, 1.0):.2f}%")
    cut = tag("i", class_="cut") if done > SPAN else None
    return link(
        context.addresses.figure(figure.id),
        tag("span", names.metric(figure.metric), " ", tag("small", names.place(figure.place)), class_="metric"),
        tag("span", bar, cut, tag("i", class_="tick", style=at_tick), class_="lane"),
        tag("span", share(figure, names), class_="number"),
        tag("span", names.of(words.OUTLET).format(**facts), class_="outlet"),
    )
