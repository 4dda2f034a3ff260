"""What the benchmarks measure is what they say: the same figures in every form, and in every app."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pandas as pd

from indicators.loading.loader import load
from indicators.study import of
from tests import ROOT

BENCHMARKS: Final = ROOT / "benchmarks"
FIGURES: Final = 4_000


def run(program: str, *arguments: object) -> None:
    subprocess.run([sys.executable, BENCHMARKS / program, *map(str, arguments)], check=True)


def test_a_folder_holds_the_figures_of_the_file(tmp_path: Path) -> None:
    file, folder = tmp_path / "data.yaml", tmp_path / "data"
    run("generate.py", file, "--figures", FIGURES)
    run("generate.py", folder, "--figures", FIGURES, "--files", 7)
    assert len(list(folder.iterdir())) == 8
    one, several = load(file).dataset, load(folder).dataset
    assert one is not None
    assert len(one.figures) == FIGURES
    assert several == one


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
    made = json.loads(ready.read_text(encoding="utf-8"))
    for state in made["states"].values():
        marks = state["charts"][0]["data"][1]
        drawn = [theirs["value"][figure] for figure, _ in marks["customdata"]]
        assert drawn == marks["x"]
    steps = [made["steps"]["metrics"][-1], *made["steps"]["regions"]]
    assert "|".join(steps) in made["states"]
