"""The columns of the tidy frame, for those who write it as text without pandas, too."""

from typing import Final

from indicators.analysis.formulas import Derived

COLUMNS: Final = (
    "figure", "article", "publisher", "published", "url", "metric", "theme", "region", "sector", "group",
    "period", "start", "end", "nature", "value", "low", "high", "unit", "qualifier", "text", "printed_unit",
    "given_unit", "growth", "growth_from", "change", "points", "share", "completion", "plan", "part_of", "supersedes",
    "quote", "growth_quote", "share_quote", "completion_quote",
)  # fmt: skip
DERIVED_COLUMNS: Final = (*COLUMNS, "formula", "inputs")
"""With rows for derived figures there are two more columns."""


def formula_cell(derived: Derived) -> str:
    """The cell of a derived figure in the column ``formula``: for a ratio its id follows a colon."""
    return f"{derived.formula}:{derived.ratio}" if derived.ratio else derived.formula
