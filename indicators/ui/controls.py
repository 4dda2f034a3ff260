"""Widgets that change the View, and the one way in which a chart is drawn."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from indicators.charts.theme import DARK, LIGHT, Theme
from indicators.drawings import Drawing
from indicators.model import Dataset
from indicators.names import Names
from indicators.text import LocalText, escape_markdown
from indicators.ui import state
from indicators.words import terms
from indicators.words import ui as words

CONFIG: Final = {
    "displaylogo": False,
    "displayModeBar": "hover",
    "modeBarButtons": [["toImage"]],
    "showSendToCloud": False,
    "responsive": True,
}


def theme() -> Theme:
    """The theme of the page as it is now."""
    return DARK if st.context.theme.type == "dark" else LIGHT


_HEAD: Final = 170
"""Pixels that the words around a chart take, near enough to balance two columns."""
Take = Callable[[Sequence[str]], None]


def chart(drawing: Drawing, names: Names, *, take: Take | None = None, about: str = "") -> None:
    """Draw a chart under its section's title and its finding.

    Choosing a mark opens the evidence of its figure, or does what ``take`` does with what the mark hands back.
    ``about`` tells several charts of one name apart, of which only the first has the section's title.
    """
    name, told = drawing.name, drawing.told
    if not about:
        section(words.CHARTS[name], names)
    st.markdown(f"#### {escape_markdown(told.title)}")
    st.caption(escape_markdown(told.note))
    key = "-".join(filter(None, ("chart", name, about, str(state.turn()))))
    st.plotly_chart(
        drawing.figure,
        theme=None,
        key=key,
        on_select=_chosen(key, take or _open),
        selection_mode="points",
        config={**CONFIG, "toImageButtonOptions": {"format": "png", "filename": f"indicators-{name}", "scale": 2}},
        alt=told.alt,
    )
    for remark in told.remarks:
        st.caption(escape_markdown(remark))
    foot = []
    if told.sources:
        foot.append(names.of(words.SOURCE).format(publishers=joined(told.sources, names)))
    if told.left_out:
        foot.append(names.of(words.LEFT_OUT).format(count=told.left_out))
    if foot:
        st.caption(escape_markdown(names.of(terms.JOIN).join(foot)))


def in_columns(charts: Iterable[Drawing], names: Names) -> None:
    """Draw in two columns of about one height, as a newspaper sets its stories."""
    columns: tuple[list[Drawing], list[Drawing]] = ([], [])
    heights = [0, 0]
    for drawing in charts:
        shorter = heights.index(min(heights))
        columns[shorter].append(drawing)
        heights[shorter] += int(drawing.figure["layout"]["height"]) + _HEAD
    filled: Sequence[list[Drawing]] = [column for column in columns if column]
    if not filled:
        return
    for place, column in zip(st.columns(len(filled), gap="large"), filled, strict=True):
        with place:
            for drawing in column:
                chart(drawing, names)


def _open(handed: Sequence[str]) -> None:
    state.open_figure(handed[0])


def _chosen(key: str, take: Take) -> Callable[[], None]:
    def chosen() -> None:
        points = st.session_state[key].selection.points
        if points:
            take([str(part) for part in points[0]["customdata"]])

    return chosen


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of several ids: ``key`` is the field of the View, ``every`` says what it means to choose none."""

    key: str
    label: LocalText
    every: LocalText
    options: Sequence[str]
    name: Callable[[str], str]


def choose_many(choice: Filter, names: Names) -> None:
    """A filter. Choices of the View that are not among its options are kept, unseen, until it is used."""
    widget = f"filter-{choice.key}"
    st.session_state[widget] = [key for key in getattr(state.current(), choice.key) if key in choice.options]

    def take() -> None:
        state.choose(**{choice.key: tuple(st.session_state[widget])})

    st.multiselect(
        escape_markdown(names.of(choice.label)),
        choice.options,
        format_func=choice.name,
        key=widget,
        on_change=take,
        placeholder=names.of(choice.every),
    )


def choose_metric(options: Sequence[str], chosen: str, names: Names, name: Callable[[str], str]) -> None:
    """The metric of the page; one is always chosen."""
    st.session_state["filter-metric"] = chosen

    def take() -> None:
        state.choose(metric=st.session_state["filter-metric"] or "")

    st.selectbox(names.of(words.METRIC), options, format_func=name, key="filter-metric", on_change=take)


def choose_show(options: Sequence[str], names: Names) -> None:
    """Which chart of the metric is shown; none of them means all."""
    st.session_state["show"] = state.current().show

    def take() -> None:
        state.choose(show=st.session_state["show"] or "")

    st.segmented_control(
        escape_markdown(names.of(words.SHOW)),
        ["", *options],
        format_func=lambda key: names.of(words.SHOWS[key] if key else words.SHOW_ALL),
        key="show",
        on_change=take,
        required=True,
        label_visibility="collapsed",
        wrap=True,
    )


def choose_day(dataset: Dataset, names: Names) -> None:
    """The dataset as it stood: one of the days on which something was published, or now."""
    days = sorted({article.published.end for article in dataset.articles.values()}, reverse=True)
    options = ["", *(day.isoformat() for day in days)]
    chosen = state.current().day
    st.session_state["day"] = chosen

    def take() -> None:
        state.choose(day=st.session_state["day"] or "")

    st.selectbox(
        escape_markdown(names.of(words.AS_KNOWN)),
        options if chosen in options else [*options, chosen],
        format_func=lambda key: names.period(key) if key else names.of(words.AS_KNOWN_NOW),
        key="day",
        on_change=take,
    )


def share(names: Names) -> None:
    """The link to what is shown and the code that embeds it, each copied with one click."""
    with st.popover(escape_markdown(names.of(words.SHARE)), type="tertiary"):
        address = state.address()
        st.caption(escape_markdown(names.of(words.SHARE_LINK)))
        st.code(address, language=None, wrap_lines=True)
        st.caption(escape_markdown(names.of(words.SHARE_EMBED)))
        joiner = "&" if "?" in address else "?"
        frame = f'<iframe src="{address}{joiner}embed=true" width="100%" height="640"></iframe>'
        st.code(frame, language=None, wrap_lines=True)


def choose_language() -> None:
    """The language of everything, as a switch that names each in its own words."""
    st.session_state["language"] = state.language()

    def take() -> None:
        state.choose(lang=st.session_state["language"] or state.language())

    st.segmented_control(
        words.LANGUAGE.of(state.language()),
        list(words.LANGUAGES),
        format_func=words.LANGUAGES.__getitem__,
        key="language",
        on_change=take,
        required=True,
        label_visibility="collapsed",
    )


def section(title: LocalText, names: Names) -> None:
    """The small heading over a part of a page."""
    st.markdown(f"##### {escape_markdown(names.of(title))}")


def joined(parts: Iterable[str], names: Names) -> str:
    return names.of(words.LIST).join(parts)
