"""A place among others, against random worlds whose truth is known: no rank that could be wrong, and none kept back."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import product
from random import Random

import pytest

from indicators.analysis.agreement import Slot
from indicators.analysis.standing import RANKED, ComparableReports, ComparedNumber, Standing
from indicators.model.articles import Figure
from tests.builders import make_dataset, make_figure

AMOUNT: Slot = ("text", None)


def amount_text(truth: Decimal, dice: Random) -> str:
    """How a newspaper prints an amount of 亿元: rounded, over or nearly a round number."""
    match dice.choice(["exact"] * 6 + ["over", "nearly"]):
        case "over":
            return f"超{truth.quantize(Decimal(1), ROUND_FLOOR)}亿元"
        case "nearly":
            return f"近{truth.quantize(Decimal(1), ROUND_CEILING)}亿元"
        case _:
            digits = dice.choice([2, 2, 2, 1, 0])
            return f"{truth.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)}亿元"


def reports(places: dict[str, Decimal], dice: Random) -> Iterator[Figure]:
    """What is printed of each place: once or again, corrected, or contradicted, beside what cannot be compared."""
    for place, truth in places.items():
        key = f"{place}-first"
        yield make_figure(id=key, region=place, text=amount_text(truth, dice))
        match dice.randrange(8):
            case 0:
                yield make_figure(id=f"{place}-again", region=place, text=amount_text(truth, dice))
            case 1:
                yield make_figure(id=f"{place}-wrong", region=place, text=f"{truth * 3 + 7}亿元")
            case 2:
                wrong = make_figure(id=f"{place}-old", region=place, text=f"{truth * 3 + 7}亿元")
                reason = {"zh": "更正", "en": "Corrected"}
                yield wrong
                yield make_figure(
                    id=f"{place}-new", region=place, text=amount_text(truth, dice), supersedes=wrong.id, reason=reason
                )
        for changes in ({"nature": "target"}, {"period": "2021-S1"}, {"sector": "industry"}, {"group": "rural"}):
            if dice.randrange(3) == 0:
                changed = {"id": f"{place}-{next(iter(changes))}", "region": place, **changes}
                yield make_figure(**changed, text=f"{dice.randint(1, 99)}亿元")


def standing(seed: int) -> tuple[Standing | None, dict[str, Decimal], ComparableReports]:
    """The first of several places among the others, and the truth."""
    dice = Random(seed)  # noqa: S311  # nothing is kept secret
    spread = dice.choice([30, 300, 30_000])
    places = {f"p{number}": Decimal(dice.randint(100, 100 + spread)) / 100 for number in range(dice.randint(1, 9))}
    figures = list(reports(places, dice))
    corrected = {figure.supersedes for figure in figures if figure.supersedes}
    known = ComparableReports(figures, corrected, make_dataset().subject)
    return known.standing(figures[0], AMOUNT, "region", places), places, known


def assignments(numbers: list[ComparedNumber], dice: Random) -> Iterator[list[Decimal]]:
    """True numbers that can be behind what was printed, the extreme ones first."""
    ends = [(number.interval.low, number.interval.high) for number in numbers]
    yield [low for low, _ in ends]
    yield [ends[0][0], *(high for _, high in ends[1:])]
    yield [ends[0][1], *(low for low, _ in ends[1:])]
    for _ in range(20):
        yield [low + (high - low) * dice.randint(0, 10) / 10 for low, high in ends]


@pytest.mark.parametrize("seed", range(60))
def test_what_is_said_is_true_whatever_is_behind_the_printed_numbers(seed: int) -> None:
    compared, truth, _ = standing(seed)
    if compared is None:
        assert len(truth) == 1
        return
    assert len(compared.others) == len(truth) - 1
    numbers = [compared.own, *compared.others]
    dice = Random(seed)  # noqa: S311
    for own, *others in assignments(numbers, dice):
        assert sum(other > own for other in others) >= compared.above
        assert sum(other < own for other in others) >= compared.below
        assert sum(other == own for other in others) >= compared.same
        if compared.verdict == "ranked":
            assert compared.rank == 1 + sum(other > own for other in others)
            assert own not in others
    for number in numbers:
        assert truth[number.place] * 10**8 in number.interval


@pytest.mark.parametrize("seed", range(60))
def test_what_is_unclear_could_be_either_way(seed: int) -> None:
    compared, _, _ = standing(seed)
    if compared is None:
        return
    own, unclear = compared.own.interval, 0
    for other in (number.interval for number in compared.others):
        orders = {(a > b) - (a < b) for a, b in product((own.low, own.high), (other.low, other.high))}
        unclear += len(orders) > 1
    assert unclear == compared.unclear
    assert compared.above + compared.below + compared.same + compared.unclear == len(compared.others)


def test_worlds_hold_every_verdict() -> None:
    verdicts = {compared.verdict for seed in range(60) if (compared := standing(seed)[0])}
    assert {"ranked", "higher", "lower", "between", "unclear"} <= verdicts


# --- one at a time ---------------------------------------------------------------------------------------------------


def compare(*texts: str, own: str = "10家", **changes: str) -> Standing | None:
    """The first region among others, each with the amount that is printed of it."""
    metric = {"metric": "firms", "period": "2022-06"}
    figures = [
        make_figure(**{**metric, "id": f"f{number}", "region": f"p{number}", "text": text, "quote": text} | changes)
        for number, text in enumerate([own, *texts])
    ]
    known = ComparableReports(figures, (), make_dataset().subject)
    return known.standing(figures[0], AMOUNT, "region", [figure.region for figure in figures])


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        (("11家", "12家", "13家", "9家"), "ranked"),
        (("9家",), "higher"),
        (("11家", "12家"), "lower"),
        (("11家", "9家"), "between"),
        (("10家", "9家"), "same"),
        (("超8家", "9家"), "higher"),
        (("超9家", "9家"), "unclear"),
        (("近11家",), "unclear"),
    ],
)
def test_the_verdict_is_in_one_word(texts: tuple[str, ...], verdict: str) -> None:
    compared = compare(*texts)
    assert compared is not None
    assert compared.verdict == verdict


def test_a_rank_needs_enough_places() -> None:
    few, enough = compare(*["9家"] * (RANKED - 2)), compare(*["9家"] * (RANKED - 1))
    assert few is not None
    assert few.verdict == "higher"
    assert enough is not None
    assert (enough.verdict, enough.rank, enough.count) == ("ranked", 1, RANKED)


def test_only_results_are_compared() -> None:
    assert compare("11家", nature="target") is None


def test_nothing_is_compared_with_what_measures_something_else() -> None:
    assert compare("11亿元") is None


def test_stocks_of_one_day_are_compared_however_it_is_written() -> None:
    figures = [
        make_figure(id=f"f{number}", metric="firms", region=f"p{number}", period=period, text=f"{number + 5}家")
        for number, period in enumerate(("2022-06", "2022-S1", "2022-06-30"))
    ]
    known = ComparableReports(figures, (), make_dataset().subject)
    compared = known.standing(figures[0], AMOUNT, "region", ["p0", "p1", "p2"])
    assert compared is not None
    assert (compared.verdict, len(compared.others)) == ("lower", 2)


def test_contradictory_reports_of_a_peer_leave_it_anywhere_between_them() -> None:
    texts = {"own": "10亿元", "peer": "8亿元", "again": "12亿元"}
    figures = [make_figure(id=key, region="peer" if key == "again" else key, text=text) for key, text in texts.items()]
    known = ComparableReports(figures, (), make_dataset().subject)
    compared = known.standing(figures[0], AMOUNT, "region", ["own", "peer"])
    assert compared is not None
    assert compared.verdict == "unclear"
    assert compared.others[0].disputed
