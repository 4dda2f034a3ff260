"""The evidence of a figure: everything that a reader is told of it, whoever shows it."""

from typing import Any
from urllib.parse import unquote

import pytest

from indicators import study
from indicators.phrasing import evidence
from indicators.phrasing.evidence import Correction, Evidence
from indicators.phrasing.main_number import Fact
from indicators.phrasing.names import Names
from indicators.values.problems import Problem
from indicators.values.text import Lang, LocalText
from tests.builders import make_article, make_dataset, make_figure, make_reports


def evidence_of(
    *figures: dict[str, Any], lang: Lang = "en", text: str = "", problems: tuple[Problem, ...] = ()
) -> Evidence:
    """That of the first figure of one article."""
    dataset = make_dataset(make_article(*(make_figure(id=f"f{number}", **each) for number, each in enumerate(figures))))
    figure = dataset.figures["f0"]
    return evidence.of(figure, Names(dataset, lang), study.of(dataset), problems=problems, text=text)


ONLY_COMPLETION = {"text": None, "completion": "52.1%", "plan": "annual", "quote": "52.1%"}
ONLY_GROWTH = {"text": None, "growth": "5.0%", "quote": "5.0%"}
ALL_THREE = {"growth": "152%", "completion": "超额314%", "plan": "annual"}


@pytest.mark.parametrize(
    ("printed", "number", "label", "beside"),
    [
        (ONLY_COMPLETION, "52.1%", "of the annual plan", ()),
        (ONLY_GROWTH, "+5.0%", "on a year earlier", ()),
        (
            ONLY_GROWTH | {"completion": "52.1%", "plan": "annual"},
            "+5.0%",
            "on a year earlier",
            (Fact("of the annual plan", "52.1%"),),
        ),
        (
            ONLY_GROWTH | {"growth_from": "2020-S1"},
            "+5.0%",
            "since H1 2020",
            (),
        ),
        (
            ALL_THREE,
            "¥5.692 bn",
            "",
            (Fact("on a year earlier", "+152%"), Fact("of the annual plan", "414%")),
        ),
    ],
)  # fmt: skip
def test_the_headline_is_the_number_that_says_most(
    printed: dict[str, Any], number: str, label: str, beside: tuple[Fact, ...]
) -> None:
    main = evidence_of(printed).main
    assert (main.number, main.label, main.beside) == (number, label, beside)
    assert (main.look, main.nature, main.period) == ("actual", "actual", "H1 2022")


def test_a_chinese_headline_is_what_was_printed_without_its_gaps() -> None:
    shown = evidence_of(ALL_THREE, lang="zh")
    assert (shown.main.number, shown.gloss) == ("56.92亿元", "")
    assert Fact("完成计划", "超额314%") in shown.facts
    apart = evidence_of({"text": "169 . 3亿元", "quote": "收入169 . 3亿元"}, lang="zh")
    assert apart.main.number == "169.3亿元"
    assert [(words.before, words.marked) for words in apart.words] == [("“……收入", "169 . 3亿元")]


@pytest.mark.parametrize(
    ("completion", "fact"),
    [
        ("52.1%", ("points ahead of the calendar", "+2.1")),
        ("47%", ("points behind the calendar", "−3.0")),
        ("50.0%", ("on the pace of the calendar", "≈ 0")),
        ("完成超50%", ("on the pace of the calendar", "≈ 0")),
    ],
)
def test_a_plan_is_ahead_of_the_calendar_only_where_rounding_leaves_no_doubt(
    completion: str, fact: tuple[str, str]
) -> None:
    (derived,) = evidence_of({"completion": completion, "plan": "annual"}).main.derived
    assert (derived.label, derived.value) == fact


def test_whole_and_target_are_named() -> None:
    whole = {"text": "60亿元", "quote": "60亿元"}
    target = {"text": "120亿元", "nature": "target", "period": "2022", "quote": "120亿元"}
    facts = evidence_of({"part_of": "f1", "plan": "f2"}, whole, target).facts
    assert [fact for fact in facts if fact.figure] == [
        Fact("Part of", "Revenue ¥6 bn", "f1"),
        Fact("Target", "Revenue ¥12 bn (target)", "f2"),
    ]


def test_what_is_worked_out_with_a_figure_is_told_beside_what_is_worked_out_from_it() -> None:
    before = {"period": "2021-S1", "text": "50亿元", "quote": "50亿元"}
    later, earlier = evidence_of({}, before), evidence_of(before, {})
    assert [derived.label for derived in later.derivations] == ["Since H1 2021 (derived)"]
    assert [derived.label for derived in earlier.derivations] == ["Since H1 2021 (derived)"]
    assert later.derivations[0].working.endswith("= ¥5.692 bn ÷ ¥5 bn − 1")
    assert [[other.figure for other in derived.others] for derived in (*later.derivations, *earlier.derivations)] == [
        ["f1"],
        ["f1"],
    ]


def test_both_sides_of_a_correction_give_its_reason() -> None:
    reason = {"zh": "口径调整", "en": "The definition was changed."}
    dataset = make_reports(
        {}, {"published": "2022-09-01", "text": "57亿元", "quote": "57亿元", "supersedes": "f1", "reason": reason}
    )
    names, findings = Names(dataset, "en"), study.of(dataset)
    old, new = (evidence.of(dataset.figures[key], names, findings) for key in ("f1", "f2"))
    assert old.corrections == (Correction("This number was corrected later. The definition was changed.", "f2"),)
    assert new.corrections == (
        Correction("This number corrects an earlier one, ¥5.692 bn. The definition was changed.", "f1"),
    )
    for shown in (old, new):
        assert shown.reports is not None
        assert shown.reports.title == "Who reports it: Corrected"
        assert [report.number for report in shown.reports.mentions] == ["¥5.692 bn", "¥5.7 bn"]


def test_a_quote_stands_in_its_paragraph_where_the_article_is_held() -> None:
    shown = evidence_of({}, text="甲。\n\n上半年收入56.92亿元，创新高。\n\n丙。")
    assert shown.passage is not None
    assert (shown.passage.before, shown.passage.quoted, shown.passage.after) == (
        "\n上半年",
        "收入56.92亿元",
        "，创新高。",
    )
    assert evidence_of({}, text="别的文章").passage is None
    assert evidence_of({}).passage is None


def test_checks_are_told_with_the_reason_for_leaving_what_they_found() -> None:
    facts = {"period": "2022-S1", "published": "2022-05"}
    problem = Problem("period-unfinished", "data.yaml", 9, 1, "warning", facts, "f0")
    accepted = Problem(
        "period-unfinished", "data.yaml", 9, 1, "warning", facts, "f0", LocalText(zh="预告", en="Announced.")
    )
    found, kept = evidence_of({}, problems=(problem, accepted)).checks
    assert found.startswith("Check (warning): ")
    assert kept == f"{found} Reviewed and kept as it is: Announced."


def test_of_very_many_others_the_rest_is_counted() -> None:
    others = [{"period": f"{year}", "text": f"{year}亿元", "quote": f"{year}亿元"} for year in range(1950, 2015)]
    shown = evidence_of({}, *others)
    assert len(shown.others) == evidence.OTHERS
    assert shown.more == "5 more not listed"
    assert evidence_of({}, *others[:60]).more == ""


# --- the words of each number ----------------------------------------------------------------------------------------

RATES = {"growth": "-2.7%", "growth_quote": "同比下降2.7%", "completion": "52.1%", "plan": "annual"}


def words_of(number: str, **changes: Any) -> list[tuple[str, str, str, str, str]]:
    """Number, words before it, the number in them, the words after it, or that they are missing."""
    dataset = make_dataset(make_article(make_figure(**changes)))
    figure = dataset.figures["city-revenue"]
    shown = evidence.of(figure, Names(dataset, "en"), study.of(dataset), number=number).words
    return [(each.number, each.before, each.marked, each.after, each.missing) for each in shown]


AMOUNT = ("amount", "“…收入", "56.92亿元", "…”", "")
GROWTH = ("growth", "“…同比下降", "2.7%", "…”", "")
COMPLETION = ("completion", "", "", "", "The share of the plan is entered; its words are not.")


def test_the_words_of_the_chosen_number_come_first() -> None:
    assert words_of("", **RATES) == [AMOUNT, GROWTH, COMPLETION]
    assert words_of("growth", **RATES) == [GROWTH, AMOUNT, COMPLETION]
    assert words_of("completion", **RATES) == [COMPLETION, AMOUNT, GROWTH]
    assert words_of("share", **RATES) == [AMOUNT, GROWTH, COMPLETION]  # it has none


def test_a_quote_serves_where_it_holds_the_rate() -> None:
    quote = "收入56.92亿元，占年度计划的52.1%"
    assert words_of("completion", **{**RATES, "quote": quote})[0] == (
        "completion", "“…收入56.92亿元，占年度计划的", "52.1%", "…”", ""
    )  # fmt: skip
    assert words_of("", text=None, growth="11%", quote="增长11%") == [("growth", "“…增长", "11%", "…”", "")]


def test_words_are_never_said_to_hold_what_they_do_not() -> None:
    (_, growth) = words_of("", growth="32%", growth_quote="增长132%")
    assert growth == ("growth", "", "", "", "The growth is entered; its words are not.")


def test_links_lead_to_the_words_of_the_chosen_number() -> None:
    article = make_article(make_figure(**RATES), url="https://www.daily.cn/a.html")
    dataset = make_dataset(article)
    for number, phrase in (("", "收入56.92亿元"), ("growth", "同比下降2.7%"), ("completion", "收入56.92亿元")):
        shown = evidence.of(dataset.figures["city-revenue"], Names(dataset, "zh"), study.of(dataset), number=number)
        assert unquote(shown.publication.ways[0].url) == f"https://www.daily.cn/a.html#:~:text={phrase}"


def test_the_number_is_marked_in_the_paragraph_of_its_words() -> None:
    dataset = make_dataset(make_article(make_figure(**RATES)))
    text = "上半年收入56.92亿元，同比下降 2.7 %，其他下降5%。"
    for number, quoted, marked in (("", "收入56.92亿元", "56.92亿元"), ("growth", "同比下降 2.7 %", "2.7 %")):
        shown = evidence.of(
            dataset.figures["city-revenue"], Names(dataset, "zh"), study.of(dataset), number=number, text=text
        )
        assert shown.passage is not None
        assert (shown.passage.quoted, shown.passage.quoted[slice(*shown.passage.marked)]) == (quoted, marked)
    shown = evidence.of(
        dataset.figures["city-revenue"], Names(dataset, "zh"), study.of(dataset), number="completion", text=text
    )
    assert shown.passage is None  # no words, no paragraph


@pytest.mark.parametrize(
    ("growth", "quote", "words"),
    [
        ("-2.7%", "收入下降2.7%", "“收入下降2.7%” is read as −2.7%."),
        ("5.0%", "收入增长5.0%", "“5.0%” is read as +5.0%."),
    ],
)
def test_a_fall_is_read_from_the_words_that_say_it(growth: str, quote: str, words: str) -> None:
    dataset = make_dataset(make_article(figure := make_figure(text=None, growth=growth, quote=quote)))
    shown = evidence.of(figure, Names(dataset, "en"), study.of(dataset))
    assert words in [line.sentence for line in shown.trust]
