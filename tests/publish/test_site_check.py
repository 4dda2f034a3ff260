"""What is wrong with a site is found, each kind of fault by itself; a site as it was made has none."""

from collections.abc import Callable, Mapping
from html.parser import HTMLParser

import pytest

from indicators.publish import site_check
from indicators.publish.site_check import SiteFault
from indicators.site import manifest
from tests.builders import make_dataset
from tests.site.sites import BASE, make

PAGE = "en/index.html"
Change = Callable[[str], str]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of a small site that knows its address."""
    out = tmp_path_factory.mktemp("site")
    make(make_dataset(), out, base=BASE)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def faults(files: Mapping[str, bytes]) -> list[SiteFault]:
    known = manifest.parse(files[manifest.PATH])
    return list(site_check.faults(files, files.get, known))


def with_body(files: Mapping[str, bytes], html: str, path: str = PAGE) -> list[SiteFault]:
    """The faults that some markup adds to a page, but that it is no longer what was built."""
    page = files[path].decode().replace("</main>", f"{html}</main>")
    return [fault for fault in faults({**files, path: page.encode()}) if fault.kind != "changed"]


def test_a_site_as_it_was_made_has_no_fault(files: Mapping[str, bytes]) -> None:
    assert len(files) > 40
    assert not faults(files)


def test_a_file_that_is_gone_and_a_file_that_was_changed(files: Mapping[str, bytes]) -> None:
    without = {path: content for path, content in files.items() if path != "en/figures.html"}
    found = faults(without)
    assert SiteFault("missing", "en/figures.html") in found
    assert {"missing", "link"} == {fault.kind for fault in found}
    assert faults({**files, "assets/site.js": b"alert(1)"}) == [SiteFault("changed", "assets/site.js")]


@pytest.mark.parametrize(
    ("html", "kind", "target"),
    [
        ('<a href="nowhere.html">x</a>', "link", "nowhere.html"),
        ('<a href="../../x">x</a>', "link", "../../x"),
        (f'<a href="{BASE}en/nowhere.html">x</a>', "link", f"{BASE}en/nowhere.html"),
        ('<a href="figures.html#nothing">x</a>', "anchor", "figures.html#nothing"),
        ('<a href="#nothing">x</a>', "anchor", "#nothing"),
        ('<a href="javascript:alert(1)">x</a>', "address", "javascript:alert(1)"),
        ('<a href="//[x">x</a>', "address", "//[x"),
        ('<img src="https://e.org/a.png" alt="">', "outside", "https://e.org/a.png"),
        ('<img src="//e.org/a.png" alt="">', "outside", "//e.org/a.png"),
        ('<img srcset="../assets/icon.svg 1x, https://e.org/b.png 2x" alt="">', "outside", "https://e.org/b.png"),
        ('<script src="https://e.org/a.js"></script>', "outside", "https://e.org/a.js"),
        ('<link rel="preconnect" href="https://e.org">', "outside", "https://e.org"),
        ('<link rel="stylesheet" href="https://e.org/a.css">', "outside", "https://e.org/a.css"),
        ('<div style="background:url(https://e.org/a.png)"></div>', "outside", "https://e.org/a.png"),
        ('<iframe src="https://e.org/"></iframe>', "outside", "https://e.org/"),
        ('<form action="https://e.org/"></form>', "outside", "https://e.org/"),
        ("<IMG SRC=https://e.org/a.png>", "form", ""),
        ("<img src='https://e.org/a.png'>", "form", ""),
    ],
)
def test_each_fault_in_a_page_is_found(files: Mapping[str, bytes], html: str, kind: str, target: str) -> None:
    assert with_body(files, html) == [(kind, PAGE, target)]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://e.org/a">x</a>',
        '<a href="mailto:a@e.org">x</a>',
        '<a href="../">x</a>',
        '<a href="./">x</a>',
        '<a href="#content">x</a>',
        '<img src="data:image/png;base64,AA==" alt="">',
        f'<a href="{BASE}en/">x</a>',
        '<script type="application/json">{"a":"<b>"}</script>',
    ],
)
def test_what_is_right_is_no_fault(files: Mapping[str, bytes], html: str) -> None:
    assert not with_body(files, html)


def test_a_stylesheet_that_asks_elsewhere(files: Mapping[str, bytes]) -> None:
    for rule in ("@import 'https://e.org/a.css';", "a{background:url( https://e.org/a.css )}"):
        changed = {**files, "assets/site.css": files["assets/site.css"] + rule.encode()}
        found = [fault for fault in faults(changed) if fault.kind != "changed"]
        assert found == [SiteFault("outside", "assets/site.css", "https://e.org/a.css")]


class _Independent(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str | None] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [str(value) for name, value in attrs if name in {"href", "src"}]
        self.ids |= {value for name, value in attrs if name == "id"}


def test_pages_are_read_as_a_parser_reads_them(files: Mapping[str, bytes]) -> None:
    htmls = [content.decode() for path, content in files.items() if path.endswith(".html")]
    assert len(htmls) > 20
    for html in htmls:
        page, independent = site_check.read_page(html), _Independent(html)
        named = [address.text for address in page.addresses]
        assert [text for text in independent.addresses if text not in named] == []
        assert page.ids == independent.ids
