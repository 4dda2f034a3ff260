"""What the checks found, who reported what, and how well figures are documented → the page of checks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, get_args

from markupsafe import Markup

from indicators.analysis.quotes import Status
from indicators.charts import stories
from indicators.charts.plots.ranges import Scale
from indicators.charts.plots.rows import Row
from indicators.export.markup import joined, link, markup, tag
from indicators.model.articles import Article
from indicators.pages import mentions, parts
from indicators.pages.context import PageContext
from indicators.phrasing.figures import mention
from indicators.phrasing.names import Names
from indicators.phrasing.problems import LIMIT, foremost, place, sentence
from indicators.values.problems import Problem, Severity
from indicators.words import terms
from indicators.words import ui as words
from indicators.words.cli import verify as verify_words
from indicators.words.pages import sources as source_words
from indicators.words.phrasing import agreement as agreement_words
from indicators.words.problems.around import SEVERITY_NAMES

SEVERITIES: Final = get_args(Severity)
_MOST_ALIKE: Final = 3
"""Notes of one kind that stand open; the others are folded, so that one kind does not drown the rest."""


def of(found: Sequence[Problem], context: PageContext) -> Markup:
    """What is wrong with the file, but for notes, and the numbers that several articles report."""
    return parts.page(
        tag("h1", context.names.of(words.NAVIGATION["checks"])),
        _found(found, context),
        _agreements(context),
        name="checks",
    )


def documentation(  # what follows the charts
    found: Sequence[Problem],
    accepted: Sequence[Problem],
    held: int,
    statuses: Mapping[Status, int],
    context: PageContext,
) -> Markup:
    """The notes of the checks, what the curator has explained, the ``statuses`` of the quotes in the ``held`` full
    texts, and how many articles have an address.
    """
    names = context.names
    notes = [problem for problem in found if problem.severity == "information"]
    texts = _texts(held, statuses, names) if held else names.of(words.NO_TEXTS)
    return parts.page(
        markup(parts.section(names.of(words.NOTES)), _list(notes, context, most_alike=_MOST_ALIKE)) if notes else None,
        _accepted(accepted, context),
        parts.section(names.of(words.VERIFICATION)),
        tag("p", texts, class_="method"),
        parts.section(names.of(words.ADDRESSES)),
        tag("p", _addresses(names), class_="method"),
        name="checks",
    )


# --- problems --------------------------------------------------------------------------------------------------------


def _found(found: Sequence[Problem], context: PageContext) -> Markup:
    names = context.names
    facts = {
        "figures": names.count(terms.FIGURES, len(context.study.every)),
        "articles": names.count(terms.ARTICLES, len(names.dataset.articles)),
    }
    urgent = [problem for problem in found if problem.severity != "information"]
    fine = None if urgent else tag("p", names.of(words.CHECKS_FINE).format(**facts), class_="deck")
    if not found:
        return markup(fine)
    counts = Counter(problem.severity for problem in found)
    counted = [names.count(terms.SEVERITIES[key], counts[key]) for key in SEVERITIES if counts[key]]
    summary = tag("p", names.of(words.CHECKS_FOUND).format(problems=names.of(terms.LIST).join(counted)), class_="sub")
    return markup(fine, summary, _list(urgent, context) if urgent else None)


def _accepted(accepted: Sequence[Problem], context: PageContext) -> Markup | None:
    if not accepted:
        return None
    names = context.names
    note = tag("p", names.of(words.ACCEPTED_NOTE), class_="sub")
    return markup(parts.section(names.of(words.ACCEPTED_FINDINGS)), note, _list(accepted, context))


def _list(problems: Sequence[Problem], context: PageContext, *, most_alike: int = LIMIT) -> Markup:
    """Problems, the worst first; the same message about several places stands once, with all its places.

    ``most_alike`` of one code stand open, the others of that code are folded under them.
    """
    names = context.names
    same: dict[tuple[str, ...], list[Problem]] = {}
    for problem in sorted(foremost(problems), key=lambda problem: SEVERITIES.index(problem.severity)):
        reason = names.of(problem.accepted) if problem.accepted else ""
        key = (names.of(SEVERITY_NAMES[problem.severity]), sentence(problem, names.lang, short=True), reason)
        same.setdefault(key, []).append(problem)
    alike: dict[tuple[str, str], list[Markup]] = {}
    for (severity, message, reason), several in same.items():
        kind = (severity, several[0].code)
        alike.setdefault(kind, []).append(_problem(severity, message, reason, several, context))
    items = [item for each in alike.values() for item in _folded(each, most_alike, names)]
    more = len(problems) - LIMIT
    note = tag("p", names.of(words.MORE_PROBLEMS).format(count=f"{more:,}"), class_="method") if more > 0 else None
    return markup(tag("ul", items, class_="problems"), note)


def _folded(items: Sequence[Markup], most: int, names: Names) -> Iterator[Markup]:
    """The first items of a list, and one that unfolds the others."""
    yield from items[:most]
    if others := items[most:]:
        label = tag("summary", names.count(source_words.MORE_ALIKE, len(others)))
        yield tag("li", tag("details", label, tag("ul", others, class_="problems")))


def _problem(severity: str, message: str, reason: str, several: Sequence[Problem], context: PageContext) -> Markup:
    """What is wrong, why it stays if somebody said so, its code and places, and the figures or articles it is about."""
    names = context.names
    figures = dict.fromkeys(problem.about for problem in several if problem.about in names.dataset.figures)
    articles = dict.fromkeys(
        problem.about for problem in several if not figures and problem.about in names.dataset.articles
    )
    headlines = [_article(names.dataset.articles[key], context) for key in articles]
    places = names.of(terms.LIST).join(place(problem, short=True) for problem in several)
    return tag(
        "li",
        tag("p", tag("b", severity), " ", message),
        tag("p", names.of(words.KEPT).format(reason=reason)) if reason else None,
        tag("p", names.of(terms.JOIN).join((several[0].code, places)), class_="method"),
        mentions.rows([mention(names.dataset.figures[key], names) for key in figures], context) if figures else None,
        tag("p", joined(names.of(terms.JOIN), headlines), class_="about") if articles else None,
    )


def _article(article: Article, context: PageContext) -> Markup:
    return link(context.addresses.article(article.id), parts.headline(article, context.names))


# --- who reported what -----------------------------------------------------------------------------------------------


def _agreements(context: PageContext) -> Markup:
    """The numbers that several articles report: each report on one scale with the others, what is disputed first."""
    names, agreements = context.names, context.study.agreements
    heading = parts.section(names.of(words.AGREEMENT))
    if not agreements:
        return markup(heading, tag("p", names.of(words.NO_AGREEMENT), class_="method"))
    counts = Counter(agreement.verdict for agreement in agreements)
    counted = [f"{names.of(agreement_words.VERDICTS[verdict])} {count:,}" for verdict, count in counts.items()]
    summary = names.of(words.AGREEMENT_COUNTS).format(counts=names.of(terms.LIST).join(counted))
    items = [_reports(stories.reports(agreement, names), context) for agreement in agreements[:LIMIT]]
    note = tag("p", names.of(agreement_words.NOTE), class_="method")
    return markup(heading, tag("p", summary, class_="sub"), tag("div", items, class_="agreements"), note)


def _reports(story: stories.Reports, context: PageContext) -> Markup:
    """One subject: the finding, and a row for each report."""
    scales = (
        markup(
            tag("p", scale.heading, class_="kicker") if scale.heading else None,
            tag("ul", [_report(row, scale, context) for row in scale.rows], class_="reports"),
        )
        for scale in story.scales
    )
    return tag("section", tag("h3", story.title), list(scales))


def _report(row: Row, scale: Scale, context: PageContext) -> Markup:
    """Who printed it when, where it lies among the others with what its digits leave open, and the number."""
    left, right = (100 * scale.at(end) for end in (row.low, row.high))
    reach = tag("i", class_="reach", style=f"left:{left:.2f}%;width:{max(0.0, right - left):.2f}%")
    dot = tag("i", class_="dot", style=f"left:{100 * scale.at(row.length):.2f}%")
    return tag(
        "li",
        tag("span", row.name, " ", tag("small", row.detail)),
        tag("span", _band(scale), reach, dot, class_="strip", aria_hidden="true"),
        tag("b", link(context.addresses.figure(row.figure), row.shown), class_="number"),
        class_=row.style,
    )


def _band(scale: Scale) -> Markup | None:
    """What all reports of a number allow."""
    if scale.band is None:
        return None
    low, high = (100 * scale.at(end) for end in scale.band)
    return tag("i", class_="band", style=f"left:{low:.2f}%;width:{max(0.5, high - low):.2f}%")


# --- how well it is documented ---------------------------------------------------------------------------------------


def _texts(held: int, statuses: Mapping[Status, int], names: Names) -> str:
    counted: Iterable[str] = (
        f"{names.of(verify_words.STATUSES[status])} {count:,}" for status, count in statuses.items()
    )
    facts = {
        "held": names.count(terms.ARTICLES, held),
        "all": f"{len(names.dataset.articles):,}",
        "counts": names.of(terms.LIST).join(counted),
    }
    return names.of(words.TEXT_COUNTS).format_map(facts)


def _addresses(names: Names) -> str:
    articles = names.dataset.articles.values()
    addressed = sum(article.url is not None for article in articles)
    copied = sum(article.url is None and bool(article.copies) for article in articles)
    facts = {
        "all": f"{len(articles):,}",
        "article": f"{addressed:,}",
        "copy": f"{copied:,}",
        "neither": f"{len(articles) - addressed - copied:,}",
    }
    return names.of(words.ADDRESS_COUNTS).format_map(facts)
