"""``indicators.load`` and ``Data``: what users of the library meet first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from indicators import study
from indicators.charts import plotly_figures, unavailable
from indicators.charts.catalogue import CHARTS, Chart, ChartContext, ChartType
from indicators.charts.plots.theme import THEMES, Mode
from indicators.curate.claims.checking import ClaimChecker
from indicators.curate.claims.verdicts import Claim
from indicators.frames import panels, tidy
from indicators.loading import cache
from indicators.model import name_index
from indicators.model.dataset import Dataset
from indicators.model.kinds import BY_NAME
from indicators.model.name_index import NameIndex
from indicators.model.vocabulary import ALL
from indicators.phrasing.names import Names
from indicators.phrasing.problems import did_you_mean, place, sentence
from indicators.reading import boundaries
from indicators.reading.boundaries import Outlines
from indicators.study import Study
from indicators.values import periods
from indicators.values.problems import Problem
from indicators.values.text import Lang, nearest
from indicators.view import SHOWS, View
from indicators.words import library as words
from indicators.words import ui as ui_words

_CHART_NAMES: Final = {chart_type.public_name: name for name, chart_type in CHARTS.items()}


@dataclass(frozen=True)
class Data:
    """A dataset as it was found: ``dataset`` is None where a problem is an error.

    ``accepted`` are findings that the curator has left as they are, each with the reason. ``outlines`` are those of
    regions on a map, from the file that may lie beside the dataset.
    """

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    accepted: tuple[Problem, ...] = ()
    outlines: Outlines = field(default_factory=dict)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The tidy frame of the dataset (see ``indicators.frames.tidy``).

        Raises ValueError where there is no dataset, with the first error's place and code.
        """
        return self.tidy()

    def tidy(self, *, derived: bool = False) -> pd.DataFrame:
        """The tidy frame, made anew; with ``derived`` also what follows from the figures (see ``frames.tidy``).

        Raises ValueError as ``frame`` does.
        """
        return tidy.tidy(self._sound(), derived=derived)

    def chart(  # noqa: PLR0913  # all but the name may be left out
        self,
        name: str,
        *,
        metric: str = "",
        region: str | Sequence[str] = (),
        sector: str | Sequence[str] = (),
        group: str | Sequence[str] = (),
        lang: Lang = "en",
        mode: Mode = "light",
    ) -> go.Figure:
        """A chart as a Plotly figure, to be shown in a notebook, changed or saved.

        ``name`` is by-region, by-sector, by-group, growth, progress, over-time, parts, contributions, last-months,
        pipelines, map, then-and-now, ratios or coverage. The chart is of one ``metric``; without one it is of
        everything, or where that has none, of the metric with most figures. ``region``, ``sector`` and ``group`` leave
        out the figures of all others. All are ids, or names that one entry has.

        Raises ValueError, with a sentence in ``lang``, where there is no such chart or id, and where the figures do not
        allow the chart; and as ``frame`` does where there is no dataset.
        """
        names = Names(self._sound(), lang)
        if name not in _CHART_NAMES:
            unknown = names.of(words.UNKNOWN_CHART).format(name=name, known=", ".join(_CHART_NAMES))
            raise ValueError(unknown + did_you_mean(nearest(name, _CHART_NAMES), lang))
        dataset = names.dataset
        view = View(
            metric=next(iter(_present_ids("metric", metric, dataset, lang)), ""),
            region=_present_ids("region", region, dataset, lang),
            sector=_present_ids("sector", sector, dataset, lang),
            group=_present_ids("group", group, dataset, lang),
        )
        chart_type, frame = CHARTS[_CHART_NAMES[name]], self._study.frame
        if not view.metric and chart_type.of_everything is None and len(frame):
            view = replace(view, metric=panels.most_reported(frame))
        rows = frame.iloc[panels.in_view(frame, view)]
        chart = _drawn(chart_type, view, rows, ChartContext(self._study, names, THEMES[mode], self.outlines))
        if chart is None:
            raise ValueError(_why_not(_CHART_NAMES[name], rows, names))
        return plotly_figures.validated(chart.spec)

    def claims(self, text: str, *, published: str = "") -> tuple[Claim, ...]:
        """The numbers of a text, each with its ``verdict`` and the ``reports`` that it rests on (see docs/curate.md).

        ``published`` is the day of the text, such as 2022-08-08, which completes periods without a year.

        Raises ValueError for what is no date, and as ``frame`` does where there is no dataset.
        """
        day = periods.parse_date(published) if published else None
        return self._checker.check(text, day).claims

    @cached_property
    def _checker(self) -> ClaimChecker:
        return ClaimChecker(self._sound())

    @cached_property
    def _study(self) -> Study:
        return study.of(self._sound())

    def _sound(self) -> Dataset:
        """The dataset; raises ValueError where there is none."""
        if self.dataset is None:
            first = next(problem for problem in self.problems if problem.severity == "error")
            raise ValueError(f"no dataset: {place(first)} [{first.code}]")
        return self.dataset


def load(path: Path | str) -> Data:
    """The dataset in a file or folder, its problems, and its tidy frame: ``indicators.load(path).frame``."""
    loaded = cache.load(path)
    outlines = boundaries.read(boundaries.beside(Path(path))).outlines
    return Data(loaded.dataset, loaded.problems, loaded.accepted, outlines)


def _present_ids(kind: str, asked: str | Sequence[str], dataset: Dataset, lang: Lang) -> tuple[str, ...]:
    """The ids that are asked for, former ones as they are now; raises ValueError for the first that is not known."""
    known: Collection[str] = {*getattr(dataset, BY_NAME[kind].section), *((ALL,) if kind == "group" else ())}
    renamed = dataset.renamed[kind]
    index = name_index.of_dataset(dataset)
    words = [asked] if isinstance(asked, str) else asked
    ids = tuple(_id_of(word, kind, index) or renamed.get(word, word) for word in words if word)
    for key in ids:
        if key not in known:
            facts = {"kind": kind, "id": key, "suggestion": nearest(key, known)}
            raise ValueError(sentence(Problem("unknown-id", "", facts=facts), lang))
    return ids


def _id_of(word: str, kind: str, index: NameIndex) -> str:
    """The id of the one entry that a word names; empty where none or several have that name."""
    ids = index.find(kind, word) if kind in index.ids else ()
    return ids[0] if len(ids) == 1 else ""


def _drawn(chart_type: ChartType, view: View, rows: pd.DataFrame, context: ChartContext) -> Chart | None:
    """The chart of a view; None where its figures, in ``rows``, do not allow it."""
    draw = (chart_type.of_a_metric if view.metric else None) or chart_type.of_everything
    return draw(rows, context) if draw and len(rows) else None


def _why_not(name: str, rows: pd.DataFrame, names: Names) -> str:
    """Why there is no such chart of some figures, as the dashboard says it."""
    if rows.empty:
        return names.of(ui_words.NOTHING_IN_VIEW)
    if name in SHOWS:
        return unavailable.reason(rows, name, names)
    return names.of(ui_words.CANNOT.get(name, ui_words.NOTHING_IN_VIEW))
