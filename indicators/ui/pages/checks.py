"""Checks: what is wrong with the file, in plain words and by its lines, and what the figures rest on."""

import pandas as pd
import streamlit as st

from indicators import report
from indicators.names import Names
from indicators.problems import Problem
from indicators.text import escape_markdown
from indicators.ui import controls
from indicators.ui.drawings import Desk
from indicators.words import cli, terms
from indicators.words import ui as words


def show(frame: pd.DataFrame, desk: Desk, problems: tuple[Problem, ...]) -> None:
    """The page."""
    names = desk.names
    if problems:
        st.markdown(
            escape_markdown(names.of(words.CHECKS_FOUND).format(problems=names.count(terms.PROBLEMS, len(problems))))
        )
        _table(problems, names)
    else:
        articles = names.dataset.articles.values()
        facts = {
            "figures": names.count(terms.FIGURES, len(frame)),
            "articles": names.count(terms.ARTICLES, len(articles)),
        }
        st.markdown(escape_markdown(names.of(words.CHECKS_FINE).format(**facts)))
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
    st.markdown(escape_markdown(names.of(words.ADDRESSES_TOLD).format(**facts)))


def _table(problems: tuple[Problem, ...], names: Names) -> None:
    rows = [
        {
            "place": report.place(problem, short=True),
            "severity": names.of(cli.SEVERITY_NAMES[problem.severity]),
            "message": report.sentence(problem, names.lang),
            "code": problem.code,
        }
        for problem in problems[: report.LIMIT]
    ]
    columns = {column: names.of(title) for column, title in words.CHECK_COLUMNS.items()}
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=columns, alt=names.of(words.NAVIGATION["checks"]))
    if len(problems) > report.LIMIT:
        more = names.of(words.MORE_PROBLEMS).format(count=f"{len(problems) - report.LIMIT:,}")
        st.caption(escape_markdown(more))
