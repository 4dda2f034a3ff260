"""CSV, Parquet and JSON, each opened by something that is not ours."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import indicators
from indicators.export import csv_file, edition, formats, json_file
from indicators.export.edition import COLUMNS
from indicators.export.table import Cell, column_type
from indicators.model.dataset import Dataset
from indicators.values.text import LANGS, Lang
from indicators.words.export import tables as words
from tests.editions import DAY, DIGEST, FORMULAS, edition_of, make_awkward, make_full


def csv_of(dataset: Dataset, lang: Lang = "zh") -> bytes:
    return formats.FORMATS["csv"].write(edition_of(dataset), lang)


def foreign(content: bytes) -> list[dict[str, str]]:
    """The rows as Python's own reader sees them, which takes an odd quote or break for an error."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def read_back(content: bytes) -> pd.DataFrame:
    """The frame that was written: texts to the letter, numbers as float64, days as datetime64."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    columns = [csv_file.unguarded(name) for name in next(rows)]
    cells = [[csv_file.unguarded(cell) or None for cell in row] for row in rows]
    table = pd.DataFrame(cells, columns=pd.Index(columns), dtype="str")
    for name in columns:
        if column_type(name) in {"number", "integer"}:
            table[name] = table[name].astype("float64")
        elif column_type(name) == "date":
            table[name] = pd.to_datetime(table[name]).astype("datetime64[s]")
    return table


# --- CSV -------------------------------------------------------------------------------------------------------------


def test_csv_has_the_tidy_columns_the_stamp_and_names(shipped: Dataset) -> None:
    content = csv_of(shipped)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = foreign(content)
    assert list(rows[0]) == list(COLUMNS)
    assert [row["figure"] for row in rows] == list(shipped.figures)
    stamps = {tuple(row[name] for name in edition.STAMP) for row in rows}
    day = max(article.published.end for article in shipped.articles.values())
    version = f"{day.year}.{day.month}.{day.day}+{DIGEST[:12]}"
    assert stamps == {("CC-BY-4.0", "rizhao", version, str(day), DIGEST, "", indicators.__version__)}
    articles = [shipped.article_of[key] for key in shipped.figures]
    assert [row["url"] for row in rows] == [article.url or "" for article in articles]
    assert [row["copies"].split() for row in rows] == [[copy.url for copy in article.copies] for article in articles]
    assert [row["headline"] for row in rows] == [
        article.headline.zh if article.headline else "" for article in articles
    ]
    assert [row["permalink"] for row in rows] == [f"?figure={key}" for key in shipped.figures]


def test_csv_is_read_back_as_the_tidy_frame(shipped: Dataset, frame: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(read_back(csv_of(shipped))[list(frame.columns)], frame)


@pytest.mark.parametrize("lang", LANGS)
def test_csv_names_are_in_one_language(shipped: Dataset, lang: Lang) -> None:
    row = foreign(csv_of(shipped, lang))[0]
    figure = shipped.figures[row["figure"]]
    assert row["metric_name"] == shipped.metrics[figure.metric].name.of(lang)
    assert row["period_name"] == figure.period.label(lang)
    assert row["metric"] == figure.metric


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        *((formula, f"'{formula}") for formula in FORMULAS),
        ("\t1", "'\t1"),
        ("\r=1", "'\n=1"),
        ("\n=1", "'\n=1"),
        ("'quoted'", "''quoted'"),
        ("36.7亿元", "36.7亿元"),
        ("a=b", "a=b"),
        ("−5.2", "−5.2"),  # a minus sign is no hyphen
        ("two\r\nlines\r", "two\nlines\n"),
        ('say "no"', 'say "no"'),
        ("", ""),
    ],
)
def test_no_text_is_a_formula(text: str, cell: str) -> None:
    (row,) = foreign(csv_file.for_spreadsheets(["quote"], [[text]]))
    assert row["quote"] == cell


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (-5.2, "-5.2"),
        (3.67e9, "3670000000"),
        (0.32, "0.32"),
        (0.0, "0"),
        (float("inf"), "inf"),
        (float("-inf"), "-inf"),
        (Decimal("-3.670E+9"), "-3670000000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-Infinity"), "-inf"),
        (None, ""),
        (date(2022, 8, 5), '"2022-08-05"'),
        (True, '"true"'),
    ],
)
def test_numbers_are_numbers(value: Cell | Decimal, printed: str) -> None:
    content = csv_file.for_spreadsheets(["value", "text"], [[value, "a"]])
    assert content.decode("utf-8-sig") == f'"value","text"\r\n{printed},"a"\r\n'


def test_headers_are_guarded_too() -> None:
    content = csv_file.for_spreadsheets(["=1+1"], [["a"]])
    assert list(foreign(content)[0]) == ["'=1+1"]
    assert list(read_back(content).columns) == ["=1+1"]


TEXTS = st.text(st.one_of(st.sampled_from("=+-@＝＋－＠'\"\t\r\n,; 亿元7😀"), st.characters(codec="utf-8")), min_size=1)
NUMBERS = st.none() | st.floats(allow_nan=False)


@settings(max_examples=80)
@given(st.lists(st.tuples(TEXTS, NUMBERS, st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31))), max_size=5))
def test_csv_is_read_back_to_the_letter(rows: list[tuple[str, float | None, date | None]]) -> None:
    content = csv_file.for_spreadsheets(["quote", "value", "start"], rows)
    cells = [row[0] for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)][1:]
    assert len(cells) == len(rows)  # nothing splits a row
    assert not any(re.match(r"\s*[=+\-@\t\r＝＋－＠]", cell) for cell in cells)
    again = read_back(content)
    assert again["quote"].tolist() == [re.sub("\r\n?", "\n", text) for text, _, _ in rows]
    assert [None if pd.isna(cell) else cell for cell in again["value"]] == [value for _, value, _ in rows]
    assert [None if pd.isna(cell) else cell.date() for cell in again["start"]] == [day for _, _, day in rows]


# --- Parquet ---------------------------------------------------------------------------------------------------------


def test_parquet_has_types_and_says_what_it_is(shipped: Dataset, frame: pd.DataFrame) -> None:
    content = formats.FORMATS["parquet"].write(edition_of(shipped), "en")
    table = pq.read_table(io.BytesIO(content))
    assert table.column_names == list(COLUMNS)
    types = {name: table.schema.field(name).type for name in ("figure", "value", "start")}
    assert types == {"figure": pa.string(), "value": pa.float64(), "start": pa.date32()}
    metadata = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
    assert metadata | {"digest": DIGEST, "license": "CC-BY-4.0", "dataset": "rizhao"} == metadata
    assert metadata["title"] == shipped.about.title.en
    assert table.schema.field("value").metadata[b"description"].decode() == words.MEANINGS["value"].en
    assert table["value"].to_pylist() == [None if pd.isna(cell) else cell for cell in frame["value"]]
    assert table["quote"].to_pylist() == frame["quote"].tolist()


# --- JSON ------------------------------------------------------------------------------------------------------------


def test_json_loses_nothing(shipped: Dataset) -> None:
    for dataset in (shipped, make_awkward(), make_full()):
        assert json_file.read_json(json_file.write(edition_of(dataset))) == dataset


def test_json_has_numbers(shipped: Dataset) -> None:
    data = json.loads(json_file.write(edition_of(shipped)))
    printed = {figure["id"]: figure for article in data["articles"] for figure in article["figures"]}
    for key, figure in shipped.figures.items():
        for name in ("text", "growth", "change", "points", "share", "completion"):
            quantity = getattr(figure, name)
            assert (name in printed[key]) == (quantity is not None)
            if quantity is not None:
                ends = [printed[key][name][end] for end in ("value", "low", "high")]
                exact = (quantity.value, quantity.low, quantity.high)
                assert ends == [float(end) if end.is_finite() else None for end in exact]
                assert printed[key][name]["printed"] == quantity.printed
    version = edition_of(shipped).version
    assert (data["digest"], data["version"], data["program"]) == (DIGEST, version, indicators.__version__)
    assert len(data["derived"]) == len(edition_of(shipped).derived)


def test_json_that_was_tampered_with_is_refused(shipped: Dataset) -> None:
    content = json_file.write(edition_of(shipped)).replace(b'"value": 3670000000', b'"value": 3680000000', 1)
    with pytest.raises(ValueError, match="articles"):
        json_file.read_json(content)


def test_a_past_day_is_said(shipped: Dataset) -> None:
    then, now = edition_of(shipped, day=DAY), edition_of(shipped)
    assert json.loads(json_file.write(then))["known_on"] == "2021-06-30"
    assert "known_on" not in json.loads(json_file.write(now))
    assert json_file.read_json(json_file.write(then)) == then.dataset
    table = pq.read_table(io.BytesIO(formats.FORMATS["parquet"].write(then, "en")))
    assert table.schema.metadata[b"known_on"] == b"2021-06-30"
    assert set(table["known_on"].to_pylist()) == {DAY}
    assert 0 < table.num_rows < len(shipped.figures)
    assert b"known_on" not in pq.read_table(io.BytesIO(formats.FORMATS["parquet"].write(now, "en"))).schema.metadata


# --- all of them -----------------------------------------------------------------------------------------------------


def count(name: formats.FormatName, content: bytes) -> int:
    if name == "csv":
        return len(foreign(content))
    if name == "parquet":
        return int(pq.read_table(io.BytesIO(content)).num_rows)
    return len(json_file.read_json(content).figures)


@pytest.mark.parametrize("name", ["csv", "parquet", "json"])
@pytest.mark.parametrize(
    ("chosen", "figures"),
    [(None, 10), ({"f1", "open"}, 2), (set(), 0), ({"nobody"}, 0)],
    ids=["all", "two", "none", "unknown"],
)
def test_only_what_is_chosen(name: formats.FormatName, chosen: set[str] | None, figures: int) -> None:
    assert count(name, formats.FORMATS[name].write(edition_of(make_awkward(), chosen), "en")) == figures


@pytest.mark.parametrize("name", formats.NAMES)
@pytest.mark.parametrize("lang", LANGS)
def test_equal_editions_are_equal_bytes(shipped: Dataset, name: formats.FormatName, lang: Lang) -> None:
    first, second = (formats.FORMATS[name].write(edition_of(replace(shipped)), lang) for _ in range(2))
    assert first == second


def test_what_follows_from_the_chosen_alone(shipped: Dataset) -> None:
    share = next(derived for derived in edition_of(shipped).derived if derived.formula == "share")
    assert share in edition_of(shipped, share.inputs).derived
    assert share not in edition_of(shipped, share.inputs[:1]).derived


def test_downloads_are_what_can_be_written(shipped: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    given_away = edition_of(shipped)
    offered = formats.downloads(given_away, "zh")
    assert [download.format for download in offered] == list(formats.NAMES)
    assert [download.file for download in offered] == [
        f"rizhao.{end}" for end in ("csv", "xlsx", "parquet", "json", "zip")
    ]
    assert offered[0].make() == csv_of(shipped)
    monkeypatch.setattr(formats, "find_spec", lambda name: None if name in {"xlsxwriter", "pysdmx"} else object())
    assert [download.format for download in formats.downloads(given_away, "zh")] == ["csv", "parquet", "json"]


def test_every_column_has_words() -> None:
    assert not set(COLUMNS) - set(words.TITLES)
    assert not (set(COLUMNS) | set(words.TITLES)) - set(words.MEANINGS)
