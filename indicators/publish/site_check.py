"""The files of a site → what is wrong with them: links that lead nowhere, requests to elsewhere, changed files.

Pages are read as this program writes them: lower-case tags, attributes in double quotes. Anything else is reported.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import Final, Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from indicators.site.manifest import Manifest
from indicators.site.page_digests import digest_of

FaultKind = Literal["address", "anchor", "changed", "form", "link", "missing", "outside"]
Read = Callable[[str], bytes | None]
"""A path in the site → the content of the file; None where there is none."""

_TAG: Final = re.compile(r'<([a-z][a-z0-9]*)((?:\s+[a-z][\w:-]*(?:="[^"]*")?)*)\s*/?>')
_ANY_TAG: Final = re.compile(r"<[A-Za-z]")
_ATTRIBUTE: Final = re.compile(r'([a-z][\w:-]*)="([^"]*)"')
_SCRIPT: Final = re.compile(r"(<script[^>]*>).*?</script>", re.DOTALL)
_IN_STYLE: Final = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")
_FETCHED: Final[Mapping[str, frozenset[str]]] = {
    "audio": frozenset({"src"}),
    "base": frozenset({"href"}),
    "embed": frozenset({"src"}),
    "form": frozenset({"action"}),
    "iframe": frozenset({"src", "srcdoc"}),
    "image": frozenset({"href"}),
    "img": frozenset({"src", "srcset"}),
    "input": frozenset({"src", "formaction"}),
    "object": frozenset({"data"}),
    "script": frozenset({"src"}),
    "source": frozenset({"src", "srcset"}),
    "track": frozenset({"src"}),
    "use": frozenset({"href"}),
    "video": frozenset({"src", "poster"}),
}
"""Element → the attributes whose addresses a browser asks for by itself, or sends something to."""
_NAMING: Final = frozenset({"alternate", "author", "canonical", "license"})
"""What a ``link`` names without being fetched."""
_PLAIN: Final = frozenset({"class", "id", "lang", "role", "scope", "title", "type"})
"""Attributes that hold no address, which most elements have no others than."""
_SCHEMES: Final = frozenset({"http", "https", "mailto"})


class SiteFault(NamedTuple):
    """What is wrong with the file at ``path``; ``target`` is the address that it is about, if any."""

    kind: FaultKind
    path: str
    target: str = ""


class Address(NamedTuple):
    """An address in a page: ``fetched`` where a browser asks for it by itself, ``own`` where it is the page's own."""

    text: str
    fetched: bool
    own: bool = False


class ReadPage(NamedTuple):
    """The addresses in a page, the ids that links can lead to, and whether all of its tags could be read."""

    addresses: tuple[Address, ...]
    ids: frozenset[str]
    whole: bool


def faults(paths: Iterable[str], read: Read, known: Manifest) -> Iterator[SiteFault]:
    """Everything that is wrong with a site that has files at these paths, those of the manifest among them."""
    digests = {path: digest for part in known.parts.values() for path, digest in part.files.items()}
    pages: dict[str, ReadPage] = {}
    there, built = set[str](), known.files
    for path in sorted({*paths, *built}):
        content = read(path)
        if content is None:
            yield SiteFault("missing", path)
            continue
        there.add(path)
        if path in digests and digest_of(content) != digests[path]:
            yield SiteFault("changed", path)
        if path in built and path.endswith(".html"):
            pages[path] = read_page(content.decode("utf-8", "replace"))
        elif path in built and path.endswith((".css", ".svg")):
            addresses = (Address(text, fetched=True) for text in _IN_STYLE.findall(content.decode("utf-8", "replace")))
            pages[path] = ReadPage(tuple(addresses), frozenset(), whole=True)
    base = _base(pages)
    for path, page in pages.items():
        if not page.whole:
            yield SiteFault("form", path)
        for address in dict.fromkeys(page.addresses):
            yield from _faults_of(address, path, base, pages, there)


def read_page(html: str) -> ReadPage:
    """The addresses in a page and its ids."""
    markup = _SCRIPT.sub(r"\1</script>", html)
    addresses: list[Address] = []
    ids: set[str] = set()
    tags = 0
    for match in _TAG.finditer(markup):
        tags += 1
        if match[2]:
            attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[2])}
            if "id" in attributes:
                ids.add(attributes["id"])
            addresses.extend(addresses_of(match[1], attributes))
    return ReadPage(tuple(addresses), frozenset(ids), tags == len(_ANY_TAG.findall(markup)))


def addresses_of(tag: str, attributes: Mapping[str, str]) -> Iterator[Address]:
    """The addresses in the attributes of one element."""
    if attributes.keys() <= _PLAIN:
        return
    fetched = _FETCHED.get(tag, frozenset())
    for name, value in attributes.items():
        if name == "style":
            yield from (Address(text, fetched=True) for text in _IN_STYLE.findall(value))
        elif name == "srcset" and name in fetched:
            yield from (Address(part.split()[0], fetched=True) for part in value.split(",") if part.strip())
        elif name in fetched:
            yield Address(value, fetched=True)
        elif name == "href":
            kinds = frozenset(attributes.get("rel", "").split()) if tag == "link" else _NAMING
            yield Address(value, fetched=not kinds & _NAMING, own="canonical" in kinds and tag == "link")
    if tag == "meta" and "content" in attributes:
        if attributes.get("http-equiv", "").lower() == "refresh":
            yield Address(attributes["content"].rpartition("=")[2].strip(" '\""), fetched=False)
        elif attributes.get("property") in {"og:image", "og:url"}:
            yield Address(attributes["content"], fetched=False)


def _base(pages: Mapping[str, ReadPage]) -> str:
    """The address of the site, as the first page says that names its own."""
    for path, page in pages.items():
        for address in page.addresses:
            if address.own and address.text.endswith(path):
                return address.text.removesuffix(path)
    return ""


def _faults_of(
    address: Address, path: str, base: str, pages: Mapping[str, ReadPage], there: set[str]
) -> Iterator[SiteFault]:
    destination = _destination(address.text, path if address.text.startswith("#") else posixpath.dirname(path), base)
    if destination.kind == "embedded" and address.fetched:
        return
    if destination.kind == "elsewhere":
        if address.fetched:
            yield SiteFault("outside", path, address.text)
    elif destination.kind != "inside":
        yield SiteFault("address", path, address.text)
    else:
        target = destination.path or path
        if target not in there:
            target = f"{target}/index.html".removeprefix("./")
        if target not in there:
            yield SiteFault("link", path, address.text)
        elif destination.anchor and target in pages and destination.anchor not in pages[target].ids:
            yield SiteFault("anchor", path, address.text)


class _Destination(NamedTuple):
    """Where an address leads: ``path`` and ``anchor`` are those inside the site; an empty path is the page itself."""

    kind: Literal["elsewhere", "embedded", "inside", "unreadable"]
    path: str = ""
    anchor: str = ""


@lru_cache(maxsize=2**16)  # the pages of a folder have most of their links in common
def _destination(text: str, folder: str, base: str) -> _Destination:
    own = bool(base) and text.startswith(base)
    try:
        parts = urlsplit(text.removeprefix(base) if own else text)
    except ValueError:
        return _Destination("unreadable")
    if parts.scheme == "data":
        return _Destination("embedded")
    if parts.netloc or parts.scheme in _SCHEMES:
        return _Destination("elsewhere" if parts.scheme in {"", *_SCHEMES} else "unreadable")
    if parts.scheme:
        return _Destination("unreadable")
    if not parts.path and not own:
        return _Destination("inside", "", unquote(parts.fragment))
    inside = posixpath.normpath(posixpath.join("" if own else folder, unquote(parts.path)))
    return _Destination("inside", inside, unquote(parts.fragment))
