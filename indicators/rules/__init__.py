"""What must hold in a dataset beyond the form of each value: generators of problems; RULES and ACROSS list them."""

from collections.abc import Callable, Iterator
from typing import Final

from indicators.reading.corpus import Corpus
from indicators.rules import articles, corrections, entries, figures, peers, rates, series, sums
from indicators.rules.ledger import Ledger
from indicators.values.problems import Problem

RULES: Final[tuple[Callable[[Corpus], Iterator[Problem]], ...]] = (
    entries.one_head,
    entries.unique_ids,
    entries.known_references,
    entries.no_circles,
    entries.used_vocabulary,
    entries.ratios_have_their_unit,
    figures.units_match,
    figures.quotes_hold_numbers,
    articles.articles_can_be_read,
    rates.plans_are_targets,
    sums.wholes_of_complete_parts,
)
"""Rules of entries and of each figure by itself."""

ACROSS: Final[tuple[Callable[[Ledger], Iterator[Problem]], ...]] = (
    articles.results_are_of_the_past,
    articles.figures_are_entered_once,
    corrections.corrections_are_of_the_same,
    corrections.corrections_come_later,
    sums.parts_are_of_their_whole,
    sums.parts_fit_into_their_whole,
    sums.complete_parts_fill_their_whole,
    rates.growth_leads_from_the_year_before,
    rates.completion_is_of_the_plan,
    series.reports_agree,
    series.series_run_on,
    peers.amounts_are_of_their_kind,
)
"""Rules across figures."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """All that the rules find, rule by rule."""
    for rule in RULES:
        yield from rule(corpus)
    ledger = Ledger(corpus)
    for across in ACROSS:
        yield from across(ledger)
