"""Tags and texts → markup, in which every text is escaped unless it is markup already."""

import html
import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final


class Html(str):
    """Markup. Any other string is a text, and is escaped on its way into one."""

    __slots__ = ()


Child = str | Iterable["Child"] | None
Attribute = str | int | bool | None

EMPTY: Final = Html("")
DOCTYPE: Final = " ".join(("<!DOCTYPE", "html>\n"))
XML: Final = " ".join(("<?xml", 'version="1.0"', 'encoding="utf-8"?>\n'))
ELSEWHERE: Final = " ".join(("noopener", "noreferrer", "external"))
"""What a link to somebody else's page is to it."""
VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta"})
_CHARACTERS: Final = re.compile("[<>&\u2028\u2029]")


def markup(*children: Child) -> Html:
    """The children one after the other."""
    return Html("".join(map(_told, children)))


def _told(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Html):
        return child
    if isinstance(child, str):
        return html.escape(child)
    return "".join(map(_told, child))


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """An element. ``class_`` is the attribute class, ``data_spec`` is data-spec; None and False leave one out."""
    start = name + "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Html(f"<{start}>")
    return Html(f"<{start}>{''.join(map(_told, children))}</{name}>")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    written = key.rstrip("_").replace("_", "-")
    return f" {written}" if value is True else f' {written}="{html.escape(str(value))}"'


def link(address: str, *children: Child, **attributes: Attribute) -> Html:
    """A link to a page of the site."""
    return tag("a", *children, href=address, **attributes)


def outside(address: str, *children: Child) -> Html:
    """A link to a page of somebody else, who learns nothing of where the reader came from."""
    return tag("a", *children, href=address, rel=ELSEWHERE)


def linked_data(document: Mapping[str, Any]) -> Html:
    """JSON-LD for machines that read the page."""
    return tag("script", Html(dumped(document)), type="application/ld+json")


def dumped(document: Any) -> str:
    """JSON that may stand inside a script: what could end one is written as an escape, and so is no number NaN."""
    text = json.dumps(_finite(document), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _CHARACTERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _finite(value: Any) -> Any:
    """The same without numbers that JSON has no form for; whole numbers are written without a decimal point."""
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, Mapping):
        return {key: _finite(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(part) for part in value]
    return value
