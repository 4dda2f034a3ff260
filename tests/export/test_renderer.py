"""Images that this machine draws: what has to be there, said beforehand, and what comes out."""

import contextlib
import csv
import io
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageColor

from indicators import study
from indicators.charts.catalogue import Chart, ChartContext, of_everything
from indicators.charts.plots.theme import LIGHT
from indicators.cli.main import main
from indicators.export import chart_files, chart_frame, edition, fonts, pdf_file, renderer
from indicators.export.image_metadata import ImageMetadata
from indicators.export.renderer import FailedError, Renderer, UnavailableError
from indicators.loading import loader
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from indicators.words.export import chart_files as words
from tests import SAMPLE, builders
from tests.editions import DIGEST

pytestmark = pytest.mark.slow

LINK = "https://example.org/?page=explore&metric=gdp"


@pytest.fixture(scope="module")
def chart(names: Names) -> Chart:
    context = ChartContext(study.of(names.dataset), names, LIGHT, {})
    return of_everything(context.study.frame, context)["ratios"]  # hatched, and with patterns of random names


# --- what there is ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_missing_is_said_with_its_remedy(lang: Lang) -> None:
    remedies = {"extra": "pip install", "browser": "CHROMIUM", "font": "fonts-noto-cjk"}
    assert words.MISSING.keys() == remedies.keys()
    assert all(remedy in words.MISSING[part].of(lang) for part, remedy in remedies.items())


def test_without_anything_all_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(renderer.importlib.util, "find_spec", lambda name: None)  # type: ignore[attr-defined]
    monkeypatch.setattr(fonts, "_font_files", lambda: ())
    assert renderer.missing() == ("extra", "browser", "font")
    assert renderer.missing(chinese=False) == ("extra", "browser")
    monkeypatch.setattr(fonts, "_font_files", lambda: (Path("NotoSansCJK-Regular.ttc"),))
    assert renderer.missing() == ("extra", "browser")


def test_a_font_is_missed_before_anything_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never boxes; and what has no Chinese in it needs no such font."""
    monkeypatch.setattr(fonts, "has_chinese_font", lambda: False)
    monkeypatch.setattr(renderer, "browser", lambda: "/bin/false")
    cold = Renderer()
    with pytest.raises(UnavailableError) as raised:
        cold.render({"data": [{"name": "日照"}], "layout": {"height": 9}}, "png", width=9)
    assert "font" in raised.value.missing
    assert not cold.warm


@pytest.mark.parametrize(
    ("figure", "chinese"),
    [
        ({"data": [{"text": ["a", "亿"]}]}, True),
        ({"layout": {"annotations": ({"text": "日照"},)}}, True),
        ({"data": [{"text": ["a", "¥5.69 bn"], "x": [1, None]}]}, False),
    ],
)
def test_chinese_is_seen(figure: dict[str, Any], chinese: bool) -> None:
    assert fonts.has_chinese(figure) is chinese


# --- what comes out --------------------------------------------------------------------------------------------------


@pytest.mark.browser
def test_a_png_has_twice_the_pixels_and_is_not_blank(warm: Renderer, names: Names, chart: Chart) -> None:
    figure = chart_frame.framed(chart, names, LINK)
    content = warm.render(figure, "png", width=chart_frame.WIDTH, scale=chart_frame.SCALE)
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == (2 * chart_frame.WIDTH, 2 * figure["layout"]["height"])
        assert image.convert("L").getextrema() == (ImageColor.getcolor(LIGHT.ink, "L"), 255)  # ink on paper
        assert image.convert("RGB").getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.browser
def test_an_svg_has_all_words_and_is_the_same_each_time(warm: Renderer, names: Names, chart: Chart) -> None:
    figure = chart_frame.framed(chart, names, LINK)
    svg, again = (warm.render(figure, "svg", width=chart_frame.WIDTH) for _ in range(2))
    assert svg == again
    text = re.sub(r"<[^>]+>|\s", "", svg.decode())
    for sentence in (chart.story.title, LINK.replace("&", "&amp;")):
        assert re.sub(r"\s", "", sentence) in text
    used = set(re.findall(r"url\('?#([^')]+)'?\)", svg.decode()))
    assert used
    assert used <= set(re.findall(r'id="([^"]+)"', svg.decode()))
    assert "http://" not in svg.decode().replace("http://www.w3.org/", "")


@pytest.mark.browser
@pytest.mark.usefixtures("warm")
def test_a_pdf_is_the_same_each_time_and_holds_its_text_and_fonts(names: Names, chart: Chart, tmp_path: Path) -> None:
    """The characters themselves: 日 is U+65E5, not the radical that looks like it."""
    content = edition.of(study.of(names.dataset), DIGEST)
    pdf, again = (chart_files.rendered("pdf", chart, content, names, LINK) for _ in range(2))
    assert pdf == again
    assert len(pdf) < 200_000  # although it is hatched
    path = tmp_path / "chart.pdf"
    path.write_bytes(pdf)
    text = without_spaces(poppler("pdftotext", path, "-"))
    rows = [words for mark in chart.story.marks(names) for words in (mark.name, mark.shown)]
    for sentence in (chart.story.title, chart.story.note, *rows, LINK, names.of(names.dataset.about.title)):
        assert without_spaces(sentence) in text
    assert ("\u65e5" in text) == (names.lang == "zh")
    listed = [line.split() for line in poppler("pdffonts", path).splitlines()[2:]]
    assert listed
    for *_, embedded, _subset, with_unicode, _object, _generation in listed:
        assert (embedded, with_unicode) == ("yes", "yes")
    about = dict(line.split(":", 1) for line in poppler("pdfinfo", path).splitlines())
    assert about["Title"].strip() == chart.story.title
    assert content.version in about["Keywords"]


def poppler(program: str, *arguments: str | Path) -> str:
    """What a program of poppler prints. Without poppler the test is skipped, but in CI that is a failure."""
    path = shutil.which(program)
    if path is None:
        reason = f"no {program}: install poppler-utils"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(reason)
        pytest.skip(reason)
    return subprocess.run([path, *arguments], capture_output=True, text=True, check=True).stdout


def without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


SVG = """<svg class="main-svg" width="720" height="40" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 40"><text
x="1" y="20" style="font-family: &quot;Nowhere&quot;, system-ui; font-size: 13px;">{words}</text></svg>"""


def test_a_pdf_has_no_box_for_a_character_without_a_glyph() -> None:
    metadata = ImageMetadata("(title) \\ 标题", "", "", "", "CC0-1.0", "", "x", "x", "zh-CN")
    assert pdf_file.of_svg(SVG.format(words="日照 &amp; A").encode(), metadata).startswith(b"%PDF-1.7")
    with pytest.raises(pdf_file.MissingGlyphError, match="\U0003fffd"):
        pdf_file.of_svg(SVG.format(words="日照\U0003fffd").encode(), metadata)
    with pytest.raises(RuntimeError, match="unknown token"):
        pdf_file.of_svg(b"nothing", metadata)


@pytest.mark.browser
@pytest.mark.usefixtures("warm")
def test_images_say_what_they_are(names: Names, chart: Chart) -> None:
    content = edition.of(study.of(names.dataset), DIGEST)
    svg = ET.fromstring(chart_files.rendered("svg", chart, content, names, LINK))  # noqa: S314  # our own
    drawn, dublin = "{http://www.w3.org/2000/svg}", "{http://purl.org/dc/elements/1.1/}"
    assert [child.tag for child in svg[:3]] == [drawn + name for name in ("title", "desc", "metadata")]
    assert (svg[0].text, svg[1].text) == (chart.story.title, chart.story.alt)
    terms = {element.tag.removeprefix(dublin): element.text for element in svg[2].iter()}
    assert (terms["title"], terms["source"]) == (chart.story.title, chart.story.source_line(names))
    assert (terms["rights"], terms["relation"]) == ("CC-BY-4.0", LINK)
    assert DIGEST in str(terms["identifier"])
    with Image.open(io.BytesIO(chart_files.rendered("png", chart, content, names, LINK))) as image:
        image.load()
        texts = dict(image.info)
    assert texts["Title"] == chart.story.title
    assert texts["Copyright"] == "CC-BY-4.0 https://spdx.org/licenses/CC-BY-4.0"
    assert texts["Source"] == f"{chart.story.source_line(names)} {LINK}"
    assert DIGEST in texts["Collection"]


@pytest.mark.browser
def test_after_a_failure_the_next_image_is_drawn(warm: Renderer) -> None:
    figure = {"data": [{"y": [1, 2]}], "layout": {"height": 90}}
    with pytest.raises(FailedError):
        warm.render({"data": [{"type": "scatter", "x": {1, 2}}], "layout": {"height": 90}}, "svg", width=90)
    assert not warm.warm
    assert warm.render(figure, "svg", width=90).startswith(b"<svg")
    assert warm.warm


def test_a_browser_that_draws_nothing_is_stopped_and_started_again() -> None:
    """It holds 300 MB, for one PDF that somebody asked for once."""
    drawn = {"data": [], "layout": {"height": 100}}
    idle = Renderer(idle=1.0)
    for _ in range(2):
        idle.render(drawn, "svg", width=100)
        assert idle.warm
        until = time.monotonic() + 20
        while idle.warm and time.monotonic() < until:
            time.sleep(0.05)
        assert not idle.warm


def test_the_browser_ends_with_a_program_that_is_killed() -> None:
    """No signal reaches the browser then; it reads the end of the pipe that it is told by."""
    program = (
        "import time; from indicators.export.renderer import Renderer; "
        "Renderer().render({'data': [], 'layout': {'height': 100}}, 'svg', width=100); "
        "print('drawn', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"drawn\n"
    started = _descendants(process.pid)
    assert started
    process.kill()
    process.wait(20)
    process.stdout.close()
    until = time.monotonic() + 20
    while time.monotonic() < until and any(map(_runs, started)):
        time.sleep(0.05)
    assert not [pid for pid in started if _runs(pid)]


def _descendants(pid: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            children.setdefault(int(parent), []).append(int(folder.name))
    found = [pid]
    for one in found:  # which grows meanwhile
        found += children.get(one, [])
    return found[1:]


def _runs(pid: int) -> bool:
    """True if there is such a process that is not only waiting to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# --- the command -----------------------------------------------------------------------------------------------------

Export = Callable[..., int]


def export(*arguments: str, lang: Lang = "en") -> int:
    return main(["export", "charts", "--lang", lang, *arguments])


def metrics_of(dataset: Dataset) -> set[str]:
    return {figure.metric for figure in dataset.figures.values()}


def test_all_standard_charts_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dataset = loader.load(builders.FILE).dataset
    assert dataset is not None
    assert export("--data", str(builders.FILE), "--out", str(tmp_path), "--format", "csv") == 0
    printed = capsys.readouterr()
    written = sorted(tmp_path.iterdir())
    assert sorted(map(Path, printed.out.split())) == written
    assert printed.err == ""  # no terminal, no bar
    drawn: set[str] = set()
    for path in written:
        drawn |= {line.get("figure", "") for line in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))}
    assert {dataset.figures[key].metric for key in drawn if key} == metrics_of(dataset) == {"revenue", "firms"}
    assert (tmp_path / "example-coverage.csv").exists()


def test_a_view_is_what_its_link_shows(tmp_path: Path) -> None:
    link = "https://example.org/app/?page=explore&metric=gazelle-enterprises&show=region&region=lanshan&utm=x"
    assert export("--data", str(SAMPLE), "--out", str(tmp_path), "--format", "csv,html", "--view", link) == 0
    (table, page) = sorted(tmp_path.iterdir())
    assert table.name == "rizhao-region-explore-gazelle-enterprises-lanshan.csv"
    lines = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert [line["figure"] for line in lines] == ["lanshan-gazelles-2020-12"]
    assert "?page=explore&amp;metric=gazelle-enterprises&amp;show=region&amp;region=lanshan<" in page.read_text("utf-8")


def test_the_same_dataset_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("first", "again"):
        out = ("--out", str(tmp_path / name), "--format", "csv,html", "--base", "https://example.org/")
        assert export("--data", str(SAMPLE), *out, "--metric", "gazelle-enterprises") == 0
    for path in (tmp_path / "first").iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--view", "metric=nonsense"], "metric=nonsense"),
        (["--view", "nonsense"], "nonsense"),
        (["--format", "gif"], "gif"),
        (["--data", "nowhere.yaml"], "nowhere.yaml"),
        (["--view", "metric=gazelle-enterprises&show=ratios"], "cannot be drawn"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = [] if "--data" in arguments else ["--data", str(SAMPLE)]
    assert export(*data, "--out", str(tmp_path / "out"), *arguments) == 2
    assert reason in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_is_missing_is_said_by_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(renderer, "missing", lambda *, chinese=True: ("browser", "font") if chinese else ("browser",))
    arguments = ("--data", str(SAMPLE), "--out", str(tmp_path / "out"), "--format", "html,png")
    assert export(*arguments, lang="zh") == 2
    errors = capsys.readouterr().err
    assert words.MISSING["browser"].zh in errors
    assert words.MISSING["font"].zh in errors
    assert not (tmp_path / "out").exists()


def test_a_dataset_with_errors_is_not_drawn(tmp_path: Path) -> None:
    path = builders.write(tmp_path, builders.changed(("text: 14家", "text: many")))
    assert loader.load(path).dataset is None
    assert export("--data", str(path), "--out", str(tmp_path / "out"), "--format", "csv") == 1


@pytest.mark.browser
@pytest.mark.usefixtures("warm")
def test_the_command_draws_images(tmp_path: Path) -> None:
    chosen = ("--metric", "gazelle-enterprises", "--show", "region", "--format", "png,svg,pdf")
    assert export("--data", str(SAMPLE), "--out", str(tmp_path), *chosen, lang="zh") == 0
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".pdf", ".png", ".svg"]
