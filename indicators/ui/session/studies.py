"""A snapshot of the data → its study as of a day, kept for all sessions, and the visit that pages are drawn from."""

import gc
from datetime import date
from itertools import count
from typing import Final

from indicators import study
from indicators.charts.plots.theme import ChartTheme
from indicators.loading.snapshot import Snapshot
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit
from indicators.values.text import Lang

_STUDIES: Final = count()
"""Counts the studies that were made."""


@kept(4)
def study_of(_dataset: Dataset, digest: str, day: date | None) -> Study:  # the digest is the key, not the content
    """What is known of a dataset as of a day, None for now."""
    known = study.of(_dataset, day)
    if next(_STUDIES):  # an earlier study may no longer be needed
        gc.unfreeze()
        gc.collect()
    gc.freeze()  # its millions of objects are dropped together: without this, each collection would look through them
    return known


@kept(4)
def periods_of(_study: Study, digest: str, day: date | None) -> frozenset[str]:
    """The periods that figures are of."""
    return frozenset(_study.every["period"].unique())


def visit_of(known: Study, snapshot: Snapshot, day: date | None, lang: Lang, theme: ChartTheme) -> Visit:
    """What pages are drawn from: the study of a snapshot as of that day."""
    return Visit(
        study=known,
        names=Names(known.dataset, lang),
        theme=theme,
        outlines=snapshot.map_file.outlines,
        findings=(*snapshot.problems, *snapshot.map_file.problems),
        accepted=snapshot.accepted,
        texts=snapshot.texts,
        digest=snapshot.digest,
        day=day,
        cache_key=f"{snapshot.digest} {day} {snapshot.map_file.digest}",
    )
