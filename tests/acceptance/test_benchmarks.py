"""What the benchmarks measure is what they say: the same figures in every form, and in every app."""

import ast
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pandas as pd
import pytest

from indicators.loading.loader import load
from indicators.study import of
from tests import ROOT

BENCHMARKS: Final = ROOT / "benchmarks"
FIGURES: Final = 4_000


def run(program: str, *arguments: object) -> None:
    subprocess.run([sys.executable, BENCHMARKS / program, *map(str, arguments)], check=True)


def programs() -> Iterator[tuple[str, str]]:
    """The benchmarks, and what each imports from us in the programs that it starts, which no type checker sees."""
    for path in sorted(BENCHMARKS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from ((path.name, name) for name in _imported(node.value))


def _imported(program: str) -> Iterator[str]:
    for module, names in re.findall(r"from (indicators[\w.]*) import ([\w, ]+)", program):
        yield from (f"{module}:{name.strip()}" for name in names.split(","))
    yield from re.findall(r"(?<!from )\bindicators(?!\.yaml)(?:\.\w+)+", program)


PROGRAMS: Final = sorted(set(programs()))


@pytest.mark.parametrize(("program", "name"), PROGRAMS, ids=[" ".join(program) for program in PROGRAMS])
def test_what_a_started_program_imports_exists(program: str, name: str) -> None:
    module, _, attribute = name.partition(":")
    assert pkgutil.resolve_name(f"{module}.{attribute}".removesuffix(".")), program


def test_programs_are_found() -> None:
    assert {"check.py", "load.py", "site.py", "start.py"} <= {program for program, _ in PROGRAMS}


def test_a_folder_holds_the_figures_of_the_file(tmp_path: Path) -> None:
    file, folder = tmp_path / "data.yaml", tmp_path / "data"
    run("generate.py", file, "--figures", FIGURES)
    run("generate.py", folder, "--figures", FIGURES, "--files", 7)
    assert len(list(folder.iterdir())) == 8
    of_file, of_folder = load(file).dataset, load(folder).dataset
    assert of_file is not None
    assert len(of_file.figures) == FIGURES
    assert of_folder == of_file


@pytest.mark.slow
def test_every_app_gets_the_same_figures(tmp_path: Path) -> None:
    """The CSV of the compared apps has the numbers of the dashboard, the floor's charts those of the CSV."""
    data, csv, ready = tmp_path / "data.yaml", tmp_path / "figures.csv", tmp_path / "ready.json"
    run("generate.py", data, "--figures", FIGURES, "--no-rates")
    run("apps/work.py", data, csv)
    run("apps/ready.py", csv, ready)
    dataset = load(data).dataset
    assert dataset is not None
    ours, theirs = of(dataset).every.set_index("figure"), pd.read_csv(csv).set_index("figure")
    assert ours["growth"].isna().all()
    assert ours["completion"].isna().all()
    pd.testing.assert_series_equal(ours["value"], theirs["value"], check_index_type=False)
    written = json.loads(ready.read_text(encoding="utf-8"))
    for state in written["states"].values():
        marks = state["charts"][0]["data"][1]
        drawn = [theirs["value"][figure] for figure, _ in marks["customdata"]]
        assert drawn == marks["x"]
    steps = [written["steps"]["metrics"][-1], *written["steps"]["regions"]]
    assert "|".join(steps) in written["states"]


def _measured(annotated: str, folder: Path, *options: str) -> str:
    """What the benchmark of reading prints of annotated articles."""
    file = folder / "annotated.yaml"
    file.write_text(annotated, encoding="utf-8")
    command = [sys.executable, str(BENCHMARKS / "reading.py"), str(file), *options]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_what_is_read_otherwise_than_annotated_is_counted_and_listed(tmp_path: Path) -> None:
    told = _measured(ANNOTATED, tmp_path, "--misses")
    rows = {cells[0]: cells[1:] for line in told.splitlines() if (cells := line.strip("| ").split(" | "))[1:]}
    assert rows["amounts: value and unit"] == ["0.667", "0.667", "0.667", "2 of 3"]
    assert rows["growth, of the right amount"] == ["0.500", "0.500", "0.500", "1 of 2"]
    assert rows["period"] == ["0.500", "0.500", "0.500", "1 of 2"]
    assert rows["region, or the name of one that the dataset lacks"] == ["0.500", "0.500", "0.500", "1 of 2"]
    assert rows["metric of the dataset, right first"] == ["0.500", "0.500", "0.500", "1 of 2"]
    misses = [line.partition(": ")[0] for line in told.splitlines() if line.startswith(("- ", "+ "))]
    assert misses == [
        "- 20.1亿元",
        "- 不在文中的5亿元",
        "+ '30.5亿元' proposed as fixed-asset-investment “固定资产投资30.5亿元”",
    ]


def test_a_fall_is_annotated_in_the_words_of_the_article(tmp_path: Path) -> None:
    told = _measured(ANNOTATED_FALLS, tmp_path)
    assert "| growth, of the right amount | 1.000 | 1.000 | 1.000 | 3 of 3 |" in told


def test_an_amount_in_another_currency_than_its_metric_is_to_be_a_metric_of_its_own(tmp_path: Path) -> None:
    told = _measured(ANNOTATED_DOLLARS, tmp_path)
    assert "| metric of the dataset, right first | 0.500 | 0.500 | 0.500 | 1 of 2 |" in told


def test_what_is_right_was_proposed_though_it_is_a_new_metric_by_a_name_that_fits(tmp_path: Path) -> None:
    told = _measured(ANNOTATED_NAME, tmp_path)
    assert "| metric of the dataset, right first | 1.000 | 1.000 | 1.000 | 1 of 1 |" in told


def test_what_was_begun_on_a_day_is_right_as_of_its_month(tmp_path: Path) -> None:
    told = _measured(ANNOTATED_DAY, tmp_path)
    assert "| period | 0.500 | 0.500 | 0.500 | 1 of 2 |" in told


ANNOTATED_NAME: Final = """\
- published: 2023-03-05
  text: |
    五莲县的棚架
    2022年，五莲县种棚架437个。
  figures:
  - {text: 437个, metric: facilities, new: [棚架]}
"""
ANNOTATED_DAY: Final = """\
- published: 2023-10-05
  text: |
    五莲县重点项目开工
    3月16日，五莲县重点项目集中开工活动举行。此次集中开工项目126个。1至8月，全县出口12.5亿元。
  figures:
  - {text: 126个, period: 2023-03-16}
  - {text: 12.5亿元, period: 2023-08-31}
"""
ANNOTATED_DOLLARS: Final = """\
- published: 2023-03-05
  text: |
    Trade of Wulian county
    Exports came to 437 million US dollars in 2022. Retail sales came to 12.5 billion yuan.
  figures:
  - {text: 437 million US dollars, metric: exports}
  - {text: 12.5 billion yuan, metric: gdp}
"""
ANNOTATED_FALLS: Final = """\
- published: 2023-03-05
  text: |
    Trade of Wulian county
    Exports shrank 2.2% to 12.5 billion yuan in 2022. Imports slipped 1.5% to 8.1 billion yuan.
    Retail sales came to 6.2 billion yuan, 3.4% less than a year earlier.
  figures:
  - {text: 12.5 billion yuan, growth: shrank 2.2%}
  - {text: 8.1 billion yuan, growth: slipped 1.5%}
  - {text: 6.2 billion yuan, growth: 3.4% less}
"""


ANNOTATED: Final = """\
- published: 2023-03-05
  text: |
    某县经济
    2022年，五莲县地区生产总值12.5亿元，同比增长8.1%；一般公共预算收入20.1亿元，增长3.2%；固定资产投资30.5亿元。
  figures:
  - {text: 12.5亿元, growth: 增长8.1%, period: 2022-01/2022-12, region: 五莲县, metric: gdp}
  - {text: 20.1亿元, growth: 下降3.2%, period: 2021, region: 莒县, metric: gdp}
  - {text: 不在文中的5亿元, metric: gdp}
"""
"""Three figures: right; with four wrong fields; and one that the article does not have. A fourth is left out."""
