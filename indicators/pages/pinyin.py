"""Chinese characters → how they are read: pinyin without tones, a syllable for each character."""

import re
from functools import cache
from importlib import import_module
from typing import Any

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_READABLE = re.compile(r"[a-z0-9]+")


def syllables(text: str) -> str:
    """The syllables with spaces between them: 重点 is ``zhong dian``; empty where the text has no Chinese character."""
    if not _CHINESE.search(text):
        return ""
    parts: list[str] = _library().lazy_pinyin(text)
    return " ".join(run for part in parts for run in _READABLE.findall(part.lower()))


@cache
def _library() -> Any:
    """Its table of phrases takes a quarter of a second to import, which nobody waits for who does not search."""
    return import_module("pypinyin")
