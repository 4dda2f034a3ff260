"""The page Figures in the dashboard: its links, its field for a text, and its downloads."""

import csv
import io

import pytest

from indicators.loading.store import Store
from indicators.pages.figures import ledger
from indicators.ui import files
from indicators.values.text import LANGS, Lang
from tests import SAMPLE
from tests.ui.visits import chosen, fine, html, table_rows, visit

EACH_LANG = pytest.mark.parametrize("lang", LANGS)


@EACH_LANG
def test_a_link_says_what_is_listed_and_how_it_is_sorted(lang: Lang) -> None:
    query = {"metric": "budget-revenue", "period": "2024-S1", "sort": "number"}
    at = fine(visit(SAMPLE, page="figures", lang=lang, **query))
    rows = table_rows(at)
    assert len(rows) == 7
    printed = [float(row["printed"].removesuffix("亿元")) for row in rows]
    assert printed == sorted(printed)


def test_a_text_that_is_typed_goes_into_the_link_and_narrows_the_rows() -> None:
    at = fine(visit(SAMPLE, page="figures", lang="en", sheet="2"))
    fine(at.text_input(key="find").input("  Wulian   2024 ").run())
    assert chosen(at, "find") == "Wulian 2024"
    assert "sheet" not in at.query_params
    rows = table_rows(at)
    assert rows
    assert all(row["place"].startswith("Wulian") and "2024" in row["period"] for row in rows)
    fine(at.text_input(key="find").input("").run())
    assert "find" not in at.query_params


def test_downloads_hold_what_is_listed() -> None:
    query = {"page": "figures", "lang": "en", "region": "wulian", "nature": "actual"}
    at = fine(visit(SAMPLE, **query))
    file = files.of(Store(SAMPLE).current(), "csv", {key: [value] for key, value in query.items()}, "")
    assert file is not None
    assert len(list(csv.reader(io.StringIO(file.make().decode())))) == 1 + len(table_rows(at)) > 1


def test_a_link_to_nothing_keeps_its_choices_on_the_page() -> None:
    at = fine(visit(SAMPLE, page="figures", lang="en", region="shanhaitian", metric="gdp"))
    assert not table_rows(at)
    assert 'class="chosen"' in html(at)
    assert "Shanhaitian (0) " in html(at)


def test_a_sheet_that_is_not_there_is_the_last_one() -> None:
    at = fine(visit(SAMPLE, page="figures", lang="en", sheet="999"))
    assert 0 < len(table_rows(at)) <= ledger.ROWS
