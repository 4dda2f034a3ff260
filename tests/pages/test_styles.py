"""Style sheets say what each browser understands."""

import re
from typing import Final

from tests import ROOT

_SHORT: Final = re.compile(r"text-decoration:[ ]?(\w+ [^;}!]{1,80})")


def test_a_line_under_words_has_its_style_and_colour_in_long_forms() -> None:
    """Safari takes the short form with a line alone: no role of a number, and no verdict of a draft, was to be seen."""
    sheets = [path for path in (ROOT / "indicators").rglob("*.css") if "text-decoration" in path.read_text("utf-8")]
    assert sheets
    short = [f"{path.name}: {rule}" for path in sheets for rule in _SHORT.findall(path.read_text("utf-8"))]
    assert not short
