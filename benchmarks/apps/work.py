"""The work that every compared app does: figures in a CSV → the rows of four charts and of one table.

Each chart shows the figures that the dashboard shows for the same choice, so that all apps draw as many marks.
"""

import os
import sys
from pathlib import Path
from typing import Final

import pandas as pd

import indicators

CSV: Final = "BENCHMARK_CSV"
"""Environment variable with the path of the CSV that ``write`` has written."""
PANELS: Final = 6
BARS: Final = 200
SERIES: Final = 10
TABLE: Final = ["region", "sector", "period", "nature", "shown", "text", "publisher", "url"]
REST: Final = "not itemised"


def write(data: Path, csv: Path) -> None:
    """Write the generated figures as a CSV, a row for each, with names in place of ids."""
    frame = indicators.load(data).frame
    frame["region"] = frame["region"].str.replace("-", " ").str.capitalize()
    for column in ("sector", "metric"):
        frame[column] = frame[column].str.capitalize()
    frame["shown"] = frame["value"].map("{:,.0f} ".format) + frame["unit"]
    frame.to_csv(csv, index=False)


def read() -> pd.DataFrame:
    """The figures that ``write`` has written."""
    return pd.read_csv(os.environ[CSV], parse_dates=["start", "end"])


def chosen(frame: pd.DataFrame, metric: str, regions: list[str], sectors: list[str]) -> pd.DataFrame:
    """The rows of a metric, and of these regions and sectors where any are chosen."""
    rows = frame[frame["metric"] == metric]
    if regions:
        rows = rows[rows["region"].isin(regions)]
    if sectors:
        rows = rows[rows["sector"].isin(sectors)]
    return rows


def panels(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """The largest and newest groups that differ in ``by`` only; column ``panel`` tells them apart."""
    other = "region" if by == "sector" else "sector"
    groups = rows.groupby([other, "period"], sort=False)
    order = groups["end"].agg(["size", "max"]).sort_values(["size", "max"], ascending=False, kind="stable")
    largest = [
        groups.get_group(key).nlargest(BARS, "value").assign(panel=" · ".join(key)) for key in order.index[:PANELS]
    ]
    return pd.concat(largest)


def series(rows: pd.DataFrame) -> pd.DataFrame:
    """The whole years of the largest series; column ``series`` tells them apart."""
    years = rows[rows["period"].str.len() == 4]
    years = years.assign(series=years["region"] + " · " + years["sector"]).sort_values("end")
    order = years.groupby("series")["value"].agg(["size", "max"]).sort_values(["size", "max"], ascending=False)
    return years[years["series"].isin(order.index[:SERIES])]


def parts(frame: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The newest wholes, their parts, and what is left; columns ``whole`` and ``part`` name the place of each."""
    wholes = rows[rows["figure"].isin(frame["part_of"].dropna())].nlargest(PANELS, "end")
    frames = []
    for whole in wholes.to_dict("records"):
        itemised = frame[frame["part_of"] == whole["figure"]]
        rest = {**whole, "value": whole["value"] - itemised["value"].sum(), "sector": REST, "text": ""}
        name = f"{whole['region']} · {whole['period']}"
        frames.append(pd.DataFrame([whole, *itemised.to_dict("records"), rest]).assign(whole=name))
    return pd.concat(frames).assign(part=lambda rows: rows["sector"])


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """All rows in view, the newest and largest first."""
    return rows.sort_values(["end", "value"], ascending=False)[TABLE]


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
