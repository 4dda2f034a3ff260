"""The words for where a place stands, and the sentence that states it: never more than the standing holds."""

from decimal import Decimal
from random import Random

import pytest

from indicators.analysis import standing
from indicators.analysis.standing import ComparedNumber, Standing
from indicators.model.articles import Figure
from indicators.phrasing import standings
from indicators.phrasing.names import Names
from indicators.phrasing.standings import StandingFacts
from indicators.values.intervals import Interval
from indicators.values.text import LANGS, Lang
from tests.builders import make_article, make_dataset, make_figure

WORDS = ("none", "one", "two", "three", "four", "five", "six")


def number(place: str, value: str, half: str = "0") -> ComparedNumber:
    middle, width = Decimal(value), Decimal(half)
    return ComparedNumber(place, place, middle, Interval(middle - width, middle + width), "money", disputed=False)


def placed(own: str, *others: str, half: str = "0") -> Standing:
    compared = standing.among(number("own", own, half), [number(f"p{i}", each, half) for i, each in enumerate(others)])
    assert compared is not None
    return compared


@pytest.mark.parametrize(
    ("compared", "word", "all_that_is_known"),
    [
        (placed("5", "6", "4", "3", "2"), "2nd of 5", "higher than 3 others, lower than 1 other"),
        (placed("9", "6", "4", "3", "2"), "1st of 5", "higher than 4 others"),
        (placed("5", "5", "5", "3", "2"), "same as 2", "higher than 2 others, the same as 2 others"),
        (placed("5", "4"), "higher", "higher than 1 other"),
        (placed("5", "6", "7"), "lower", "lower than 2 others"),
        (placed("5", "6", "4"), "in between", "higher than 1 other, lower than 1 other"),
        (
            placed("5", "5.5", "9", half="0.5"),
            "cannot be told apart",
            "lower than 1 other, cannot be told apart from 1 other",
        ),
    ],
)
def test_a_standing_in_one_word_and_in_full(compared: Standing, word: str, all_that_is_known: str) -> None:
    names = Names(make_dataset(), "en")
    assert standings.verdict(compared, names) == word
    assert standings.explanation(compared, names) == all_that_is_known


def test_ordinals() -> None:
    names = Names(make_dataset(), "en")
    ranks = [
        standings.verdict(placed("0", *map(str, range(1, above + 1)), "-1", "-2", "-3", "-4"), names)
        for above in range(23)
    ]
    told = [rank.split()[0] for rank in ranks]
    assert told == [
        *("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th", "13th"),
        *("14th", "15th", "16th", "17th", "18th", "19th", "20th", "21st", "22nd", "23rd"),
    ]


def facts(figure: Figure, growth: Standing | None, amount: Standing | None = None) -> StandingFacts:
    return StandingFacts(figure, amount, figure, growth, growth_above=None, share=None, above="city")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("seed", range(25))
def test_a_finding_is_said_only_of_what_is_sure(seed: int, lang: Lang) -> None:
    dice = Random(seed)  # noqa: S311
    tenths = dice.randint(-40, 40)
    figure = make_figure(growth=f"{tenths / 10}%")
    names = Names(make_dataset(make_article(figure)), lang)
    others = [str(Decimal(dice.randint(-40, 40)) / 1000) for _ in range(dice.randint(1, 6))]
    growth = placed(str(Decimal(tenths) / 1000), *others, half="0.0005")
    said = standings.finding(facts(figure, growth), names)
    if growth.unclear or len(others) < 2 or tenths == 0:
        assert not said
        return
    assert f"{abs(tenths) / 10}%" in said
    assert (("下降" if lang == "zh" else " fell ") in said) == (tenths < 0)
    if lang == "en" and tenths > 0 and growth.above and growth.below:
        assert f"faster than in {WORDS[growth.below]} of {WORDS[len(others)]} other places" in said
    if lang == "en" and tenths < 0:
        assert f"higher in {WORDS[growth.above]} of {WORDS[len(others)]} other places" in said


def test_the_amount_is_ranked_only_where_its_rank_is_sure() -> None:
    figure = make_figure()
    names = Names(make_dataset(make_article(figure)), "en")
    ranked, unclear = placed("5", "6", "4", "3", "2"), placed("5", "5", "4", "3", "2", half="0.1")
    assert "2nd of 5 places" in standings.finding(facts(figure, None, ranked), names)
    assert not standings.finding(facts(figure, None, unclear), names)
