"""The page frame: masthead, navigation, what is wrong with the file, and the evidence beside it all."""

import gc
import os
import re
from collections.abc import Callable, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

import streamlit as st

from indicators import study
from indicators.loading.store import Snapshot, Store
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.phrasing.problems import place, sentence
from indicators.reading import boundaries
from indicators.study import Study
from indicators.ui import controls, evidence, state
from indicators.ui.pages import checks, explore, overview, sources
from indicators.ui.visit import Visit
from indicators.values.problems import Problem
from indicators.values.text import Lang, escape_markdown
from indicators.view import Query, Unknown
from indicators.words import terms
from indicators.words import ui as words

Show = Callable[[Visit], None]


class Above(NamedTuple):
    """What stands above a page depends on: the file and its problems, the day, and a link that names too much."""

    digest: str
    problems: tuple[Problem, ...]
    day: date | None
    link: Query | None


DATA: Final = "INDICATORS_DATA"
"""Environment variable: a file or folder to show instead of the dataset beside dashboard.py."""
STYLE: Final = Path(__file__).with_name("style.css")
PROBLEMS_SHOWN: Final = 10
_PAGES: Final[Mapping[str, Show]] = {
    "overview": overview.show,
    "explore": explore.show,
    "sources": sources.show,
    "checks": checks.show,
}


def run(home: Path) -> None:
    """Draw the page that the link asks for, from the dataset in ``home`` (or the one that INDICATORS_DATA names)."""
    path = Path(os.environ.get(DATA) or home / "data" / "indicators.yaml")
    st.set_page_config(page_title="Reported Indicators", page_icon=str(STYLE.with_name("icon.svg")), layout="wide")
    st.html(STYLE)
    snapshot = _current(_store(str(path)))
    dataset = snapshot.dataset
    if dataset is None:
        _no_dataset(snapshot, state.language())
        return
    day = state.asked_day()
    shown = _study(dataset, snapshot.digest, day)
    dataset = shown.dataset
    unknown = state.arrive(dataset, _spans(shown, snapshot.digest, day))
    names = Names(dataset, state.language())
    page = state.current().page or "overview"
    if not st.context.is_embedded:
        _masthead(page, names)
    _banners(snapshot, unknown, names)
    if day is not None:
        _known_then(day, len(shown.every), snapshot, names)
    if shown.every.empty:
        st.info(escape_markdown(names.of(words.NO_FIGURES)))
        return
    _page(page, path, Above(snapshot.digest, snapshot.problems, day, state.asked() if unknown else None))
    st.divider()
    st.caption(escape_markdown(names.of(words.LICENSE).format(license=dataset.about.license)))


@st.fragment
def _page(page: str, path: Path, above: Above) -> None:
    """What a choice on the page changes; all else is drawn again only where what stands ``above`` is no longer so.

    Streamlit keeps what this is called with for as long as the visit lasts: nothing of it holds a dataset.
    """
    snapshot, day = _store(str(path)).current(), state.asked_day()
    now = Above(snapshot.digest, snapshot.problems, day, None if above.link is None else state.asked())
    if snapshot.dataset is None or now != above:
        st.rerun()
    shown = _study(snapshot.dataset, snapshot.digest, day)
    outlined = boundaries.beside(path)
    outlines, troubles = boundaries.read(outlined)
    findings = (*snapshot.problems, *troubles)
    cache_key = f"{snapshot.digest} {day} {_written(outlined)}"
    known = (findings, snapshot.accepted, snapshot.texts, snapshot.digest, day, cache_key)
    visit = Visit(shown, Names(shown.dataset, state.language()), controls.theme(), outlines, *known)
    _PAGES[page](visit)
    if state.in_drawer() and state.current().figure:
        evidence.drawer(visit)


@st.cache_resource(show_spinner=False)
def _store(path: str) -> Store:
    return Store(Path(path))


def _current(store: Store) -> Snapshot:
    """What is shown now; who comes before there is anything sees how far it is."""
    if store.ready:
        return store.current()
    bar, said = st.empty(), escape_markdown(words.READING.of(state.language()))

    def told(done: int, every: int) -> None:
        bar.progress(min(1.0, done / max(every, 1)), said)

    snapshot = store.current(told)
    bar.empty()
    return snapshot


_STUDIES: Final = count()


@st.cache_resource(show_spinner=False, max_entries=4)
def _study(_dataset: Dataset, digest: str, day: date | None) -> Study:  # the digest is the key, not the content
    made = study.of(_dataset, day)
    if next(_STUDIES):  # a dataset that is no longer shown may have left something
        gc.unfreeze()
        gc.collect()
    gc.freeze()  # nothing of it goes before all of it does: no collection need look through millions of objects
    return made


@st.cache_resource(show_spinner=False, max_entries=4)
def _spans(_study: Study, digest: str, day: date | None) -> frozenset[str]:
    """The periods that figures are of."""
    return frozenset(_study.every["period"].unique())


def _written(path: Path) -> int:
    """When a file was written, in nanoseconds; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _masthead(page: str, names: Names) -> None:
    with st.container(key="masthead"):
        st.markdown(f"# {escape_markdown(names.of(names.dataset.about.title))}")
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            with st.container(key="navigation", horizontal=True, width="content"):
                for key in _PAGES:
                    label = escape_markdown(names.of(words.NAVIGATION[key]))
                    shown = f"**{label}**" if key == page else label
                    st.button(shown, key=f"go-{key}", type="tertiary", on_click=state.turn_to, args=(key,))
            controls.choose_language()


def _banners(snapshot: Snapshot, unknown: tuple[Unknown, ...], names: Names) -> None:
    if snapshot.stale:
        first = next(problem for problem in snapshot.problems if problem.severity == "error")
        facts = {
            "errors": names.count(terms.ERRORS, sum(problem.severity == "error" for problem in snapshot.problems)),
            "place": place(first, short=True),
            "message": sentence(first, names.lang, short=True),
        }
        st.warning(escape_markdown(names.of(words.BROKEN_FILE).format(**facts)))
    if unknown:
        listed = controls.joined((f"{key}={_harmless(value)}" for key, value in unknown[:PROBLEMS_SHOWN]), names)
        st.info(escape_markdown(names.of(words.UNKNOWN_IN_LINK).format(names=listed)))


def _known_then(day: date, figures: int, snapshot: Snapshot, names: Names) -> None:
    """That an older state is shown, how much of it there is, and the way back."""
    every = len(snapshot.dataset.figures) if snapshot.dataset else figures
    facts = {"day": names.period(day.isoformat()), "figures": names.count(terms.FIGURES, figures), "all": f"{every:,}"}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(escape_markdown(names.of(words.KNOWN_THEN).format(**facts)))
        label = escape_markdown(names.of(words.KNOWN_NOW))
        st.button(label, key="now", type="tertiary", on_click=state.change, kwargs={"day": ""})


def _harmless(value: str) -> str:
    """What a link named, if it could be an id; who sends links must not put addresses of his own on the page."""
    return value if re.fullmatch(r"[\w-]{1,80}", value) else "…"


def _no_dataset(snapshot: Snapshot, lang: Lang) -> None:
    """A file that was never good: say where it is broken, as ``indicators check`` would."""
    st.markdown(f"# {escape_markdown(words.NO_DATASET.of(lang))}")
    st.markdown(escape_markdown(words.NO_DATASET_HINT.of(lang)))
    for problem in snapshot.problems[:PROBLEMS_SHOWN]:
        st.error(escape_markdown(f"{place(problem, short=True)}: {sentence(problem, lang, short=True)}"))
    if len(snapshot.problems) > PROBLEMS_SHOWN:
        count = len(snapshot.problems) - PROBLEMS_SHOWN
        st.caption(escape_markdown(words.MORE_PROBLEMS.of(lang).format(count=f"{count:,}")))
