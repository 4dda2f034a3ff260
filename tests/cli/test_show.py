"""``indicators show``: what it lists, how it lists it, and what it says where it cannot."""

import csv
import io
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.analysis import derivations
from indicators.cli import text_table
from indicators.cli.commands import show
from indicators.cli.main import main
from indicators.frames import tidy as frames
from indicators.frames.tidy_columns import COLUMNS
from indicators.model.dataset import Dataset
from indicators.values.text import Lang
from tests import ROOT, SAMPLE
from tests.builders import GOOD, write

PROGRAM = """
import sys
from indicators.cli.main import main
code = main(["show", "--lang", "en", *sys.argv[1:]])
heavy = {"pandas", "plotly", "numpy", "streamlit"} & set(sys.modules)
assert not heavy, heavy
sys.exit(code)
"""


def run(*arguments: str, lang: Lang = "en", data: Path = SAMPLE) -> int:
    return main(["show", "--lang", lang, "--data", str(data), *arguments])


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Ids of the figures that are listed."""
    assert run("--format", "json", *arguments) == 0
    return [row["figure"] for row in json.loads(capsys.readouterr().out)]


# --- filters ---------------------------------------------------------------------------------------------------------


def test_without_filters_all_are_listed_in_the_order_of_the_file(
    capsys: pytest.CaptureFixture[str], shipped: Dataset
) -> None:
    assert listed(capsys) == list(shipped.figures)


@pytest.mark.parametrize("name", ["metric", "sector", "nature"])
def test_filters(capsys: pytest.CaptureFixture[str], shipped: Dataset, name: str) -> None:
    for key in {getattr(figure, name) for figure in shipped.figures.values()}:
        expected = [figure.id for figure in shipped.figures.values() if getattr(figure, name) == key]
        assert listed(capsys, f"--{name}", key) == expected


@pytest.mark.parametrize("name", ["publisher", "article"])
def test_filters_of_articles(capsys: pytest.CaptureFixture[str], shipped: Dataset, name: str) -> None:
    for article in shipped.articles.values():
        key = article.publisher if name == "publisher" else article.id
        ids = listed(capsys, f"--{name}", key)
        assert {figure.id for figure in article.figures} <= set(ids)
        assert {shipped.article_of[figure].publisher for figure in ids} == {article.publisher}


def test_a_region_has_its_parts_with_it(capsys: pytest.CaptureFixture[str], shipped: Dataset) -> None:
    province = [figure.id for figure in shipped.figures.values() if figure.region == "shandong"]
    assert listed(capsys, "--region", "shandong") == list(shipped.figures)
    assert listed(capsys, "--region", "rizhao") == [key for key in shipped.figures if key not in province]
    wulian = listed(capsys, "--region", "wulian")
    assert wulian == [figure.id for figure in shipped.figures.values() if figure.region == "wulian"]


@pytest.mark.parametrize(
    ("arguments", "same"),
    [
        (["--period", "2022-S1", "2023-Q1"], ["--period", "2022-S1", "--period", "2023-Q1"]),
        (["--metric", "gdp", "--metric", "gdp"], ["--metric", "gdp"]),
        (["--region", "五莲县"], ["--region", "wulian"]),
        (["--metric", "gross domestic product", "--nature", "实际"], ["--metric", "gdp", "--nature", "actual"]),
    ],
)
def test_filters_take_several(capsys: pytest.CaptureFixture[str], arguments: list[str], same: list[str]) -> None:
    ids = listed(capsys, *arguments)
    assert ids == listed(capsys, *same)
    assert ids


def test_a_name_is_said_to_be_read_as_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--region", "五莲县") == 0
    assert capsys.readouterr().err == "“五莲县” is read as wulian\n"


def test_filters_narrow_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    both = listed(capsys, "--region", "wulian", "--period", "2015")
    one, other = listed(capsys, "--region", "wulian"), listed(capsys, "--period", "2015")
    assert both == [figure for figure in one if figure in other]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--metric", "gpd"], "there is no metric “gpd”. Did you mean “gdp”?"),
        (["--region", "日照"], "there is no region “日照”. Did you mean “rizhao”?"),
        (["--sector", "Transports"], "there is no sector “Transports”. Did you mean “transport”?"),
        (["--nature", "targets"], "there is no nature “targets”. Did you mean “target”?"),
        (["--period", "H1 2022"], "there is no period “H1 2022”. Did you mean “2022-S1”?"),
        (["--article", "red-ribon"], "there is no article “red-ribon”. Did you mean “red-ribbon”?"),
        (["--publisher", "zzz\x1b[31m"], "there is no publisher “zzz\ufffd[31m”."),
    ],
)
def test_what_is_not_there(capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str) -> None:
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"could not run: {reason}\n")


def test_all_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--metric", "a1", "b2", "gdp", "--article", "c3", lang="zh") == 2
    assert capsys.readouterr().err.splitlines() == [
        "没有运行：没有指标“a1”。", "没有运行：没有指标“b2”。", "没有运行：没有报道“c3”。",
    ]  # fmt: skip


@pytest.mark.parametrize("limit", ["0", "-1", "many", "1.5", "９", "9" * 10])
def test_a_limit_is_a_number(capsys: pytest.CaptureFixture[str], limit: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(f"--limit={limit}")
    assert stopped.value.code == 2
    assert "is not a positive whole number" in capsys.readouterr().err


# --- for other programs ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("with_derived", [False, True])
def test_the_columns_are_those_of_the_tidy_frame(
    capsys: pytest.CaptureFixture[str], shipped: Dataset, with_derived: bool
) -> None:
    frame = frames.tidy(shipped, derived=with_derived)
    assert run("--format", "csv", *["--derived"] * with_derived) == 0
    reader = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert reader.fieldnames == list(frame.columns)
    rows = list(reader)
    assert [row["figure"] for row in rows] == list(frame["figure"])
    for row, record in zip(rows, frame.to_dict("records"), strict=True):
        for name, value in record.items():
            cell = row[str(name)]
            if name in {"value", "low", "high", "growth", "change", "points", "share", "completion"}:
                assert float(cell or "nan") == pytest.approx(value, nan_ok=True)
            elif name in {"start", "end"}:
                assert cell == f"{value:%Y-%m-%d}"
            else:
                assert cell == ("" if value != value else value)  # noqa: PLR0124  # a missing one is not itself


def test_json_has_numbers(capsys: pytest.CaptureFixture[str], shipped: Dataset) -> None:
    assert run("--format", "json") == 0
    for row in json.loads(capsys.readouterr().out):
        figure = shipped.figures[row["figure"]]
        assert tuple(row) == COLUMNS
        assert row["text"] == (figure.text.printed if figure.text else None)
        assert row["value"] == (float(figure.text.value) if figure.text else None)
        assert row["growth"] == (float(figure.growth.value) if figure.growth else None)


def test_no_text_of_a_csv_is_a_formula_and_numbers_are_numbers() -> None:
    """Who writes it to a file opens that in a spreadsheet."""
    record: show.Record = {
        "figure": "f",
        "quote": "=1+1",
        "value": Decimal("-3.670E+9"),
        "growth": Decimal("-0.320"),
        "low": None,
    }
    assert show.to_csv([record], [*record]) == "figure,quote,value,growth,low\nf,'=1+1,-3670000000,-0.32,\n"
    assert json.loads(show.to_json([record], [*record])) == [
        {"figure": "f", "quote": "=1+1", "value": -3670000000, "growth": -0.32, "low": None}
    ]


def test_what_follows_is_what_follows_from_the_figures_listed(
    capsys: pytest.CaptureFixture[str], shipped: Dataset
) -> None:
    reported = listed(capsys, "--region", "wulian")
    ids = listed(capsys, "--region", "wulian", "--derived")
    assert ids[: len(reported)] == reported
    follow = [one for one in derivations.derive_all(shipped) if one.inputs[0] in reported]
    assert ids[len(reported) :] == [one.id for one in follow]
    assert follow
    assert (
        listed(capsys, "--region", "wulian", "--derived", "--limit", str(len(reported) + 1)) == ids[: len(reported) + 1]
    )


# --- for a terminal --------------------------------------------------------------------------------------------------


def test_a_figure_without_an_amount_shows_what_was_printed_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added = """      - {id: more, metric: revenue, period: 2021, change: 增加10亿元, quote: 增加10亿元}
      - {id: part, metric: revenue, region: east, share: 12.9%, part_of: city-revenue, quote: 占12.9%}
"""
    path = write(tmp_path, GOOD.rstrip() + "\n" + added)
    assert run(data=path) == 0
    out = capsys.readouterr().out
    assert "+1.0 billion yuan" in out
    assert "12.9%" in out


def test_the_table_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--article", "key-transport-projects", lang="zh") == 0
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [
        "指标          地区、行业、分组   时期           原文数字   同比  完成计划  发布者",
        "------------  -----------------  ------------  ---------  -----  --------  --------",
        "项目完成投资  日照市 · 交通运输  2022年上半年  56.92亿元  +152%     52.1%  大众日报",
        "项目完成投资  日照市 · 铁路      2022年上半年  13.42亿元                   大众日报",
        "项目完成投资  日照市 · 公路      2022年上半年  10.96亿元                   大众日报",
    ]


def test_the_table_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    """Beside what was printed stands the same number as English writes it."""
    assert run("--article", "key-transport-projects", "--derived", "--limit", "4") == 0
    captured = capsys.readouterr()
    rows = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in captured.out.splitlines()]
    investment = "Completed project investment"
    assert rows[0] == [
        "Metric", "Place, sector, group", "Period", "Nature", "As printed", "Value", "Growth", "Share of plan",
        "Publisher",
    ]  # fmt: skip
    assert rows[2] == [
        investment, "Rizhao · Transport", "H1 2022", "56.92亿元", "¥5.692 bn", "+152%", "52.1%", "Dazhong Daily",
    ]  # fmt: skip
    assert rows[5] == [f"{investment}: A year earlier", "Rizhao · Transport", "H1 2021", "Derived", "about ¥2.259 bn"]
    assert captured.err == "… and 5 more.\n"


@pytest.mark.parametrize(("nature", "shown"), [("actual", False), ("target", True)])
def test_the_nature_is_a_column_where_not_all_is_actual(
    capsys: pytest.CaptureFixture[str], nature: str, shown: bool
) -> None:
    assert run("--nature", nature) == 0
    assert ("Nature" in capsys.readouterr().out.splitlines()[0]) == shown


def test_nothing_is_like_that(capsys: pytest.CaptureFixture[str]) -> None:
    """A period of which nothing was reported is no mistake."""
    assert run("--period", "2099") == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "No figure matches.\n")
    assert run("--period", "2099", "--format", "csv") == 0
    assert capsys.readouterr().out.splitlines() == [",".join(COLUMNS)]
    assert listed(capsys, "--period", "2099") == []


@pytest.mark.parametrize("terminal", [False, True])
def test_lines_are_cut_for_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setenv("COLUMNS", "40")
    assert run("--article", "key-transport-projects", lang="zh") == 0
    lines = capsys.readouterr().out.splitlines()
    assert all((text_table.width(line) <= 40) == terminal for line in lines)
    assert all(line.endswith("…") == terminal for line in lines)


# --- what can go wrong -----------------------------------------------------------------------------------------------


def test_it_starts_without_pandas(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    command = [sys.executable, "-c", PROGRAM, "--data", str(path), "--derived"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") > 4


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    """As with | head: the other end of the pipe is closed before anything is written to it."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        command = [sys.executable, "-c", PROGRAM, "--format", "json"]
        done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
