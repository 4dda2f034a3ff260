"""Sites that tests make, and what stands in their pages."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import html5lib

from indicators import study
from indicators.model.dataset import Dataset
from indicators.site import build, charts
from indicators.site.build import BuildResult
from tests.builders import make_article, make_dataset, make_figure

DAY = date(2026, 1, 2)
BASE = "https://data.example.org/rizhao/"
XHTML = "{http://www.w3.org/1999/xhtml}"


def make(dataset: Dataset, out: Path, *, base: str = "", today: date = DAY) -> BuildResult:
    """The site of a dataset in a folder."""
    return build.build(study.of(dataset), out, digest="0" * 64, today=today, base=base)


def pages(out: Path) -> list[Path]:
    return sorted(out.rglob("*.html"))


@cache
def parsed(path: Path) -> ET.Element:
    """The page, which must be valid: the parser stops at the first thing that a browser would have to mend."""
    parser = html5lib.HTMLParser(strict=True)
    tree: ET.Element = parser.parse(path.read_text("utf-8"))
    return tree


def elements(path: Path, name: str) -> Iterator[ET.Element]:
    return parsed(path).iter(f"{XHTML}{name}")


def words_of(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def specifications(path: Path) -> Mapping[str, Any]:
    """What a file of charts assigns."""
    specs: Mapping[str, Any] = json.loads(path.read_text("utf-8").removeprefix(charts.ASSIGNED_TO).removesuffix(";\n"))
    return specs


def assert_leads(path: Path, address: str) -> None:
    """An address in the site leads to a file, and an anchor in it to an element."""
    parts = urlsplit(address)
    assert not parts.netloc, (path, address)
    assert not parts.path.startswith("/"), (path, address)
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    assert target.is_file(), (path, address)
    if parts.fragment:
        assert parts.fragment in {element.get("id") for element in parsed(target).iter()}, (path, address)


def two(*texts: str) -> Dataset:
    """Figures f0, f1 and so on, each of a year of its own."""
    figures = (make_figure(id=f"f{number}", text=text, period=str(2015 + number)) for number, text in enumerate(texts))
    return make_dataset(make_article(*figures))
