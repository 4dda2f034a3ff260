"""Cards: what goes with the address of a page where somebody shares it, drawn once and never overflowing."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from indicators import study
from indicators.charts.plots.wrapping import width
from indicators.cli.main import main
from indicators.export import renderer
from indicators.model.dataset import Dataset
from indicators.site import build, card_images, card_texts, cards, downloads
from indicators.site.build import BuildResult
from indicators.site.cards import Card
from indicators.site.pages import entry as entry_page
from indicators.site.volume import Volume, volumes
from indicators.values.text import LANGS, Lang, LocalText
from indicators.words import site as words
from tests.builders import FILE, make_article, make_dataset, make_figure

pytestmark = pytest.mark.slow

BASE = "https://data.example.org/rizhao/"


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "offered", lambda _: ("csv",))


class Pen:
    """Stands for the browser: draws what a card says, and knows what it has drawn."""

    def __init__(self) -> None:
        self.drawn: list[Card] = []

    def __call__(self, card: Card) -> bytes:
        self.drawn.append(card)
        return repr(card).encode()


def some(**changes: Any) -> Dataset:
    """Two figures of a metric and one of another; the changes are of the first."""
    figures = [
        make_figure(id="f0", **changes),
        make_figure(id="f1", region="east", text="20亿元", quote="20亿元"),
        make_figure(id="f2", metric="firms", text="14家", quote="14家"),
    ]
    return make_dataset(make_article(*figures, headline={"zh": "标题", "en": "Headline"}))


def build_site(dataset: Dataset, out: Path, pen: Pen | None, base: str = BASE) -> BuildResult:
    return build.build(study.of(dataset), out, digest="0" * 64, today=date(2026, 1, 2), base=base, draw=pen)


def meta_of(page: Path) -> dict[str, str]:
    """The social metadata of a page."""
    meta = re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', page.read_text("utf-8"))
    return dict(meta)


def card_of(page: Path) -> str:
    """Where the card of a page lies in the site."""
    return meta_of(page)["og:image"].removeprefix(BASE)


# --- in the site -----------------------------------------------------------------------------------------------------


def test_every_page_has_a_card_and_every_card_a_page(tmp_path: Path) -> None:
    pen = Pen()
    build_site(some(), tmp_path, pen)
    meta_of_page = {page: meta_of(page) for page in tmp_path.rglob("*.html")}
    addresses = {facts["og:image"] for facts in meta_of_page.values()}
    assert all(address.startswith(BASE) for address in addresses)
    assert {address.removeprefix(BASE) for address in addresses} == {
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.png")
    }
    pages_of_a_language = 1 + 2 + 2 + 1 + 1 + 3  # overview, metrics, regions, sector, article, figures
    assert len(pen.drawn) == len(addresses) == 2 * pages_of_a_language
    for page, facts in meta_of_page.items():
        assert facts["twitter:card"] == "summary_large_image"
        assert (facts["og:image:width"], facts["og:image:height"]) == ("1200", "630")
        assert facts["og:image:alt"]
        assert facts["og:image"].startswith(f"{BASE}{page.relative_to(tmp_path).parts[0].replace('index.html', 'zh')}/")
    assert card_of(tmp_path / "en" / "figure" / "f0.html") == "en/card/figure/f0.png"
    assert card_of(tmp_path / "en" / "embed" / "revenue-region.html") == "en/card/metric/revenue.png"
    assert card_of(tmp_path / "zh" / "metrics.html") == "zh/card/index.png"


@pytest.mark.parametrize(("pen", "base"), [(None, BASE), (Pen(), "")], ids=["nothing to draw with", "no address"])
def test_where_there_can_be_none_no_page_speaks_of_one(tmp_path: Path, pen: Pen | None, base: str) -> None:
    build_site(some(), tmp_path, pen, base)
    assert not list(tmp_path.rglob("*.png"))
    assert not [page for page in tmp_path.rglob("*.html") if {"og:image", "twitter:card"} & meta_of(page).keys()]


def test_of_many_figures_the_card_is_that_of_their_metric(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_texts, "MOST", 2)
    build_site(some(), tmp_path, Pen())
    assert card_of(tmp_path / "en" / "figure" / "f2.html") == "en/card/metric/firms.png"
    assert card_of(tmp_path / "en" / "article" / "first.html") == "en/card/article/first.png"
    monkeypatch.setattr(card_texts, "MOST", 0)
    build_site(some(), tmp_path, Pen())
    assert card_of(tmp_path / "en" / "article" / "first.html") == "en/card/index.png"
    assert not list(tmp_path.rglob("card/[af]*/*.png"))


def test_a_card_is_drawn_again_only_where_it_says_something_else(tmp_path: Path) -> None:
    pen = Pen()
    build_site(some(), tmp_path, pen)
    for changes, numbers in (
        ({"note": {"zh": "注", "en": "note"}}, set[str]()),
        ({"text": "57.1亿元", "quote": "57.1亿元"}, {"57.1亿元", "¥5.71 bn"}),
    ):
        pen.drawn.clear()
        done = build_site(some(**changes), tmp_path, pen)
        assert done.written  # the page, in either case
        assert {card.number for card in pen.drawn if card.number} == numbers
        assert len(pen.drawn) < 20
    pen.drawn.clear()
    (tmp_path / "en" / "card" / "index.png").unlink()
    build_site(some(text="57.1亿元", quote="57.1亿元"), tmp_path, pen)
    assert [card.heading for card in pen.drawn] == ["Example"]


# --- what stands on them ---------------------------------------------------------------------------------------------


def every_card(volume: Volume) -> Iterator[Card | None]:
    dataset = volume.names.dataset
    yield card_texts.of_overview(volume)
    yield from (card_texts.of_figure(figure, volume) for figure in dataset.figures.values())
    yield from (card_texts.of_article(article, volume) for article in dataset.articles.values())
    for key in volume.entries("region"):
        yield entry_page.card("region", key, entry_page.charts_of("region", key, volume), volume)


def assert_fits(card: Card) -> None:
    """No line is wider than the card, and none lies upon another."""
    lines = card.figure["layout"]["annotations"]
    left = [line for line in lines if line["xanchor"] == "left"]
    for line in lines:
        size, text = line["font"]["size"], unescape(re.sub("</?b>", "", line["text"]))
        assert size * width(text) <= cards.WIDTH - 2 * 72 + size, text
    spans = sorted(
        (line["y"] - size, line["y"]) if line["yanchor"] == "bottom" else (line["y"], line["y"] + size)
        for line in left
        for size in (line["font"]["size"],)
    )
    assert all(first[1] <= second[0] for first, second in pairwise(spans)), card
    assert spans[-1][1] <= cards.HEIGHT


@pytest.mark.parametrize("lang", LANGS)
def test_words_fit(shipped: Dataset, lang: Lang) -> None:
    volume = volumes(study.of(shipped), base=BASE, cards=True)[LANGS.index(lang)]
    cards_ = [card for card in every_card(volume) if card is not None]
    assert len(cards_) > len(shipped.figures)
    for card in cards_:
        assert_fits(card)
        assert card.heading
        assert card.masthead == shipped.about.title.of(lang)


@pytest.mark.parametrize("text", ["字" * 200, "word " * 80, "x" * 300, "36.7亿元", "<b>&amp;</b>"])
def test_long_and_odd_words_fit(text: str) -> None:
    for number in ("", text[:40]):
        assert_fits(Card(text, text, text, text, "data.example.org", number, ((text, "1"), (text, "2"))))


@pytest.mark.parametrize("lang", LANGS)
def test_a_card_of_a_figure_says_what_where_when_and_who(shipped: Dataset, lang: Lang) -> None:
    volume = volumes(study.of(shipped), base=BASE, cards=True)[LANGS.index(lang)]
    card = card_texts.of_figure(shipped.figures["rizhao-transport-investment-2022s1"], volume)
    assert card == Card(
        masthead=shipped.about.title.of(lang),
        kicker={"zh": "日照市 · 交通运输 · 2022年上半年", "en": "Rizhao · Transport · H1 2022"}[lang],
        heading={"zh": "项目完成投资", "en": "Completed project investment"}[lang],
        foot={"zh": "大众日报 · 2022年8月", "en": "Dazhong Daily · August 2022"}[lang],
        site="data.example.org",
        number={"zh": "56.92亿元", "en": "¥5.692 bn"}[lang],
    )


def test_words_of_a_dataset_are_words_on_a_card() -> None:
    hostile = LocalText("<a href='x'>日</a>", "<b>&</b>")
    dataset = some()
    dataset = replace(dataset, about=dataset.about.model_copy(update={"title": hostile}))
    volume = volumes(study.of(dataset), base=BASE, cards=True)[0]
    (card,) = [card for card in [card_texts.of_overview(volume)] if card]
    texts = [line["text"] for line in card.figure["layout"]["annotations"]]
    assert any("&lt;a href='x'&gt;日&lt;/a&gt;" in text for text in texts)
    assert not any("<a" in text for text in texts)


def darkest(grey: Image.Image, box: tuple[int, int, int, int]) -> int:
    return next(level for level, count in enumerate(grey.crop(box).histogram()) if count)


@pytest.mark.browser
@pytest.mark.usefixtures("warm")
def test_a_card_is_a_picture_of_the_size_that_is_asked_for() -> None:
    card = Card("日照报载经济指标", "日照市", "一般公共预算收入", "大众日报", "data.example.org", "56.92亿元")
    content = card_images.draw(card)
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, image.size) == ("PNG", (cards.WIDTH, cards.HEIGHT))
        grey = image.convert("L")
    assert darkest(grey, (0, 0, 1200, 40)) > 250  # paper
    assert darkest(grey, (72, 200, 900, 380)) < 100  # the number
    assert len(content) < 40_000


# --- the command -----------------------------------------------------------------------------------------------------


def run(out: Path, *arguments: str, lang: Lang = "en") -> int:
    return main(["site", "--lang", lang, "--out", str(out), "--data", str(FILE), *arguments])


@pytest.fixture
def pen(monkeypatch: pytest.MonkeyPatch) -> Pen:
    pen = Pen()
    monkeypatch.setattr(card_images, "draw", pen)
    monkeypatch.setattr(renderer, "missing", lambda: ())
    return pen


def test_command_draws_cards_unless_told_not_to(tmp_path: Path, pen: Pen) -> None:
    assert run(tmp_path, "--base", BASE) == 0
    assert pen.drawn
    assert (tmp_path / "zh" / "card" / "figure" / "city-revenue.png").exists()
    assert run(tmp_path, "--base", BASE, "--no-cards") == 0
    assert not list(tmp_path.rglob("*.png"))


@pytest.mark.parametrize("lang", LANGS)
def test_command_says_why_there_are_none(
    tmp_path: Path, pen: Pen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: Lang
) -> None:
    monkeypatch.setattr(renderer, "missing", lambda: ("font",))
    assert run(tmp_path, "--base", BASE, lang=lang) == 0
    errors = capsys.readouterr().err
    assert errors.strip() == words.WITHOUT_CARDS.of(lang).format(reason=words.LACKING["font"].of(lang))
    assert not pen.drawn
    assert (tmp_path / lang / "index.html").exists()


def test_command_whose_browser_fails(
    tmp_path: Path, pen: Pen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_: Card) -> bytes:
        raise renderer.FailedError("gone")

    monkeypatch.setattr(card_images, "draw", fails)
    assert run(tmp_path, "--base", BASE) == 2
    assert "gone" in capsys.readouterr().err
    assert not pen.drawn
