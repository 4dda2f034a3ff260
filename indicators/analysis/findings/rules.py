"""All rules that look for findings, and what they find together."""

from typing import Final

from indicators.analysis.findings.against_the_trend import against_the_trend
from indicators.analysis.findings.disagreements import disagreements
from indicators.analysis.findings.finding import Finding, FindingRule, Known
from indicators.analysis.findings.months_inside import months_inside
from indicators.analysis.findings.opposite_parts import opposite_parts
from indicators.analysis.findings.plans import paces
from indicators.analysis.findings.ranking import ranked
from indicators.analysis.findings.series import multiples, reversals

RULES: Final[tuple[FindingRule, ...]] = (
    opposite_parts,
    months_inside,
    against_the_trend,
    reversals,
    multiples,
    paces,
    disagreements,
)


def findings(known: Known) -> tuple[Finding, ...]:
    """All that the rules find, by news value."""
    return ranked((finding for rule in RULES for finding in rule(known)), known.is_of_everything)
