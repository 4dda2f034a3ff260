"""Names for narrow columns and for parts of a place: short, and never those of another."""

from dataclasses import replace

import pytest

from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Publisher
from indicators.phrasing.names import Names
from indicators.values.text import Lang, LocalText
from tests.builders import make_dataset


def of_publishers(*names: str) -> Names:
    publishers = {
        f"p{index}": Publisher(id=f"p{index}", name=LocalText(zh=name, en=name), kind="news-site")
        for index, name in enumerate(names)
    }
    return Names(replace(make_dataset(), publishers=publishers), "en")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Qilu Net (iqilu.com)", "Qilu Net"),
        ("日照当地媒体（subaoxw.com）", "日照当地媒体"),
        ("Shandong Minsheng Net (sdmsw.com.cn)", "Shandong Minsheng Net"),
        ("Xin Nongcun (magazine)", "Xin Nongcun (magazine)"),
        ("izst.com (investment promotion platform)", "izst.com (investment promotion platform)"),
        ("candorium.com", "candorium.com"),
    ],
)
def test_an_outlet_in_a_column_has_no_address(name: str, short: str) -> None:
    assert of_publishers(name).outlet("p0") == short


def test_two_outlets_that_only_their_addresses_tell_apart_keep_them() -> None:
    names = of_publishers("City News (a.com)", "City News (b.com)", "Other (c.com)")
    assert [names.outlet(f"p{index}") for index in range(3)] == ["City News (a.com)", "City News (b.com)", "Other"]


def test_a_self_published_account_is_marked_as_one_in_a_column(shipped: Dataset) -> None:
    assert Names(shipped, "en").outlet("youni-haoxin") == "You Ni Hao Xin (self-published)"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", {"rizhao-hitech": "High-Tech Zone", "rizhao-etdz": "ETDA", "wulian": "Wulian County"}),
        ("zh", {"rizhao-hitech": "高新区", "rizhao-etdz": "经开区", "wulian": "五莲县"}),
    ],
)
def test_a_part_does_not_repeat_the_name_of_its_whole(shipped: Dataset, lang: Lang, expected: dict[str, str]) -> None:
    names = Names(shipped, lang)
    assert {key: names.part(key) for key in expected} == expected
    assert names.part("shandong") == names.region("shandong")
