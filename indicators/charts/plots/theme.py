"""How charts look: colours, type and the template that every figure carries itself."""

from dataclasses import dataclass
from typing import Any, Final, Literal

Mode = Literal["light", "dark"]

SANS: Final = (
    '"Source Sans 3", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", '
    '"Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'
)
"""Fonts that readers' machines have; Chinese is set in the first of them that has the characters."""


@dataclass(frozen=True, slots=True)
class ChartTheme:
    """The colours of a mode; ``ink``, ``muted``, ``accent`` and ``fall`` have contrast AA on ``paper``.

    ``categories`` were searched for the largest difference between any two as seen with full colour vision and with
    protanopia, deuteranopia and tritanopia (Machado et al. 2009); tests/charts/test_palette.py measures it.
    """

    mode: Mode
    paper: str
    ink: str
    muted: str
    rule: str
    track: str
    accent: str
    pale: str
    whole: str
    fall: str
    categories: tuple[str, ...]


LIGHT: Final = ChartTheme(
    mode="light",
    paper="#ffffff",
    ink="#111110",
    muted="#62625c",
    rule="#d8d6d0",
    track="#f3f2ee",
    accent="#1f5f8b",
    pale="#c4d6e3",
    whole="#8fa3b3",
    fall="#b23a2e",
    categories=(
        "#1f5f8b", "#aa8d14", "#6d1400", "#8d84e6", "#e3639b",
        "#995f13", "#3a2996", "#674d49", "#7f59ca", "#4f2659",
    ),
)  # fmt: skip
DARK: Final = ChartTheme(
    mode="dark",
    paper="#15181b",
    ink="#ecebe6",
    muted="#a3a59f",
    rule="#3a3f44",
    track="#1f2327",
    accent="#74b3e0",
    pale="#2f4a5e",
    whole="#5b7183",
    fall="#f08b7e",
    categories=(
        "#74b3e0", "#ac4c11", "#e2ab02", "#5463d1", "#b5c19e",
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
