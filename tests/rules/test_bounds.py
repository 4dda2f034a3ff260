"""What a metric or a pipeline says bounds its figures."""

from pathlib import Path

import pytest

from indicators.loading.columnar.dataset import columns_of, from_columns
from indicators.loading.loader import Loaded
from tests.builders import changed, load_text

MORE = "additive: true, better: more"
FIRMS = f"{{id: firms, theme: output, name: {{zh: 企业, en: Firms}}, unit: enterprises, kind: stock, {MORE}"
REVENUE = f"{{id: revenue, theme: output, name: {{zh: 收入, en: Revenue}}, unit: CNY, kind: flow, {MORE}"
ARTICLES = "articles:\n"


def load_with(folder: Path, *figures: str, traits: str = "", headline: str = "标题") -> Loaded:
    """The good file with traits of the metric of firms, and with further figures."""
    more = "".join(f"      - {{{figure}}}\n" for figure in figures)
    return load_text(folder, changed((FIRMS, f"{FIRMS}{traits}"), ("zh: 标题", f"zh: {headline}")) + more)


def codes(loaded: Loaded) -> list[str]:
    return [problem.code for problem in loaded.problems]


def firms(key: str, period: str, text: str, more: str = "") -> str:
    return f"id: {key}, metric: firms, region: east, period: {period}, text: {text}, quote: 企业{text}{more}"


RISING = [
    ([("2022-03", "12家", "")], []),
    ([("2022-03", "14家", "")], []),
    ([("2022-03", "15家", "")], ["cumulative-falls"]),
    ([("2022-03", "近15家", "")], []),
    ([("2021-06", "15家", "")], ["cumulative-falls"]),
    ([("2022-07", "12家", "")], ["cumulative-falls"]),
    ([("2022-07", "超14家", "")], []),
    ([("2022-07", "20家", ", growth: 25%")], ["cumulative-falls"]),  # 16 in July 2021, and 14 in June 2022
    ([("2022-07", "20家", ", growth: 60%")], []),
    ([("2023-07", "16家", ", growth: 60%")], ["cumulative-falls"]),  # 10 in July 2022, and 14 in June
    ([("2023-07", "16家", ", growth: 10%")], []),
]


@pytest.mark.parametrize(("figures", "expected"), RISING)
def test_what_only_rises_does(tmp_path: Path, figures: list[tuple[str, str, str]], expected: list[str]) -> None:
    entries = [firms(f"more-{number}", *figure) for number, figure in enumerate(figures)]
    said = codes(load_with(tmp_path, *entries, traits=", cumulative: true"))
    assert [code for code in said if code == "cumulative-falls"] == expected
    assert "cumulative-falls" not in codes(load_with(tmp_path, *entries))


@pytest.mark.parametrize(
    ("bound", "code"), [("14家", []), ("13家", ["at-most-exceeded"]), ("13.4家", ["at-most-exceeded"])]
)
def test_no_result_is_beyond_the_bound_of_its_metric(tmp_path: Path, bound: str, code: list[str]) -> None:
    loaded = load_with(tmp_path, traits=f", at_most: {bound}")
    assert codes(loaded) == code
    assert (loaded.dataset is None) == bool(code)


STEPS = "pipelines:\n  - {id: steps, name: {zh: 步骤, en: Steps}, steps: [firms, started]%s}\n"
STARTED = "  - " + FIRMS.replace("firms", "started").replace("企业, en: Firms", "开工, en: Started") + "}\n"


@pytest.mark.parametrize(
    ("traits", "text", "period", "expected"),
    [
        (", subsets: true", "15家", "2022-06", ["step-exceeds"]),
        (", subsets: true", "15家", "2022-06-30", ["step-exceeds"]),
        (", subsets: true", "14家", "2022-06", []),
        (", subsets: true", "15家", "2022-05", []),
        ("", "15家", "2022-06", []),
    ],
)
def test_a_step_is_not_more_than_the_one_it_is_a_part_of(
    tmp_path: Path, traits: str, text: str, period: str, expected: list[str]
) -> None:
    figure = f"      - {{id: s, metric: started, region: east, period: {period}, text: {text}, quote: 开工{text}}}\n"
    file = changed((ARTICLES, STARTED + STEPS % traits + ARTICLES)) + figure
    assert codes(load_text(tmp_path, file)) == expected


# --- what was decided ------------------------------------------------------------------------------------------------


def test_an_exact_metric_has_amounts_that_are_not_rounded(tmp_path: Path) -> None:
    loaded = load_text(tmp_path, changed((REVENUE, f"{REVENUE}, exact: true")))
    assert loaded.dataset is not None
    again = from_columns(columns_of(loaded.dataset))
    for dataset in (loaded.dataset, again):
        text = dataset.figures["city-revenue"].text
        assert text is not None
        assert text.low == text.value == text.high
    assert again.figures["city-revenue"] == loaded.dataset.figures["city-revenue"]


def test_a_word_still_qualifies_what_was_decided(tmp_path: Path) -> None:
    loaded = load_text(
        tmp_path,
        changed(
            (REVENUE, f"{REVENUE}, exact: true"), ("text: 56.92亿元", "text: 超56.92亿元"), ("收入56.92", "收入超56.92")
        ),
    )
    assert loaded.dataset is not None
    text = loaded.dataset.figures["city-revenue"].text
    assert text is not None
    assert text.value == text.low < text.high


# --- whose it is -----------------------------------------------------------------------------------------------------

PLACES = (
    ("name: {zh: 全市, en: City}, level: prefecture", "name: {zh: 日照市, en: Rizhao}, level: prefecture"),
    ("name: {zh: 东区, en: East}, level: district", "name: {zh: 日照经开区, en: Rizhao ETDA}, level: development-zone"),
)


@pytest.mark.parametrize(
    ("headline", "quote", "text", "expected"),
    [
        ("标题", "收入56.92亿元", None, 0),  # the headline says nothing of where
        ("经开区提速", "收入56.92亿元", None, 0),  # no full name
        ("日照经开区提速", "收入56.92亿元", None, 0),  # it lies in 日照, and bears its name
        ("日照提速", "收入56.92亿元", None, 0),
        ("标题", "收入56.92亿元", "莒县收入56.92亿元，企业14家", 2),
        ("标题", "收入56.92亿元", "全市收入56.92亿元，企业14家", 1),
        ("标题", "收入56.92亿元", "全市收入56.92亿元，经开区企业14家", 0),
        ("标题", "收入56.92亿元", "日照收入56.92亿元，企业14家", 0),
    ],
)
def test_a_region_is_named_somewhere(
    tmp_path: Path, headline: str, quote: str, text: str | None, expected: int
) -> None:
    if text is not None:
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / "first.txt").write_text(f"标题\n{text}", "utf-8")
    file = changed(*PLACES, ("zh: 标题", f"zh: {headline}"), ("quote: 收入56.92亿元", f"quote: {quote}"))
    assert codes(load_text(tmp_path, file)).count("region-unnamed") == expected


def test_a_target_that_is_off_is_answered_with_an_amount_that_one_writes(tmp_path: Path) -> None:
    targets = [
        f"id: t{year}, metric: revenue, period: {year}, nature: target, text: {text}, quote: 目标{text}"
        for year, text in ((2019, "5500万元"), (2020, "6000万元"), (2021, "5200万元"), (2022, "5000亿元"))
    ]
    (problem,) = (one for one in load_with(tmp_path, *targets).problems if one.code == "magnitude")
    assert problem.facts["meant"] == "5000万元"
