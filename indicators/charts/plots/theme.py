"""How charts look: colours, type and the template that every figure carries itself."""

from dataclasses import dataclass
from typing import Any, Final, Literal

Mode = Literal["light", "dark"]

SANS: Final = (
    '"Source Sans", "Indicators Sans", "Source Sans 3", "Source Sans Pro", "Narrow Sans", system-ui, -apple-system, '
    '"Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", '
    "sans-serif"
)
"""What rows and charts are set in: Streamlit brings the first, the site the second; Chinese is in the reader's.

While they are loaded, pages stand in the narrow one of styles/base.css, where it is installed.
"""
SERIF: Final = (
    '"Source Serif", "Indicators Serif", "Source Serif 4", "Narrow Serif", Georgia, "Songti SC", '
    '"Noto Serif CJK SC", "Noto Serif SC", SimSun, serif'
)
"""What is said: headlines, names of sections, printed words."""


@dataclass(frozen=True, slots=True)
class ChartTheme:
    """The colours of a mode; ``ink``, ``second``, ``muted``, ``accent`` and ``fall`` have contrast AA on ``paper``.

    ``second`` is the ink of decks and older figures, ``edge`` of rules that stand out, ``track`` the tint of a row and
    of empty scales, ``dot`` a peer on a strip, ``chosen`` the ground of the chosen line of a list, ``pen`` what marks a
    number in a quote. ``steps`` colours tiles of a map: far below, below, above, further above and far above.

    ``categories`` were searched for the largest difference between any two as seen with full colour vision and with
    protanopia, deuteranopia and tritanopia (Machado et al. 2009); tests/charts/test_palette.py measures it.
    """

    mode: Mode
    paper: str
    ink: str
    second: str
    muted: str
    rule: str
    edge: str
    track: str
    accent: str
    pale: str
    whole: str
    fall: str
    dot: str
    chosen: str
    pen: str
    steps: tuple[str, str, str, str, str]
    categories: tuple[str, ...]


LIGHT: Final = ChartTheme(
    mode="light",
    paper="#ffffff",
    ink="#16191c",
    second="#4b5157",
    muted="#646b72",
    rule="#dfe2e5",
    edge="#c3c8cd",
    track="#f3f6f8",
    accent="#1f5f8b",
    pale="#a8c3d6",
    whole="#8fa3b3",
    fall="#b23a2e",
    dot="#8a9299",
    chosen="#e8f0f6",
    pen="#fbeebc",
    steps=("#e3aaa3", "#f4dcd9", "#e3edf3", "#bcd4e3", "#8db5d0"),
    categories=(
        "#1f5f8b", "#aa8d14", "#6d1400", "#8d84e6", "#e3639b",
        "#995f13", "#3a2996", "#674d49", "#7f59ca", "#4f2659",
    ),
)  # fmt: skip
DARK: Final = ChartTheme(
    mode="dark",
    paper="#13161a",
    ink="#e9ecee",
    second="#b4bbc2",
    muted="#979fa7",
    rule="#2a3036",
    edge="#434a52",
    track="#1b2026",
    accent="#86bde3",
    pale="#3f617b",
    whole="#5b7183",
    fall="#f0938a",
    dot="#7f8891",
    chosen="#1d2a35",
    pen="#5b4d16",
    steps=("#7d3932", "#4b2b29", "#1f3342", "#265069", "#2f6a90"),
    categories=(
        "#86bde3", "#ac4c11", "#e2ab02", "#5463d1", "#b5c19e",
        "#7feafe", "#a68889", "#7d5f7c", "#d86f19", "#eede67",
    ),
)  # fmt: skip
THEMES: Final = {"light": LIGHT, "dark": DARK}


def template(theme: ChartTheme) -> dict[str, Any]:
    """The template that a figure sets on itself: Streamlit replaces plotly's default with placeholder colours."""
    axis = {
        "automargin": True,
        "gridcolor": theme.rule,
        "zerolinecolor": theme.rule,
        "linecolor": theme.rule,
        "tickfont": {"color": theme.muted},
    }
    return {
        "layout": {
            "font": {"family": SANS, "size": 13, "color": theme.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": list(theme.categories),
            "xaxis": axis,
            "yaxis": axis,
            "hoverlabel": {
                "bgcolor": theme.paper,
                "bordercolor": theme.rule,
                "font": {"family": SANS, "size": 13, "color": theme.ink},
                "align": "left",
            },
            "separators": ".,",
        }
    }
