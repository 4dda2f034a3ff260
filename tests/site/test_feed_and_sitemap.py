"""The feed and the sitemap, and the addresses that pages have."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from indicators.site import feed, indexes
from indicators.values.text import LANGS
from tests.builders import make_dataset
from tests.site.sites import BASE, assert_leads, elements, make, two

pytestmark = pytest.mark.slow

ATOM = {"a": feed.ATOM}


def entries(out: Path, lang: str = "en") -> list[Mapping[str, str]]:
    root = ET.fromstring((out / f"feed-{lang}.xml").read_bytes())  # noqa: S314  # it is our own
    return [
        {name: entry.findtext(f"a:{name}", "", ATOM) for name in ("title", "id", "updated", "published", "summary")}
        | {"link": entry.find("a:link", ATOM).get("href", "")}  # type: ignore[union-attr]
        for entry in root.findall("a:entry", ATOM)
    ]


@pytest.mark.usefixtures("_light")
def test_feed_of_a_first_build_has_the_dates_of_the_articles(tmp_path: Path) -> None:
    make(two("1亿元", "2亿元"), tmp_path)
    listed = entries(tmp_path)
    assert [entry["updated"] for entry in listed] == ["2022-08-05T00:00:00Z"] * 2
    assert len({entry["id"] for entry in listed}) == 2
    for entry in listed:
        assert entry["id"].startswith("urn:uuid:")
        assert_leads(tmp_path / "feed-en.xml", entry["link"])
    assert {entry["id"] for entry in entries(tmp_path, "zh")}.isdisjoint({entry["id"] for entry in listed})


@pytest.mark.usefixtures("_light")
def test_feed_tells_what_was_added_and_what_was_changed(tmp_path: Path) -> None:
    make(two("1亿元", "2亿元"), tmp_path)
    make(two("1亿元", "3亿元", "4亿元"), tmp_path)
    make(two("1亿元", "3亿元", "4亿元"), tmp_path, today=date(2027, 1, 1))
    listed = entries(tmp_path)
    assert [entry["updated"] for entry in listed] == [*["2026-01-02T00:00:00Z"] * 2, "2022-08-05T00:00:00Z"]
    assert [entry["title"].startswith("Changed: ") for entry in listed] == [True, False, False]
    assert {entry["published"] for entry in listed} == {"2022-08-05T00:00:00Z"}


def test_feed_has_what_atom_asks_for(shipped_site: Path) -> None:
    for lang in LANGS:
        root = ET.fromstring((shipped_site / f"feed-{lang}.xml").read_bytes())  # noqa: S314
        for element in (root, *root.findall("a:entry", ATOM)):
            for name in ("title", "id", "updated"):
                assert len(element.findall(f"a:{name}", ATOM)) == 1
                assert element.findtext(f"a:{name}", "", ATOM).strip()
            assert element.find("a:author/a:name", ATOM) is not None


@pytest.mark.usefixtures("_light")
def test_addresses_are_whole_where_the_site_knows_its_own(tmp_path: Path) -> None:
    make(two("1亿元"), tmp_path, base=BASE)
    listed = re.findall("<loc>(.*?)</loc>", (tmp_path / "sitemap.xml").read_text())
    assert listed
    assert all(
        (tmp_path / address.removeprefix(BASE) / ("" if address != BASE else "index.html")).exists()
        for address in listed
    )
    page = tmp_path / "en" / "figure" / "f0.html"
    links = {(element.get("rel"), element.get("hreflang")): element.get("href") for element in elements(page, "link")}
    assert links["canonical", None] == f"{BASE}en/figure/f0.html"
    assert links["alternate", "zh-CN"] == f"{BASE}zh/figure/f0.html"
    assert "BibTeX" in page.read_text("utf-8")
    assert entries(tmp_path)[0]["link"] == f"{BASE}en/figure/f0.html"


@pytest.mark.usefixtures("_light")
def test_without_an_address_nothing_pretends_to_have_one(tmp_path: Path) -> None:
    make(two("1亿元"), tmp_path)
    assert not (tmp_path / "sitemap.xml").exists()
    text = (tmp_path / "en" / "figure" / "f0.html").read_text("utf-8")
    assert "canonical" not in text
    assert "og:url" not in text


def test_many_addresses_stand_in_several_sitemaps() -> None:
    files = dict(indexes.sitemaps([f"zh/{index}.html" for index in range(indexes.MOST + 1)], BASE, make_dataset()))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert files["sitemap-1.xml"].count("<loc>") == indexes.MOST
    assert f"<loc>{BASE}sitemap-2.xml</loc>" in files["sitemap.xml"]
