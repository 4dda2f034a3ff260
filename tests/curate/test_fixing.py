"""What is certain is written, and nothing else: what was spoilt in a good file comes back as it was."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.curate.entry_checks import FileOfData
from indicators.curate.fixing import fixed
from indicators.loading import loader
from indicators.reading import references, yaml_source
from indicators.values import periods
from indicators.values.problems import Problem
from tests import SAMPLE
from tests.builders import GOOD, changed

SHIPPED = SAMPLE.read_text("utf-8")
LINES = SHIPPED.splitlines(keepends=True)
NAMES = references.index_of([yaml_source.read(SHIPPED.encode(), "data.yaml")])


def fix(text: str) -> str:
    (mended,) = fixed([FileOfData("data.yaml", text)])
    return mended


def problems(text: str) -> tuple[Problem, ...]:
    return loader.check([("data.yaml", text.encode())]).problems


def with_name(match: re.Match[str]) -> str:
    """A reference with the first name of its entry that no other one has."""
    kind = "publisher" if match["key"] == "issuer" else match["key"]
    names = [name for name, ids in NAMES.names[kind].items() if ids == [match["id"]]]
    sure = [name for name in names if NAMES.find(kind, name) == (match["id"],) and not set(name) & set(",:#{}[]")]
    return f"{match['key']}: {sure[0] if sure else match['id']}"


def with_words(match: re.Match[str]) -> str:
    return f"{match['key']}: {periods.parse(match['period']).label('zh')}"


SPOILERS: list[Callable[[str], str]] = [
    lambda line: re.sub(r"(?P<key>metric|region|sector|publisher|issuer): (?P<id>[a-z0-9-]+)", with_name, line),
    lambda line: re.sub(
        r"(?P<key>period|published): (?P<period>[0-9]{4}(?:-[SQ0-9/PM-]+)?)(?=[,}\n])", with_words, line
    ),
    lambda line: re.sub(r"^( +(?:- )?(?:text|growth|plan|metric|quote|id)): (?=[^\[{>|])", r"\1：", line),
    lambda line: re.sub(r"^( +(?:text|growth|plan|metric|quote)): (?=[^\[{>|])", "\\1:\u00a0", line),
    lambda line: re.sub(r"location: \[([0-9.]+), ", r"location: [\1，", line),
    lambda line: re.sub(r"^( +defaults: \{[a-z]+: [^,{}]+), ", r"\1，", line),
    lambda line: re.sub(r"name: \{zh: ", "name: {zh：", line),
]
PLACES = [(number, spoil) for spoil in SPOILERS for number, line in enumerate(LINES) if spoil(line) != line]


@pytest.mark.slow
@settings(max_examples=25)
@given(st.lists(st.sampled_from(PLACES), min_size=1, max_size=15, unique_by=lambda place: place[0]))
def test_what_was_spoilt_comes_back_as_it_was(places: list[tuple[int, Callable[[str], str]]]) -> None:
    lines = list(LINES)
    for number, spoil in places:
        lines[number] = spoil(lines[number])
    mended = fix("".join(lines))
    assert mended == SHIPPED
    assert fix(mended) == mended


@pytest.mark.parametrize("number", range(len(SPOILERS)))
def test_there_is_something_of_each_kind_to_spoil(number: int) -> None:
    assert any(spoil is SPOILERS[number] for _, spoil in PLACES)


def test_a_good_file_is_left_alone() -> None:
    assert fix(SHIPPED) == SHIPPED
    assert fix(GOOD) == GOOD


# What stands in a file → what is certain of it
WRITTEN = [
    ("period: 2022-S1}", "period: 2022年上半年}", "period: 2022-S1}"),
    ("period: 2022-06\n", "period: 2022年6月\n", "period: 2022-06\n"),
    ("period: 2022-06\n", "period: ２０２２年６月份  # 六月\n", "period: 2022-06  # 六月\n"),
    ("period: 2022-06\n", "period: 'June 2022'\n", "period: '2022-06'\n"),
    ("published: 2022-08-05", 'published: "2022年8月5日"', 'published: "2022-08-05"'),
    ("region: east\n", 'region: "东区"\n', 'region: "east"\n'),
    ("{zh: 标题, en: Headline}", "{zh：标题，en：Headline}", "{zh: 标题, en: Headline}"),
    ("{zh: 标题, en: Headline}", "{zh：标题，en: Headline}", "{zh: 标题, en: Headline}"),
    ("{zh: 标题, en: Headline}", "｛zh: 标题, en: Headline｝", "{zh: 标题, en: Headline}"),
    ("{region: city, sector: all", "{region:　city, sector:all", "{region: city, sector: all"),
    ("region: east\n", "region:east\n", "region: east\n"),
    ("        region: east\n", "        region:\u00a0east\n", "        region: east\n"),
    (
        "level: prefecture}",
        "level: prefecture, location: [35.4，119.5]}",
        "level: prefecture, location: [35.4, 119.5]}",
    ),
    ("region: east\n", "region: “东区”  # “东区”\n", "region: east  # “东区”\n"),
    ("region: east\n", "region: “east”\n", "region: east\n"),
    ("{region: city, sector: all, period", "{region：全市，sector: all、period", "{region: city, sector: all, period"),
]
# What stands in a file and is only asked about
ASKED = [
    ("period: 2022-06\n", "period: 2022年底\n"),
    ("period: 2022-06\n", "period: 上半年\n"),
    ("period: 2022-06\n", "period: 十三五期间\n"),
    ("period: 2022-06\n", "period: year to June 2022\n"),
    ("period: 2022-06\n", "period: 截至2022年6月\n"),
    ("period: 2022-06\n", "period: 2021-2022\n"),
    ("published: 2022-08-05", "published: 2022年上半年"),
    ("region: east\n", "region: 东\n"),
    ("region: east\n", "region: “东”\n"),
    ("region: east\n", "region:: east\n"),
    ("text: 14家", "text: “14家”"),
    ("text: 14家", "text: 14，家"),
    ("quote: 企业14家", "quote: 企业，14家：多"),
    ("        metric: firms", "\t\tmetric: firms"),
    ("{zh: 标题, en: Headline}", "{zh: 标题，副题, en: Headline}"),
]


@pytest.mark.parametrize(("old", "new", "mended"), WRITTEN)
def test_what_is_certain_is_written(old: str, new: str, mended: str) -> None:
    text = changed((old, new))
    assert fix(text) == text.replace(new, mended)
    assert not [problem for problem in problems(fix(text)) if problem.severity == "error"]


@pytest.mark.parametrize(
    ("listed", "mended"),
    [
        ("regions: [全市，东区]", "regions: [city, east]"),
        ("steps: [revenue、 firms]", "steps: [revenue, firms]"),
        ("regions: [全市，西区]", "regions: [全市，西区]"),  # which may be one name
    ],
)
def test_one_item_of_a_list_is_several_where_all_of_them_are_known(listed: str, mended: str) -> None:
    assert fix(f"{GOOD}events:\n  - {{id: flood, {listed}}}\n") == f"{GOOD}events:\n  - {{id: flood, {mended}}}\n"


@pytest.mark.parametrize(("old", "new"), ASKED)
def test_what_is_not_certain_is_left_to_the_curator(old: str, new: str) -> None:
    assert fix(changed((old, new))) == changed((old, new))


def test_comments_and_line_ends_stay() -> None:
    text = changed(("region: east\n", "region: 东区   # region: 东区，metric：企业\n")).replace("\n", "\r\n")
    assert fix(text) == text.replace("region: 东区   #", "region: east   #")


def test_names_of_another_file_that_cannot_be_read_are_not_certain() -> None:
    head, articles = changed(("region: east\n", "region: 东区\n")).split("articles:\n")
    broken = head + "groups: [\n"
    texts = fixed([FileOfData("a.yaml", broken), FileOfData("b.yaml", f"articles:\n{articles}")])
    assert texts == [broken, f"articles:\n{articles}"]
    assert "region: east" in fixed([FileOfData("a.yaml", head), FileOfData("b.yaml", f"articles:\n{articles}")])[1]


@settings(max_examples=25)
@given(st.text("abc：，、:,- \n\t{}[]\"'年2023#|>", max_size=80))
def test_no_text_stops_it_and_twice_is_once(text: str) -> None:
    mended = fix(text)
    assert fix(mended) == mended
