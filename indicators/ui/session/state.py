"""The link ↔ the View of a session ↔ the widgets.

The View decides: a widget is set from it before it is drawn, and a change of the widget replaces the View.
"""

import os
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import streamlit as st

from indicators import settings, view
from indicators.model.dataset import Dataset
from indicators.values import urls
from indicators.values.text import LANGS, Lang
from indicators.view import Query, Renaming, Unknown, View

_VIEW: Final = "indicators.view"
_WRITTEN: Final = "indicators.written"
_BEFORE: Final = "indicators.before"
"""Links that choices have replaced since the reader last went to one: a browser may not know yet that they are old."""
_REMEMBERED: Final = 30
"""Choices that a reader can make before a browser has heard of the first."""
_DRAWER: Final = "indicators.drawer"
_SELECTIONS: Final = "indicators.selections"
_OPENER: Final = "indicators.opener"


def arrive(dataset: Dataset, periods: Collection[str]) -> tuple[tuple[Unknown, ...], tuple[Renaming, ...]]:
    """Take the View from the link, and where the reader has changed it (first visit, back, forward) the evidence, too.

    A figure alone is a page; with anything else in the link it stands beside the page that this asks for. Returns
    what the link names that is not in the dataset, and the former ids in it, which it has no more then; ``periods`` are
    those of the figures.
    """
    link, renamings = view.with_present_ids(asked(), dataset.renamed)
    if renamings:
        _put_into_link(link)
    parsed, unknown = view.parse(link, view.ids(dataset, periods))
    if link != st.session_state.get(_WRITTEN):
        st.session_state[_WRITTEN], st.session_state[_BEFORE] = link, []
        _close_drawer()
        beside = replace(parsed, figure="", number="", lang=None, day="") != View()
        st.session_state[_DRAWER] = bool(parsed.figure) and beside and not st.context.is_embedded
    st.session_state[_VIEW] = parsed  # even if the link is the same: the dataset may have changed
    return unknown, renamings


def is_known(dataset: Dataset, periods: Collection[str]) -> bool:
    """True if the dataset has all that the View of this session names."""
    return not view.parse(current().query(), view.ids(dataset, periods))[1]


def asked() -> Query:
    """The part of the current link that describes the View."""
    return {key: st.query_params.get_all(key) for key in st.query_params if key in View.__slots__}


def asked_day() -> date | None:
    """The day that the link asks for; it is read first, since the dataset depends on it."""
    return view.day((st.query_params.get_all("day") or [""])[-1])


def current() -> View:
    """The View of this session."""
    session_view: View = st.session_state.get(_VIEW, View())
    return session_view


def change(**choices: Any) -> None:
    """Replace fields of the View, and put it into the link."""
    changed = replace(current(), **choices)
    st.session_state[_VIEW] = changed
    before = [*st.session_state.get(_BEFORE, ()), st.session_state.get(_WRITTEN)]
    st.session_state[_BEFORE] = before[-_REMEMBERED:]
    st.session_state[_WRITTEN] = changed.query()
    _put_into_link(changed.query())


def _put_into_link(query: Query) -> None:
    """Replace the part of the link that describes the View."""
    foreign = {key: st.query_params.get_all(key) for key in st.query_params if key not in View.__slots__}
    st.query_params.from_dict({**foreign, **query})


def choose(**choices: Any) -> None:
    """Apply the value of a widget, unless the reader has gone to another link since the widget was drawn.

    Lists begin with their first sheet again.
    After several quick steps back, the browser sends the value of a widget that an unfinished run had replaced. After
    several quick choices it sends each with the link from before the first.
    """
    if asked() in (st.session_state.get(_WRITTEN), *st.session_state.get(_BEFORE, ())):
        change(**{"sheet": "", **choices})


def address() -> str:
    """The link to the View, without a language, so that each reader gets their own."""
    return _address(replace(current(), lang=None))


def address_of_charts() -> str:
    """The link that a chart carries: without the evidence beside the page and the order of a table."""
    return _address(view.of_charts(current()))


def link_to(target: View) -> str:
    """The link to a view, without a language."""
    return _address(replace(target, lang=None))


def address_of(figure: str, number: str = "") -> str:
    """The permanent link to a figure's own page, or to the words of one of its numbers there."""
    return _address(View(figure=figure, number=number))


def home() -> str:
    """The address of the dashboard, ending in a slash: INDICATORS_URL, else what the reader's browser shows."""
    given = urls.base(os.environ.get(settings.URL, ""))
    return given or (st.context.url or "").partition("?")[0].rstrip("/") + "/"


def unusable_address() -> str:
    """What INDICATORS_URL says, if that is no address of a dashboard; else nothing."""
    given = os.environ.get(settings.URL, "")
    return given if given and urls.base(given) is None else ""


def _address(target: View) -> str:
    query = target.query()
    return f"{home()}?{urlencode(query, doseq=True)}" if query else home()


def address_of_file(form: str, digest: str) -> str:
    """Where a file of the data that the page shows is made: on this server, whatever its base path.

    All that the file depends on is in the address, so that any process with the same data can make it, at any time.
    """
    shown = replace(current(), lang=language(), number="")
    query = {**shown.query(), "version": [digest[:12]]}
    if page() in view.PAGES:  # else the id in the link names it
        query["page"] = [page()]
    base = urlsplit(st.context.url or "").path.rstrip("/")
    if not base.startswith("/") or base.startswith("//"):
        base = ""
    return f"{base}/download/{form}?{urlencode(query, doseq=True)}"


def language() -> Lang:
    """The language that the reader has chosen, else that of the browser."""
    chosen = current().lang or (st.query_params.get_all("lang") or [""])[-1]  # without a dataset there is no View
    if chosen in LANGS:
        return chosen
    return "zh" if (st.context.locale or "").lower().startswith("zh") else "en"


def open_figure(figure: str, opener: str = "", *, number: str = "") -> None:
    """Show the evidence of a figure beside the page, with the words of one of its numbers first.

    ``opener`` names the table in which it was selected.
    """
    st.session_state[_DRAWER] = True
    st.session_state[_OPENER] = opener or st.session_state.get(_OPENER, "")
    change(figure=figure, number=number)


def follow(query: Query, *, in_place: bool = False) -> None:
    """Go where a link on the page leads: to a figure beside the page unless that is of a figure, else in its place.

    With ``in_place`` the page of the figure takes the place of the page, and of the evidence beside it.
    """
    link = {key: values for key, values in query.items() if key in View.__slots__}
    if in_place:
        _close_drawer()
    if not in_place and page() != "figure" and link.keys() - {"lang", "day"} in ({"figure"}, {"figure", "number"}):
        open_figure(link["figure"][-1], number=link.get("number", [""])[-1])
    else:
        _put_into_link(link)


def resume(drawn: str) -> bool:
    """Show the evidence beside the page that a browser has ``drawn``, if a new session takes the link for a figure's.

    Returns whether that has changed anything.
    """
    beside = page() == "figure" and drawn not in {"", "figure"} and not st.context.is_embedded
    if beside:
        st.session_state[_DRAWER] = True
    return beside


def close_figure() -> None:
    """Close the evidence and clear the selection that opened it, so that the same row can be selected again."""
    _close_drawer()
    change(figure="", number="")


def _close_drawer() -> None:
    """Change the key of the table that opened the evidence, and of nothing else: what has a new key is drawn again."""
    st.session_state[_DRAWER] = False
    opener = st.session_state.pop(_OPENER, "")
    if opener:
        st.session_state[_SELECTIONS] = {**st.session_state.get(_SELECTIONS, {}), opener: selection_number(opener) + 1}


def page() -> str:
    """The page that is shown, whatever evidence stands beside it."""
    view = current()
    return (replace(view, figure="", number="") if in_drawer() else view).shown


def in_drawer() -> bool:
    """True if the evidence was opened on the page, not by a link to the figure."""
    return bool(st.session_state.get(_DRAWER, False))


def selection_number(table: str) -> int:
    """A number that is part of the key of a table: with the next one, nothing is selected in it."""
    return int(st.session_state.get(_SELECTIONS, {}).get(table, 0))
