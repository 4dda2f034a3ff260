"""Tags, texts and templates → markup, in which every text is escaped unless it is markup already."""

import json
import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from markupsafe import Markup, escape

Child = str | Iterable["Child"] | None
"""The content of an element: markup as it is, other strings escaped, None for nothing, or several of these."""
Attribute = str | int | bool | None

EMPTY: Final = Markup()
DOCTYPE: Final = Markup("<!DOCTYPE html>\n")
XML: Final = Markup('<?xml version="1.0" encoding="utf-8"?>\n')
ELSEWHERE: Final = "noopener noreferrer external"
"""The ``rel`` of a link to another site."""
VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta"})
_TEXTS: Final = re.compile(
    r"<(?P<program>script|style|title|option|textarea)\b.*?</(?P=program)>|>[^<]{24,}", re.DOTALL
)
"""Texts that can hold a long word; what stands in some elements cannot have another within."""
_LONG_WORD: Final = re.compile(r"[^\s<>\u2e80-\ufaff\ufe30-\uffef]{24,}")
"""Chinese is broken between any two characters."""
_ENDS_SCRIPT: Final = re.compile("[<>&\u2028\u2029]")


def markup(*children: Child) -> Markup:
    """The children one after the other."""
    return Markup("".join(map(_escaped, children)))


def joined(separator: str, children: Iterable[Child]) -> Markup:
    """The children with a separator between them, which is a text like any other."""
    return Markup(escape(separator).join(map(markup, children)))


def _escaped(child: Child) -> str:
    if isinstance(child, Markup):
        return child
    if child is None:
        return ""
    if isinstance(child, str):
        return escape(child)
    return "".join(map(_escaped, child))


def with_breaks(page: Markup) -> Markup:
    """The page, in which each word that is too long for a line can be broken: ``.long-word`` in the style sheets."""
    return Markup(_TEXTS.sub(_broken, page))


def _broken(part: re.Match[str]) -> str:
    return part[0] if part["program"] else _LONG_WORD.sub(lambda word: _long_word(word[0]), part[0])


def _long_word(escaped: str) -> str:
    return tag("span", Markup(escaped), class_="long-word")


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """An element. ``class_`` is the attribute class, ``data_spec`` is data-spec; None and False leave one out."""
    start = _start(name, attributes) if attributes else name
    if name in VOID:
        return Markup(f"<{start}>")
    return Markup("".join(("<", start, ">", *map(_escaped, children), "</", name, ">")))


def empty_tag(name: str, /, **attributes: Attribute) -> Markup:
    """An element of XML with nothing in it."""
    return Markup(f"<{_start(name, attributes)}/>")


def _start(name: str, attributes: Mapping[str, Attribute]) -> str:
    return name + "".join(_attribute(key, value) for key, value in attributes.items())


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    return f" {_name(key)}" if value is True else f' {_name(key)}="{escape(str(value))}"'


@cache
def _name(key: str) -> str:
    """The name of an attribute, by that of the argument of ``tag``."""
    return key.rstrip("_").replace("_", "-")


def link(address: str, *children: Child, **attributes: Attribute) -> Markup:
    """A link to a page of the site."""
    return tag("a", *children, href=address, **attributes)


def outside(address: str, *children: Child) -> Markup:
    """A link to another site, which does not learn where the reader came from."""
    return tag("a", *children, href=address, rel=ELSEWHERE)


def script(source: str) -> Markup:
    """A program in the page; what could end the element in the middle of it is written as an escape."""
    return tag("script", Markup(source.replace("</script", "<\\/script")))


def json_script(document: Any, **attributes: Attribute) -> Markup:
    """Data in the page, for the programs that read it."""
    return tag("script", Markup(dumped(document)), **attributes)


def filled(template: str, parts: Mapping[str, Child]) -> Markup:
    """A template of markup, with each ``{{name}}`` replaced by the part of that name; KeyError where there is none."""
    return Markup(re.sub(r"\{\{(\w+)\}\}", lambda match: markup(parts[match[1]]), template))


def dumped(document: Any) -> str:
    """JSON that can stand inside a script: characters that could end it are escaped, and NaN becomes null."""
    text = json.dumps(_finite(document), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _ENDS_SCRIPT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


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
