"""Widgets that change the View."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

import streamlit as st

from indicators.charts.plots.theme import DARK, LIGHT, ChartTheme
from indicators.export import citations
from indicators.export.edition import Edition
from indicators.export.markup import tag
from indicators.phrasing.names import Names
from indicators.ui.elements import citation_list
from indicators.ui.session import state
from indicators.ui.session.visit import readers_today
from indicators.values.text import LocalText, escape_markdown
from indicators.words import ui as words
from indicators.words.export import citations as citation_words
from indicators.words.pages import explore as explore_words


def theme() -> ChartTheme:
    """The theme that the reader has set, light or dark."""
    return DARK if st.context.theme.type == "dark" else LIGHT


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of several ids: ``key`` is the field of the View, ``every`` is shown while none is chosen.

    ``counts`` has the ids that are offered, and how many figures have each.
    """

    key: str
    label: LocalText
    every: LocalText
    counts: Mapping[str, int]
    name: Callable[[str], str]
    width: int | Literal["stretch"] = "stretch"


MOST_OPTIONS: Final = 1_500
"""More are not sent to a browser with one widget."""


def choose_many(choice: Filter, names: Names) -> None:
    """A filter. What is chosen is always among its options, also where no figure has it.

    Of very many options the first are offered, and those that are chosen; a link can name any.
    """
    widget = f"filter-{choice.key}"
    chosen = list(getattr(state.current(), choice.key))
    st.session_state[widget] = chosen
    options = list(dict.fromkeys([*list(choice.counts)[:MOST_OPTIONS], *chosen]))

    def apply() -> None:
        state.choose(**{choice.key: tuple(st.session_state[widget])})

    def option(key: str) -> str:
        return names.of(explore_words.OPTION).format(name=choice.name(key), count=f"{choice.counts.get(key, 0):,}")

    st.multiselect(
        escape_markdown(names.of(choice.label)),
        options,
        format_func=option,
        key=widget,
        on_change=apply,
        placeholder=names.of(choice.every),
        width=choice.width,
    )


def choose_metric(options: Sequence[str], chosen: str, names: Names, name: Callable[[str], str]) -> None:
    """The metric of the page; one is always selected."""
    st.session_state["filter-metric"] = chosen

    def apply() -> None:
        state.choose(metric=st.session_state["filter-metric"] or "")

    st.selectbox(names.of(words.METRIC), options, format_func=name, key="filter-metric", on_change=apply)


def choose_day(days: Sequence[date], names: Names) -> None:
    """The day whose state of the dataset is shown: now, or one of the latest ``days`` with a publication."""
    options = ["", *(day.isoformat() for day in days[:MOST_OPTIONS])]
    chosen = state.current().day
    st.session_state["day"] = chosen

    def apply() -> None:
        state.choose(day=st.session_state["day"] or "")

    st.selectbox(
        escape_markdown(names.of(words.AS_KNOWN)),
        options if chosen in options else [*options, chosen],
        format_func=lambda key: names.period(key) if key else names.of(words.AS_KNOWN_NOW),
        key="day",
        on_change=apply,
        width=280,
    )


def share(title: str, edition: Edition, names: Names) -> None:
    """The link to the view, the code that embeds it, and its citation, each copied with one click."""
    with st.popover(escape_markdown(names.of(words.SHARE)), type="tertiary", key="share", on_change="rerun") as box:
        if not box.open:
            return
        address = state.address()
        st.caption(escape_markdown(names.of(words.SHARE_LINK)))
        st.code(address, language=None, wrap_lines=True)
        st.caption(escape_markdown(names.of(words.SHARE_EMBED)))
        embedded = f"{address}{'&' if '?' in address else '?'}embed=true"
        frame = tag("iframe", src=embedded, width="100%", height="640")
        st.code(frame, language=None, wrap_lines=True)
        with st.expander(escape_markdown(names.of(citation_words.CITE))):
            citation_list.show(
                citations.cite_view(title, names, address, readers_today(), version=edition.version), names
            )


def joined(parts: Iterable[str], names: Names) -> str:
    """The parts as a list in a sentence."""
    return names.of(words.LIST).join(parts)
