"""The scripts that pages need in a browser, wherever they are shown."""

from functools import cache
from pathlib import Path
from typing import Final

_BROWSER: Final = Path(__file__).parents[2] / "browser"


@cache
def page_actions() -> str:
    """What copies and prints where a button of a page asks for it."""
    return (_BROWSER / "page_actions.js").read_text(encoding="utf-8")


@cache
def time_brush() -> str:
    """What lets a reader drag over the strip of figures."""
    return (_BROWSER / "time_brush.js").read_text(encoding="utf-8")
