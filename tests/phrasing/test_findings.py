"""A finding in words: no number is stated more exactly than it is known, and both languages say the same."""

from decimal import Decimal
from random import Random

import pytest

from indicators import study
from indicators.model.dataset import Dataset
from indicators.phrasing import findings
from indicators.phrasing.names import Names
from indicators.values.intervals import Interval
from indicators.values.text import Lang


def test_a_number_without_about_is_the_only_one_it_can_be(shipped: Dataset) -> None:
    dice = Random(0)  # noqa: S311  # nothing is kept secret
    names = Names(shipped, "en")
    exact = 0
    for _ in range(200):
        value = Decimal(dice.uniform(-0.5, 0.9)).quantize(Decimal("0.00001"))
        width = Decimal(dice.choice([0.00001, 0.0004, 0.004])).quantize(Decimal("0.00001"))
        interval = Interval(value - width, value + width)
        for told in (findings.stated(interval, value, names), findings.points(interval, value, names)):
            if not told.startswith("about"):
                number = Decimal(told.rstrip("%")) / 100
                assert all(abs(abs(end) - number) <= Decimal("0.0005") for end in (interval.low, interval.high))
                exact += 1
    assert exact > 20


@pytest.mark.parametrize(
    ("lang", "headline", "deck"),
    [
        (
            "en",
            "All of the growth in Rizhao’s general public budget revenue came from non-tax revenue; tax revenue fell",
            "General public budget revenue rose 5.0% to ¥12.6 bn. "
            "Non-tax revenue added 6.9 points and tax revenue took away 1.9.",
        ),
        (
            "zh",
            "日照市一般公共预算收入的增长全部来自非税收入，税收收入下降",
            "一般公共预算收入同比增长5.0%，为126.00亿元：非税收入拉动6.9个百分点，税收收入下拉1.9个百分点。",
        ),
    ],
)
def test_the_lead(shipped: Dataset, lang: Lang, headline: str, deck: str) -> None:
    said = findings.of(study.of(shipped).findings[0], Names(shipped, lang))
    words = [text.replace(" in the general public budget", "") for text in (said.headline, said.deck)]
    assert words == [headline, deck]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_has_all_its_words(shipped: Dataset, lang: Lang) -> None:
    for finding in study.of(shipped).findings:
        said = findings.of(finding, Names(shipped, lang))
        assert all((said.kicker, said.headline, said.method, said.source))
        assert "{" not in "".join((said.kicker, said.headline, said.deck, said.method, said.source))
