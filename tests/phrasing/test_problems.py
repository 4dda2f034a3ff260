"""Problems in words: what is wrong, and what was probably meant."""

import pytest

from indicators.phrasing.problems import sentence
from indicators.values.problems import Problem
from indicators.values.text import Lang


@pytest.mark.parametrize(
    ("facts", "lang", "ending"),
    [
        ({"published": "2022-08"}, "en", "Did you mean “2022-S1” (the article is of August 2022)?"),
        ({"published": "2022-08"}, "zh", "是否想写“2022-S1”（报道发表于2022年8月）？"),
        ({"defaults": "2023-S1"}, "en", "Did you mean “2022-S1” (its defaults are of H1 2023)?"),
        ({}, "en", "Did you mean “2022-S1”?"),
    ],
)
def test_what_completes_a_period_is_said(facts: dict[str, str], lang: Lang, ending: str) -> None:
    every = {"text": "上半年", "suggestion": "2022-S1", **facts}
    assert sentence(Problem("period-form", "data.yaml", 1, 1, facts=every), lang).endswith(ending)
