"""A link says what a reader was looking at, and a link that says nonsense is told so."""

from dataclasses import fields
from datetime import date
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model.numbers import NUMBER_IDS
from indicators.model.subjects import NATURES
from indicators.view import LONGEST, LONGEST_TEXT, PAGES, SHOWS, Renaming, View, day, parse, with_present_ids

KNOWN = {
    "metric": ["gdp", "tax-revenue"],
    "figure": ["city-gdp-2022", "east-gdp-2022"],
    "article": ["first", "second"],
    "region": ["city", "east", "west"],
    "sector": ["all", "industry", "ports"],
    "group": ["all", "urban", "rural"],
    "period": ["2022", "2022-S1", "2024-01-01/P7M"],
    "nature": NATURES,
    "publisher": ["daily", "bureau"],
}
ONE = ("metric", "figure", "article")
MANY = ("region", "sector", "group", "period", "nature", "publisher")


def several(key: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(KNOWN[key]), unique=True).map(tuple)


VIEWS = st.builds(
    View,
    lang=st.sampled_from([None, "zh", "en"]),
    page=st.sampled_from(["", *PAGES]),
    show=st.sampled_from(["", *SHOWS]),
    number=st.sampled_from(["", *NUMBER_IDS]),
    sheet=st.sampled_from(["", "2", "10", "999"]),
    **{key: st.sampled_from(["", *KNOWN[key]]) for key in ONE},
    **{key: several(key) for key in MANY},
)


def opened(link: str) -> tuple[View, tuple[tuple[str, str], ...]]:
    """What a browser makes of the part of a link behind the question mark."""
    return parse(parse_qs(link, keep_blank_values=True), KNOWN)


@given(VIEWS)
def test_a_view_survives_its_link(view: View) -> None:
    assert parse(view.query(), KNOWN) == (view, ())
    assert opened(urlencode(view.query(), doseq=True)) == (view, ())


@given(VIEWS)
def test_what_is_empty_stays_out_of_the_link(view: View) -> None:
    assert all(values and all(values) for values in view.query().values())


def test_the_first_page_has_a_link_without_anything() -> None:
    assert View().query() == {}


JUNK = st.dictionaries(
    st.one_of(st.sampled_from([*KNOWN, "lang", "page", "embed", "utm_source"]), st.text(max_size=20)),
    st.lists(
        st.one_of(st.text(), st.sampled_from([*KNOWN["region"], "zh", "explore"]), st.just("x" * 500)), max_size=5
    ),
    max_size=8,
)


@given(JUNK)
def test_nonsense_never_raises_and_is_told(query: dict[str, list[str]]) -> None:
    view, unknown = parse(query, KNOWN)
    allowed: dict[str, Any] = {**KNOWN, "lang": ("zh", "en"), "page": PAGES, "show": SHOWS}
    expected = {
        (key, value[:LONGEST])
        for key, values in query.items()
        if key in allowed
        for value in values
        if value not in allowed[key]
    }
    assert set(unknown) == expected
    assert len(unknown) == len(expected)
    assert parse(view.query(), KNOWN) == (view, ())


@given(VIEWS, st.dictionaries(st.sampled_from(["embed", "embed_options", "utm_source"]), st.lists(st.text())))
def test_keys_of_others_mean_nothing(view: View, foreign: dict[str, list[str]]) -> None:
    assert parse({**foreign, **view.query()}, KNOWN) == (view, ())


@pytest.mark.parametrize(
    ("link", "view", "unknown"),
    [
        ("", View(), ()),
        ("region=east&region=city", View(region=("east", "city")), ()),
        ("region=east&region=east", View(region=("east",)), ()),
        ("metric=gdp&metric=tax-revenue", View(metric="tax-revenue"), ()),
        ("metric=gdp&metric=nonsense", View(metric="gdp"), (("metric", "nonsense"),)),
        ("lang=zh&lang=en", View(lang="en"), ()),
        ("lang=en&lang=zh", View(lang="zh"), ()),
        ("lang=fr", View(), (("lang", "fr"),)),
        ("lang=ZH", View(), (("lang", "ZH"),)),
        ("page=settings", View(), (("page", "settings"),)),
        ("show=map&show=nonsense", View(show="map"), (("show", "nonsense"),)),
        ("page=sources&article=second", View(page="sources", article="second"), ()),
        ("article=third", View(), (("article", "third"),)),
        ("sheet=12", View(sheet="12"), ()),
        *((f"sheet={junk}", View(), (("sheet", junk),)) for junk in ("1", "0", "-2", "02", "２", "1234567")),
        ("region=全市", View(), (("region", "全市"),)),
        ("region=nowhere&region=east&region=nowhere", View(region=("east",)), (("region", "nowhere"),)),
        ("region=&metric=", View(), (("region", ""), ("metric", ""))),
        ("period=2024-01-01%2FP7M", View(period=("2024-01-01/P7M",)), ()),
        ("period=2023", View(), (("period", "2023"),)),
        ("figure=%FF%00", View(), (("figure", "\ufffd\0"),)),
        ("region=__class__&__class__=region&__init__=1", View(), (("region", "__class__"),)),
        ("metric=" + "x" * 10_000, View(), (("metric", "x" * LONGEST),)),
        ("query=1&fields=2&embed=true&utm_source=mail", View(), ()),
        ("METRIC=gdp", View(), ()),
    ],
)
def test_links(link: str, view: View, unknown: tuple[tuple[str, str], ...]) -> None:
    """faults.md F01 and F02 among them."""
    assert opened(link) == (view, unknown)


def test_every_id_unknown_is_the_first_view() -> None:
    """faults.md F01."""
    view, unknown = parse({key: ["no-such-id"] for key in (*KNOWN, "lang", "page", "show")}, KNOWN)
    assert view == View()
    assert [key for key, _ in unknown] == [*KNOWN, "lang", "page", "show"]


JUNK_UNDER_ANY_KEY = (
    *("", "\0", "\x1b[31m", "\u202e1", "\ufffd", "__class__\n", "x" * 10_000, "2101-01-01", "1899-12-31", "0001-01-01"),
    *(
        "2022-13-45",
        "2022-02-30",
        "2022-1-1",
        "20220801",
        "２０２２-０８-０５",
        "1e400",
        "NaN",
        "-1",
        "²",
        "[]",
        "{}",
        "%00",
    ),
    *("<script>", "' OR 1", "../../etc/passwd", "www.evil.cn", ":red[x]"),
)


@pytest.mark.parametrize("key", [field.name for field in fields(View)])
def test_junk_under_any_key_is_told_and_left_out(key: str) -> None:
    """faults.md F02: each field of a View, the day, too. Texts that can be looked for are no junk."""
    for junk in JUNK_UNDER_ANY_KEY:
        view, unknown = parse({key: [junk]}, KNOWN)
        if key == "find" and 0 < len(junk) <= LONGEST_TEXT and junk.isprintable():
            assert (view, unknown) == (View(find=junk), ())
        else:
            assert (view, unknown) == (View(), ((key, junk[:LONGEST]),))


@pytest.mark.parametrize("text", JUNK_UNDER_ANY_KEY)
def test_only_days_that_a_period_can_have_are_days(text: str) -> None:
    assert day(text) is None
    assert day("2022-08-05") == date(2022, 8, 5)


def test_a_dataset_without_a_kind_of_id_knows_none_of_it() -> None:
    assert parse({"region": ["east"]}, {}) == (View(), (("region", "east"),))


def test_ten_thousand_values_are_no_trouble() -> None:
    """faults.md F03; which of them are shown is for the page to say."""
    view, unknown = parse({"region": [f"r{number}" for number in range(10_000)] + ["east"]}, KNOWN)
    assert view == View(region=("east",))
    assert len(unknown) == 10_000


RENAMED = {
    "metric": {"gross-product": "gdp"},
    "figure": {"gdp-22": "city-gdp-2022", "product-22": "city-gdp-2022"},
    "region": {"stadt": "city"},
}


@given(VIEWS, st.randoms())
def test_a_link_with_former_ids_is_the_link_with_present_ones(view: View, random: Random) -> None:
    former_of: dict[str, dict[str, list[str]]] = {}
    for key, ids in RENAMED.items():
        for former, present_id in ids.items():
            former_of.setdefault(key, {}).setdefault(present_id, []).append(former)
    link = {
        key: [random.choice([value, *former_of.get(key, {}).get(value, [])]) for value in values]
        for key, values in view.query().items()
    }
    present, renamings = with_present_ids(link, RENAMED)
    assert present == view.query()
    changed = {(key, old) for key, values in link.items() for old in values if old not in present[key]}
    assert {(key, former) for key, former, _ in renamings} == changed


def test_each_former_id_is_named_once() -> None:
    link = {"region": ["stadt", "east", "stadt"], "day": ["stadt"]}
    present, renamings = with_present_ids(link, RENAMED)
    assert present == {"region": ["city", "east", "city"], "day": ["stadt"]}
    assert renamings == (Renaming("region", "stadt", "city"),)
