"""Widgets that change the View, and the one way in which a chart is drawn."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from indicators.charts.theme import DARK, LIGHT, Theme
from indicators.names import Names
from indicators.stories import Story
from indicators.text import LocalText, escape_markdown
from indicators.ui import state
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


def chart(  # noqa: PLR0913  # all of them differ from chart to chart
    name: str, figure: Mapping[str, Any], story: Story, names: Names, *, title: LocalText, more: LocalText
) -> None:
    """Draw a chart under its section's title and its finding; choosing a mark opens the evidence of its figure."""
    section(title, names)
    st.markdown(f"#### {escape_markdown(story.title)}")
    st.caption(escape_markdown(story.note))
    key = f"chart-{name}-{state.turn()}"
    st.plotly_chart(
        dict(figure),
        theme=None,
        key=key,
        on_select=_chosen(key),
        selection_mode="points",
        config={**CONFIG, "toImageButtonOptions": {"format": "png", "filename": f"indicators-{name}", "scale": 2}},
        alt=story.alt,
    )
    foot = [words.SOURCE.of(names.lang).format(publishers=names.of(LIST).join(story.sources))]
    if story.left_out:
        foot.append(names.of(more).format(count=story.left_out))
    st.caption(escape_markdown(" · ".join(foot)))


LIST: Final = LocalText(zh="、", en="; ")


def _chosen(key: str) -> Callable[[], None]:
    def take() -> None:
        points = st.session_state[key].selection.points
        if points:
            state.open_figure(str(points[0]["customdata"][0]))

    return take


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
        state.change(**{choice.key: tuple(st.session_state[widget])})

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
        state.change(metric=st.session_state["filter-metric"] or "")

    st.selectbox(names.of(words.METRIC), options, format_func=name, key="filter-metric", on_change=take)


def choose_language() -> None:
    """The language of everything, as a switch that names each in its own words."""
    st.session_state["language"] = state.language()

    def take() -> None:
        state.change(lang=st.session_state["language"] or state.language())

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
    return names.of(LIST).join(parts)
