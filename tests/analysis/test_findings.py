"""What stands out: every finding holds for the true numbers behind the printed ones, and the order is that of news."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from random import Random

import pytest

from indicators import study
from indicators.analysis.findings import ranking, rules
from indicators.analysis.findings.finding import Finding, FindingKind
from indicators.frames import panels
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.values import periods
from tests.builders import amended, make_article, make_figure, make_reports

PLACES = ("donggang", "lanshan", "juxian", "wulian", "rizhao-etdz", "rizhao-hitech", "shanhaitian")
LONGER, SHORTER = "2024-01-01/P7M", "2024-S1"
REVENUE = "rizhao-budget-revenue-2024m01-07"


class TrueNumbers:
    """The revenue of each place in H1 and in July, of which newspapers print rounded sums and growth."""

    def __init__(self, dice: Random) -> None:
        """In some worlds growth is so near to zero that rounding hides its sign."""
        spread = dice.choice([0.001, 0.02, 0.3])
        self.amounts = {
            (place, time): (then, then * Decimal(1 + dice.uniform(-spread, spread)))
            for place in PLACES
            for time in (SHORTER, "july")
            for then in [Decimal(dice.uniform(0.5, 30))]
        }

    def change(self, place: str, time: str) -> Decimal:
        """The growth on a year earlier."""
        then, now = self.sums(place, time)
        return now / then - 1

    def sums(self, place: str, time: str) -> tuple[Decimal, Decimal]:
        """The amount of a year earlier, and of the year."""
        times = [SHORTER, "july"] if time == LONGER else [time]
        then, now = zip(*(self.amounts[place, one] for one in times), strict=True)
        return sum(then, Decimal(0)), sum(now, Decimal(0))

    def figure(self, place: str, time: str, **more: str) -> Figure:
        _, now = self.sums(place, time)
        text = f"{rounded(now, 2)}亿元"
        growth = f"{rounded(self.change(place, time) * 100, 1)}%"
        key = f"{place}-{'h1' if time == SHORTER else 'm7'}"
        subject = {"metric": "budget-revenue", "region": place, "period": time}
        return make_figure(**{**subject, "id": key, "text": text, "quote": text, "growth": growth, **more})


def rounded(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def dataset_with(dataset: Dataset, *figures: Figure) -> Dataset:
    """The vocabulary of a dataset, with other figures."""
    article = make_article(*figures, publisher="youni-haoxin", published="2024-09-11")
    return replace(dataset, articles={"first": article}, events={})


def findings(dataset: Dataset, *figures: Figure) -> tuple[Finding, ...]:
    return study.of(dataset_with(dataset, *figures)).findings


@pytest.mark.parametrize("batch", range(2))
def test_places_and_months_moved_as_is_said(shipped: Dataset, batch: int) -> None:
    often = {"months-inside": 0, "against-the-trend": 0}
    for seed in range(batch, 40, 2):
        true = TrueNumbers(Random(seed))  # noqa: S311  # nothing is kept secret
        several = findings(shipped, *(true.figure(place, time) for place in PLACES for time in (LONGER, SHORTER)))
        for finding in several:
            fell, rose = finding.leading, finding.opposed
            time = "july" if finding.kind == "months-inside" else finding.period.text
            if finding.kind == "against-the-trend" and true.change(place_of(fell[0]), time) > 0:
                fell, rose = rose, fell
            assert all(true.change(place_of(key), time) < 0 for key in fell), (seed, finding)
            assert all(true.change(place_of(key), time) > 0 for key in rose), (seed, finding)
            often[finding.kind] += 1
    assert min(often.values()) >= 3, often


def place_of(figure: str) -> str:
    return figure.rpartition("-")[0]


def test_parts_moved_as_is_said(shipped: Dataset) -> None:
    """The places are given as parts of a whole, some of them or all."""
    entire = 0
    for seed in range(40):
        dice = Random(seed)  # noqa: S311  # nothing is kept secret
        true = TrueNumbers(dice)
        then, now = (sum((true.sums(place, LONGER)[n] for place in PLACES), Decimal(0)) for n in (0, 1))
        growth, text = f"{rounded((now / then - 1) * 100, 1)}%", f"{rounded(now, 2)}亿元"
        listed = PLACES if dice.random() < 0.5 else PLACES[: dice.choice([2, 5])]
        whole = true.figure(PLACES[0], LONGER, id="whole", region="rizhao", text=text, quote=text, growth=growth)
        whole = whole.model_copy(update={"complete_parts": listed == PLACES})
        parts = [true.figure(place, LONGER, part_of="whole") for place in listed]
        for finding in findings(shipped, whole, *parts):
            if finding.kind == "opposite-parts":
                check_parts(finding, true, 1 if now > then else -1)
                entire += finding.entire
    assert entire >= 2


def check_parts(finding: Finding, true: TrueNumbers, way: int) -> None:
    assert all(true.change(place_of(key), LONGER) * way > 0 for key in finding.leading)
    assert all(true.change(place_of(key), LONGER) * way < 0 for key in finding.opposed)
    if finding.entire:
        others = [place for place in PLACES if place != place_of(finding.leading[0])]
        listed = {place_of(key) for key in finding.figures[1:]}
        assert all(true.change(place, LONGER) * way <= 0 for place in others if place in listed)
        left = [true.sums(place, LONGER) for place in others if place not in listed]
        assert sum((now - then) * way for then, now in left) <= 0


# --- single rules ----------------------------------------------------------------------------------------------------


def kinds(dataset: Dataset) -> list[FindingKind]:
    return [finding.kind for finding in study.of(dataset).findings]


def test_no_month_inside_of_two_articles() -> None:
    """A base that was revised between two articles would be taken for growth."""
    longer = {"period": "2022-01-01/P7M", "text": "60亿元", "quote": "60亿元", "growth": "-9%"}
    shorter = {"period": "2022-S1", "text": "50亿元", "quote": "50亿元", "growth": "5%"}
    apart = make_reports(longer, shorter)
    figures = [article.figures[0] for article in apart.articles.values()]
    assert kinds(apart) == []
    assert kinds(replace(apart, articles={"a": make_article(*figures, id="a")})) == ["months-inside"]


def test_reports_that_cannot_all_be_right() -> None:
    reports = [{"text": "50亿元", "quote": "50亿元"}, {"text": "60亿元", "quote": "60亿元", "publisher": "evening"}]
    assert kinds(make_reports(*reports)) == ["disagreement"]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [("5%", "-3%", ["reversal"]), ("5%", "0.0%", []), ("-5%", "3%", ["reversal"]), ("5%", "3%", [])],
)
def test_growth_that_turned(earlier: str, later: str, expected: list[FindingKind]) -> None:
    common = {"metric": "revenue", "text": None}
    reports = [
        {**common, "period": "2021", "growth": earlier, "quote": earlier},
        {**common, "period": "2022", "growth": later, "quote": later},
    ]
    assert kinds(make_reports(*reports)) == expected


def test_a_whole_of_which_no_growth_is_printed_is_not_told_by_its_parts(shipped: Dataset) -> None:
    without = study.of(amended(shipped, {REVENUE: {"growth": None}})).findings
    assert "opposite-parts" not in {finding.kind for finding in without}


def test_not_all_of_the_growth_where_a_part_may_be_missing(shipped: Dataset) -> None:
    """A part that is there no more, or that nobody lists, may have fallen or risen, too."""
    lost = {"rizhao-non-tax-revenue-2024m01-07": {"growth": make_figure(text=None, growth="90%").growth}}
    for changes in ({REVENUE: {"complete_parts": False}}, lost):
        several = study.of(amended(shipped, changes)).findings
        (finding,) = (finding for finding in several if finding.kind == "opposite-parts")
        assert not finding.entire


# --- the order -------------------------------------------------------------------------------------------------------


def finding_of(kind: FindingKind, theme: str, period: str, strength: float, key: str) -> Finding:
    return Finding(kind, theme, periods.parse(period), (key,), strength)


def test_themes_take_turns_as_long_as_there_are_others() -> None:
    dice = Random(1)  # noqa: S311  # nothing is kept secret
    several = [
        finding_of("multiple", dice.choice("aab"), f"20{dice.randint(10, 24)}", dice.random(), f"f{n}")
        for n in range(12)
    ]
    ordered = ranking.ranked(several, lambda _: False)
    assert sorted(ordered, key=id) == sorted(several, key=id)
    assert ordered == ranking.ranked(reversed(several), lambda _: False)
    for index, (before, after) in enumerate(pairwise(ordered)):
        assert before.theme != after.theme or {later.theme for later in ordered[index + 1 :]} == {after.theme}


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (("pace", "a", "2024", 0.5), ("pace", "a", "2020", 0.5)),
        (("pace", "a", "2024", 0.9), ("pace", "a", "2024", 0.5)),
        (("opposite-parts", "a", "2024", 0.5), ("pace", "a", "2024", 0.5)),
    ],
    ids=["newer", "larger", "more surprising"],
)
def test_what_is_worth_more(
    more: tuple[FindingKind, str, str, float], less: tuple[FindingKind, str, str, float]
) -> None:
    values = [
        ranking.news_value(finding_of(*one, "f"), date(2024, 12, 31), of_everything=False) for one in (more, less)
    ]
    assert values[0] > values[1]


def test_all_of_an_economy_comes_before_a_part(shipped: Dataset) -> None:
    first = study.of(shipped).findings[0]
    assert (first.kind, first.figures[0], first.entire) == ("opposite-parts", REVENUE, True)
    part = finding_of("pace", "a", "2024", 0.5, "f")
    values: Sequence[float] = [
        ranking.news_value(part, date(2024, 12, 31), of_everything=everything) for everything in (True, False)
    ]
    assert values[0] > values[1]


def test_themes_take_turns_as_long_as_there_are_several() -> None:
    def finding(number: int, theme: str) -> Finding:
        return Finding("reversal", theme, periods.parse("2024"), (f"f{number}",), 1.0 - number / 10)

    several = [finding(number, theme) for number, theme in enumerate("aaabba")]
    assert [each.figures[0] for each in ranking.ranked(several, lambda _: True)] == ["f0", "f3", "f1", "f4", "f2", "f5"]


@pytest.mark.parametrize("most", [10, 20, 40, 60])
def test_of_the_newest_figures_nothing_else_is_found_than_of_all(shipped: Dataset, most: int) -> None:
    """Figures that are compared with each other end on one day, of which either all are looked at or none."""
    known = study.of(shipped)
    newest = panels.newest_results(known.frame, most)
    assert newest is not None
    found = set(rules.findings(replace(known.known, newest=newest)))
    assert found < set(known.findings)
    older = (finding for finding in known.findings if finding not in found)
    assert not {finding.figures[0] for finding in older} & set(newest)
