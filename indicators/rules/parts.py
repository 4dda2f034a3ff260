"""What must hold between a whole and its parts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indicators.analysis.splits import Split, disjoint, split_of
from indicators.model.articles import Figure
from indicators.model.subjects import Subject
from indicators.model.vocabulary import ALL, Group, Region, Sector
from indicators.reading.corpus import Corpus
from indicators.rules.figure_index import FigureIndex, Report, estimated, listed, shown
from indicators.values.intervals import ONE, Interval, point, total
from indicators.values.problems import Problem
from indicators.values.quantities import Quantity


def wholes_of_complete_parts(corpus: Corpus) -> Iterator[Problem]:
    """A figure whose parts are said to be complete has parts."""
    wholes = corpus.named(Figure, "part_of")
    for spot in corpus.figures:
        if spot.entry.complete_parts and spot.entry.id not in wholes:
            yield spot.problem("parts-missing", "complete_parts", id=spot.entry.id)


def parts_are_of_their_whole(index: FigureIndex) -> Iterator[Problem]:
    """A part has the unit and the nature of its whole, and lies within its period, region, sector and group."""
    for whole, parts in index.wholes:
        for part in parts:
            yield from _unlike(part, whole, index)
            yield from _elsewhere(part, whole, index)


def _unlike(part: Report, whole: Report, index: FigureIndex) -> Iterator[Problem]:
    inner, outer, key = part.figure, whole.figure, "part_of"
    if inner.text and outer.text and not inner.text.is_like(outer.text):
        printed = {"printed": inner.text.printed, "whole_printed": outer.text.printed}
        yield part.error("part-unit", key, whole=outer.id, **printed)
    if not (inner.period.within(outer.period) or index.subject(inner).period.within(index.subject(outer).period)):
        periods = {"period": inner.period.text, "whole_period": outer.period.text}
        yield part.warning("part-period", key, whole=outer.id, **periods)
    if inner.nature != outer.nature:
        natures = {"nature": inner.nature, "whole_nature": outer.nature}
        yield part.warning("part-nature", key, whole=outer.id, **natures)


def _elsewhere(part: Report, whole: Report, index: FigureIndex) -> Iterator[Problem]:
    inner, outer = part.figure, whole.figure
    if inner.place == outer.place:  # two metrics of one place
        return
    if not index.lies_in(Region, inner.region, outer.region):
        yield part.error("part-region", "part_of", whole=outer.id, region=inner.region, whole_region=outer.region)
    if outer.sector != ALL and not index.lies_in(Sector, inner.sector, outer.sector):
        yield part.warning("part-sector", "part_of", whole=outer.id, sector=inner.sector, whole_sector=outer.sector)
    if outer.group != ALL and not index.lies_in(Group, inner.group, outer.group):
        yield part.warning("part-group", "part_of", whole=outer.id, group=inner.group, whole_group=outer.group)


# --- amounts ---------------------------------------------------------------------------------------------------------


class Part(NamedTuple):
    """A part with its amount."""

    report: Report
    amount: Quantity


def parts_fit_into_their_whole(index: FigureIndex) -> Iterator[Problem]:
    """No part is more than its whole, and neither are all parts of one itemisation together.

    Amounts below zero are left alone: what one part loses, another may gain.
    """
    for whole, reports in index.wholes:
        amount = whole.text
        if amount is None or _surely_fit(amount, reports):
            continue
        parts = list(_comparable(whole, reports, index))
        if _may_be_negative(amount, parts):
            continue
        larger = [part for part in parts if part.amount.low > amount.high]
        for part in larger:
            printed = {"printed": part.amount.printed, "whole_printed": amount.printed}
            yield part.report.error("part-exceeds-whole", "text", whole=whole.figure.id, **printed)
        if not larger:
            yield from _too_much_together(whole, amount, _adding(whole, parts, index), index)


def _surely_fit(whole: Quantity, reports: Sequence[Report]) -> bool:
    """True where even all parts together are not more, as is nearly always so; it need not know what they are."""
    amounts = [text for report in reports if (text := report.text)]
    plain = all(text.unit == whole.unit and text.low >= 0 for text in amounts)
    return plain and sum(text.low for text in amounts) <= whole.high


def _too_much_together(whole: Report, amount: Quantity, parts: Sequence[Part], index: FigureIndex) -> Iterator[Problem]:
    for group in _itemisations(whole, parts, index):
        apart = _disjoint(group, index)
        if (least := _sum(apart).low) > amount.high:
            facts = {"printed": amount.printed, "sum": shown(least, amount), "parts": _named(apart)}
            yield whole.error("parts-exceed-whole", "text", **facts)


def complete_parts_fill_their_whole(index: FigureIndex) -> Iterator[Problem]:
    """Parts that are said to be complete can make up the whole: one itemisation of them does, or all together do.

    A whole may be complete by metric (tax and non-tax revenue) though some of its districts are missing. Where a part
    has no amount that adds up, nothing is reported: it may be what fills the whole.
    """
    for whole, reports in index.wholes:
        amount = whole.text
        if not whole.figure.complete_parts or amount is None:
            continue
        parts = _adding(whole, list(_comparable(whole, reports, index)), index)
        if len(parts) < len(reports):
            continue
        groups = _itemisations(whole, parts, index)
        apart = [_sum(_disjoint(group, index)) for group in groups]
        sums = [*map(_sum, groups), *apart, _sum(parts)]
        too_much = any(sum_.low > amount.high for sum_ in apart) and not _may_be_negative(amount, parts)
        if not too_much and not any(sum_.meets(amount.interval) for sum_ in sums):  # too much is reported already
            nearest = _span(max(apart, default=_sum(parts), key=lambda sum_: sum_.high), amount)
            yield whole.error("parts-do-not-fill", "complete_parts", printed=amount.printed, sum=nearest)


def growth_follows_from_complete_parts(index: FigureIndex) -> Iterator[Problem]:
    """The growth of a whole lies between those of parts that fill it, and their bases make up its base.

    Only where an itemisation of a complete whole has a growth in each of its parts and nothing is below zero. The bases
    are compared where growth and values are on one basis; at constant prices a growth still lies between the others.
    """
    for whole, reports in index.wholes:
        amount, growth = whole.text, whole.figure.annual_growth
        if not whole.figure.complete_parts or amount is None or growth is None:
            continue
        for group in _itemisations(whole, _adding(whole, list(_comparable(whole, reports, index)), index), index):
            parts = _disjoint(group, index)
            rates = [part.report.figure.annual_growth for part in parts]
            known = [rate.interval for rate in rates if rate is not None]
            fills = _sum(parts).meets(amount.interval) and not _may_be_negative(amount, parts)
            if len(parts) > 1 and len(known) == len(parts) and fills:
                yield from _unfollowing(whole, growth, parts, known, index)


def _unfollowing(
    whole: Report, growth: Quantity, parts: Sequence[Part], rates: Sequence[Interval], index: FigureIndex
) -> Iterator[Problem]:
    """The growth of a whole beyond those of all its parts, or else a base that is not the sum of theirs."""
    between = Interval(min(rate.low for rate in rates), max(rate.high for rate in rates))
    if not between.meets(growth.interval):
        facts = {"growth": growth.printed, "parts": _named(parts)}
        yield whole.warning("growth-outside-parts", "growth", **facts)
        return
    metrics = {whole.figure.metric, *(part.report.figure.metric for part in parts)}
    factors = [point(ONE) + rate for rate in (growth.interval, *rates)]
    if not all(index.metrics[key].comparable_basis for key in metrics) or min(one.low for one in factors) <= 0:
        return
    amounts = [whole.text, *(part.amount for part in parts)]
    base, *bases = (
        amount.interval / factor for amount, factor in zip(amounts, factors, strict=True) if amount is not None
    )
    if not total(bases).meets(base):
        facts = {"growth": growth.printed, "parts": _named(parts)}
        for name, sum_ in (("base", base), ("sum", total(bases))):
            facts[name] = "–".join(estimated(end, parts[0].amount) for end in (sum_.low, sum_.high))
        yield whole.warning("bases-do-not-fill", "growth", **facts)


def _may_be_negative(whole: Quantity, parts: Sequence[Part]) -> bool:
    return whole.low < 0 or any(part.amount.low < 0 for part in parts)


def _comparable(whole: Report, reports: Sequence[Report], index: FigureIndex) -> Iterator[Part]:
    """The parts whose amounts the whole must hold; an average of a part may well be above that of the whole."""
    for report in reports:
        part, metric = report.figure, index.metrics.get(report.figure.metric)
        if part.text is None or whole.text is None or not part.text.is_like(whole.text):
            continue
        if metric is not None and metric.kind != "rate" and part.nature == whole.figure.nature:
            yield Part(report, part.text)


def _adding(whole: Report, parts: Sequence[Part], index: FigureIndex) -> list[Part]:
    """The parts that add up: of additive metrics, and of stocks only those that end with the whole."""

    def adds(figure: Figure) -> bool:
        metric = index.metrics[figure.metric]
        return metric.additive and (metric.kind == "flow" or figure.period.end == whole.figure.period.end)

    return [part for part in parts if adds(part.report.figure)]


def _itemisations(whole: Report, parts: Sequence[Part], index: FigureIndex) -> list[list[Part]]:
    """The parts by how they are split off the whole; those in a table of regions and sectors are in one.

    Its cells do not overlap, as those of two metrics, or of two families of groups, may.
    """
    flow = index.metrics[whole.figure.metric].kind == "flow"
    itemisations: dict[Split, list[Part]] = {}
    for part in parts:
        split = split_of(index.subject(part.report.figure), index.subject(whole.figure), index.family, flow=flow)
        if split is not None:
            if split.by != "group" and part.report.figure.metric == whole.figure.metric:
                split = split._replace(of=("",) * len(split.of))
            itemisations.setdefault(split, []).append(part)
    return list(itemisations.values())


def _disjoint(parts: Sequence[Part], index: FigureIndex) -> list[Part]:
    """The parts of one split without those that are counted in another one, or reported twice: of these the least."""
    least: dict[Subject, Part] = {}
    for part in parts:
        subject = index.subject(part.report.figure)
        least[subject] = min(least.get(subject, part), part, key=lambda report: report.amount.low)
    flows = all(index.metrics[subject.metric].kind == "flow" for subject in least)
    return [least[subject] for subject in disjoint(least, index.holders, in_time=flows)]


def _sum(parts: Sequence[Part]) -> Interval:
    return total(part.amount.interval for part in parts)


def _span(sums: Interval, like: Quantity) -> str:
    low, high = shown(sums.low, like), shown(sums.high, like)
    return low if low == high else f"{low}–{high}"


def _named(parts: Sequence[Part]) -> str:
    return listed([part.report.figure.id for part in parts])
