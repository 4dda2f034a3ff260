"""Other files than the shipped one on every page: broken, gone, mended, with one figure, with none."""

import re
from pathlib import Path

import pytest

from indicators.values.text import LANGS, Lang, escape_markdown
from indicators.view import PAGES
from tests import builders
from tests.ui.visits import EACH_LANG, EACH_PAGE, brand, charts, fine, html, table_rows, texts, visit


def test_another_dataset(tmp_path: Path) -> None:
    for page in PAGES:
        at = fine(visit(builders.write(tmp_path, builders.GOOD), page=page, lang="en"))
        assert brand(at) == "Example"


@EACH_PAGE
def test_a_folder_is_a_dataset(tmp_path: Path, page: str) -> None:
    builders.write(tmp_path, builders.GOOD)
    assert brand(fine(visit(tmp_path, page=page))) == "Example"


@EACH_LANG
def test_a_file_that_is_not_there(tmp_path: Path, lang: Lang) -> None:
    at = fine(visit(tmp_path / "gone.yaml", lang=lang))
    (error,) = at.error
    assert "gone" in error.value
    assert not charts(at)


def test_a_broken_file_is_told_by_place(tmp_path: Path) -> None:
    text = builders.changed(("text: 14家", "text: many"), ("region: east\n", "region: west\n"))
    at = fine(visit(builders.write(tmp_path, text)))
    places = [text[: text.index(value)].count("\n") + 1 for value in ("many", "region: west")]
    assert len(at.error) >= 1
    errors = " ".join(error.value for error in at.error).replace("\\", "")
    assert f"data.yaml:{places[0]}:" in errors
    assert not charts(at)


def test_the_page_comes_by_itself_when_the_file_is_mended(tmp_path: Path) -> None:
    path = builders.write(tmp_path, "articles: [")
    at = fine(visit(path))
    assert at.error
    builders.write(tmp_path, builders.GOOD)
    fine(at.run())
    assert not at.error
    assert brand(at) == "Example"


@pytest.mark.parametrize(("page", "lang"), [(page, LANGS[number % 2]) for number, page in enumerate(PAGES)])
def test_the_last_good_data_stays(tmp_path: Path, page: str, lang: Lang) -> None:
    path = builders.write(tmp_path, builders.GOOD)
    at = fine(visit(path, page=page, lang=lang))
    before = texts(at)
    builders.write(tmp_path, builders.changed(("text: 14家", "text: many")))
    fine(at.run())
    (banner,) = at.warning
    line = builders.GOOD[: builders.GOOD.index("14家")].count("\n") + 1
    assert f"data.yaml:{line}" in banner.value.replace("\\", "")
    if page != "checks":  # which tells of them itself
        assert sorted(texts(at)) == sorted([banner.value, *before])
    path.unlink()
    fine(at.run())
    assert len(at.warning) == 1
    builders.write(tmp_path, builders.GOOD)
    fine(at.run())
    assert not at.warning
    assert texts(at) == before


def test_a_figure_that_goes_while_it_is_looked_at(tmp_path: Path) -> None:
    path = builders.write(tmp_path, builders.GOOD)
    at = fine(visit(path, figure="east-firms", lang="en"))
    builders.write(tmp_path, builders.changed(("id: east-firms", "id: other-firms")))
    fine(at.run())
    assert escape_markdown("figure=east-firms") in at.info[0].value
    assert "overview-page" in html(at)


def only(entry: str) -> str:
    """The dataset in builders.GOOD with this figure only, and with the metric that it is of."""
    head = builders.GOOD[: builders.GOOD.index("    figures:\n")]
    return f"{head}    figures:\n      - {{id: one, {entry}}}\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "entry"),
    [
        ("zh", "metric: revenue, text: 3亿元, quote: 3亿元"),
        ("en", "metric: revenue, text: 3亿元, quote: 3亿元"),
        ("zh", "metric: revenue, text: 0元, quote: 0元"),
        ("en", "metric: revenue, text: 3亿元, growth: 0%, quote: 3亿元"),
        ("en", "metric: revenue, nature: target, text: 3亿元, quote: 3亿元"),
        ("zh", "metric: revenue, growth: 11%, quote: 增长11%"),
        ("en", "metric: revenue, completion: 52.1%, plan: annual, quote: 完成52.1%"),
        ("zh", "metric: revenue, nature: target, growth: 11%, quote: 增长11%"),
    ],
)
def test_a_dataset_with_one_figure(tmp_path: Path, entry: str, lang: Lang) -> None:
    path = builders.write(tmp_path, only(entry))
    for page in PAGES:
        at = fine(visit(path, page=page, lang=lang))
        assert not at.info
        if page == "explore":
            assert len(table_rows(at)) == 1
    fine(visit(path, figure="one", lang=lang))


@EACH_LANG
def test_a_metric_of_growth_only_is_not_shown_as_nothing(tmp_path: Path, lang: Lang) -> None:
    """faults.md B12."""
    path = builders.write(tmp_path, only("metric: revenue, growth: 11%, quote: 增长11%"))
    at = fine(visit(path, page="explore", lang=lang))
    (row,) = table_rows(at)
    assert row["number"] == {"zh": "只有增速", "en": "growth only"}[lang]
    assert (row["growth"], row["printed"]) == ("+11%", "")
    assert "figure=one" in html(at)  # a card, which a chart of one bar says no more than
    assert not charts(at)
    assert "figure=one" in html(fine(visit(path, lang=lang)))


@EACH_PAGE
def test_a_dataset_without_figures(tmp_path: Path, page: str) -> None:
    head = builders.GOOD[: builders.GOOD.index("articles:\n")]
    at = fine(visit(builders.write(tmp_path, head), page=page))
    assert not any("nan" in text for text in texts(at))


def test_a_metric_without_figures(tmp_path: Path) -> None:
    keys = "theme: output, name: {zh: 另, en: Extra}, unit: CNY, kind: flow, additive: true, better: more"
    path = builders.write(tmp_path, builders.changed(("articles:\n", f"  - {{id: extra, {keys}}}\narticles:\n")))
    at = fine(visit(path, page="explore", metric="extra", lang="en"))
    assert at.info


@EACH_LANG
def test_one_is_not_counted_as_several(tmp_path: Path, lang: Lang) -> None:
    path = builders.write(tmp_path, only("metric: revenue, text: 3亿元, quote: 3亿元"))
    for page in PAGES:
        written = texts(visit(path, page=page, lang=lang))
        assert not [text for text in written if re.match(r"1 (figures|articles|errors)\b", text)]
