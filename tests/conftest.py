"""What many tests start from: a dataset of real articles, its frame, its names and all its stories in each language."""

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, Page

from indicators import study
from indicators.charts import stories
from indicators.charts.stories import PanelStory
from indicators.export import renderer
from indicators.export.renderer import Renderer
from indicators.frames import tidy as frames
from indicators.frames.panels import By
from indicators.loading import loader, store
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.site import build, manifest
from indicators.values.text import LANGS
from tests import SAMPLE
from tests.visitor import Visitor, chromium, dashboard

settings.register_profile("thorough", deadline=None, max_examples=500)  # pytest --hypothesis-profile=thorough
settings.register_profile(
    "shared", deadline=None, max_examples=60
)  # what else runs on the machine is no fault of the code
settings.load_profile("shared")


@pytest.fixture(autouse=True)
def _environment() -> Iterator[None]:
    """No test finds the environment variables of an earlier one, such as the dataset that a page was shown of."""
    before = dict(os.environ)
    yield
    for name in os.environ.keys() - before.keys():
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture(scope="session", autouse=True)
def _quick_store() -> Iterator[None]:
    """Files that a test has just written are read at once, not after they have been left alone for a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "QUIET", 0.0)
        yield


@pytest.fixture(scope="session", autouse=True)
def _pages() -> Iterator[None]:
    """Without what takes most of the time of a page that is run here, and is no part of it.

    Every AppTest reads what all installed packages say of themselves: here the first does. And the dashboard looks for
    garbage when it has loaded a dataset: here it would in all that the tests have made.
    """
    with pytest.MonkeyPatch.context() as patch:
        if "streamlit.testing.v1" in sys.modules:  # else no page is run here, and there is nothing to import for
            scanner = import_module("streamlit.components.v2.manifest_scanner")
            patch.setattr(scanner, "scan_component_manifests", cache(scanner.scan_component_manifests))
            left = SimpleNamespace(unfreeze=int, collect=int, freeze=int)  # which do nothing
            patch.setattr(import_module("indicators.ui.session.studies"), "gc", left)
        yield


@pytest.fixture(scope="session")
def shipped() -> Dataset:
    """The dataset of tests: the first articles of the shipped one."""
    dataset = loader.load(SAMPLE).dataset
    assert dataset is not None
    return dataset


@pytest.fixture
def frame(shipped: Dataset) -> pd.DataFrame:
    """The tidy frame of the shipped dataset."""
    return frames.tidy(shipped)


@pytest.fixture(scope="session", params=LANGS)
def names(request: pytest.FixtureRequest, shipped: Dataset) -> Names:
    """The names of the shipped dataset, in each language in turn."""
    return Names(shipped, request.param)


@pytest.fixture(scope="session")
def panel_stories(names: Names) -> Mapping[str, tuple[PanelStory, tuple[float, ...]]]:
    """The stories of bars that the shipped data allow, each with the pace that goes with progress.

    Keys begin with ``levels``, ``growth`` or ``progress``, and name the metric.
    """
    frame = frames.tidy(names.dataset)
    pairs: dict[str, tuple[PanelStory, tuple[float, ...]]] = {}
    by: tuple[By, ...] = ("sector", "region")
    for metric in ["", *names.dataset.metrics]:
        part = frame[frame["metric"] == metric] if metric else frame
        pairs[f"growth {metric}"] = stories.growth(part, names, most=24), ()
        pairs[f"progress {metric}"] = stories.progress(part, names)
        if metric:
            pairs |= {f"levels {metric} by {key}": (stories.levels(part, key, names), ()) for key in by}
    return {name: pair for name, pair in pairs.items() if not pair[0].empty}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of a worker: Playwright cannot be started twice in a process."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="session")
def address(browser: Browser) -> Iterator[str]:  # the browser first: without one there is nothing to start
    """Where the dashboard runs on the shipped data."""
    with dashboard() as found:
        yield found


@pytest.fixture(scope="session")
def tabs() -> dict[str, Page]:
    """The tabs of a worker, one a locale; they end with the browser."""
    return {}


@pytest.fixture
def visitor(browser: Browser, tabs: dict[str, Page]) -> Iterator[Visitor]:
    """Whatever a test does, nothing may be logged as an error, and nothing may be asked of another machine."""
    visitor = Visitor(browser, tabs)
    yield visitor
    visitor.close()
    assert not visitor.troubles


@pytest.fixture(scope="session")
def shipped_site(shipped: Dataset, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the dataset of this repository, as it was built on some day: by the first worker that needs it."""
    own = tmp_path_factory.getbasetemp()
    out = (own if worker_id == "master" else own.parent) / "site"
    with FileLock(out.with_suffix(".lock")):
        if not (out / manifest.PATH).exists():  # the last that is written
            build.build(study.of(shipped), out, digest="0" * 64, today=date(2026, 1, 2), base="")
    return out


@pytest.fixture(scope="session")
def warm() -> Iterator[Renderer]:
    """The one browser of a worker that draws images; it takes seconds to start."""
    if lacking := renderer.missing():
        pytest.skip(f"no images here: {lacking}")
    found = renderer.shared()
    yield found
    found.close()
