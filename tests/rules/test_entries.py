"""What must hold between entries: what is fine, what is told, with which facts."""

from pathlib import Path

import pytest

from indicators import rules
from indicators.loading.loader import load
from indicators.rules import entries
from indicators.values.problems import Problem
from indicators.values.unit_table import WHOLE_UNITS
from tests.builders import GOOD, changed, load_text, write
from tests.figures import article, corpus_of, figure, found_in

CITY_FIRMS = """\
      - {id: city-firms, metric: firms, period: 2022-06, text: 15家, quote: 企业15家}
      - id: east-firms
"""
AMOUNT = "        text: 56.92亿元\n"
GROWTH = "        growth: 32%\n        growth_quote: 增长32%\n"
# Changes of the good file that are no problem
FINE: list[list[tuple[str, str]]] = [
    [],
    [("quote: 收入56.92亿元", "quote: 收入 56.92 亿 元")],
    [("quote: 收入56.92亿元", "quote: 收入５６．９２亿元")],
    [("quote: 收入56.92亿元", "quote: 工业，56.92亿元")],
    [("quote: 收入56.92亿元", "quote: 56.92亿元")],
    [("quote: 收入56.92亿元", "quote: 156.92亿元、56.92亿元")],
    [("quote: 收入56.92亿元", "quote: in 2022 56.92亿元")],
    [("text: 14家", "text: 十余家"), ("quote: 企业14家", "quote: 企业十余家")],
    [("text: 14家", "text: 约14家"), ("quote: 企业14家", "quote: 二季度约14家")],
    [
        ("        text: 56.92亿元\n", ""),
        ("growth: 32%\n        growth_quote: 增长32%", "growth: -32%"),
        ("quote: 收入56.92亿元", "quote: 下降32%"),
    ],
    [
        ("        text: 56.92亿元\n        growth: 32%\n        growth_quote: 增长32%\n", ""),
        ("quote: 收入56.92亿元", "quote: 完成年度计划的52.1%"),
    ],
    [("plan: annual", "plan: east-firms"), ("period: 2022-06", "period: 2022\n        nature: target")],
    [("text: 14家", "text: 14个"), ("quote: 企业14家", "quote: 企业14个")],
    [("text: 14家", "text: 14家\n        part_of: city-firms"), ("      - id: east-firms\n", CITY_FIRMS)],
    [("copies: []", "copies: [{url: 'https://m.other.cn/a', publisher: daily, seen: 2022-09}]")],
    [("published: 2022-08-05", "published: 2022\n    issuer: daily")],
]


@pytest.mark.parametrize("changes", FINE, ids=range(len(FINE)))
def test_fine(tmp_path: Path, changes: list[tuple[str, str]]) -> None:
    assert load_text(tmp_path, changed(*changes)).problems == ()


THEME = "  - {id: output, name: {zh: 产值, en: Output}}\n"
# case of faults.md, changes, code, what stands at its place, some facts
TOLD: list[tuple[str, list[tuple[str, str]], str, str, dict[str, str]]] = [
    ("", [("企业14家", "企业114家")], "quote-number", "企业114家", {"key": "text", "printed": "14家"}),
    ("", [("收入56.92", "收入1,56.92")], "quote-number", "收入1,56.92亿元", {"printed": "56.92亿元"}),
    ("", [("text: 14", "text: 5"), ("企业14", "企业12.5")], "quote-number", "企业12.5家", {"printed": "5家"}),
    ("", [("text: 14", "text: 十"), ("企业14", "企业二十")], "quote-number", "企业二十家", {"printed": "十家"}),
    ("", [("text: 14", "text: 万余"), ("业14", "业3万余")], "quote-number", "企业3万余家", {"printed": "万余家"}),
    ("", [("收入56.92", "收入56.9")], "quote-number", "收入56.9亿元", {"quote": "收入56.9亿元"}),
    ("", [("text: 56.92亿元", ""), ("收入56.92亿元", "增132%")], "quote-number", "增132%", {"key": "growth"}),
    (
        "",
        [("text: 14家", "text: 14亩"), ("业14家", "业14亩")],
        "unit-metric",
        "14亩",
        {"unit": "14亩", "metric": "firms"},
    ),
    (
        "",
        [("text: 56.92亿", "text: 9亿美"), ("56.92亿元\n", "9亿美元\n")],
        "unit-metric",
        "9亿美元",
        {"expected": "CNY"},
    ),
    ("", [("plan: annual", "plan: east-firms")], "plan-not-target", "east-firms", {"id": "east-firms"}),
    ("", [("{id: all,", "{id: all, part_of: all,")], "circle", "all,", {"kind": "sector", "key": "part_of"}),
    ("", [("text: 14家", "text: 14家\n        complete_parts: true")], "parts-missing", "true", {"id": "east-firms"}),
    ("A10", [("id: east-firms", "id: city-revenue")], "duplicate-id", "city-revenue", {"kind": "figure"}),
    ("A10", [("themes:\n", f"themes:\n{THEME}")], "duplicate-id", "output, name: {zh: 产出", {"kind": "theme"}),
    ("A29", [("region: city,", "region: cty,")], "unknown-id", "cty", {"kind": "region", "suggestion": "city"}),
    ("A29", [("sector: all", "sector: al")], "unknown-id", "al,", {"kind": "sector", "id": "al", "suggestion": "all"}),
    ("A29", [("publisher: daily", "publisher: rizhao")], "unknown-id", "rizhao", {"suggestion": ""}),
    ("A29", [("metric: firms", "metric: firm")], "unknown-id", "firm", {"kind": "metric", "suggestion": "firms"}),
    ("A29", [("plan: annual", "plan: anual")], "unknown-id", "anual", {"kind": "figure", "suggestion": "annual"}),
    ("A29", [("plan: annual", "plan: east-frims")], "unknown-id", "east-frims", {"suggestion": "east-firms"}),
    ("A29", [("part_of: city}", "part_of: country}")], "unknown-id", "country", {"kind": "region"}),
]


@pytest.mark.parametrize(
    ("case", "changes", "code", "place", "facts"), TOLD, ids=[f"{row[0]}-{row[2]}-{row[3]}" for row in TOLD]
)
def test_told(  # noqa: PLR0917 - the columns of the table
    tmp_path: Path, case: str, changes: list[tuple[str, str]], code: str, place: str, facts: dict[str, str]
) -> None:
    text = changed(*changes)
    loaded = load_text(tmp_path, text)
    (problem,) = (problem for problem in loaded.problems if problem.severity == "error")
    assert (problem.code, line_from(text, problem).startswith(place)) == (code, True), case
    assert facts.items() <= problem.facts.items()
    assert loaded.dataset is None


def line_from(text: str, problem: Problem) -> str:
    return text.splitlines()[problem.line - 1][problem.column - 1 :]


def test_a_circle_of_two(tmp_path: Path) -> None:
    text = changed(
        ("period: 2022-06", "part_of: city-revenue"), ("plan: annual", "plan: annual\n        part_of: east-firms")
    )
    (problem,) = (problem for problem in load_text(tmp_path, text).problems if problem.code == "circle")
    assert line_from(text, problem) == "east-firms"
    assert problem.facts == {"kind": "figure", "key": "part_of", "circle": "city-revenue → east-firms → city-revenue"}


def test_a_correction_of_itself(tmp_path: Path) -> None:
    text = changed(
        ("text: 14家", "text: 14家\n        supersedes: east-firms\n        reason: {zh: 更正, en: Corrected}")
    )
    (problem,) = load_text(tmp_path, text).problems
    assert (problem.code, problem.facts["circle"]) == ("circle", "east-firms → east-firms")
    assert line_from(text, problem) == "east-firms"


def test_a10_both_places_are_named(tmp_path: Path) -> None:
    text = changed(("id: east-firms", "id: city-revenue"))
    (problem,) = load_text(tmp_path, text).problems
    first, second = (number for number, line in enumerate(text.splitlines(), 1) if "id: city-revenue" in line)
    assert (problem.facts["first"], problem.line) == (f"{tmp_path / 'data.yaml'}:{first}", second)


def test_what_is_inherited_is_told_once_where_it_stands(tmp_path: Path) -> None:
    figures = "".join(f"      - {{id: f{n}, metric: firms, text: 3家, quote: 3家}}\n" for n in range(5))
    text = changed(("sector: all", "sector: trade")) + figures
    (problem,) = (problem for problem in load_text(tmp_path, text).problems if problem.severity == "error")
    assert (problem.code, line_from(text, problem)) == ("unknown-id", "trade, period: 2022-S1}")


def test_unused_is_only_a_warning(tmp_path: Path) -> None:
    loaded = load_text(tmp_path, changed(("sectors:\n", "sectors:\n  - {id: roads, name: {zh: 公路, en: Roads}}\n")))
    (problem,) = loaded.problems
    assert (problem.code, problem.severity, problem.line) == ("unused-entry", "warning", 13)
    assert problem.facts == {"kind": "sector", "id": "roads"}
    assert loaded.dataset is not None


def test_used_by_a_copy_an_issuer_or_a_part_is_used(tmp_path: Path) -> None:
    more = "publishers:\n" + "".join(
        f"  - {{id: {name}, name: {{zh: 甲{name}, en: A {name}}}, kind: office}}\n" for name in ("bureau", "copier")
    )
    text = changed(
        ("publishers:\n", more),
        ("copies: []", "copies: [{url: 'https://m.other.cn/', publisher: copier}]\n    issuer: bureau"),
        ("region: east", "region: city"),
    )
    assert [problem.facts["id"] for problem in load_text(tmp_path, text).problems] == ["east"]


def test_a_long_circle_is_shortened(tmp_path: Path) -> None:
    ring = "".join(
        f"  - {{id: r{n}, name: {{zh: 甲{n}, en: A {n}}}, level: town, part_of: r{(n + 1) % 5_000}}}\n"
        for n in range(5_000)
    )
    loaded = load_text(tmp_path, changed(("regions:\n", f"regions:\n{ring}")))
    (circle,) = (problem.facts["circle"] for problem in loaded.problems if problem.code == "circle")
    assert circle == "r0 → r1 → r2 → r3 → r4 → r5 → … → r0"


def test_two_circles_and_what_hangs_on_them(tmp_path: Path) -> None:
    parts = [("a", "b"), ("b", "a"), ("c", "a"), ("d", "d"), ("e", "city")]
    regions = "".join(
        f"  - {{id: {key}, name: {{zh: 甲{key}, en: A {key}}}, level: town, part_of: {of}}}\n" for key, of in parts
    )
    loaded = load_text(tmp_path, changed(("regions:\n", f"regions:\n{regions}")))
    circles = [problem.facts["circle"] for problem in loaded.problems if problem.code == "circle"]
    assert circles == ["a → b → a", "d → d"]


def test_suggestions_are_made_for_the_first_only(tmp_path: Path) -> None:
    figures = "".join(f"      - {{id: f{n}, metric: firm, text: 3家, quote: 3家}}\n" for n in range(120))
    problems = load_text(tmp_path, GOOD + figures).problems
    suggestions = [problem.facts["suggestion"] for problem in problems if problem.code == "unknown-id"]
    assert suggestions == ["firms"] * entries.MOST_SUGGESTIONS + [""] * 20


HEAD, ARTICLES = GOOD[: GOOD.index("articles:")], GOOD[GOOD.index("articles:") :]


def in_folder(folder: Path, *texts: str) -> tuple[Problem, ...]:
    for name, text in zip("abc", texts, strict=False):
        write(folder, text, f"{name}.yaml")
    return load(folder).problems


def test_a_folder_is_checked_as_one(tmp_path: Path) -> None:
    other = ARTICLES.replace("id: first", "id: second").replace("city-r", "r").replace("a.html", "b.html")
    (problem,) = in_folder(tmp_path, HEAD, ARTICLES, other.replace("zh: 标题", "zh: 另一篇"))
    assert (problem.code, Path(problem.path).name, problem.line) == ("duplicate-id", "c.yaml", 19)
    assert problem.facts["first"] == f"{tmp_path / 'b.yaml'}:19"


def test_two_heads(tmp_path: Path) -> None:
    (problem,) = in_folder(tmp_path, GOOD, "\n" + GOOD[: GOOD.index("themes")])
    assert (problem.code, Path(problem.path).name, problem.line) == ("dataset-twice", "b.yaml", 2)
    assert problem.facts == {"first": str(tmp_path / "a.yaml")}


def test_no_head(tmp_path: Path) -> None:
    (problem,) = in_folder(tmp_path, GOOD[GOOD.index("themes") :])
    assert (problem.code, problem.line) == ("dataset-missing", 0)


# --- quotes that say the number in another way -----------------------------------------------------------------------

# text, quote, whether it holds the number
QUOTES = [
    ("1.68亿元", "税收16800万元", True),
    ("1.68亿元", "税收1.68\n亿元", True),
    ("1.68亿元", "税收168000000元", True),
    ("1.68亿元", "税收168,000,000元", True),
    ("1.68亿元", "税收1亿6800万元", True),
    ("1.05亿元", "税收1亿零500万元", True),
    ("16800万元", "税收1.68亿元", True),
    ("16800万元", "税收 1.68 亿元", True),
    ("16800万元", "税收１．６８亿元", True),
    ("5000万元", "税收0.5亿元、5千万元", True),
    ("超1.68亿元", "超16800万元", True),
    ("250余万元", "2500000余元", True),
    ("每人每月5000元", "每人每月0.5万元", True),
    ("CNY 3.67 billion", "revenue of CNY 3,670 million", True),
    ("3.67 billion yuan", "3670 million yuan", True),
    ("36.7亿元", "收入36.70亿元", True),
    ("36.70亿元", "收入36.7亿元", False),
    ("1.68亿元", "税收16900万元", False),
    ("1.68亿元", "税收116800万元", False),
    ("1.68亿元", "税收16800万美元", False),
    ("1.68亿元", "税收16800余万元", False),
    ("超1.68亿元", "税收16800万元", False),
    ("1.68亿元", "税收2亿6800万元", False),
    ("1.68亿元", "16800", False),
    ("十亿元", "税收100000万元", False),
    ("CNY 3.67 billion", "CNY 3,670 thousand", False),
]


@pytest.mark.parametrize(("text", "quote", "holds"), QUOTES)
def test_the_same_amount_with_another_multiplier(text: str, quote: str, holds: bool) -> None:
    problems = found_in(article({**figure("a", text), "quote": quote}))
    assert ("quote-number" not in {problem.code for problem in problems}) is holds


@pytest.mark.parametrize(
    ("completion", "quote", "holds"),
    [
        ("超额14%", "超14%", True),
        ("超过14%", "超14%", True),
        ("超额14%", "超额完成14%", True),
        ("完成14%", "完成全年任务的14%", True),
        ("超额14%", "超额114%", False),
        ("14%", "完成41%", False),
    ],
)
def test_a_completion_in_its_quote(completion: str, quote: str, holds: bool) -> None:
    entry = {**figure("a", completion=completion, plan="annual"), "quote": quote}
    assert ("quote-number" not in {problem.code for problem in found_in(article(entry))}) is holds


# --- units of ratios -------------------------------------------------------------------------------------------------

# numerator, denominator, units that fit
RATIOS = [
    ("revenue", "tax", "percent, permille, per-hundred-thousand, fold, tenth"),
    ("firms", "firms", "percent, permille, per-hundred-thousand, fold, tenth"),
    ("revenue", "firms", "CNY"),
    ("revenue", "jobs", "CNY, CNY/person"),
    ("revenue", "cargo", "CNY/t"),
    ("jobs", "firms", "persons"),
    ("cargo", "firms", "t, kg, jin"),
    ("cargo", "farmland", "kg/mu, t/mu"),
    ("farmland", "cargo", "none"),
]


@pytest.mark.parametrize(("numerator", "denominator", "fitting"), RATIOS)
def test_units_of_ratios(numerator: str, denominator: str, fitting: str) -> None:
    ratio = {"id": "ratio", "name": {"zh": "比", "en": "Ratio"}, "numerator": numerator, "denominator": denominator}
    units = {}
    for unit in WHOLE_UNITS:
        problems = rules.check(corpus_of([], ratios=[{**ratio, "unit": unit}]))
        units[unit] = [problem.facts["fitting"] for problem in problems if problem.code == "ratio-unit"]
    assert ", ".join(unit for unit, problems in units.items() if not problems) == fitting.replace("none", "")
    assert {problem for problems in units.values() for problem in problems} == {fitting}


def test_a_metric_that_only_a_ratio_names_is_unused() -> None:
    ratio = {
        "id": "r",
        "name": {"zh": "比", "en": "R"},
        "numerator": "tax",
        "denominator": "revenue",
        "unit": "percent",
    }
    problems = rules.check(corpus_of([article(figure("a", "3亿元"))], ratios=[ratio]))
    assert "tax" in {problem.about for problem in problems if problem.code == "unused-entry"}
