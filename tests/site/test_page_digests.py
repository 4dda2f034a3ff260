"""What is not made again is what would come out the same: each page reads what its digest holds, and nothing else."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from indicators import study
from indicators.charts.plots.tile_map import Outline
from indicators.model.articles import ANNUAL
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Ratio
from indicators.site import build, downloads, manifest, page_digests, plan
from indicators.site.build import BuildResult
from indicators.site.page_digests import PageDigests
from indicators.site.pages import article as article_page
from indicators.site.pages import entry as entry_page
from indicators.site.pages import figure as figure_page
from indicators.site.volume import DIMENSIONS, volumes
from indicators.values.text import LocalText
from tests.builders import PUBLISHERS, make_article, make_dataset, make_figure

pytestmark = pytest.mark.slow

DAY = date(2026, 1, 2)


# --- what a page reads -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Watched(Mapping[str, Any]):
    """Entries by their ids, and which of them are read; ``None`` is read where somebody goes through all."""

    entries: Mapping[str, Any]
    read: set[str | None] = field(default_factory=set)

    def __getitem__(self, key: str) -> Any:
        self.read.add(key)
        return self.entries[key]

    def __iter__(self) -> Iterator[str]:
        self.read.add(None)
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


@dataclass(frozen=True)
class Reading:
    """A dataset in which it is seen what is read: figures by their ids, articles by those of any of their figures."""

    dataset: Dataset
    watched: tuple[Watched, ...]

    @classmethod
    def of(cls, dataset: Dataset) -> "Reading":
        copy = replace(dataset)
        watched = [Watched(getattr(dataset, name)) for name in ("figures", "article_of", "articles")]
        for name, watched_mapping in zip(("figures", "article_of", "articles"), watched, strict=True):
            object.__setattr__(copy, name, watched_mapping)
        object.__setattr__(copy, "parts", dataset.parts)  # who goes through all figures; each leads to its own parts
        return cls(copy, tuple(watched))

    def begin(self) -> None:
        for mapping in self.watched:
            mapping.read.clear()

    @property
    def read(self) -> set[str | None]:
        """The ids that were read; an empty one and ``annual`` are no figure's."""
        figures_, article_of, articles = (mapping.read for mapping in self.watched)
        return (figures_ | article_of | articles) - {"", ANNUAL}


def test_a_page_reads_nothing_that_its_digest_does_not_hold(shipped: Dataset) -> None:
    whole = study.of(shipped)
    digests_of_pages = PageDigests(whole)
    reading = Reading.of(shipped)
    volume = volumes(replace(whole, dataset=reading.dataset))[1]
    _ = volume.entries("metric"), volume.parts("region"), volume.parts("sector")
    seen = 0
    for figure in shipped.figures.values():
        reading.begin()
        figure_page.page(figure, volume)
        figure_page.chart_script(figure, volume)
        article = shipped.article_of[figure.id]
        siblings = {article.id, *(sibling.id for sibling in article.figures)}
        assert reading.read <= siblings | {*digests_of_pages.leads_to(figure), figure.id}, figure.id
        seen += len(reading.read - siblings)
    for article in shipped.articles.values():
        reading.begin()
        article_page.page(article, volume)
        assert reading.read <= {article.id, *(sibling.id for sibling in article.figures)}, article.id
    for column in DIMENSIONS:
        for key in volume.entries(column)[:: 4 if column == "metric" else 1]:
            reading.begin()
            drawn = entry_page.charts_of(column, key, volume)
            for _ in entry_page.pages(column, key, drawn, volume):
                pass
            own = {
                figure
                for other in (key, *volume.compared(column, key))
                for figure in volume.rows(column, other)["figure"]
            }
            led_to = {key for figure in own for key in digests_of_pages.leads_to(shipped.figures[figure])}
            assert reading.read <= own | led_to, (column, key)
            seen += len(reading.read - own)
    assert seen > 15  # pages that lead further are among them


def test_every_unit_is_told_by_its_own_digest(shipped: Dataset) -> None:
    """Two figures, articles or entries are never taken for one another."""
    whole = study.of(shipped)
    units = list(plan.parts(volumes(whole)[:1], PageDigests(whole), "0"))
    assert len({unit.key for unit in units}) == len(units)
    digests = [unit.inputs() for unit in units if unit.key.count("/") == 2]
    assert len(set(digests)) == len(digests) > 100


# --- a site that is built again --------------------------------------------------------------------------------------


def spec() -> dict[str, Any]:
    """Articles with figures that lead to each other in every way: parts, plans, corrections, series, quotients."""
    revenue = {"growth": "32%", "completion": "52.1%", "plan": "target22"}
    return {
        "first": {
            "figures": {
                "rev22": {**revenue, "note": {"zh": "注", "en": "note"}},
                "east22": {"region": "east", "text": "20亿元", "quote": "20亿元", "part_of": "rev22"},
                "target22": {"nature": "target", "period": "2022", "text": "120亿元", "quote": "120亿元"},
                "firms22": {"metric": "firms", "text": "14家", "quote": "14家"},
            },
            "headline": {"zh": "标题", "en": "Headline"},
        },
        "second": {"figures": {"again22": {"text": "57亿元", "quote": "57亿元"}}, "publisher": "evening"},
        "third": {"figures": {"rev21": {"period": "2021-S1", "text": "40亿元", "quote": "40亿元"}}},
        "fourth": {"figures": {"firms21": {"metric": "firms", "period": "2021-S1", "text": "12家", "quote": "12家"}}},
    }


@dataclass
class State:
    """What a site is made of."""

    articles: dict[str, Any] = field(default_factory=spec)
    vocabulary: dict[str, Any] = field(default_factory=dict)
    base: str = ""
    outlines: dict[str, Outline] = field(default_factory=dict)

    @property
    def dataset(self) -> Dataset:
        articles = []
        for name, facts_of_article in deepcopy(self.articles).items():
            printed = [make_figure(**{"id": key, **facts}) for key, facts in facts_of_article.pop("figures").items()]
            articles.append(make_article(*printed, **{"id": name, **facts_of_article}))
        return replace(make_dataset(*articles), publishers=PUBLISHERS, **self.vocabulary)

    def figure(self, key: str) -> dict[str, Any]:
        facts: dict[str, Any] = next(
            article["figures"][key] for article in self.articles.values() if key in article["figures"]
        )
        return facts

    def renamed(self, table: str, key: str, **changes: Any) -> None:
        entries_ = getattr(self.dataset, table)
        self.vocabulary[table] = {**entries_, key: entries_[key].model_copy(update=changes)}


NEW: Final = LocalText(zh="新名", en="New name")


def corrected(state: State) -> None:
    fix = {
        "region": "east", "text": "21亿元", "quote": "21亿元", "supersedes": "east22",
        "reason": {"zh": "更正", "en": "corrected"},
    }  # fmt: skip
    state.articles["fifth"] = {"figures": {"east22b": fix}, "published": "2022-09-05"}


def a_ratio(state: State) -> None:
    ratio = {"id": "each", "name": {"zh": "户均", "en": "Each"}, "numerator": "revenue", "denominator": "firms"}
    state.vocabulary["ratios"] = {"each": Ratio.model_validate({**ratio, "unit": "CNY"})}


def backwards(state: State) -> None:
    state.articles = dict(reversed(state.articles.items()))


def outlined(state: State) -> None:
    state.outlines = {"east": (((119.0, 35.0), (119.2, 35.0), (119.1, 35.2), (119.0, 35.0)),)}


CHANGES: Final[Mapping[str, Callable[[State], object]]] = {
    "nothing": lambda _: None,
    "the order of the articles": backwards,
    "a number": lambda state: state.figure("rev22").update(text="56.93亿元"),
    "a quote": lambda state: state.figure("firms22").update(quote="共14家"),
    "a note": lambda state: state.figure("rev22").update(note={"zh": "另注", "en": "another"}),
    "a report that no longer agrees": lambda state: state.figure("again22").update(text="59亿元", quote="59亿元"),
    "the year before": lambda state: state.figure("rev21").update(text="41亿元", quote="41亿元"),
    "a part without a number": lambda state: state.articles["third"]["figures"].update(
        west={"region": "east", "part_of": "rev22", "text": None, "growth": "3%", "quote": "3%"}
    ),
    "a part": lambda state: state.figure("east22").update(text="22亿元", quote="22亿元"),
    "a target": lambda state: state.figure("target22").update(text="121亿元", quote="121亿元"),
    "a quotient": a_ratio,
    "what is divided by": lambda state: state.figure("firms22").update(text="15家", quote="15家"),
    "a correction": corrected,
    "the reason of a correction": lambda state: state.figure("east22b").update(reason={"zh": "改", "en": "better"}),
    "a headline": lambda state: state.articles["first"].update(headline={"zh": "新题", "en": "New headline"}),
    "an address": lambda state: state.articles["first"].update(url="https://www.daily.cn/new.html"),
    "a publisher": lambda state: state.articles["second"].update(publisher="weekly"),
    "another figure": lambda state: state.articles["fourth"]["figures"].update(more={"region": "east"}),
    "a region": lambda state: state.figure("more").update(region="city", period="2020"),
    "the name of a metric": lambda state: state.renamed("metrics", "revenue", name=NEW),
    "what a metric is": lambda state: state.renamed("metrics", "revenue", additive=False),
    "the name of a region": lambda state: state.renamed("regions", "east", name=NEW),
    "an outline": outlined,
    "a figure less": lambda state: state.articles["first"]["figures"].pop("firms22"),
    "an article less": lambda state: state.articles.pop("third"),
    "the address of the site": lambda state: setattr(state, "base", "https://data.example.org/"),
}


@pytest.fixture
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    """One language and the light formats: what is looked at here is the same for all."""
    monkeypatch.setattr(build, "volumes", lambda *arguments, **more: volumes(*arguments, **more)[1:])
    monkeypatch.setattr(downloads, "offered", lambda figures_: ("csv", "json"))


def build_site(state: State, out: Path) -> BuildResult:
    return build.build(
        study.of(state.dataset), out, digest="0" * 64, today=DAY, base=state.base, outlines=state.outlines
    )


def afresh(out: Path, state: State, elsewhere: Path) -> None:
    """Make the site of a state in an empty folder, of which only the feed knows what was there before."""
    shutil.rmtree(elsewhere, ignore_errors=True)
    (elsewhere / manifest.PATH).parent.mkdir(parents=True)
    known = manifest.Manifest(figures=manifest.read(out).figures)
    (elsewhere / manifest.PATH).write_text(manifest.to_json(known), "utf-8")
    build_site(state, elsewhere)


def contents(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("_light")
def test_where_the_digest_of_a_unit_is_the_same_its_files_are() -> None:
    """Byte for byte, through all these changes, one upon the other, two at a time."""
    state, known, kept, every = State(), dict[tuple[str, str], dict[str, Any]](), 0, 0
    steps = list(CHANGES.items())
    for step in (steps[:1], steps[1:2], *(steps[start : start + 2] for start in range(2, len(steps), 2))):
        for _, change in step:
            change(state)
        for unit in units(state):
            built_of = (unit.key, unit.inputs())
            files: dict[str, Any] = dict(unit.make())
            assert known.setdefault(built_of, files) == files, f"{[name for name, _ in step]}: {unit.key}"
            kept += known[built_of] is not files
            every += 1
    assert every / 12 < kept < every  # it does not tell all units apart each time


def units(state: State) -> Iterator[plan.SitePart]:
    whole = study.of(state.dataset)
    both = volumes(whole, base=state.base, outlines=state.outlines)[1:]
    digests_of_pages = PageDigests(whole, state.base, state.outlines)
    told_by_everything = ("assets", "overview")  # what is the same only where all is
    return (unit for unit in plan.parts(both, digests_of_pages, "0") if not unit.key.endswith(told_by_everything))


@pytest.mark.usefixtures("_light")
@pytest.mark.parametrize("name", ["nothing", "a number", "the name of a metric", "an article less"])
def test_a_site_that_is_built_again_is_as_one_that_is_built_afresh(tmp_path: Path, name: str) -> None:
    out, state = tmp_path / "again", State()
    first = build_site(state, out)
    CHANGES[name](state)
    done = build_site(state, out)
    afresh(out, state, tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")
    assert (done.written + done.removed == 0) == (name == "nothing")
    assert done.made <= first.made


@pytest.mark.usefixtures("_light")
def test_only_what_a_change_concerns_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_again: list[str] = []
    page = figure_page.page

    def noted(figure: Any, volume: Any) -> Any:
        made_again.append(figure.id)
        return page(figure, volume)

    monkeypatch.setattr(figure_page, "page", noted)
    state = State()
    build_site(state, tmp_path)
    assert sorted(made_again) == sorted(state.dataset.figures)
    for key, concerned in (("firms21", {"firms21", "firms22", *spec()["first"]["figures"]}), ("", set[str]())):
        made_again.clear()
        if key:
            state.figure(key).update(text="13家", quote="13家")
        build_site(state, tmp_path)
        assert set(made_again) <= concerned
        assert (key in made_again) == bool(key)


@pytest.mark.usefixtures("_light")
def test_another_program_makes_all_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it a site would go on saying what an earlier version said."""
    state = State()
    build_site(state, tmp_path / "again")
    monkeypatch.setattr("indicators.words.pages.sources.FIGURES", NEW)

    assert build_site(state, tmp_path / "again").written == 0  # the digest of the program is cached
    monkeypatch.setattr(page_digests, "program", lambda: "another")
    assert build_site(state, tmp_path / "again").written > len(state.articles)
    afresh(tmp_path / "again", state, tmp_path / "fresh")
    assert contents(tmp_path / "again") == contents(tmp_path / "fresh")


def test_a_program_is_its_version_and_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    known = page_digests.program()
    page_digests.program.cache_clear()
    assert page_digests.program() == known
    page_digests.program.cache_clear()
    monkeypatch.setattr("indicators.__version__", "99")
    assert page_digests.program() != known
    page_digests.program.cache_clear()


@pytest.mark.usefixtures("_light")
def test_what_somebody_has_changed_or_removed_is_made_again(tmp_path: Path) -> None:
    state = State()
    build_site(state, tmp_path)
    before = contents(tmp_path)
    changed, gone = (tmp_path / "en" / "figure" / f"{key}.html" for key in ("rev22", "rev21"))
    changed.write_bytes(changed.read_bytes().replace(b"2", b"3", 1))
    gone.unlink()
    assert build_site(state, tmp_path).written == 2
    assert contents(tmp_path) == before
