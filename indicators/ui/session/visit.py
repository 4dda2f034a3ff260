"""What every page and card of the dashboard is given: the figures, and all that is known around them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

import streamlit as st

from indicators.charts import catalogue
from indicators.export import edition
from indicators.export.edition import Edition
from indicators.study import Study
from indicators.ui.session.kept import kept
from indicators.values import periods
from indicators.values.problems import Problem

_FARTHEST: Final = 15 * 60
"""Minutes by which a clock can differ from that of Greenwich."""


def readers_today() -> date:
    """Today's date in the reader's time zone."""
    offset = max(-_FARTHEST, min(_FARTHEST, st.context.timezone_offset or 0))
    return (datetime.now(UTC) - timedelta(minutes=offset)).date()


@dataclass(frozen=True)
class Visit(catalogue.ChartContext):
    """What charts need, and what else pages show.

    ``findings`` are the problems of the file as it is now, ``accepted`` those that its curator has explained, and
    ``texts`` the full texts of articles by id. ``digest`` identifies the content of the file. ``day`` is the day whose
    state is shown, None for now. ``cache_key`` identifies all that charts and tables are made of: the figures as of
    that day, and the outlines of a map.
    """

    findings: tuple[Problem, ...]
    accepted: tuple[Problem, ...]
    texts: Mapping[str, str]
    digest: str
    day: date | None
    cache_key: str

    @property
    def today(self) -> date:
        """The day that ages count from: the one whose state is shown, or else the reader's own."""
        return self.day or readers_today()

    def edition(self, home: str, chosen: Collection[str] | None = None) -> Edition:
        """What can be downloaded of the ``chosen`` figures, or of all; ``home`` is the address of the dashboard."""
        return edition.of(self.study, self.digest, chosen, known_on=self.day, address=f"{home}{Edition.address}")

    def problems_of(self, key: str) -> list[Problem]:
        """The problems of one entry, the accepted ones last."""
        return [problem for problem in (*self.findings, *self.accepted) if problem.about == key]


@kept(4)
def newest_first(_study: Study, cache_key: str) -> Sequence[str]:
    """The ids of all articles, the last published first."""
    published = _published(_study)
    return sorted(published, key=published.__getitem__, reverse=True)


@kept(4)
def days(_study: Study, digest: str) -> Sequence[date]:
    """The days on which an article of the whole dataset was published, the last first."""
    if _study.dataset is _study.whole:
        published = set(_published(_study).values())
    else:
        published = {article.published.end for article in _study.whole.articles.values()}
    return sorted(published, reverse=True)


def _published(study: Study) -> Mapping[str, date]:
    """Id of each article, in the order of the file → the last day on which it can have been published."""
    rows = study.every.drop_duplicates("article")
    printed = dict(zip(rows["article"].tolist(), rows["published"].tolist(), strict=True))
    days_of = {text: periods.parse_date(text).end for text in set(printed.values())}
    articles = study.dataset.articles
    return {key: days_of[printed[key]] if key in printed else articles[key].published.end for key in articles}
