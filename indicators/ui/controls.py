"""Widgets that change the View, and the one way in which a chart is drawn."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from indicators import __version__
from indicators.charts.theme import DARK, LIGHT, Theme
from indicators.drawings import Drawing
from indicators.model import Dataset
from indicators.names import Names
from indicators.publish import citations, images, renderer
from indicators.text import LocalText, escape_markdown
from indicators.ui import cite, state
from indicators.words import citations as citation_words
from indicators.words import images as image_words
from indicators.words import terms
from indicators.words import ui as words


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
    name, told, link = drawing.name, drawing.told, state.address()
    if not about:
        section(words.CHARTS[name], names)
    st.markdown(f"#### {escape_markdown(told.title)}")
    st.caption(escape_markdown(told.note))
    key = "-".join(filter(None, ("chart", name, about, str(state.turn()))))
    st.plotly_chart(
        images.framed(drawing, names, link),
        theme=None,
        key=key,
        on_select=_chosen(key, take or _open),
        selection_mode="points",
        config=_modebar(drawing, names, link),
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
    if not st.context.is_embedded:
        _downloads(drawing, names, link, key)


_TYPES: Final[Mapping[str, str]] = {
    "html": "text/html",
    "csv": "text/csv",
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
}


def _downloads(drawing: Drawing, names: Names, link: str, key: str) -> None:
    """The chart as files. Nothing of it is made before it is opened, and no file before it is asked for."""
    make: dict[str, Callable[[], bytes]] = {
        "html": lambda: images.html(drawing, names, link),
        "csv": lambda: images.csv(drawing, names),
        "png": lambda: images.rendered(drawing, names, link, "png"),
        "svg": lambda: images.rendered(drawing, names, link, "svg"),
        "pdf": lambda: images.rendered(drawing, names, link, "pdf"),
    }
    label = escape_markdown(names.of(image_words.DOWNLOAD))
    with st.popover(label, type="tertiary", key=f"download-{key}", on_change="rerun") as opened:
        if not opened.open:
            return
        lacking = renderer.missing(chinese=renderer.has_chinese(images.framed(drawing, names, link)))
        for kind in ("html", "csv") if lacking else tuple(make):
            st.download_button(
                escape_markdown(names.of(image_words.FORMATS[kind])),
                make[kind],
                file_name=f"{images.file_name(drawing, names, link)}.{kind}",
                mime=_TYPES[kind],
                key=f"download-{kind}-{key}",
                on_click="ignore",
                type="tertiary",
            )
        said = [names.of(image_words.MISSING[one]) for one in lacking]
        for sentence in [*said, names.of(image_words.BY_THE_PAGE)] if said else []:
            st.caption(escape_markdown(sentence))


def _modebar(drawing: Drawing, names: Names, link: str) -> dict[str, Any]:
    """One button: the chart as a PNG, drawn by the browser itself, with the frame that the page hides."""
    return {
        **images.config(names),
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage"]],
        "responsive": True,
        "toImageButtonOptions": images.image(drawing, names, link),
    }


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
            cite.show(citations.cite_view(title, names, address, cite.today(), version=version), names)


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
