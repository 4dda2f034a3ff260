"""Checks: what is wrong with the file, by line, and how well the figures are documented."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final, get_args

import pyarrow as pa
import streamlit as st

from indicators.analysis import quotes
from indicators.analysis.quotes import PrintedPage, Status
from indicators.charts import catalogue, stories
from indicators.phrasing.names import Names
from indicators.phrasing.problems import LIMIT, foremost, place, sentence
from indicators.ui import chart_display, controls, evidence, figure_table, sent_charts, state
from indicators.ui.visit import Visit
from indicators.values.problems import Problem, Severity
from indicators.values.text import escape_markdown
from indicators.words import agreement as agreement_words
from indicators.words import cli, terms
from indicators.words import ui as words
from indicators.words import verify as verify_words

SEVERITIES: Final = get_args(Severity)
MOST_DRAWN: Final = 3
"""Disputed numbers that have a chart of who reports what."""


def show(visit: Visit) -> None:
    """The page."""
    _findings(visit)
    _accepted(visit)
    _agreement(visit)
    _verification(visit)
    _addresses(visit.names)


def _findings(visit: Visit) -> None:
    names = visit.names
    if not any(problem.severity != "information" for problem in visit.findings):
        facts = {
            "figures": names.count(terms.FIGURES, len(visit.study.every)),
            "articles": names.count(terms.ARTICLES, len(names.dataset.articles)),
        }
        st.markdown(escape_markdown(names.of(words.CHECKS_FINE).format(**facts)))
    if visit.findings:
        counts = Counter(problem.severity for problem in visit.findings)
        counted = [names.count(terms.SEVERITIES[key], counts[key]) for key in SEVERITIES if counts[key]]
        st.markdown(escape_markdown(names.of(words.CHECKS_FOUND).format(problems=controls.joined(counted, names))))
        _list(visit.findings, names)


def _accepted(visit: Visit) -> None:
    if visit.accepted:
        controls.section(words.ACCEPTED_FINDINGS, visit.names)
        st.caption(escape_markdown(visit.names.of(words.ACCEPTED_NOTE)))
        _list(visit.accepted, visit.names)


def _list(problems: Sequence[Problem], names: Names) -> None:
    """Problems, the worst first; the same message about several places stands once, with all its places."""
    same: dict[tuple[str, ...], list[Problem]] = {}
    for problem in sorted(foremost(problems), key=lambda problem: SEVERITIES.index(problem.severity)):
        reason = names.of(problem.accepted) if problem.accepted else ""
        key = (names.of(cli.SEVERITY_NAMES[problem.severity]), sentence(problem, names.lang, short=True), reason)
        same.setdefault(key, []).append(problem)
    for (severity, message, reason), several in same.items():
        with st.container(gap=None):
            st.markdown(f"**{escape_markdown(severity)}** {escape_markdown(message)}")
            if reason:
                st.markdown(escape_markdown(names.of(words.KEPT).format(reason=reason)))
            places = controls.joined((place(problem, short=True) for problem in several), names)
            st.caption(escape_markdown(names.of(terms.JOIN).join((several[0].code, places))))
            about = dict.fromkeys(problem.about for problem in several)
            figures = [key for key in about if key in names.dataset.figures]
            evidence.figure_list(figures, names, key=f"found-{several[0].code}-{several[0].line}")
    if len(problems) > LIMIT:
        more = names.of(words.MORE_PROBLEMS).format(count=f"{len(problems) - LIMIT:,}")
        st.caption(escape_markdown(more))


def _agreement(visit: Visit) -> None:
    """The numbers that several articles report, and charts of who reports what of the most disputed."""
    names, agreements = visit.names, visit.study.agreements
    controls.section(words.AGREEMENT, names)
    if not agreements:
        st.markdown(escape_markdown(names.of(words.NO_AGREEMENT)))
        return
    counts = Counter(agreement.verdict for agreement in agreements)
    counted = [f"{names.of(agreement_words.VERDICTS[verdict])} {count:,}" for verdict, count in counts.items()]
    st.markdown(escape_markdown(names.of(words.AGREEMENT_COUNTS).format(counts=controls.joined(counted, names))))
    table = stories.agreement_table(agreements[:LIMIT], names)
    figures = [row.pop("figure") for row in table]
    cells = pa.table({name: [row[name] for row in table] for name in agreement_words.COLUMNS})
    figure_table.show("agreement", cells, figures, agreement_words.COLUMNS, names.of(words.AGREEMENT), names)
    disputed = agreements[:MOST_DRAWN]
    charts = sent_charts.of(
        lambda: {str(index): catalogue.reports(agreement, visit) for index, agreement in enumerate(disputed)},
        visit,
        state.address_of_charts(),
    )
    for index, agreement in enumerate(disputed):
        draw = partial(catalogue.reports, agreement, visit)
        chart_display.show(charts[str(index)], draw, visit, suffix=str(index or ""))


def _verification(visit: Visit) -> None:
    """How many quotes stand in the full texts that are at hand."""
    names = visit.names
    articles = names.dataset.articles
    controls.section(words.VERIFICATION, names)
    held = [articles[key] for key in visit.texts if key in articles]
    if not held:
        st.markdown(escape_markdown(names.of(words.NO_TEXTS)))
        return
    counts: Counter[Status] = Counter()
    for article in held:
        page = PrintedPage(visit.texts[article.id], visit.study.headlines)
        counts.update(finding.status for finding in quotes.find(article, page))
    counted = [f"{names.of(verify_words.STATUSES[status])} {count:,}" for status, count in counts.items()]
    facts = {
        "held": names.count(terms.ARTICLES, len(held)),
        "all": f"{len(articles):,}",
        "counts": controls.joined(counted, names),
    }
    st.markdown(escape_markdown(names.of(words.TEXT_COUNTS).format(**facts)))


def _addresses(names: Names) -> None:
    controls.section(words.ADDRESSES, names)
    articles = names.dataset.articles.values()
    addressed = sum(article.url is not None for article in articles)
    copied = sum(article.url is None and bool(article.copies) for article in articles)
    facts = {
        "all": f"{len(articles):,}",
        "article": f"{addressed:,}",
        "copy": f"{copied:,}",
        "neither": f"{len(articles) - addressed - copied:,}",
    }
    st.markdown(escape_markdown(names.of(words.ADDRESS_COUNTS).format(**facts)))
