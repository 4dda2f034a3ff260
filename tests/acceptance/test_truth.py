"""No total, remainder, share or headline contradicts the truth, whatever newspapers print of it (tests/worlds.py)."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from time import monotonic
from typing import Final

import pytest

from indicators.analysis.findings.finding import Finding, FindingKind
from indicators.analysis.formulas import SUMS, Derived
from indicators.analysis.itemisations import Itemisation
from indicators.analysis.refusals import Refusal
from indicators.charts import stories
from indicators.charts.stories import remarks
from indicators.frames import comparable, panels
from indicators.frames.panels import By
from indicators.pages.context import PageContext
from indicators.pages.overview import theme_ledger
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.values import periods
from indicators.values.intervals import ZERO
from indicators.values.quantities import Quantity
from tests import worlds
from tests.worlds import Cell, Print, World

SEEDS: Final = range(100)
BATCHES: Final = 2
PATIENCE: Final = 8.0
"""How many seconds a failing world is made smaller for."""
Seen = Counter[str]
"""How often something of a kind was said."""


# --- what is derived -------------------------------------------------------------------------------------------------


def amounts_are_what_was_printed(world: World, seen: Seen) -> None:
    """The truth lies in the interval of what is printed of it, and what was decided is exact."""
    for key, printed in world.prints.items():
        text = world.known.dataset.figures[key].text
        assert text is not None
        if printed.true:
            assert text.low <= world.amount(key) <= text.high
        if worlds.is_decided(printed.about):
            assert text.low == text.high == text.value
            seen["decided"] += 1


def derivations_are_true(world: World, seen: Seen) -> None:
    several = world.known.derived
    assert len({derived.id for derived in several}) == len(several)
    for derived in several:
        check(derived, world)
        seen[derived.formula] += 1
    for key, printed in world.prints.items():
        if key in world.known.worked_out and not world.in_doubt(key):
            formulas = {derived.formula for derived in world.known.worked_out[key]}
            stands = world.known.worked_out.itemisations.stands(world.known.dataset.figures[key])
            reached = "plan" in formulas and stands and not world.in_doubt(printed.plan)
            assert ("achievement" in formulas) == reached, key
            assert ("share" in formulas) == has_share(printed, world), key


def has_share(part: Print, world: World) -> bool:
    """True where it is said of which whole it is a part, that one is known, and both are of one kind."""
    named = part.part_of or next((other.part_of for other in world.alike(part.id) if other.part_of), "")
    known = bool(named) and not world.in_doubt(named)
    return known and worlds.differs(part, world.prints[named]) is not None


def check(derived: Derived, world: World) -> None:
    """The truth lies between the ends of what was worked out, of which nothing that is in doubt is a part."""
    prints = [world.prints[key] for key in derived.inputs]
    doubtful = any(world.in_doubt(printed.id) for printed in prints)
    if len(prints) == 1 and doubtful:
        return  # it is said of that report alone
    assert not doubtful, derived
    assert all(printed.true for printed in prints), derived
    value = truth_of(derived, prints, world)
    slack = abs(value) * Decimal("1e-20")
    assert derived.low - slack <= value <= derived.high + slack, (derived, value)
    assert derived.low <= derived.value <= derived.high, derived
    quantities = [text for key in derived.inputs if (text := world.known.dataset.figures[key].text) is not None]
    if derived.formula in SUMS:
        check_precision(derived, quantities, value)


def check_precision(derived: Derived, quantities: Sequence[Quantity], truth: Decimal) -> None:
    """A sum is exact where all that is added is; over and under are meant as they are said, but for rounding."""
    if all(quantity.low == quantity.high for quantity in quantities):
        assert derived.low == derived.value == derived.high == truth
        assert derived.qualifier == "exact"
    rounding = sum((text.high - text.value for text in quantities if text.qualifier == "exact"), ZERO)
    if derived.qualifier == "over":
        assert truth >= derived.value - rounding
    if derived.qualifier == "under":
        assert truth <= derived.value + rounding
    assert (derived.qualifier == "exact") == all(quantity.qualifier == "exact" for quantity in quantities)


def truth_of(derived: Derived, prints: Sequence[Print], world: World) -> Decimal:
    """The true number that a formula stands for, which its inputs must suit."""
    first, *others = prints
    amounts = [world.amount(printed.id) for printed in prints]
    match derived.formula:
        case "plan" | "achievement" | "pace":
            return truth_of_plan(derived, first, others, world)
        case "base":
            return world.truth.of(worlds.cell_of(*first.about[:3], derived.period.text), first.about.nature)
        case "growth-within" | "contribution" | "rest-contribution":
            check_sum(derived, prints)
            return truth_of_growth(derived, prints, world)
        case "remainder" | "total" | "difference":
            check_sum(derived, prints)
            return sum(amounts, ZERO) if derived.formula == "total" else amounts[0] - sum(amounts[1:], ZERO)
    check_quotient(derived, first, others[0])
    return amounts[0] / amounts[1] - (1 if derived.formula == "growth" else 0)


def truth_of_growth(derived: Derived, prints: Sequence[Print], world: World) -> Decimal:
    """The growth of what is left of a period, or what a part, or the rest, added to the growth of its whole."""
    amounts = [world.amount(printed.id) for printed in prints]
    bases = [world.truth.of(year_earlier(printed), printed.about.nature) for printed in prints]
    changes = [amount - base for amount, base in zip(amounts, bases, strict=True)]
    if derived.formula == "growth-within":
        return (changes[0] - changes[1]) / (bases[0] - bases[1])
    return changes[0] / bases[1] if derived.formula == "contribution" else (changes[0] - sum(changes[1:])) / bases[0]


def year_earlier(printed: Print) -> Cell:
    metric, region, sector, period, _ = printed.about
    return worlds.cell_of(metric, region, sector, period.replace("2022", "2021"))


def truth_of_plan(derived: Derived, first: Print, others: Sequence[Print], world: World) -> Decimal:
    target = world.prints[first.plan]
    assert [other.cell for other in others] == ([target.cell] if derived.formula == "achievement" else [])
    if derived.formula == "plan":
        assert worlds.cell_of(*target.about[:3], derived.period.text) == target.cell
        return world.amount(target.id)
    passed = Decimal(periods.parse(first.about.period).end.month) / 12
    return world.amount(first.id) / world.amount(target.id) / (passed if derived.formula == "pace" else 1)


def check_sum(derived: Derived, prints: Sequence[Print]) -> None:
    """What is added, or taken off, is of one nature and counted once; what is taken off was in it."""
    assert len({printed.about.nature for printed in prints}) == 1, derived
    first, *others = prints
    if derived.formula == "total":
        assert not worlds.overlap(printed.cell for printed in prints)
        return
    if derived.formula == "contribution":
        assert first.cell < others[0].cell
        return
    assert not worlds.overlap(part.cell for part in others)
    assert frozenset().union(*(part.cell for part in others)) <= first.cell
    if derived.formula in {"difference", "growth-within"}:
        shorter, longer = (periods.parse(printed.about.period) for printed in (others[0], first))
        assert longer.start == shorter.start
        assert (derived.period.start - shorter.end).days == 1
        assert derived.period.end == longer.end


def check_quotient(derived: Derived, above: Print, below: Print) -> None:
    assert above.about.nature == below.about.nature, derived
    match derived.formula:
        case "growth":
            check_steps(above, below)
        case "share":
            assert above.cell < below.cell
        case _:
            assert (above.about.metric, below.about.metric) == ("exports", "revenue")
            assert above.about[1:] == below.about[1:]


def check_steps(later: Print, earlier: Print) -> None:
    """Growth is over time only, and flows grow between periods of one length."""
    assert later.about[:3] == earlier.about[:3]
    assert later.about.nature == earlier.about.nature == "actual"
    after, before = (periods.parse(printed.about.period) for printed in (later, earlier))
    assert before.end < after.end
    if later.about.metric != "firms":
        assert before.length == after.length
        assert before.end < after.start


# --- parts -----------------------------------------------------------------------------------------------------------


def parts_are_each_counted_once(world: World, seen: Seen) -> None:
    """Every way in which a whole is split is told, with all of its parts, and with what they truly leave."""
    itemisations = world.known.worked_out.itemisations
    for key, whole in world.prints.items():
        several = itemisations.of(world.known.dataset.figures[key])
        standing = itemisations.standing(key)
        if standing is None or standing.id != key:
            assert not several
            continue
        assert whole.true
        assert not world.in_doubt(key)
        ways = known_splits(key, world)
        assert {(*split.split.of, split.split.by) for split in several} == set(ways), key
        for split in several:
            check_itemisation(split, ways[*split.split.of, split.split.by], world, seen)
        if any(worlds.fills(cells, whole.cell) and not has_doubt(key, way, world) for way, cells in ways.items()):
            assert leaves_nothing(several[0]), "a way that fills the whole comes first"


def known_splits(key: str, world: World) -> dict[tuple[str, ...], set[Cell]]:
    """The ways in which a whole is split, without parts of which nobody knows what is true."""
    ways: dict[tuple[str, ...], set[Cell]] = {}
    for part in world.parts(key):
        way = worlds.differs(part, world.prints[key])
        if way is not None and not world.in_doubt(part.id):
            ways.setdefault(way, set()).add(part.cell)
    return {way: worlds.outermost(cells) for way, cells in ways.items()}


def has_doubt(key: str, way: tuple[str, ...], world: World) -> bool:
    """True where nobody knows what is true of a part that is split off in this way."""
    named = (part for part in world.parts(key) if worlds.differs(part, world.prints[key]) == way)
    return any(world.in_doubt(part.id) for part in named)


def leaves_nothing(split: Itemisation) -> bool:
    amounts = [part.text for part in split.parts if part.text]
    low, high = sum(amount.low for amount in amounts), sum(amount.high for amount in amounts)
    return split.whole.text is not None and low <= split.whole.text.high and split.whole.text.low <= high


def check_itemisation(split: Itemisation, expected: set[Cell], world: World, seen: Seen) -> None:
    whole, parts = world.prints[split.whole.id], [world.prints[part.id] for part in split.parts]
    assert all(part.true for part in parts)
    assert len(parts) == len(expected)
    assert {part.cell for part in parts} == expected
    doubtful = has_doubt(whole.id, (*split.split.of, split.split.by), world)
    complete = any(printed.id in world.complete for printed in world.alike(whole.id))
    if complete and not doubtful and worlds.fills(expected, whole.cell):
        assert split.rest is None
        seen["complete"] += 1
    elif not complete and doubtful:
        assert isinstance(split.rest, Refusal)
        seen["doubtful"] += 1
    elif not complete:
        assert isinstance(split.rest, Derived) or leaves_nothing(split)
    if isinstance(split.rest, Derived):
        assert split.rest.inputs == (whole.id, *(part.id for part in parts))
        check(split.rest, world)


SHARE: Final = re.compile(r"([\d.]+)%$")


def charts_of_parts_are_to_scale(world: World, seen: Seen) -> None:
    """Bars of parts lie end to end within their whole, and the shares beside them are of the whole."""
    names = Names(world.known.dataset, "en")
    story = stories.parts(world.known.every, names, world.known.worked_out.itemisations, most=99)
    for panel in story.panels:
        whole, *rows = panel.rows
        ends = [row.start + row.length for row in rows]
        assert [0.0, *ends[:-1]] == pytest.approx([row.start for row in rows])
        assert ends[-1] <= 1 + 1e-9
        assert sum(row.length for row in rows) <= 1 + 1e-9
        assert rows == sorted(rows, key=lambda row: (row.style == "derived", -row.length))
        for row in rows:
            check_share(SHARE.search(row.change), row.length / whole.length, world)
            if row.style != "derived":
                own, total = (world.known.dataset.figures[key].text for key in (row.figure, whole.figure))
                assert own is not None
                assert total is not None
                assert row.length / whole.length == pytest.approx(float(own.value / total.value))
                assert own.low <= world.amount(row.figure) <= own.high
                seen["part"] += 1


def check_share(shown: "re.Match[str] | None", share: float, world: World) -> None:
    assert shown is not None
    assert float(shown[1]) / 100 == pytest.approx(share, abs=0.006 if share >= 1 else 0.0006), world


# --- totals ----------------------------------------------------------------------------------------------------------

AMOUNT: Final = re.compile(r"¥?(\d[\d,]*(?:\.\d+)?)(?: (bn|mn|tn|thousand))?")
SIZES: Final = {"": 1, "thousand": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12}
TOTAL: Final = re.compile(
    r"(\d+|one) \w+(?: \w+)*? add up to (?:\w+ )??(?P<value>¥?\d[^ ]*(?: [bmt]n)?) \((?P<range>.*?)\)"
)
REST: Final = re.compile(r"; (?P<whole>[\w· ]+) is given as .*, of which (?:\w+ )?(?P<rest>¥?\d.*?) is not among them")


def amounts_in(words: str) -> list[Decimal]:
    return [Decimal(digits.replace(",", "")) * SIZES[size] for digits, size in AMOUNT.findall(words)]


def members(prints: Sequence[Print]) -> tuple[list[Print], list[Print]]:
    """The outermost of which there are several, and those that hold all of them, outermost first."""
    depth = {printed.id: len({other.cell for other in prints if printed.cell < other.cell}) for printed in prints}
    for level in range(len(prints)):
        alike = [printed for printed in prints if depth[printed.id] == level]
        if len({printed.cell for printed in alike}) > 1:
            return alike, sorted(
                (printed for printed in prints if depth[printed.id] < level), key=lambda holder: depth[holder.id]
            )
    return [], []


def panels_are_of_one_level(world: World, seen: Seen) -> None:
    """What is said to add up is of one level, each once; what is called the largest is so of several."""
    names, frame = Names(world.known.dataset, "en"), world.known.frame
    sides: tuple[By, ...] = ("region", "sector")
    for metric in frame["metric"].unique():
        rows = frame[frame["metric"] == metric]
        for by in sides:
            groups = panels.alike(rows, by, stock=metric == "firms").rows(99)
            prints = [[world.prints[key] for key in group["figure"]] for group in groups]
            for group, printed in zip(groups, prints, strict=True):
                check_total(remarks.total(group, by, names), printed, world, seen)
                whole = comparable.total(group, world.known.dataset)
                if isinstance(whole, Derived):
                    assert len(whole.inputs) == len(printed)
                    check(whole, world)
            if groups:
                check_title(stories.levels(rows, by, names, most=1).title, prints[0], by, world, seen)


def tables_add_up(world: World, seen: Seen) -> None:
    """The same of any rows of one metric, one time and one nature, and of all that was printed of them."""
    names, known = Names(world.known.dataset, "en"), world.known
    for frame in (known.frame[known.frame["value"].notna()], known.every):
        time = frame["end"].astype(str) + frame["period"].astype(str).where(frame["metric"] != "firms", "")
        for _, rows in frame.groupby([frame["metric"], frame["nature"], time], observed=True):
            sentence = remarks.of_table(rows, names)
            if TOTAL.search(sentence):
                check_total(sentence, [world.prints[key] for key in rows["figure"]], world, seen)


def text_of(printed: Print, world: World) -> Quantity | None:
    return world.known.dataset.figures[printed.id].text


def check_total(sentence: str, prints: Sequence[Print], world: World, seen: Seen) -> None:
    level, above = members(prints)
    total = TOTAL.search(sentence)
    if any(world.in_doubt(printed.id) for printed in level):
        assert total is None
        seen["no total"] += 1
        return
    assert (total is not None) == bool(level), sentence
    if total is None:
        return
    seen["total"] += 1
    assert not worlds.overlap(printed.cell for printed in level)
    assert int(total[1]) == len(level)
    truth = sum((world.amount(printed.id) for printed in level), ZERO)
    texts = [text for printed in level if (text := text_of(printed, world))]
    assert amounts_in(total["value"]) == [sum((text.value for text in texts), ZERO)]
    low, high = amounts_in(total["range"].partition("printed")[2]) or [truth, truth]
    assert low <= truth <= high, (sentence, truth)
    rest = REST.search(sentence)
    known = [holder for holder in above[-1:] if not world.in_doubt(holder.id)]
    left = [whole.value - sum((text.value for text in texts), ZERO) for one in known if (whole := text_of(one, world))]
    assert (rest is not None) == any(value > 0 for value in left), sentence
    if rest is None:
        return
    holder = above[-1]
    assert rest["whole"] in {holder.about.region, holder.about.sector, f"{holder.about.region} · {holder.about.sector}"}
    assert amounts_in(rest["rest"]) == left
    seen["rest of a total"] += 1


# --- headlines -------------------------------------------------------------------------------------------------------

TITLE: Final = re.compile(r"[^:]+: (?P<name>[^,]+?) (?:highest at|is the largest part of (?P<whole>\w+),) ")
TITLE_OF_ONE: Final = re.compile(r"[^:]+: (?P<name>\w+)(?: · \w[\w ]*)?, ")


def check_title(title: str, prints: Sequence[Print], by: By, world: World, seen: Seen) -> None:
    superlative = TITLE.match(title)
    if superlative is None:
        single = TITLE_OF_ONE.match(title)
        assert single is not None, title
        assert not clear_leaders(prints, by, world), (title, "names no leader")
        of_name = [printed for printed in prints if getattr(printed.about, by) == single["name"]]
        level, above = members(prints)
        outer = above[-1:] or level or [one for one in prints if not any(one.cell < other.cell for other in prints)]
        assert of_name[0].cell in {printed.cell for printed in outer}, title
        seen["title of one"] += 1
        return
    seen["superlative"] += 1
    leader = next((printed for printed in prints if getattr(printed.about, by) == superlative["name"]), None)
    assert leader is not None, (title, "is disputed")
    level, above = members(prints)
    assert leader.cell in {printed.cell for printed in level}, (title, "is not of several")
    others = [printed for printed in level if printed.cell != leader.cell]
    assert all(world.amount(other.id) <= world.amount(leader.id) for other in others), title
    for key in {"region": worlds.REGIONS, "sector": worlds.SECTORS}[by]:
        around = worlds.cell_of(*leader.about._replace(**{by: key})[:4])
        apart = all(around.isdisjoint(other.cell) for other in others)
        assert not (leader.cell < around and apart), (title, f"{key} is more")
    shown = [leader]
    if superlative["whole"]:
        holder = next(printed for printed in prints if getattr(printed.about, by) == superlative["whole"])
        assert holder.cell == above[-1].cell, title
        assert all(printed.cell < holder.cell for printed in level)
        beside = world.amount(holder.id) - sum((world.amount(printed.id) for printed in level), ZERO)
        assert world.amount(leader.id) >= beside, (title, "what is not reported may be more")
        shown.append(holder)
    texts = [text for printed in shown if (text := text_of(printed, world))]
    assert amounts_in(title[superlative.end() :]) == [text.value for text in texts], title


def clear_leaders(prints: Sequence[Print], by: By, world: World) -> list[Print]:
    """Those of several brothers that are the largest by all that is printed, and more than half of their whole."""
    level, above = members(prints)
    tree = worlds.REGIONS if by == "region" else worlds.SECTORS
    if len({tree[getattr(printed.about, by)] or "all" for printed in level}) > 1:
        return []
    texts = {printed.id: text for printed in level if (text := text_of(printed, world))}
    return [
        printed
        for printed in level
        if not world.in_doubt(printed.id)
        and all(texts[printed.id].low > texts[other.id].high for other in level if other is not printed)
        and all((holder := text_of(whole, world)) and texts[printed.id].low > holder.high / 2 for whole in above[-1:])
    ]


def overviews_show_what_stands(world: World, seen: Seen) -> None:
    """The number of a theme, and what it was before, are what stands."""
    context = PageContext(world.known, Names(world.known.dataset, "en"), QueryAddresses("en", ""), date(2026, 1, 1))
    for figure in theme_ledger.figures(context):
        printed = world.prints[figure.id]
        assert printed.about.nature == "actual"
        assert printed.true or world.in_doubt(printed.id)
        before = theme_ledger.earlier(figure, context)
        if before is not None and before[1] == "printed":
            check_earlier(Decimal(before[0]), printed, world)
            seen["earlier"] += 1
        seen["derived before"] += before is not None and before[1] == "derived"


def check_earlier(amount: Decimal, later: Print, world: World) -> None:
    """An amount stands beside a later one as that of another time only if it is of the same, and true."""
    texts = {key: figure.text for key, figure in world.known.dataset.figures.items()}
    span = periods.parse(later.about.period)
    candidates = [
        printed
        for printed in world.prints.values()
        if printed.about[:3] == later.about[:3]
        and printed.about.nature == "actual"
        and (earlier := periods.parse(printed.about.period)).end < span.end
        and (later.about.metric == "firms" or earlier.length == span.length)
        and (text := texts[printed.id]) is not None
        and text.value == amount
    ]
    assert any(printed.true and not world.in_doubt(printed.id) for printed in candidates), amount


# --- findings --------------------------------------------------------------------------------------------------------


def findings_are_true(world: World, seen: Seen) -> None:
    """What is called a finding holds for the truth, of figures that are not in doubt."""
    for finding in world.known.findings:
        prints = [world.prints[key] for key in finding.figures]
        in_doubt = any(world.in_doubt(printed.id) for printed in prints)
        assert in_doubt == (finding.kind == "disagreement"), finding
        assert all(printed.about.nature == "actual" for printed in prints)
        FINDINGS[finding.kind](finding, world)
        seen[finding.kind] += 1


def change_of(key: str, world: World) -> Decimal:
    """How much a figure truly grew on a year earlier."""
    printed = world.prints[key]
    return world.amount(key) - world.truth.of(year_earlier(printed), printed.about.nature)


def check_opposite_parts(finding: Finding, world: World) -> None:
    whole, *parts = finding.figures
    way = 1 if change_of(whole, world) > 0 else -1
    assert all(change_of(part, world) * way > 0 for part in finding.leading)
    assert all(change_of(part, world) * way < 0 for part in finding.opposed)
    assert {*finding.leading, *finding.opposed} <= set(parts)
    if finding.entire:
        others = [change_of(part, world) for part in parts if part != finding.leading[0]]
        left = change_of(whole, world) - change_of(finding.leading[0], world) - sum(others, ZERO)
        assert all(other * way <= 0 for other in (*others, left)), finding


def check_months_inside(finding: Finding, world: World) -> None:
    shorter = {derived.inputs[0]: derived.inputs[1] for derived in finding.derived}
    within = {key: change_of(key, world) - change_of(other, world) for key, other in shorter.items()}
    assert all(within[key] < 0 for key in finding.leading)
    assert all(within[key] > 0 for key in finding.opposed)
    longer, before = finding.figures[:2]
    assert within[longer] * change_of(before, world) < 0


def check_against_the_trend(finding: Finding, world: World) -> None:
    ways = [[change_of(key, world) > 0 for key in keys] for keys in (finding.leading, finding.opposed)]
    assert ways in ([[True] * len(ways[0]), [False] * len(ways[1])], [[False] * len(ways[0]), [True] * len(ways[1])])


def check_reversal(finding: Finding, world: World) -> None:
    later, earlier = finding.figures
    assert change_of(later, world) * change_of(earlier, world) < 0


def check_multiple(finding: Finding, world: World) -> None:
    later, *others = finding.figures
    amount = world.amount(later)
    earlier = world.amount(others[0]) if others else amount - change_of(later, world)
    assert amount >= 2 * earlier or amount <= earlier / 2, finding


def check_pace(finding: Finding, world: World) -> None:
    (derived,) = finding.derived
    pace = truth_of(derived, [world.prints[key] for key in derived.inputs], world)
    assert pace >= Decimal("1.2") or pace <= Decimal("0.8"), finding


def check_disagreement(finding: Finding, world: World) -> None:
    high, low = (world.known.dataset.figures[key].text for key in finding.figures)
    assert high is not None
    assert low is not None
    assert high.value > low.value


FINDINGS: Final[Mapping[FindingKind, Callable[[Finding, World], None]]] = {
    "opposite-parts": check_opposite_parts,
    "months-inside": check_months_inside,
    "against-the-trend": check_against_the_trend,
    "reversal": check_reversal,
    "multiple": check_multiple,
    "pace": check_pace,
    "disagreement": check_disagreement,
}


# --- all of it -------------------------------------------------------------------------------------------------------

CLAIMS: Final[tuple[Callable[[World, Seen], None], ...]] = (
    amounts_are_what_was_printed,
    derivations_are_true,
    parts_are_each_counted_once,
    charts_of_parts_are_to_scale,
    panels_are_of_one_level,
    tables_add_up,
    overviews_show_what_stands,
    findings_are_true,
)
OFTEN: Final = {
    "decided": 60, "base": 11, "plan": 9, "achievement": 6, "share": 60, "remainder": 18, "growth": 15,
    "difference": 11, "ratio": 1, "complete": 3, "doubtful": 1, "part": 45, "total": 22, "no total": 1,
    "rest of a total": 2, "title of one": 60, "superlative": 9, "earlier": 1, "derived before": 5,
    "growth-within": 5, "contribution": 18, "rest-contribution": 5,
    "disagreement": 9, "pace": 5, "multiple": 1, "reversal": 1,
}  # fmt: skip
"""How often each batch says something of a kind, at least: without that, nothing would be said that could be wrong."""


def violation(world: World, seen: Seen) -> AssertionError | None:
    """The first claim that the world disproves."""
    for claim in CLAIMS:
        try:
            claim(world, seen)
        except AssertionError as error:
            return error
    return None


def smallest(world: World) -> World:
    """A disproof without the stories that it does not need, as far as time allows."""
    until = monotonic() + PATIENCE
    smaller: World | None = world
    while smaller is not None and monotonic() < until:
        world = smaller
        fewer = (world.without(story) for story in sorted(world.stories, reverse=True))
        smaller = next((other for other in fewer if other.prints and violation(other, Counter())), None)
    return world


@pytest.mark.parametrize("batch", range(BATCHES))
def test_nothing_contradicts_the_truth(batch: int) -> None:
    seen: Seen = Counter()
    for seed in SEEDS[batch::BATCHES]:
        world = worlds.world(seed)
        if violation(world, seen) is not None:
            small = smallest(world)
            pytest.fail(f"World {seed}:\n{small!r}\n{violation(small, Counter())!r}")
    rare = {kind: seen[kind] for kind, least in OFTEN.items() if seen[kind] < least}
    assert not rare
