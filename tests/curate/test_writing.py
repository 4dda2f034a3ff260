"""Drafts → YAML, JSON, a page and a data file: nothing that is not in the text, and nothing that is lost."""

import json
import re
from codecs import BOM_UTF8
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indicators.cli.main import main
from indicators.curate.entry_checks import FileOfData, KnownFiles
from indicators.curate.insertion import difference, inserted, without
from indicators.curate.judging import Judge
from indicators.curate.recognition.text.folding import fold
from indicators.curate.rendering import html_text, json_text
from indicators.curate.rendering.yaml_text import ArticleSource, Ids, article_yaml, scalar
from indicators.loading import loader, seal
from tests import SAMPLE
from tests.curate.recognition.test_reading import PUBLISHED, reader

TEXT = (
    "项目建设加快\n□ 记者 某某 报道\n"
    "上半年，五莲县固定资产投资12.5亿元，同比增长8.1%，高新技术企业35家。今年招引内资的目标是5亿元。\n"
)
HOSTILE = "\n".join(
    (
        "- id: evil\n  metric: gdp\n完成投资12亿元 # 注释",
        "---\narticles: []\n投资\t35亿元: {a: b}",
        "“固定资产投资12亿元”，'增长5%' \"6亿元\" & *x !!python/object 7亿元\u2028 8亿元\u202e 9亿元",
        "<script>alert(1)</script>投资10亿元</span>",
    )
)


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        st.sampled_from("12.5亿万元%增长同比,，。、年月上半 投资\n\t:#-'\"{}[]&*!|>G个家人次第“”()在abc "), max_size=120
    )
)
@example(HOSTILE)
@example(TEXT)
def test_any_text_is_read_and_written_as_exactly_its_figures(text: str) -> None:
    articles = reader().read(text, PUBLISHED)
    folded = fold(text).text
    for article in articles:
        for figure in article.figures:
            assert "".join(fold(figure.text).text.split()) in "".join(folded.split())
            assert 0 <= figure.start < figure.end <= len(text)
        ids = Ids(reader().dataset)
        block, starts = article_yaml(article, article.figures, ArticleSource(PUBLISHED), ids, "zh")
        read = yaml.safe_load("articles:\n" + block)
        (entry,) = read["articles"]
        assert [figure["id"] for figure in entry["figures"] or []] == [key for key, _ in starts]
        for written, figure in zip(entry["figures"] or [], article.figures, strict=True):
            assert str(written.get("text", "")) == figure.text
            assert written["quote"] == figure.quote
        assert article.headline in {"", *(entry.get("headline") or {}).values()}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
@example("yes")
@example("12")
@example("2022-08-08")
@example("- id: x")
@example("\u2028\ufeff")
@example("a: b #c")
def test_a_scalar_is_read_as_its_text(text: str) -> None:
    surrogates = any("\ud800" <= char <= "\udfff" for char in text)
    if not surrogates:
        assert yaml.safe_load(f"key: {scalar(text)}\n") == {"key": text}


def test_every_number_of_a_text_ends_somewhere() -> None:
    (article,) = reader().read(TEXT, PUBLISHED)
    spans = {(start, end) for start, end, _ in json_text.spans(article)}
    for number in re.finditer(r"[0-9.]+", TEXT):
        assert any(start <= number.start() and number.end() <= end for start, end in spans), number[0]


def test_json_says_what_the_figures_are() -> None:
    document = json.loads(json_text.to_json(reader().read(TEXT, PUBLISHED), ArticleSource(PUBLISHED, "dazhong-daily")))
    (article,) = document["articles"]
    investment, enterprises, capital = article["figures"]
    assert investment["value"] == 1_250_000_000
    assert TEXT[investment["start"] : investment["end"]] == investment["text"] == "12.5亿元"
    assert (investment["growth"], investment["period"], investment["region"]) == ("8.1%", "2023-S1", "wulian")
    assert (enterprises["unit"], capital["nature"]) == ("enterprises", "target")
    assert {span["role"] for span in article["spans"]} >= {"amount", "growth", "period", "place"}
    assert article["publisher"] == "dazhong-daily"


def test_where_no_metric_fits_the_draft_has_one_ready_to_be_pasted() -> None:
    text = "某地（虚构）\n□ 记者 某某 报道\n今年1—6月份,日照市办结了27件市民来信。\n"
    articles = reader().read(text, PUBLISHED)
    printed, _ = article_yaml(articles[0], articles[0].figures, ArticleSource(PUBLISHED), Ids(reader().dataset), "zh")
    (line,) = [line for line in printed.splitlines() if "name:" in line]
    (pasted,) = yaml.safe_load(line.replace("#", "", 1))
    assert pasted.pop("theme") in reader().dataset.themes
    said = {"id": "shi-min-lai-xin", "unit": "pieces", "kind": "flow", "additive": True, "better": "neither"}
    assert pasted == {**said, "name": {"zh": "市民来信", "en": "TODO"}}
    (figure,) = json.loads(json_text.to_json(articles, ArticleSource(PUBLISHED)))["articles"][0]["figures"]
    assert figure["new_metric"].pop("theme")
    assert figure["new_metric"] == {**said, "zh": "市民来信", "en": "", "standard": False}


STANDARD = "某地（虚构）\n2022年,日照市快递业务量1.2亿件,常住人口265.3万人。上半年快递业务量0.5亿件。\n"


@pytest.mark.slow
def test_a_standard_indicator_is_written_with_the_figures_that_share_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, data = tmp_path / "a.txt", tmp_path / "d.yaml"
    text.write_text(STANDARD, "utf-8")
    data.write_bytes(SAMPLE.read_bytes())
    asked = ["draft", str(text), "--data", str(data), "--lang", "en", "--published", "2023-01-20"]
    assert main(asked) == 0
    printed = capsys.readouterr().out
    assert "# 2 metrics that the data have not got" in printed
    assert "# 1 field is left to fill in (TODO)" in printed  # the publisher
    assert "“TODO”" not in printed
    assert main([*asked, "--publisher", "dazhong-daily", "--write"]) == 0
    loaded = loader.load(data)
    assert loaded.dataset is not None
    assert loaded.dataset.metrics["permanent-population"].kind == "stock"
    written = [figure for figure in loaded.dataset.figures.values() if figure.metric.startswith("business-volume")]
    assert {figure.metric for figure in written} == {"business-volume-of-express-delivery"}
    assert len(written) == 2


class _Text(HTMLParser):
    """The words of the element with the class galley."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.depth, self.tags = "", 0, set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if self.depth or ("class", "galley") in attrs:
            self.depth += tag != "sup" and tag in {"div", "span"}
        if tag == "sup":
            self.depth = -self.depth

    def handle_endtag(self, tag: str) -> None:
        if tag == "sup":
            self.depth = -self.depth
        elif self.depth > 0 and tag in {"div", "span"}:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.words += data if self.depth > 0 else ""


@pytest.mark.parametrize("text", [TEXT, HOSTILE])
def test_the_page_has_the_text_once_and_nothing_of_it_is_markup(text: str) -> None:
    page = html_text.to_html(text, reader().read(text, PUBLISHED), reader().dataset, "zh")
    parser = _Text()
    parser.feed(page)
    assert parser.words.split() == text.split("\n", 1)[1].split()  # the headline stands above
    assert "script" not in parser.tags
    assert "nobody has checked" in html_text.to_html(text, (), reader().dataset, "en")


# --- into a data file ------------------------------------------------------------------------------------------------

FILE = (
    "# 注释\ndataset: {id: x}\n\narticles:\n  - id: a  # keep\n    figures: []\n\n  - id: b\n    figures: []\n"
    "\n# end\nevents:\n  - id: e\n"
)


def test_all_that_was_in_the_file_stays_in_its_order() -> None:
    after = inserted(FILE, "  - id: new\n    figures: []\n")
    kept = iter(after.splitlines())
    assert all(line in kept for line in FILE.splitlines())
    assert [entry["id"] for entry in yaml.safe_load(after)["articles"]] == ["a", "b", "new"]
    assert yaml.safe_load(after)["events"] == [{"id": "e"}]


@pytest.mark.parametrize(
    "file",
    [
        "articles:\n- id: a\n",
        "articles: []\n",
        "articles: []  # none yet\n# the end\n",
        "dataset: {id: x}\n",
        "articles:\r\n  - id: a\r\n",
        "articles:\n  - id: a",
    ],
)
def test_an_entry_goes_into_any_file(file: str) -> None:
    after = inserted(file, "  - id: new\n    figures: []\n")
    assert yaml.safe_load(after)["articles"][-1] == {"id": "new", "figures": []}
    assert ("\r\n" in after) == ("\r\n" in file)
    assert after.count("\n") == after.count("\r\n") or "\r" not in after


def test_the_difference_is_a_patch() -> None:
    patch = difference(FILE, inserted(FILE, "  - id: new\n    figures: []\n"), "data.yaml")
    assert patch.startswith("--- a/data.yaml\n+++ b/data.yaml\n")
    assert [line for line in patch.splitlines() if line.startswith("-") and not line.startswith("---")] == []


def test_the_checks_prefer_the_reading_that_they_have_nothing_against() -> None:
    dataset = reader().dataset
    (article,) = reader().read("上半年，全市地区生产总值1.5亿元。", PUBLISHED)
    (figure,) = article.figures
    wrong = replace(figure, choices=(figure.choices[0], replace(figure.choices[0], score=0.1)))
    judge = Judge(
        dataset, KnownFiles([FileOfData(str(SAMPLE), SAMPLE.read_text("utf-8"))]), ArticleSource(PUBLISHED), "en"
    )
    (kept,) = judge.with_better_readings([replace(article, figures=(wrong,))])
    assert kept.figures[0].metric == "gdp"


ARTICLE = "上半年，五莲县完成固定资产投资12.5亿元，同比增长8.1%。\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.yaml"
    path.write_bytes((SAMPLE.parent.parent / "data" / "indicators.yaml").read_bytes())
    return path


@pytest.mark.slow
def test_a_draft_is_written_into_the_file_only_if_it_passes(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "article.txt"
    text.write_text(ARTICLE, "utf-8")
    before = data.read_text("utf-8")
    asked = ["draft", str(text), "--data", str(data), "--write", "--lang", "en"]
    assert main(asked) == 1  # neither its publisher nor its day is known
    assert data.read_text("utf-8") == before
    assert "nothing was written" in capsys.readouterr().err
    assert main([*asked, "--publisher", "dazhong-daily", "--published", "2023-07-20"]) == 0
    assert "+        text: 12.5亿元" in capsys.readouterr().out
    after = data.read_text("utf-8")
    kept = iter(after.splitlines())
    assert all(line in kept for line in before.splitlines())
    assert main(["check", str(data)]) == 0
    assert main([*asked, "--publisher", "dazhong-daily", "--published", "2023-07-20"]) == 2
    assert "entered already" in capsys.readouterr().err
    assert data.read_text("utf-8") == after


@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
def test_a_draft_leaves_the_mark_of_a_file_and_says_that_a_seal_no_longer_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], mark: bytes
) -> None:
    data, text = tmp_path / "data.yaml", tmp_path / "article.txt"
    data.write_bytes(mark + SAMPLE.read_bytes())
    text.write_text("上半年，五莲县完成固定资产投资12.5亿元。\n", "utf-8")
    asked = ["draft", str(text), "--data", str(data), "--write", "--lang", "en", "--publisher", "dazhong-daily"]
    assert main(["seal", str(data)]) == 0
    assert main([*asked, "--published", "2023-07-20"]) == 0
    content = data.read_bytes()
    assert content.startswith(mark + b"# ")
    assert content.count(BOM_UTF8) == len(mark) // len(BOM_UTF8)
    assert "12.5亿元".encode() in content
    assert f"indicators seal {data}" in capsys.readouterr().err
    assert main(["seal", "--check", str(data)]) == 1
    seal.beside(data).unlink()
    text.write_text("上半年，五莲县完成固定资产投资13.5亿元。\n", "utf-8")
    assert main([*asked, "--published", "2023-07-21"]) == 0
    assert "seal" not in capsys.readouterr().err.partition("written into")[2]


def test_a_draft_is_printed_with_what_nobody_has_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "article.txt"
    text.write_text(ARTICLE, "utf-8")
    assert main(["draft", str(text), "--data", str(SAMPLE), "--lang", "zh", "--published", "2023-07-20"]) == 0
    printed = capsys.readouterr().out
    assert "还没有人核对过" in printed
    assert yaml.safe_load(printed)[0]["figures"][0]["text"] == "12.5亿元"


def test_the_place_that_is_given_is_that_of_numbers_whose_place_the_text_does_not_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def regions(content: str) -> list[str]:
        text.write_text(content, "utf-8")
        asked = ["draft", str(text), "--published", "2025-05-22", "--region", "五莲县", "--format", "json"]
        assert main([*asked, "--data", str(SAMPLE), "--lang", "zh"]) == 0
        (article,) = json.loads(capsys.readouterr().out)["articles"]
        assert not any("region" in figure["why"] for figure in article["figures"])
        sure.extend(figure["sure"] for figure in article["figures"])
        return [figure["region"] for figure in article["figures"]]

    text = tmp_path / "article.txt"
    sure: list[str] = []
    assert regions("一季度，全县固定资产投资12.5亿元。全县生猪出栏35万头。全县五色石头12个。\n") == ["wulian"] * 3
    assert sure == ["confident", "look", "doubtful"]  # as if the text named the place
    assert regions("一季度，莒县固定资产投资12.5亿元。东港区高新技术企业35家。\n") == ["juxian", "donggang"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["missing.txt"], "missing.txt"),
        (["-", "--published", "yesterday"], "yesterday"),
        (["-", "--publisher", "nobody"], "nobody"),
        (["-", "--region", "Nowhere"], "Nowhere"),
    ],
)
def test_a_wrong_argument_is_named(arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", *arguments, "--data", str(SAMPLE), "--lang", "en"]) == 2
    assert complaint in capsys.readouterr().err


def test_a_patch_of_a_long_file_names_its_lines_and_leads_from_the_file_to_the_new_one() -> None:
    before = "articles:\n" + "".join(f"  - id: a-{index}\n    figures: []\n\n" for index in range(20_000))
    after = inserted(before, "  - id: new\n    figures: []\n")
    patch = difference(before, after, "data.yaml")
    head = next(line for line in patch.splitlines() if line.startswith("@@"))
    first = int(head.split()[1].split(",")[0].removeprefix("-"))
    context = [line[1:] for line in patch.splitlines()[3:] if line.startswith(" ")]
    assert before.splitlines()[first - 1 :][:3] == context[:3]
    assert sum(line.startswith("+") for line in patch.splitlines()[2:]) == after.count("\n") - before.count("\n")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "head", ["", "articles: []", "articles: [] # none yet", "articles:", "articles:\n  - id: first"]
)
@pytest.mark.parametrize("behind", ["", "\n", "\n\n\n", "\n  \n", "\nmetrics: []\n", "\nmetrics: []", "\n# the end"])
def test_an_entry_stands_in_its_section_and_is_taken_out_to_the_letter(line_end: str, head: str, behind: str) -> None:
    text = f"dataset: {{id: small}}\n{head}{behind}".replace("\n", line_end)
    with_entry = inserted(text, "  - id: second\n")
    ids = [article["id"] for article in yaml.safe_load(with_entry)["articles"]]
    assert ids == (["first", "second"] if "first" in head else ["second"])
    assert with_entry.replace(line_end, "").count("\r") == 0
    assert text in without(with_entry, "  - id: second\n")
