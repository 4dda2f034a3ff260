"""The charts of a page → what a browser is sent of each, kept for everybody who looks at the same."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st
from plotly.basedatatypes import BaseFigure

from indicators.drawings import Desk, Drawing
from indicators.names import Names
from indicators.publish import images

KEPT: Final = 400
"""Views whose charts are kept: some 50 kB each."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart as it is sent: its words, and its framed figure as JSON. ``name`` is its key in words.CHARTS."""

    name: str
    title: str
    note: str
    alt: str
    remarks: tuple[str, ...]
    sources: tuple[str, ...]
    left_out: int
    height: int
    spec: bytes

    def figure(self) -> "Ready":
        return Ready(json.loads(self.spec))


class Ready(BaseFigure):  # type: ignore[misc]  # plotly has no types
    """A figure that is not looked through again: that takes ten times as long as all else that is done with it.

    ``st.plotly_chart`` asks any figure for its dict, and makes a plain dict into a figure, property by property. All
    families of charts are validated in tests.
    """

    def __init__(self, figure: dict[str, Any]) -> None:  # without super: that is what takes the time
        self._ready = figure

    def to_dict(self) -> dict[str, Any]:
        """The figure as it was given; not a copy."""
        return self._ready


def of(draw: Callable[[], Mapping[str, Drawing]], desk: Desk, state: str, link: str) -> Mapping[str, Shown]:
    """The charts that ``draw`` makes, by what they are called there, each framed for images with its ``link``.

    They are made once for a ``state`` of the data, a language, a ground and a link, which says all that a view depends
    on: ``draw`` must make the same of the same.
    """
    return _kept(draw, desk.names, state, desk.names.lang, desk.theme.ground, link)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _kept(  # what a chart depends on
    _draw: Callable[[], Mapping[str, Drawing]], _names: Names, state: str, lang: str, ground: str, link: str
) -> Mapping[str, Shown]:
    return {key: _sent(drawing, _names, link) for key, drawing in _draw().items()}


def _sent(drawing: Drawing, names: Names, link: str) -> Shown:
    told = drawing.told
    return Shown(
        name=drawing.name,
        title=told.title,
        note=told.note,
        alt=told.alt,
        remarks=told.remarks,
        sources=told.sources,
        left_out=told.left_out,
        height=int(drawing.figure["layout"]["height"]),
        spec=_json(images.framed(drawing, names, link)),
    )


def _json(figure: dict[str, Any]) -> bytes:
    return json.dumps(figure, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
