"""The part of plotly.js that draws our charts: scatter, bar and pie. Pages, sites, exports and the dashboard have it.

It is a quarter of the whole. ``plotly.js-basic-dist-min`` on npm is where it comes from, of the version that the Python
package ``plotly`` has, which validates every chart in the tests.
"""

from functools import cache
from pathlib import Path
from typing import Final

PATH: Final = Path(__file__).parents[1] / "browser" / "plotly-basic.min.js"


@cache
def source() -> str:
    """Its text, which sets ``window.Plotly``."""
    return PATH.read_text(encoding="utf-8")
