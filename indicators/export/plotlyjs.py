"""The source of the basic bundle of plotly.js (scatter, bar and pie), which dashboard, site and exports draw with.

It is a quarter of the whole library. It comes from ``plotly.js-basic-dist-min`` on npm, in the version of the Python
package ``plotly``, which validates every chart in the tests.
"""

from functools import cache
from pathlib import Path
from typing import Final

PATH: Final = Path(__file__).parents[1] / "browser" / "plotly-basic.min.js"


@cache
def source() -> str:
    """The script; it sets ``window.Plotly``."""
    return PATH.read_text(encoding="utf-8")
