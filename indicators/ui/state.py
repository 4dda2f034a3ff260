"""The View of a session: from the link into the session, from the widgets into the link.

The View is the truth: a widget is set from it before it is drawn, and a change of the widget replaces the View.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from indicators import view
from indicators.model.dataset import Dataset
from indicators.values.text import Lang
from indicators.view import Query, Unknown, View

_VIEW: Final = "indicators.view"
_WRITTEN: Final = "indicators.written"
_DRAWER: Final = "indicators.drawer"
_TURNS: Final = "indicators.turns"
_OPENER: Final = "indicators.opener"


def arrive(dataset: Dataset, spans: Collection[str]) -> tuple[Unknown, ...]:
    """Take the View from the link; where a person has changed that (first visit, back, forward), nothing lies open.

    Returns what the link names that is not in the dataset; ``spans`` are the periods of its figures.
    """
    link = asked()
    found, unknown = view.parse(link, view.ids(dataset, spans))
    if link != st.session_state.get(_WRITTEN):
        st.session_state[_WRITTEN] = link
        _put_away()
    st.session_state[_VIEW] = found  # also where the link is the same, since the dataset may not be
    return unknown


def asked() -> Query:
    """What the link says now of the View."""
    return {key: st.query_params.get_all(key) for key in st.query_params if key in View.__slots__}


def asked_day() -> date | None:
    """The day that the link asks for, before anything else of the link is read: the dataset depends on it."""
    return view.day((st.query_params.get_all("day") or [""])[-1])


def current() -> View:
    """The View of this session."""
    found: View = st.session_state.get(_VIEW, View())
    return found


def change(**choices: Any) -> None:
    """Replace choices of the View and put it into the link."""
    changed = replace(current(), **choices)
    st.session_state[_VIEW] = changed
    st.session_state[_WRITTEN] = changed.query()
    foreign = {key: st.query_params.get_all(key) for key in st.query_params if key not in View.__slots__}
    st.query_params.from_dict({**foreign, **changed.query()})


def choose(**choices: Any) -> None:
    """Change what a widget stands for. Where the reader has gone to another link since it was drawn, the link counts:
    after several quick steps back the browser sends the value of a widget that a run half drawn had replaced.
    """  # fmt: skip
    if asked() == st.session_state.get(_WRITTEN):
        change(**choices)


def address() -> str:
    """The link to the View, in no language, so that each reader gets his own."""
    return _address(replace(current(), lang=None))


def address_of_charts() -> str:
    """The link that a chart carries: to what the page shows, whether or not evidence lies open beside it."""
    return _address(replace(current(), lang=None, figure=""))


def address_of(figure: str) -> str:
    """The permanent link to a figure's own page."""
    return _address(View(figure=figure))


def _address(shown: View) -> str:
    query = shown.query()
    here = (st.context.url or "").partition("?")[0].rstrip("/") + "/"
    return f"{here}?{urlencode(query, doseq=True)}" if query else here


def language() -> Lang:
    """The language that the reader has chosen, else that of the browser."""
    chosen = current().lang
    if chosen:
        return chosen
    return "zh" if (st.context.locale or "").lower().startswith("zh") else "en"


def open_figure(figure: str, opener: str = "") -> None:
    """Show the evidence of a figure beside what is on the page; ``opener`` is where one of several was chosen."""
    st.session_state[_DRAWER] = True
    st.session_state[_OPENER] = opener or st.session_state.get(_OPENER, "")
    change(figure=figure)


def close_figure() -> None:
    """Put the evidence away, and forget which mark was chosen, so that it can be chosen again."""
    _put_away()
    change(figure="")


def _put_away() -> None:
    """Only what the evidence was opened from begins anew: a chart whose key changes is drawn again."""
    st.session_state[_DRAWER] = False
    opener = st.session_state.pop(_OPENER, "")
    if opener:
        st.session_state[_TURNS] = {**st.session_state.get(_TURNS, {}), opener: turn(opener) + 1}


def turn_to(page: str) -> None:
    """Go to another page; the choices go along, the evidence does not."""
    close_figure()
    change(page=page)


def in_drawer() -> bool:
    """Whether the evidence was opened from a mark, not by a link to the figure itself."""
    return bool(st.session_state.get(_DRAWER, False))


def turn(place: str) -> int:
    """Part of the key of what can be selected at a place: with the next turn nothing is."""
    return int(st.session_state.get(_TURNS, {}).get(place, 0))
