"""A drawn chart → the same image with what it says of itself: title, description, sources, link, licence and data."""

import struct
import zlib
from dataclasses import dataclass
from typing import Final

from indicators.export.markup import empty_tag, tag

_NAMESPACES: Final = {
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:cc": "http://creativecommons.org/ns#",
}
_PNG_HEADER: Final = 33
"""Bytes of a PNG before its first chunk of our own: the signature and the header of the image."""


@dataclass(frozen=True, slots=True)
class ImageMetadata:
    """What an image says of itself. ``lang`` is a language tag, and empty texts are left out.

    ``source`` names those who printed the numbers, ``link`` leads to the chart, ``collection`` is the dataset, and
    ``identifier`` its version and digest. ``license_address`` is empty where the licence has none.
    """

    title: str
    description: str
    source: str
    link: str
    license: str
    license_address: str
    collection: str
    identifier: str
    lang: str


def in_svg(svg: bytes, metadata: ImageMetadata) -> bytes:
    """The image with a title, a description, and the terms of Dublin Core and Creative Commons."""
    terms = {
        "dc:title": metadata.title,
        "dc:source": metadata.source,
        "dc:relation": metadata.link,
        "dc:rights": metadata.license,
        "dc:identifier": metadata.identifier,
        "dc:isPartOf": metadata.collection,
        "dc:language": metadata.lang,
    }
    address = metadata.license_address
    work = tag(
        "cc:Work",
        *(tag(name, text) for name, text in terms.items() if text),
        empty_tag("cc:license", **{"rdf:resource": address}) if address else None,
        **{"rdf:about": ""},
    )
    head = (
        tag("title", metadata.title)
        + tag("desc", metadata.description)
        + tag("metadata", tag("rdf:RDF", work, **_NAMESPACES))
    )
    start, end, rest = svg.partition(b">")
    return start + f' role="img" xml:lang="{metadata.lang}"'.encode() + end + head.encode() + rest


def in_png(png: bytes, metadata: ImageMetadata) -> bytes:
    """The image with a text for each keyword of https://www.w3.org/TR/png-3/#11keywords that fits."""
    texts = {
        "Title": metadata.title,
        "Description": metadata.description,
        "Source": " ".join(filter(None, (metadata.source, metadata.link))),
        "Copyright": " ".join(filter(None, (metadata.license, metadata.license_address))),
        "Collection": f"{metadata.collection} ({metadata.identifier})",
    }
    chunks = b"".join(_text_chunk(keyword, text, metadata.lang) for keyword, text in texts.items() if text)
    return png[:_PNG_HEADER] + chunks + png[_PNG_HEADER:]


def _text_chunk(keyword: str, text: str, lang: str) -> bytes:
    """A chunk iTXt: text in UTF-8, not compressed, without a translation of its keyword."""
    content = b"iTXt" + keyword.encode("latin-1") + b"\0\0\0" + lang.encode("ascii") + b"\0\0" + text.encode()
    return struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))
