"""What must hold in a dataset beyond the form of each value: generators of problems, listed in RULES and ACROSS.

To add a rule: write its generator in the module that says what it checks, add it to one of the tuples below, write its
sentence in ``words.problems.rules`` (or ``comparisons``), and show what it finds in a file of ``tests/bad``. What it
compares with a new figure has to be in ``additions.KnownCorpus``, which a test with random figures shows.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal

from indicators.reading.corpus import Corpus
from indicators.rules import (
    articles,
    bounds,
    changes,
    corrections,
    entries,
    events,
    figures,
    levels,
    magnitudes,
    names,
    parts,
    quotes,
    rates,
    regions,
    series,
    units,
    wording,
)
from indicators.rules.figure_index import FigureIndex
from indicators.values.problems import Problem

Rule = Callable[[Corpus], Iterator[Problem]]

JOINING: Final[tuple[Rule, ...]] = (
    entries.one_head,
    entries.unique_ids,
    entries.former_ids_are_free,
    entries.known_references,
)
"""The rules without which documents cannot be joined to a dataset in which every id leads to one entry."""

RULES: Final[tuple[Rule, ...]] = (
    *JOINING,
    entries.no_circles,
    entries.used_vocabulary,
    entries.the_whole_is_no_group,
    names.names_are_distinct,
    entries.rates_do_not_add_up,
    bounds.counts_that_only_rise_are_stocks,
    bounds.bounds_have_the_unit_of_their_metric,
    entries.ratios_have_their_unit,
    units.declared_units_can_be_read,
    units.dimensions_have_a_base,
    regions.codes_are_of_their_level,
    regions.codes_are_unique,
    regions.codes_begin_with_the_code_above,
    regions.locations_are_near,
    events.events_are_of_the_past,
    figures.units_match,
    changes.changes_fit_their_metric,
    figures.targets_are_not_completed,
    figures.stocks_are_of_a_moment,
    figures.quotes_hold_numbers,
    figures.rates_stand_in_their_words,
    figures.second_plans_stand_in_their_words,
    figures.rates_have_words,
    wording.results_are_not_called_plans,
    wording.quotes_name_their_region,
    wording.headlines_name_their_regions,
    wording.quotes_are_of_one_figure,
    articles.articles_can_be_read,
    articles.articles_are_of_the_past,
    articles.addresses_are_of_one_article,
    articles.articles_are_entered_once,
    articles.figures_are_recent,
    rates.plans_are_targets,
    rates.plans_are_of_their_group,
    parts.wholes_of_complete_parts,
)
"""Rules that look at one entry at a time, or at what entries refer to."""

ACROSS: Final[tuple[Callable[[FigureIndex], Iterator[Problem]], ...]] = (
    articles.results_are_of_the_past,
    articles.figures_are_entered_once,
    corrections.corrections_are_of_the_same,
    corrections.corrections_come_later,
    parts.parts_are_of_their_whole,
    parts.parts_fit_into_their_whole,
    parts.complete_parts_fill_their_whole,
    parts.growth_follows_from_complete_parts,
    levels.regions_fit_into_those_around,
    levels.groups_fit_into_those_around,
    rates.nothing_falls_below_zero,
    rates.growth_leads_from_the_year_before,
    rates.completion_is_of_the_plan,
    changes.changes_and_shares_are_of_their_amount,
    series.reports_agree,
    series.flows_grow_within_a_year,
    series.series_run_on,
    bounds.amounts_keep_their_bound,
    bounds.counts_only_rise,
    bounds.steps_lie_in_those_before,
    magnitudes.amounts_are_of_their_kind,
)
"""Rules that compare figures with each other."""

OF_TEXTS: Final[tuple[Callable[[Corpus, Mapping[str, str]], Iterator[Problem]], ...]] = (
    quotes.figures_stand_in_texts,
    wording.regions_are_named,
)
"""Rules that also look into the texts of articles, by the ids of those that are held beside the dataset."""

Acceptor = Literal["article", "figure"]
ACCEPTABLE: Final[Mapping[Acceptor, frozenset[str]]] = {
    "article": frozenset({
        *("article-in-future", "article-twice", "headline-region", "no-address", "rate-without-words", "url-twice"),
    }),
    "figure": frozenset({
        "at-most-exceeded",
        "base-shrinks",
        "bases-do-not-fill",
        "change-growth",
        "change-mismatch",
        "completion-mismatch",
        "conflict",
        "cumulative-falls",
        "double-entry",
        "flow-shrinks",
        "growth-below",
        "growth-mismatch",
        "group-exceeds",
        "groups-exceed",
        "growth-outside-parts",
        "magnitude",
        "part-group",
        "part-nature",
        "part-period",
        "part-sector",
        "period-long-ago",
        "period-unfinished",
        "plan-group",
        "quote-nature",
        "quote-region",
        "quote-twice",
        "rate-far",
        "rate-of-another",
        "region-exceeds",
        "region-unnamed",
        "regions-exceed",
        "series-jump",
        "share-mismatch",
        "step-exceeds",
        "stock-period",
    }),
}  # fmt: skip
"""The warnings and notes of these rules that an article or a figure can accept as right.

An error has to be corrected, and so has a phrase that does not stand in the text of its article.
"""


UNKNOWN_WITHOUT_TEXT: Final = frozenset({"rate-far", "rate-of-another", "region-unnamed"})
"""What may be found where a text is held and not where it is missing: its acceptance is needed by some readers only."""


_NO_TEXTS: Final[Mapping[str, str]] = {}


def check(corpus: Corpus, texts: Mapping[str, str] = _NO_TEXTS, index: FigureIndex | None = None) -> Iterator[Problem]:
    """Everything that the rules find, rule by rule; ``texts`` are those of articles that are held, by their ids.

    The figures that are compared with each other are those of the ``index``, where there is one.
    """
    for rule in RULES:
        yield from rule(corpus)
    index = index or FigureIndex(corpus)
    for across in ACROSS:
        yield from across(index)
    for of_texts in OF_TEXTS:
        yield from of_texts(corpus, texts)
