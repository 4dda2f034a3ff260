"""A visit → its page: masthead, navigation, banners, the page itself, and the evidence beside it."""

import os
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import streamlit as st
from markupsafe import Markup

from indicators import settings
from indicators.export.markup import link, tag
from indicators.loading import store
from indicators.loading.snapshot import Snapshot
from indicators.loading.store import Store
from indicators.pages.context import PageContext
from indicators.pages.every_page import footer, masthead, titles
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.ui.elements import controls, document, evidence, navigator, search
from indicators.ui.pages import (
    checks,
    claim,
    compare,
    curate,
    explore,
    figure,
    figures,
    overview,
    place,
    places,
    sources,
    time,
)
from indicators.ui.session import freshness, state, turns
from indicators.ui.session.access import curate_access
from indicators.ui.session.studies import periods_of, study_of, visit_of
from indicators.ui.session.visit import Visit, readers_today
from indicators.values.problems import Problem
from indicators.values.text import LANGS, escape_markdown
from indicators.view import Query, Renaming, Unknown, View
from indicators.words import terms
from indicators.words import ui as words

ShowPage = Callable[[Visit], None]


class FrameInputs(NamedTuple):
    """What the frame around a page depends on; ``link`` is kept only where it names something unknown."""

    digest: str
    problems: tuple[Problem, ...]
    day: date | None
    link: Query | None


_ICON: Final = Path(__file__).with_name("icon.svg")
PROBLEMS_SHOWN: Final = 10
_PAGES: Final[Mapping[str, ShowPage]] = {
    "overview": overview.show,
    "figures": figures.show,
    "place": place.show_region,
    "places": places.show_regions,
    "sector": place.show_sector,
    "sectors": places.show_sectors,
    "time": time.show,
    "compare": compare.show,
    "explore": explore.show,
    "sources": sources.show,
    "checks": checks.show,
    "curate": curate.show,
    "claim": claim.show,
    "figure": figure.show,
}

_LISTED: Final = tuple(page for page in _PAGES if page not in masthead.ABOVE)
"""The pages that the navigation lists; those of single entries are reached by links."""


def run(home: Path) -> None:
    """Draw the page that the link asks for, from the dataset in ``home`` or the one that INDICATORS_DATA names."""
    path = data_path(home)
    st.set_page_config(page_icon=str(_ICON))  # the layout is that of style.css, so that nothing is laid out twice
    document.style(controls.theme())
    with document.styled():
        if address := state.unusable_address():
            facts = {"variable": settings.URL, "address": address}
            for lang in LANGS:  # for who runs it, whatever the language of the browser
                st.error(escape_markdown(words.NOT_AN_ADDRESS.of(lang).format(**facts)))
        else:
            _run(path)


def data_path(home: Path) -> Path:
    """The file or folder that the dashboard in ``home`` shows."""
    return settings.data_path(os.environ) or home / "data" / "indicators.yaml"


def _run(path: Path) -> None:
    snapshot = _current(store.of(path))
    dataset = snapshot.dataset
    if dataset is None:
        freshness.no_dataset(snapshot, state.language())
        freshness.keep_looking(path, snapshot)
        return
    day = state.asked_day()
    known = study_of(dataset, snapshot.digest, day)
    dataset = known.dataset
    unknown, renamings = state.arrive(dataset, periods_of(known, snapshot.digest, day))
    names = Names(dataset, state.language())
    page = state.page()
    navigator.listen(page)
    if not st.context.is_embedded:
        _masthead(page, path, PageContext(known, names, _addresses(), readers_today()))
    _banners(snapshot, unknown, renamings, names)
    freshness.keep_looking(path, snapshot)
    if day is not None:
        _past_day(day, len(known.every), snapshot, names)
    if known.every.empty and page not in {"curate", "claim"}:  # the first ones can be added there
        st.info(escape_markdown(names.of(words.NO_FIGURES)))
        return
    with document.room(page):
        _page(page, path, FrameInputs(snapshot.digest, snapshot.problems, day, state.asked() if unknown else None))
    if page == "figure" and st.context.is_embedded:
        return  # the card of a figure has its source and its link on it
    document.show(footer.of(names, *_foot_links(names), figures=len(known.every)), names.lang)


@st.fragment
def _page(page: str, path: Path, frame: FrameInputs) -> None:
    """The part that is drawn again after a choice on the page; the frame only where its inputs have changed.

    Streamlit keeps the arguments as long as the visit lasts, so none of them holds a dataset.
    """
    with turns.TURNS.take():
        _draw(page, path, frame)


def _draw(page: str, path: Path, frame: FrameInputs) -> None:
    snapshot, day = store.of(path).current(), state.asked_day()
    current = FrameInputs(snapshot.digest, snapshot.problems, day, None if frame.link is None else state.asked())
    if snapshot.dataset is None or current != frame or state.page() != page:
        st.rerun()
    known = study_of(snapshot.dataset, snapshot.digest, day)
    if not state.is_known(known.dataset, periods_of(known, snapshot.digest, day)):
        st.rerun()  # a browser has sent what no page offers: as where a link has it, it is left out
    visit = visit_of(known, snapshot, day, state.language(), controls.theme())
    st.set_page_config(page_title=titles.of(page, state.current(), visit.names))
    _PAGES.get(page, overview.show)(visit)
    if state.in_drawer() and state.current().figure:
        evidence.drawer(visit)


def _foot_links(names: Names) -> list[Markup]:
    """Links to the pages that the masthead does not list, where they are offered."""
    access = curate_access()
    offered = {"checks": True, "curate": access.curate, "claim": access.claim}
    return [
        link(_addresses().view(View(page=page)), names.of(words.NAVIGATION[page]))
        for page, is_offered in offered.items()
        if is_offered
    ]


def _current(shown: Store) -> Snapshot:
    """The dataset to show; while the first one is being loaded, a progress bar."""
    if shown.ready:
        return shown.current()
    bar, label = st.empty(), escape_markdown(words.READING.of(state.language()))

    def on_progress(done: int, total: int) -> None:
        bar.progress(min(1.0, done / max(total, 1)), label)

    snapshot = shown.current(on_progress)
    bar.empty()
    return snapshot


def _addresses() -> QueryAddresses:
    """Where links on the page lead."""
    view = state.current()
    return QueryAddresses(view.lang, view.day)


def _masthead(page: str, path: Path, context: PageContext) -> None:
    with st.container(key="masthead"):
        view = state.current()
        versions = {lang: QueryAddresses(lang, view.day).view(view) for lang in LANGS}
        links = masthead.links_to_views(page, _LISTED, context)
        home = context.addresses.view(View())
        head = masthead.of(home, links, context.names, versions)
        document.show(head, context.names.lang)
        with st.container(key="search"):
            _search(path)
        document.show(tag("div", id=masthead.CONTENT, tabindex="-1"), context.names.lang)


@st.fragment
def _search(path: Path) -> None:
    """The search box, which is drawn again alone to be sent its index; like ``_page`` it keeps no dataset."""
    snapshot, day = store.of(path).current(), state.asked_day()
    if snapshot.dataset is not None:
        known = study_of(snapshot.dataset, snapshot.digest, day)
        search.show(Names(known.dataset, state.language()), _addresses(), f"{snapshot.digest} {day}")


def _banners(snapshot: Snapshot, unknown: tuple[Unknown, ...], renamings: tuple[Renaming, ...], names: Names) -> None:
    freshness.not_current(snapshot, names.lang)
    freshness.changed(snapshot, names.lang)
    for renaming in renamings[:PROBLEMS_SHOWN]:
        sentence_of_key = words.FIGURE_RENAMED if renaming.key == "figure" else words.ENTRY_RENAMED
        facts = {"former": renaming.former, "present": renaming.present}
        st.info(escape_markdown(names.of(sentence_of_key).format_map(facts)))
    if unknown:
        listed = controls.joined((f"{key}={_harmless(value)}" for key, value in unknown[:PROBLEMS_SHOWN]), names)
        st.info(escape_markdown(names.of(words.UNKNOWN_IN_LINK).format(names=listed)))


def _past_day(day: date, figures: int, snapshot: Snapshot, names: Names) -> None:
    """A banner that says that a past state is shown and how many figures it has, and a way back to today."""
    every = len(snapshot.dataset.figures) if snapshot.dataset else figures
    facts = {"day": names.period(day.isoformat()), "figures": names.count(terms.FIGURES, figures), "all": f"{every:,}"}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(escape_markdown(names.of(words.KNOWN_THEN).format(**facts)))
        label = escape_markdown(names.of(words.KNOWN_NOW))
        st.button(label, key="now", type="tertiary", on_click=state.change, kwargs={"day": ""})


def _harmless(value: str) -> str:
    """A value from a link, if it could be an id: nobody may put an address of theirs on the page by sending a link."""
    return value if re.fullmatch(r"[\w-]{1,80}", value) else "…"
