"""What people write stands on the pages of the site as they wrote it, and is never markup."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from indicators import study
from indicators.loading.loader import load
from indicators.model.dataset import Dataset
from indicators.site import downloads, lists
from indicators.site.pages import embed
from indicators.site.pages import entry as entry_page
from indicators.site.pages import figure as figure_page
from indicators.site.volume import Volume, volumes
from indicators.values.text import LocalText
from tests.builders import GROUPED, make_article, make_dataset, make_figure
from tests.site.sites import BASE, assert_leads, elements, make, pages, parsed, words_of

# --- every page of the shipped site ----------------------------------------------------------------------------------


HOSTILE = "</script><script>alert(1)</script>\"'&amp; {{ 7*7 }} <u>"


def hostile() -> Dataset:
    note = {"zh": HOSTILE, "en": HOSTILE}
    headline = {"zh": f"{HOSTILE} 标题", "en": HOSTILE}
    dataset = make_dataset(make_article(make_figure(note=note, quote=HOSTILE.replace("!", "")), headline=headline))
    named = {"name": LocalText(HOSTILE, HOSTILE)}
    return replace(
        dataset,
        about=dataset.about.model_copy(update={"title": LocalText(HOSTILE, HOSTILE), "license": HOSTILE}),
        metrics={key: entry.model_copy(update=named) for key, entry in dataset.metrics.items()},
        regions={key: entry.model_copy(update=named) for key, entry in dataset.regions.items()},
        publishers={key: entry.model_copy(update=named) for key, entry in dataset.publishers.items()},
    )


@pytest.mark.usefixtures("_light")
def test_hostile_words_are_words(tmp_path: Path) -> None:
    make(hostile(), tmp_path, base=BASE)
    for path in pages(tmp_path):
        ours = {"application/ld+json", None}
        scripts = list(elements(path, "script"))
        assert all(
            script.get("type") in ours and (script.get("src") or "@context" in (script.text or ""))
            for script in scripts
        )
        assert not list(elements(path, "u"))
        if "embed" not in path.parts:
            assert " ".join(HOSTILE.split()) in words_of(parsed(path))
    for path in tmp_path.rglob("*.js"):
        if path.name != "plotly.min.js":
            assert "</script" not in path.read_text("utf-8"), path
    for path in tmp_path.glob("*.xml"):
        ET.fromstring(path.read_bytes())  # noqa: S314
    assert HOSTILE in json.loads(graph_text(tmp_path / "en" / "figure" / "city-revenue.html"))["appearance"]["headline"]


def graph_text(path: Path) -> str:
    return next(script.text or "" for script in elements(path, "script") if script.get("type") == "application/ld+json")


@pytest.mark.usefixtures("_light")
def test_groups_have_pages_and_a_list(tmp_path: Path) -> None:
    dataset = load(GROUPED).dataset
    assert dataset is not None
    make(dataset, tmp_path)
    listed = [element.get("href") for element in elements(tmp_path / "en" / "groups.html", "a")]
    for key in dataset.groups:
        path = tmp_path / "en" / "group" / f"{key}.html"
        assert f"group/{key}.html" in listed
        assert dataset.groups[key].name.en in words_of(next(elements(path, "h1")))
    for path in tmp_path.glob("*/group/*.html"):
        for element in elements(path, "a"):
            if not urlsplit(element.get("href", "")).scheme:
                assert_leads(path, element.get("href", ""))
    first = words_of(next(elements(tmp_path / "en" / "group" / "first-batch.html", "main")))
    assert "Part of: Provincial key projects" in first
    steps = [element.get("href") for element in elements(tmp_path / "zh" / "figure" / "jobs-urban.html", "a")]
    assert "../group/urban.html" in steps


def test_a_site_without_groups_does_not_speak_of_them(shipped_site: Path) -> None:
    assert not (shipped_site / "en" / "groups.html").exists()
    assert not any(
        element.get("href") == "groups.html" for element in elements(shipped_site / "en" / "index.html", "a")
    )


SEPARATOR = '<b>&"'


def parts_page(volume: Volume) -> Markup:
    region = next(key for key, parts in volume.parts("region").items() if len(parts) > 1)
    return next(entry_page.pages("region", region, {}, volume)).body


def working_page(volume: Volume) -> Markup:
    """A figure that something is worked out from with at least two others."""
    worked_out = volume.study.worked_out
    figure = next(
        key for key in volume.names.dataset.figures if any(len(derived.inputs) > 2 for derived in worked_out.about(key))
    )
    return figure_page.page(volume.names.dataset.figures[figure], volume).body


def embedded_page(volume: Volume) -> Markup:
    drawing = next(iter(entry_page.charts_of("metric", "gdp", volume).values()))
    return embed.page("gdp", drawing, volume).body


@pytest.mark.parametrize(
    "place",
    [
        lambda volume: downloads.links(volume, ""),
        lambda volume: lists.article_item(volume.names.dataset.articles["red-ribbon"], volume, ""),
        embedded_page,
        parts_page,
        working_page,
    ],
)
def test_what_stands_between_links_is_a_text(
    shipped: Dataset, monkeypatch: pytest.MonkeyPatch, place: Callable[[Volume], Markup]
) -> None:
    for name in ("terms.LIST", "terms.JOIN", "terms.SEMICOLON", "site.ALL_DATA"):
        monkeypatch.setattr(f"indicators.words.{name}", LocalText(zh=SEPARATOR, en=SEPARATOR))
    content = place(volumes(study.of(shipped))[1])
    assert "&lt;b&gt;&amp;&#34;" in content
    assert SEPARATOR not in content
