"""The first answer: Streamlit's document, which names the dataset before any script has run."""

import gzip
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from indicators import study
from indicators.loading.store import Store
from indicators.server import shell
from indicators.server.guards import headers
from indicators.server.live.watch import Shown
from indicators.server.shell import Shell
from tests import SAMPLE, builders
from tests.server.asgi import Answer, ask
from tests.server.doors import INDEX

URL = "https://data.example.org/rizhao/"
CHINESE = ("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")


def shown_of(path: Path) -> Shown:
    snapshot = Store(path).current()
    assert snapshot.dataset is not None
    return Shown(study.of(snapshot.dataset), snapshot.digest)


@pytest.fixture(scope="module")
def shown() -> Shown:
    return shown_of(SAMPLE)


def first(shown: Shown | None, link: str = "/", *sent: tuple[str, str], url: str = "", site: bool = False) -> Answer:
    made = Shell(lambda: shown, url, lambda: site)
    return ask(Starlette(routes=[Route("/", made.answer)]), link, sent)


def test_what_is_replaced_stands_in_the_installed_document_once() -> None:
    text = INDEX.read_text(encoding="utf-8")
    assert [len(pattern.findall(text)) for pattern in shell.MARKED] == [1] * len(shell.MARKED)


def test_what_draws_the_first_words_is_asked_for_at_once(shown: Shown) -> None:
    """Streamlit asks for it when they have come; it lies where its document says that scripts lie."""
    links = re.findall(r'<link rel="modulepreload" href="\./([^"]+)" crossorigin>', first(shown).text)
    assert [link.partition(".")[0] for link in links] == ["static/js/Html", "static/js/purify"]
    assert all((INDEX.parent / link).is_file() for link in links)
    assert links[1].rpartition("/")[2] in (INDEX.parent / links[0]).read_text("utf-8")  # which draws it


def test_it_names_the_dataset(shown: Shown) -> None:
    about = shown.study.dataset.about
    english, chinese = first(shown, url=URL).text, first(shown, "/", CHINESE, url=URL).text
    assert '<html lang="en">' in english
    assert '<html lang="zh-CN">' in chinese
    title = re.findall("<title>(.*?)</title>", english)
    assert title == [f"Overview – Reported Indicators, {(about.short or about.title).en}"]
    assert "Streamlit</title>" not in english + chinese
    for text in (english, chinese):
        assert text.count(f'<link rel="canonical" href="{URL}">') == 1
        assert text.count('<meta name="description"') == text.count('<meta property="og:title"') == 1
        assert "_stcore/agent" not in text


def test_the_language_of_the_link_goes_before_that_of_the_browser(shown: Shown) -> None:
    assert '<html lang="en">' in first(shown, "/?lang=en", CHINESE).text
    assert '<html lang="zh-CN">' in first(shown, "/?lang=zh").text
    assert '<html lang="en">' in first(shown, "/?lang=<script>").text


def test_without_an_address_there_is_no_canonical_one(shown: Shown) -> None:
    assert "canonical" not in first(shown, "/", ("Host", "evil.example")).text
    assert "evil" not in first(shown, "/?page=evil", ("Host", "evil.example")).text


def test_before_the_first_dataset_it_is_the_document_all_the_same() -> None:
    text = first(None).text
    assert "<title>Reported Indicators</title>" in text
    assert re.findall(r'src="[^"]*"', text) == re.findall(r'src="[^"]*"', INDEX.read_text(encoding="utf-8"))


def test_what_a_curator_writes_is_text(tmp_path: Path) -> None:
    payload = r"</title><script>alert(1)</script>\g<0>"
    text = SAMPLE.read_text(encoding="utf-8")
    evil = re.sub(r"(?m)^(  title: *\{zh: *)[^,]*", lambda match: f"{match[1]}'{payload}'", text, count=1)
    evil = re.sub(r"(?m)^(  short: *\{zh: *)[^,]*", lambda match: f"{match[1]}'{payload[:20]}'", evil, count=1)
    answer = first(shown_of(builders.write(tmp_path, evil)), "/", CHINESE)
    assert "<script>alert" not in answer.text
    assert "&lt;/title&gt;" in answer.text


def test_its_scripts_are_those_whose_hashes_the_policy_has(shown: Shown) -> None:
    assert headers.hashes(first(shown).text) == headers.hashes(INDEX.read_text(encoding="utf-8"))


def test_a_browser_without_scripts_is_led_to_the_static_site_if_there_is_one(shown: Shown) -> None:
    assert 'href="./site/zh/index.html"' in first(shown, site=True).text
    assert "site/" not in first(shown).text


def test_it_is_sent_once_and_compressed(shown: Shown) -> None:
    plain = first(shown)
    small = first(shown, "/", ("Accept-Encoding", "gzip, br"))
    assert gzip.decompress(small.body) == plain.body
    assert small.header("Content-Encoding") == "gzip"
    again = first(shown, "/", ("If-None-Match", plain.header("ETag")))
    assert (again.status, again.body) == (304, b"")
    other = first(shown, "/?lang=zh", ("If-None-Match", plain.header("ETag")))
    assert other.status == 200


def test_what_is_shown_next_is_named_next(shown: Shown) -> None:
    current: list[Shown | None] = [None]
    made = Shell(lambda: current[0], "", lambda: False)
    app = Starlette(routes=[Route("/", made.answer)])
    before = ask(app, "/").text
    current[0] = shown
    assert ask(app, "/").text != before
