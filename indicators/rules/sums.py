"""What must hold between a whole and its parts."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from indicators.model.entries import Figure, Region, Sector, Subject
from indicators.reading.corpus import Corpus
from indicators.rules.ledger import Ledger, Report, alike, shown
from indicators.values.intervals import Interval, total
from indicators.values.periods import Period
from indicators.values.problems import Problem
from indicators.values.quantities import Quantity

FAULTS: Final = frozenset({
    "part-exceeds-whole",
    "part-nature",
    "part-period",
    "part-unit",
    "parts-do-not-fill",
    "parts-exceed-whole",
    "parts-missing",
})  # fmt: skip

_MOST_NAMED: Final = 6
"""So many parts are named in a sentence."""


def wholes_of_complete_parts(corpus: Corpus) -> Iterator[Problem]:
    """Who says that its parts are complete has parts."""
    wholes = corpus.named(Figure, "part_of")
    for spot in corpus.figures:
        if spot.entry.complete_parts and spot.entry.id not in wholes:
            yield spot.problem("parts-missing", "complete_parts", id=spot.entry.id)


def parts_are_of_their_whole(ledger: Ledger) -> Iterator[Problem]:
    """A part measures what its whole does, in a period within its whole's, and is as actual as it."""
    for whole, parts in ledger.wholes:
        for part in parts:
            yield from _unlike(part, whole)


def _unlike(part: Report, whole: Report) -> Iterator[Problem]:
    one, other, key = part.figure, whole.figure, "part_of"
    if one.text and other.text and not alike(one.text, other.text):
        printed = {"printed": one.text.printed, "whole_printed": other.text.printed}
        yield part.error("part-unit", key, whole=other.id, **printed)
    if not _covers(other.period, one.period):
        periods = {"period": one.period.text, "whole_period": other.period.text}
        yield part.warning("part-period", key, whole=other.id, **periods)
    if one.nature != other.nature:
        natures = {"nature": one.nature, "whole_nature": other.nature}
        yield part.warning("part-nature", key, whole=other.id, **natures)


def _covers(long: Period, short: Period) -> bool:
    return long.start <= short.start and short.end <= long.end


# --- amounts ---------------------------------------------------------------------------------------------------------


class Part(NamedTuple):
    """A part with its amount."""

    report: Report
    amount: Quantity


def parts_fit_into_their_whole(ledger: Ledger) -> Iterator[Problem]:
    """No part is more than its whole, and neither are all parts of one itemisation together.

    Amounts below zero are left alone: what one part loses, another may gain.
    """
    for whole, reports in ledger.wholes:
        amount = whole.text
        if amount is None or _surely_fit(amount, reports):
            continue
        parts = list(_comparable(whole, reports, ledger))
        if _may_be_negative(amount, parts):
            continue
        larger = [part for part in parts if part.amount.low > amount.high]
        for part in larger:
            printed = {"printed": part.amount.printed, "whole_printed": amount.printed}
            yield part.report.error("part-exceeds-whole", "text", whole=whole.figure.id, **printed)
        if not larger:
            yield from _too_much_together(whole, amount, _adding(whole, parts, ledger), ledger)


def _surely_fit(whole: Quantity, reports: Sequence[Report]) -> bool:
    """Whether even all parts together are not more; so it is nearly always, and takes no look at what they are."""
    amounts = [text for report in reports if (text := report.text)]
    plain = all(text.unit == whole.unit and text.low >= 0 for text in amounts)
    return plain and sum(text.low for text in amounts) <= whole.high


def _too_much_together(whole: Report, amount: Quantity, parts: Sequence[Part], ledger: Ledger) -> Iterator[Problem]:
    for group in _itemisations(whole, parts):
        apart = _apart(group, ledger)
        if (least := _sum(apart).low) > amount.high:
            facts = {"printed": amount.printed, "sum": shown(least, amount), "parts": _named(apart)}
            yield whole.error("parts-exceed-whole", "text", **facts)


def complete_parts_fill_their_whole(ledger: Ledger) -> Iterator[Problem]:
    """Parts that are said to be complete can make up the whole: one itemisation of them does, or all together do.

    A whole may be complete by metric (tax and non-tax revenue) though some of its districts are missing. Where a part
    has no amount that adds up, nothing is told: it may be what fills the whole.
    """
    for whole, reports in ledger.wholes:
        amount = whole.text
        if not whole.figure.complete_parts or amount is None:
            continue
        parts = _adding(whole, list(_comparable(whole, reports, ledger)), ledger)
        if len(parts) < len(reports):
            continue
        groups = _itemisations(whole, parts)
        apart = [_sum(_apart(group, ledger)) for group in groups]
        sums = [*map(_sum, groups), *apart, _sum(parts)]
        too_much = any(one.low > amount.high for one in apart) and not _may_be_negative(amount, parts)  # told already
        if not too_much and not any(one.meets(amount.interval) for one in sums):
            nearest = _span(max(apart, key=lambda one: one.high), amount)
            yield whole.error("parts-do-not-fill", "complete_parts", printed=amount.printed, sum=nearest)


def _may_be_negative(whole: Quantity, parts: Sequence[Part]) -> bool:
    return whole.low < 0 or any(part.amount.low < 0 for part in parts)


def _comparable(whole: Report, reports: Sequence[Report], ledger: Ledger) -> Iterator[Part]:
    """The parts with an amount that the whole's must hold; an average of a part may well be above that of the whole."""
    for report in reports:
        part, metric = report.figure, ledger.metrics.get(report.figure.metric)
        if part.text is None or whole.text is None or not alike(part.text, whole.text):
            continue
        if metric is not None and metric.kind != "rate" and part.nature == whole.figure.nature:
            yield Part(report, part.text)


def _adding(whole: Report, parts: Sequence[Part], ledger: Ledger) -> list[Part]:
    """Those that add up: what is additive, and of stocks only what is counted at one time."""

    def adds(figure: Figure) -> bool:
        metric = ledger.metrics[figure.metric]
        return metric.additive and (metric.kind == "flow" or figure.period == whole.figure.period)

    return [part for part in parts if adds(part.report.figure)]


def _itemisations(whole: Report, parts: Sequence[Part]) -> list[list[Part]]:
    """The parts by that in which they differ from the whole: its metrics, regions, sectors or periods, or several."""
    found: dict[tuple[bool, ...], list[Part]] = {}
    key = whole.figure.subject
    for part in parts:
        differs = tuple(one != other for one, other in zip(part.report.figure.subject, key, strict=True))
        found.setdefault(differs, []).append(part)
    return list(found.values())


def _apart(parts: Sequence[Part], ledger: Ledger) -> list[Part]:
    """The parts without those that are counted in another one: reported twice, or of a region, sector or time in it."""
    once: dict[Subject, Part] = {}
    for part in parts:
        key = part.report.figure.subject
        once[key] = min(once.get(key, part), part, key=lambda one: one.amount.low)
    periods = {key.period for key in once}

    def within(subject: Subject) -> bool:
        longer = [period for period in periods if _covers(period, subject.period)]
        regions, sectors = ledger.upwards(Region, subject.region), ledger.upwards(Sector, subject.sector)
        holders = (
            subject._replace(region=region, sector=sector, period=period)
            for region, sector, period in product(regions, sectors, longer)
        )
        return any(holder != subject and holder in once for holder in holders)

    return [part for key, part in once.items() if not within(key)]


def _sum(parts: Sequence[Part]) -> Interval:
    return total(part.amount.interval for part in parts)


def _span(sums: Interval, like: Quantity) -> str:
    low, high = shown(sums.low, like), shown(sums.high, like)
    return low if low == high else f"{low}–{high}"


def _named(parts: Sequence[Part]) -> str:
    ids = [part.report.figure.id for part in parts]
    return ", ".join(ids if len(ids) <= _MOST_NAMED else [*ids[: _MOST_NAMED - 1], "…"])
