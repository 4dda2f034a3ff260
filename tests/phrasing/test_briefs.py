"""Paragraphs about a place say no more than the figures: numbers, periods, natures, qualifiers and sources."""

from random import Random
from typing import Any

import pytest

from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.phrasing import briefs
from indicators.phrasing.briefs import Brief, BriefFact
from indicators.phrasing.figures import bare_amount
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from tests.builders import make_article, make_dataset, make_figure


def brief_of(lang: Lang = "en", **changes: Any) -> str:
    dataset = make_dataset(make_article(make_figure(**changes)))
    figure = dataset.figures["city-revenue"]
    made = briefs.of(
        "City", "region", [BriefFact(figure, figure if figure.annual_growth else None)], Names(dataset, lang)
    )
    assert made is not None
    return made.paragraph(Names(dataset, lang)).partition(": " if lang == "en" else "：")[2]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Revenue came to ¥5.692 bn in H1 2022 [1]."),
        ({"growth": "5.0%"}, "Revenue came to ¥5.692 bn in H1 2022, up 5.0% on a year earlier [1]."),
        ({"growth": "-5.0%"}, "Revenue came to ¥5.692 bn in H1 2022, down 5.0% on a year earlier [1]."),
        ({"growth": "0.0%"}, "Revenue came to ¥5.692 bn in H1 2022, a change of 0.0% on a year earlier [1]."),
        ({"growth": "超5%"}, "Revenue came to ¥5.692 bn in H1 2022, a change of over +5% on a year earlier [1]."),
        ({"text": "约57亿元"}, "Revenue came to about ¥5.7 bn in H1 2022 [1]."),
        (
            {"completion": "52.1%", "plan": "annual"},
            "Revenue came to ¥5.692 bn in H1 2022, 52.1% of the annual plan [1].",
        ),
        ({"nature": "target"}, "Revenue: the target for H1 2022 was ¥5.692 bn [1]."),
        ({"nature": "expected"}, "Revenue: expected for H1 2022 was ¥5.692 bn [1]."),
        ({"text": None, "growth": "5.0%"}, "Revenue grew 5.0% in H1 2022 on a year earlier [1]."),
        ({"text": None, "growth": "-5.0%"}, "Revenue fell 5.0% in H1 2022 on a year earlier [1]."),
        (
            {"text": None, "growth": "5.0%", "nature": "target"},
            "Revenue: the target for H1 2022 was a change of +5.0% on a year earlier [1].",
        ),
        (
            {"metric": "firms", "text": "14家", "period": "2022-06"},
            "Firms came to 14 at the end of June 2022 [1].",
        ),
        (  # printed before the month was over
            {"metric": "firms", "text": "14家", "period": "2022-08"},
            "Firms came to 14 as of August 2022 [1].",
        ),
        ({"period": "2022-07-22"}, "Revenue came to ¥5.692 bn on 22 July 2022 [1]."),
    ],
)
def test_a_sentence_keeps_what_was_printed(changes: dict[str, Any], sentence: str) -> None:
    assert brief_of(**changes) == sentence


def random_figures(dice: Random) -> list[Figure]:
    figures = []
    for number in range(dice.randint(1, 6)):
        texts = [f"{dice.randint(1, 9999) / 100}亿元", f"超{dice.randint(2, 90)}亿元", f"近{dice.randint(2, 90)}亿元"]
        changes = {
            "text": dice.choice([*texts, None]),
            "growth": f"{dice.randint(-300, 300) / 10}%",
            "nature": dice.choice(["actual", "target", "expected"]),
            "period": dice.choice(["2021", "2022-S1", "2022-01-01/P7M", "2022-06"]),
        }
        figures.append(make_figure(id=f"f{number}", **changes))
    return figures


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("seed", range(25))
def test_every_sentence_has_its_number_its_period_its_nature_and_its_source(seed: int, lang: Lang) -> None:
    figures = random_figures(Random(seed))  # noqa: S311
    articles = [make_article(figure, id=f"a{number}") for number, figure in enumerate(figures)]
    dataset: Dataset = make_dataset(*articles)
    names = Names(dataset, lang)
    made = briefs.of("City", "region", [BriefFact(figure, figure) for figure in dataset.figures.values()], names)
    assert isinstance(made, Brief)
    assert len(made.sentences) == len(made.sources) == len(figures)
    planned = {"target": "目标" if lang == "zh" else "target", "expected": "预计" if lang == "zh" else "expected"}
    for number, (figure, sentence) in enumerate(zip(dataset.figures.values(), made.sentences, strict=True), 1):
        assert f"[{number}]" in sentence
        assert figure.period.label(lang) in sentence
        assert all((word in sentence) == (nature == figure.nature) for nature, word in planned.items())
        if figure.text is not None:
            assert bare_amount(figure, names) in sentence
        assert figure.growth is not None
        digits = figure.growth.printed.lstrip("-")
        assert digits in sentence
        falls = figure.growth.high < 0 and (
            "−" in sentence or "下降" in sentence or "down" in sentence or "fell" in sentence
        )
        rises = figure.growth.low > 0 and ("−" not in sentence and "下降" not in sentence)
        assert falls or rises or figure.growth.low <= 0 <= figure.growth.high


def test_growth_of_another_report_has_its_own_source() -> None:
    amount, growth = make_figure(id="amount"), make_figure(id="growth", text=None, growth="5.0%")
    dataset = make_dataset(make_article(amount, id="a1"), make_article(growth, id="a2"))
    names = Names(dataset, "en")
    made = briefs.of("City", "region", [BriefFact(dataset.figures["amount"], dataset.figures["growth"])], names)
    assert made is not None
    assert made.sentences[0].endswith("up 5.0% on a year earlier [1] [2].")
    assert made.text(names).count("\n") == len(made.sources) == 2


def test_there_is_no_paragraph_of_nothing() -> None:
    assert briefs.of("City", "region", [], Names(make_dataset(), "en")) is None


def test_a_unit_of_the_curator_has_no_brackets_in_what_is_copied() -> None:
    assert "146家" in brief_of("zh", text="146", unit="家", quote="146")
    assert "[家]" not in brief_of("zh", text="146", unit="家", quote="146")
