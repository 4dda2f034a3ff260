"""Widgets that change the View, and the one way in which a chart is drawn."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from indicators import __version__
from indicators.charts.catalogue import Chart
from indicators.charts.columns import balanced
from indicators.charts.plots.theme import DARK, LIGHT, ChartTheme
from indicators.export import chart_frame, citations, renderer
from indicators.export.formats import CHART_FORMATS, ChartFormat, ChartFormatName
from indicators.phrasing.names import Names
from indicators.ui import chart_element, citation_list, state
from indicators.ui.chart_element import OnSelect
from indicators.ui.sent_charts import SentChart
from indicators.values.text import LocalText, escape_markdown
from indicators.words import citations as citation_words
from indicators.words import images as image_words
from indicators.words import ui as words


def theme() -> ChartTheme:
    """The theme of the page as it is now."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def chart(
    shown: SentChart, draw: Callable[[], Chart], names: Names, *, on_select: OnSelect | None = None, about: str = ""
) -> None:
    """Draw a chart under its section's title and its finding; ``draw`` makes it anew where somebody takes it away.

    Choosing a mark opens the evidence of its figure, or calls ``on_select`` with the parts that the mark stands for.
    ``about`` tells several charts of one name apart.
    """
    place = "-".join(filter(None, ("chart", shown.name, about)))
    chart_element.chart(shown.content, place, on_select or _open)
    if not st.context.is_embedded:
        _downloads(shown, draw, names, state.address_of_charts(), place)


def _open(parts: Sequence[str]) -> None:
    state.open_figure(parts[0])


_DOWNLOADS: Final[tuple[ChartFormatName, ...]] = ("html", "csv", "pdf")
"""The formats that a browser does not make of a chart by itself."""


def _downloads(shown: SentChart, draw: Callable[[], Chart], names: Names, link: str, key: str) -> None:
    """The chart as files that a browser does not make by itself; none of them is made before it is asked for."""
    label = escape_markdown(names.of(image_words.DOWNLOAD))
    with st.popover(label, type="tertiary", key=f"download-{key}", on_change="rerun") as opened:
        if not opened.open:
            return
        lacking = renderer.missing(chinese=renderer.has_chinese(str(shown.facts())))
        for name in _DOWNLOADS:
            form = CHART_FORMATS[name]
            if form.drawn and lacking:
                continue
            st.download_button(
                escape_markdown(names.of(image_words.FORMATS[name])),
                partial(_file, form, draw, names, link),
                file_name=f"{chart_frame.file_name(shown.name, names, link)}.{name}",
                mime=form.mime,
                key=f"download-{name}-{key}",
                on_click="ignore",
                type="tertiary",
            )
        said = [names.of(image_words.MISSING[one]) for one in lacking]
        for sentence in [*said, names.of(image_words.BY_THE_PAGE)] if said else []:
            st.caption(escape_markdown(sentence))


def _file(form: ChartFormat, draw: Callable[[], Chart], names: Names, link: str) -> bytes:
    return form.write(draw(), names, link)


def in_columns(charts: Mapping[str, SentChart], draw: Callable[[], Mapping[str, Chart]], names: Names) -> None:
    """Draw in two columns of about one height, as a newspaper sets its stories; ``draw`` makes them anew."""
    if not charts:
        return
    columns = balanced({key: shown.height for key, shown in charts.items()})
    for place, column in zip(st.columns(len(columns), gap="large"), columns, strict=True):
        with place:
            for key in column:
                chart(charts[key], _one(draw, key), names)


def _one(draw: Callable[[], Mapping[str, Chart]], key: str) -> Callable[[], Chart]:
    return lambda: draw()[key]


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of several ids: ``key`` is the field of the View, ``every`` says what it means to choose none."""

    key: str
    label: LocalText
    every: LocalText
    options: Sequence[str]
    name: Callable[[str], str]


OFFERED: Final = 1_500
"""So many options are sent with a widget."""


def choose_many(choice: Filter, names: Names) -> None:
    """A filter. Choices of the View that are not among its options are kept, unseen, until it is used.

    Of very many options those that come first are offered, and what is chosen; a link can name any.
    """
    widget = f"filter-{choice.key}"
    known = set(choice.options)
    chosen = [key for key in getattr(state.current(), choice.key) if key in known]
    st.session_state[widget] = chosen
    options = list(dict.fromkeys([*choice.options[:OFFERED], *chosen]))

    def take() -> None:
        state.choose(**{choice.key: tuple(st.session_state[widget])})

    st.multiselect(
        escape_markdown(names.of(choice.label)),
        options,
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


def choose_day(days: Sequence[date], names: Names) -> None:
    """The dataset as it stood: one of the last of ``days`` on which something was published, or now."""
    options = ["", *(day.isoformat() for day in days[:OFFERED])]
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
        width=280,
    )


def share(title: str, digest: str, names: Names) -> None:
    """The link to what is shown, the code that embeds it, and how to cite it, each copied with one click."""
    with st.popover(escape_markdown(names.of(words.SHARE)), type="tertiary", key="share", on_change="rerun") as box:
        if not box.open:
            return
        address = state.address()
        st.caption(escape_markdown(names.of(words.SHARE_LINK)))
        st.code(address, language=None, wrap_lines=True)
        st.caption(escape_markdown(names.of(words.SHARE_EMBED)))
        joiner = "&" if "?" in address else "?"
        frame = f'<iframe src="{address}{joiner}embed=true" width="100%" height="640"></iframe>'
        st.code(frame, language=None, wrap_lines=True)
        version = f"{__version__} ({digest[:12]})"
        with st.expander(escape_markdown(names.of(citation_words.CITE))):
            citation_list.show(
                citations.cite_view(title, names, address, citation_list.today(), version=version), names
            )


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
