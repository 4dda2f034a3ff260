"""What every page and card needs of a visit."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from indicators.charts import catalogue
from indicators.export import edition
from indicators.export.edition import Edition
from indicators.study import Study
from indicators.values import periods
from indicators.values.problems import Problem


@dataclass(frozen=True)
class Visit(catalogue.ChartContext):
    """One visit: what charts need, and what is known beside the figures.

    ``findings`` are the problems of the file as it is now, ``accepted`` those that its curator leaves as they are, and
    ``texts`` what is held of articles in full, by their ids. ``digest`` identifies the content of the file; ``day`` is
    that of which it is shown, if not as it is now. ``cache_key`` identifies all that charts and tables are made of: the
    figures as of that day, and the outlines of a map.
    """

    findings: tuple[Problem, ...]
    accepted: tuple[Problem, ...]
    texts: Mapping[str, str]
    digest: str
    day: date | None
    cache_key: str

    def edition(self, chosen: Collection[str] | None = None) -> Edition:
        """What is given away of these figures, or of all."""
        return edition.of(self.study, self.digest, chosen, known_on=self.day)

    def problems_of(self, key: str) -> list[Problem]:
        """What was found of one entry, the accepted last."""
        return [problem for problem in (*self.findings, *self.accepted) if problem.about == key]


@st.cache_resource(show_spinner=False, max_entries=4)
def newest_first(_study: Study, cache_key: str) -> Sequence[str]:
    """The ids of all articles, the last published first."""
    known = _published(_study)
    return sorted(known, key=known.__getitem__, reverse=True)


@st.cache_resource(show_spinner=False, max_entries=4)
def days(_study: Study, digest: str) -> Sequence[date]:
    """The days on which anything of the whole dataset was published, the last first."""
    if _study.dataset is _study.whole:
        found = set(_published(_study).values())
    else:
        found = {article.published.end for article in _study.whole.articles.values()}
    return sorted(found, reverse=True)


def _published(study: Study) -> Mapping[str, date]:
    """Id of each article, in the order of the file → when it was known to be published."""
    heads = study.every.drop_duplicates("article")
    said = dict(zip(heads["article"].tolist(), heads["published"].tolist(), strict=True))
    day = {text: periods.parse_date(text).end for text in set(said.values())}
    articles = study.dataset.articles
    return {key: day[said[key]] if key in said else articles[key].published.end for key in articles}
