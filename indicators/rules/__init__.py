"""What must hold in a dataset beyond the form of each value: generators of problems; the tuple RULES lists them."""

from typing import Final

from indicators.rules import entries
from indicators.rules.entries import Rule

__all__ = ["RULES", "Rule"]

RULES: Final[tuple[Rule, ...]] = (
    entries.one_head,
    entries.unique_ids,
    entries.known_references,
    entries.plans_are_targets,
    entries.no_circles,
    entries.used_vocabulary,
    entries.units_match,
    entries.quotes_hold_numbers,
    entries.wholes_of_complete_parts,
)
