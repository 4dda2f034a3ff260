"""An SVG → a PDF whose text can be searched and copied, with its fonts inside, as vl-convert makes it.

Chromium would write 日 as the radical ⽇, since one glyph serves both, and a hatched chart in four megabytes.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from importlib import import_module
from typing import Final

from indicators.export import fonts
from indicators.export.image_metadata import ImageMetadata

SCALE: Final = 0.75
"""Points per pixel of CSS."""
_SIZE: Final = re.compile(r'(?<= width=")([\d.]+)(" height=")([\d.]+)')
_FAMILY: Final = re.compile(r"font-family: ?(?:&quot;|[^;&\"])+")
_TEXT: Final = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
_REFERENCE: Final = re.compile(rb"\b(\d+) 0 R\b")
_RESOURCES: Final = re.compile(rb"(?:^ +/[a-z]+\d+ \d+ 0 R\n)+", re.MULTILINE)
_GLYPH: Final = re.compile(rb"^<(?!0000>)[0-9A-F]{4}> <((?:[0-9A-F]{4})+)>$", re.MULTILINE)
"""A glyph and the text that it stands for; glyph 0 is the box of a character that the font does not have."""


class MissingGlyphError(Exception):
    """No font of this machine has these characters, so that boxes or nothing would stand for them."""


def of_svg(svg: bytes, metadata: ImageMetadata) -> bytes:
    """The PDF; equal images give equal bytes. Needs vl-convert (the extra export), and no browser.

    Raises MissingGlyphError, and RuntimeError where the SVG is not one.
    """
    text = svg.decode()
    shown = set(unescape("".join(re.sub(r"<[^>]+>", "", words) for words in _TEXT.findall(text))))
    families = fonts.families(chinese=bool(fonts.CHINESE.search("".join(shown))))
    in_points = _SIZE.sub(_scaled, _FAMILY.sub(f"font-family: {families}, sans-serif", text), count=1)
    drawn: bytes = import_module("vl_convert").svg_to_pdf(in_points)
    missing = shown - _drawn_characters(drawn)  # of which white space and pictures may be
    if boxes := [char for char in missing if char.isalnum() or fonts.CHINESE.match(char)]:
        raise MissingGlyphError("".join(sorted(boxes)))
    return _rewritten(drawn, metadata)


def _scaled(match: re.Match[str]) -> str:
    """The size of the page in points; the lengths in it go on being pixels, as its view box says."""
    return f"{float(match[1]) * SCALE:g}{match[2]}{float(match[3]) * SCALE:g}"


def _drawn_characters(pdf: bytes) -> set[str]:
    """The characters for which the fonts in the PDF have glyphs."""
    return set("".join(bytes.fromhex(code.decode()).decode("utf-16-be") for code in _GLYPH.findall(pdf)))


# --- the same objects in an order that depends on nothing but the image ----------------------------------------------


def _rewritten(pdf: bytes, metadata: ImageMetadata) -> bytes:
    """The PDF with its objects in the order in which they are referred to, and with the metadata.

    vl-convert numbers fonts and lists resources in another order each time.
    """
    objects = dict(_objects(pdf))
    root = int(re.findall(rb"/Root (\d+) 0 R", pdf)[-1])
    reached = [root]
    for number in reached:  # which grows meanwhile
        referred = dict.fromkeys(map(int, _REFERENCE.findall(objects[number][0])))
        reached += [key for key in referred if key not in reached]
    numbers = {old: new for new, old in enumerate(reached, 1)}

    def renumbered(match: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % numbers[int(match[1])]

    bodies = [_REFERENCE.sub(renumbered, head) + stream for head, stream in map(objects.__getitem__, reached)]
    bodies[0] = bodies[0].replace(b"/Type /Catalog", b"/Type /Catalog" + _catalogue(metadata))
    return _written([*bodies, _information(metadata)])


def _objects(pdf: bytes) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
    """Number of each object, its dictionary with resources in the order of their names, and its stream, if any."""
    table = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    offsets = sorted(int(offset) for offset in re.findall(rb"^(\d{10}) \d{5} n", pdf[table:], re.MULTILINE))
    for start, end in zip(offsets, [*offsets[1:], table], strict=True):
        number, _, body = pdf[start:end].partition(b" 0 obj\n")
        body = body[: body.rindex(b"endobj")]
        head, mark, stream = body.partition(b"stream\n")
        yield int(number), (_RESOURCES.sub(_sorted_lines, head), mark + stream)


def _sorted_lines(match: re.Match[bytes]) -> bytes:
    lines = sorted(match[0].splitlines(keepends=True), key=_place)
    return b"".join(lines)


def _place(line: bytes) -> tuple[int, bytes]:
    """So that gs10 comes after gs2."""
    return len(line.split()[0]), line


def _written(bodies: Iterable[bytes]) -> bytes:
    """A file of these objects, numbered from 1: the first is the root, the last the information on the document."""
    content, offsets = b"%PDF-1.7\n%\x80\x80\x80\x80\n", list[int]()
    for number, body in enumerate(bodies, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%sendobj\n" % (number, body)
    count = len(offsets) + 1
    rows = b"".join(b"%010d 00000 n\r\n" % offset for offset in offsets)
    table = b"xref\n0 %d\n0000000000 65535 f\r\n%s" % (count, rows)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return content + table + trailer % (count, count - 1, len(content))


def _catalogue(metadata: ImageMetadata) -> bytes:
    return b"\n  /Lang %s\n  /ViewerPreferences << /DisplayDocTitle true >>" % _string(metadata.lang)


def _information(metadata: ImageMetadata) -> bytes:
    texts = {
        "Title": metadata.title,
        "Author": metadata.source,
        "Subject": metadata.description,
        "Keywords": ", ".join(filter(None, (metadata.license, metadata.identifier, metadata.link))),
        "Creator": metadata.collection,
        "Producer": "svg2pdf",
    }
    lines = [b"  /%s %s\n" % (key.encode(), _string(text)) for key, text in texts.items() if text]
    return b"<<\n%s>>\n" % b"".join(lines)


def _string(text: str) -> bytes:
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()
