"""The styles of all pages, with their fonts and the colours of a mode as custom properties."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from indicators.charts.plots.theme import DARK, LIGHT, SANS, SERIF, ChartTheme, Mode

_STYLES: Final = Path(__file__).parents[1] / "styles"
_NAMES: Final = (
    *("paper", "ink", "second", "muted", "rule", "edge", "track"),
    *("accent", "pale", "fall", "dot", "chosen", "pen"),
)
"""The colours that have a custom property of their name."""
_ROLES: Final[Mapping[Mode, Mapping[str, str]]] = {
    "light": {
        "amount": "#1f5f8b", "growth": "#935600", "share": "#7a3a94", "period": "#33692f", "place": "#6d5a45",
        "none": "#66645f", "warning": "#8a5200",
    },
    "dark": {
        "amount": "#74b3e0", "growth": "#e3ad4d", "share": "#cba0e4", "period": "#93c68a", "place": "#cbb594",
        "none": "#a3a29c", "warning": "#e3ad4d",
    },
}  # fmt: skip
"""What the words of an article are, and what is to be looked at: ``--role-amount``; see also styles/roles.css."""
FONTS: Final = f"--serif: {SERIF}; --sans: {SANS};"
"""The custom properties of the two fonts."""


@cache
def rules() -> str:
    """All rules: those of every page first, then those of each page in the order of their names."""
    base, *others = sorted(_STYLES.glob("*.css"), key=lambda path: (path.name != "base.css", path.name))
    return "".join(path.read_text(encoding="utf-8") for path in (base, *others))


@cache
def of_roles() -> str:
    """The rules for the words of an article alone."""
    return (_STYLES / "roles.css").read_text(encoding="utf-8")


@cache
def of_both_modes() -> str:
    """All rules, with the colours of the mode that the reader's system has, unless ``data-mode`` names the other."""
    light, dark = colours(LIGHT), colours(DARK)
    return (
        f":root {{ color-scheme: light dark; {FONTS} {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f':root[data-mode="light"] {{ color-scheme: light; {light} }}\n'
        f':root[data-mode="dark"] {{ color-scheme: dark; {dark} }}\n'
        f"{on_paper(':root[data-mode=dark] .plot')}\n"
        f"@media (prefers-color-scheme: dark) {{ {on_paper(':root:not([data-mode]) .plot')} }}\n{rules()}"
    )


def on_paper(dark_charts: str) -> str:
    """What is printed is light, whatever the mode; ``dark_charts`` selects those with the colours of the dark one."""
    return (
        f"@media print {{ :root:root {{ color-scheme: light; {colours(LIGHT)} }} "
        f"{dark_charts} {{ filter: invert(1) hue-rotate(180deg); }} }}"
    )


def colours(theme: ChartTheme) -> str:
    """The colours of a mode as declarations of custom properties; named as the theme's fields, and roles."""
    steps = {f"step-{number}": colour for number, colour in enumerate(theme.steps)}
    declared = {name: getattr(theme, name) for name in _NAMES} | steps
    declared |= {f"role-{name}": colour for name, colour in _ROLES[theme.mode].items()}
    return "".join(f"--{name}: {colour}; " for name, colour in declared.items()).rstrip()
