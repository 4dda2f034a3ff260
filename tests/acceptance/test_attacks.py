"""What an attacker or a slip would do to the whole program, of tests/FAULTS.md what belongs to no single room."""

import json
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from indicators import study
from indicators.cli import main as cli
from indicators.export import formats
from indicators.export.edition import Edition
from indicators.loading.loader import load
from indicators.phrasing.names import Names
from tests import ROOT
from tests.builders import GOOD, changed, worded, write
from tests.ui.visits import charts, fine, html, table_rows, visit, words_of

SIGNS = "AT&T 5 < 6 > 4 C# (.NET) &amp;"
EXTREMES: Final = {
    "999999999999999元": "999999999999999",
    "0.0000012元": "0.0000012",
    "0元": "0",
    "-5.2亿元": "-520000000",
}
"""What is printed → how much that is."""
UNITS: Final = {"": "1", "万": "1e4", "亿": "1e8", "万亿": "1e12", "mn": "1e6", "bn": "1e9", "tn": "1e12"}


@pytest.mark.slow
def test_of_75_000_errors_50_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """faults.md A27."""
    path = write(tmp_path, changed(("regions:\n", "regions:\n" + "  - {}\n" * 25_000), text=GOOD))
    assert cli.main(["check", str(path), "--lang", "en"]) == 1
    printed = capsys.readouterr().out
    lines = printed.splitlines()
    assert len(lines) == 51
    assert lines[-1] == "… and 74,950 more."  # each entry lacks three keys
    assert len(printed) < 20_000


def test_signs_of_markup_in_names_are_shown_and_exported_as_they_are(tmp_path: Path) -> None:
    """faults.md B04."""
    path = write(tmp_path, worded(SIGNS))
    for page in ("overview", "figures", "places", "sources"):
        assert SIGNS in words_of(fine(visit(path, page=page, lang="en"))), page
    dataset = load(path).dataset
    assert dataset is not None
    name = Names(dataset, "en").region("city")
    assert name.startswith(SIGNS)
    edition = Edition(study.of(dataset), "0" * 64)
    assert name in formats.FORMATS["csv"].write(edition, "en").decode()
    entries = json.loads(formats.FORMATS["json"].write(edition, "en"))["regions"]
    assert [entry["name"]["en"] for entry in entries if entry["id"] == "city"] == [name]


AMOUNT: Final = re.compile(r"(−?)¥?([\d,]*\d(?:\.\d+)?)(?: (mn|bn|tn)\b|(万亿|亿|万|)元|(?=<br>|$))")


def amounts(text: str) -> Iterator[Decimal]:
    """The amounts of money in a text, in yuan."""
    for sign, digits, *units in AMOUNT.findall(text):
        amount = Decimal(digits.replace(",", "")) * Decimal(UNITS["".join(units)])
        yield -amount if sign else amount


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_number_of_any_size_is_the_same_on_its_page_in_a_table_and_in_charts(tmp_path: Path, lang: str) -> None:
    """faults.md B11: whatever its unit there."""
    places = [f"region: {region}, period: '{period}'" for period in ("2022-S1", "2021") for region in ("city", "east")]
    rows = [
        f"      - {{id: f{number}, metric: revenue, {place}, text: {text}, quote: {text}}}\n"
        for number, (place, text) in enumerate(zip(places, EXTREMES, strict=True))
    ]
    path = write(tmp_path, GOOD[: GOOD.index("      - id:", GOOD.index("figures:"))] + "".join(rows))
    expected = [Decimal(value) for value in EXTREMES.values()]
    explore = fine(visit(path, page="explore", metric="revenue", show="all", lang=lang))
    assert sorted(next(amounts(row["number"])) for row in table_rows(explore)) == sorted(expected)
    seen = 0
    for chart in charts(explore):
        for trace in chart["data"]:
            for figure, tooltip in trace.get("customdata", ()):
                assert next(amounts(tooltip)) == expected[int(figure[1:])], chart["name"]
                seen += 1
    assert seen >= 2 * len(expected)
    for number, value in enumerate(expected):
        shown = words_of(fine(visit(path, figure=f"f{number}", lang=lang)))
        assert next(amounts(shown.partition("Revenue " if lang == "en" else "收入 ")[2])) == value


def test_a_host_that_looks_like_another_is_named_by_its_own_letters(tmp_path: Path) -> None:
    """faults.md C05: an address can be written in that form alone, and it stands beside each link that leaves."""
    host = "www.xn--80ak6aa92e.cn"  # all but Latin letters
    path = write(tmp_path, changed(("https://www.daily.cn/a.html", f"https://{host}/a.html")))
    for query in ({"figure": "city-revenue"}, {"page": "sources", "article": "first"}, {"page": "explore"}):
        at = fine(visit(path, lang="en", **query))
        links = re.findall(f'<a [^>]*href="https://{host}/[^>]*>(.*?)</a>', html(at))
        assert links, query
        assert all(host in link for link in links), query


@pytest.mark.parametrize("file", [".streamlit/config.toml", "indicators/server/start/.streamlit/config.toml"])
def test_the_grid_offers_no_file_of_its_own(file: str) -> None:
    """faults.md D05: it would guard no text against spreadsheets."""
    settings = tomllib.loads((ROOT / file).read_text("utf-8"))
    assert settings["client"]["disableDataExport"] is True
