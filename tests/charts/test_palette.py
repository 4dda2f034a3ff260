"""The colours: readable on their background, and different to every kind of eye."""

import itertools
import tomllib

import pytest

from indicators.charts.plots.theme import DARK, LIGHT, ChartTheme
from tests import ROOT

CONFIG = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])

Colour = tuple[float, float, float]
Matrix = tuple[Colour, Colour, Colour]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
VISIONS: dict[str, Matrix] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# Ottosson (2020): linear RGB → LMS, and its cube roots → Oklab.
TO_LMS: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def times(matrix: Matrix, colour: Colour) -> Colour:
    first, second, third = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return first, second, third


def linear(hexadecimal: str) -> Colour:
    def channel_at(digit: int) -> float:
        channel = int(hexadecimal[digit : digit + 2], 16) / 255
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    return channel_at(1), channel_at(3), channel_at(5)


def contrast(foreground: str, background: str) -> float:
    """WCAG 2.2."""
    weights = (0.2126, 0.7152, 0.0722)
    luminances = (
        sum(a * b for a, b in zip(weights, linear(colour), strict=True)) for colour in (foreground, background)
    )
    light, dark = sorted(luminances, reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, vision: Matrix) -> Colour:
    seen = times(vision, linear(colour))
    first, second, third = (max(0.0, part) ** (1 / 3) for part in times(TO_LMS, seen))
    return times(TO_LAB, (first, second, third))


@BOTH
def test_words_are_readable(theme: ChartTheme) -> None:
    for colour in (theme.ink, theme.muted, theme.accent, theme.fall):
        assert contrast(colour, theme.paper) >= 4.5, colour
    assert contrast(theme.paper, theme.accent) >= 4.5  # a number in a full square of the coverage


@BOTH
def test_marks_stand_out(theme: ChartTheme) -> None:
    for colour in (*theme.categories, theme.accent, theme.fall):
        assert contrast(colour, theme.paper) >= 3, colour
    assert contrast(theme.accent, theme.track) >= 3


@BOTH
@pytest.mark.parametrize("vision", VISIONS)
def test_categories_differ_to_every_eye(theme: ChartTheme, vision: str) -> None:
    seen = {colour: lab(colour, VISIONS[vision]) for colour in theme.categories}
    for colour, other in itertools.combinations(seen, 2):
        distance = sum((a - b) ** 2 for a, b in zip(seen[colour], seen[other], strict=True)) ** 0.5
        assert distance > 0.09, (colour, other)


@BOTH
def test_the_page_has_the_colours_of_the_charts(theme: ChartTheme) -> None:
    page = CONFIG["theme"][theme.mode]
    assert page["chartCategoricalColors"] == list(theme.categories)
    assert len(theme.categories) >= 10  # plotly.js rejects a shorter list whole
    assert page["backgroundColor"] == theme.paper
    assert page["primaryColor"] == page["linkColor"] == theme.accent
    assert page["textColor"] == theme.ink
    assert page["redTextColor"] == theme.fall
