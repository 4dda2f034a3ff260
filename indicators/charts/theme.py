"""How charts look: colours, type and the template that every figure carries itself."""

from dataclasses import dataclass
from typing import Any, Final, Literal

Ground = Literal["light", "dark"]

SANS: Final = (
    '"Source Sans 3", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", '
    '"Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'
)
"""Fonts that are on readers' machines; Chinese falls to the one that theirs has."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a ground; ``ink``, ``muted``, ``accent`` and ``fall`` have contrast AA on ``paper``."""

    ground: Ground
    paper: str
    ink: str
    muted: str
    rule: str
    track: str
    accent: str
    whole: str
    fall: str
    categories: tuple[str, ...]


LIGHT: Final = Theme(
    ground="light",
    paper="#ffffff",
    ink="#1c1c1a",
    muted="#62625c",
    rule="#d8d6d0",
    track="#f3f2ee",
    accent="#1f5f8b",
    whole="#8fa3b3",
    fall="#b23a2e",
    categories=(
        "#1f5f8b", "#b5651d", "#2f7d5b", "#8c3b6e", "#6b6b00",
        "#5a4fa2", "#a33b3b", "#0f7c86", "#7a5c3e", "#5f6770",
    ),
)  # fmt: skip
DARK: Final = Theme(
    ground="dark",
    paper="#15181b",
    ink="#ecebe6",
    muted="#a3a59f",
    rule="#3a3f44",
    track="#1f2327",
    accent="#74b3e0",
    whole="#5b7183",
    fall="#f08b7e",
    categories=(
        "#74b3e0", "#e5a05c", "#7cc9a2", "#dd95c2", "#c9c35e",
        "#aaa1ec", "#ef9a91", "#66c9d2", "#c9a98a", "#b3bac2",
    ),
)  # fmt: skip
THEMES: Final = {"light": LIGHT, "dark": DARK}


def template(theme: Theme) -> dict[str, Any]:
    """The template that a figure sets on itself: Streamlit replaces plotly's default with placeholder colours."""
    axis = {
        "automargin": True,
        "gridcolor": theme.rule,
        "zerolinecolor": theme.rule,
        "linecolor": theme.rule,
        "tickfont": {"color": theme.muted},
        "title": {"font": {"color": theme.muted}},
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
