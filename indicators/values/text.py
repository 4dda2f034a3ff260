"""Words in two languages, and texts made safe: to keep, to compare, and to show in a terminal, Markdown and Plotly."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

Lang = Literal["zh", "en"]
LANGS: Final[tuple[Lang, ...]] = ("zh", "en")
TAGS: Final[Mapping[Lang, str]] = {"zh": "zh-CN", "en": "en"}
"""The languages as pages, browsers and reference managers call them (BCP 47)."""


@dataclass(frozen=True, slots=True)
class LocalText:
    """The same words in Chinese and in English."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  # read where pydantic makes one from a file

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        """The words in one language."""
        return self.zh if lang == "zh" else self.en

    def language_in(self, lang: Lang) -> Lang:
        """The language in which ``of`` has the words: the one that both have where they were given in one only."""
        if self.zh != self.en:
            return lang
        return "zh" if _CHINESE.search(self.zh) else "en"


_CHINESE: Final = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Counted:
    """Words with a ``{count}``, and those for one, which English says differently: 1 figure, 92 figures."""

    singular: LocalText
    plural: LocalText

    def of(self, lang: Lang, count: int) -> str:
        """The words for ``count`` things in one language, with separators between thousands."""
        return (self.singular if count == 1 else self.plural).of(lang).format(count=f"{count:,}")


# Cc control, Cf format (bidi, zero-width), Co private use, Cs surrogate, Zl/Zp line and paragraph separators.
_UNSAFE_CATEGORIES: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_JOINERS: Final = frozenset("\u200c\u200d")  # Persian and Hindi spelling, emoji sequences
_PLAIN: Final = re.compile(r"[\x20-\x7e\u4e00-\u9fff\u3001-\u301f\uff01-\uff5e“”‘’·—]*")


def unsafe_at(text: str) -> int | None:
    """Index of the first character that could make a text read as something else, or None.

    The main reason are bidirectional controls (UAX #9): U+202E before ``7.63`` shows ``36.7``. A joiner is allowed
    between two letters or symbols only.
    """
    if _PLAIN.fullmatch(text):
        return None
    for index, char in enumerate(text):
        if unicodedata.category(char) not in _UNSAFE_CATEGORIES:
            continue
        if char in _JOINERS and _joins(text, index):
            continue
        return index
    return None


def _joins(text: str, index: int) -> bool:
    around = text[index - 1 : index] + text[index + 1 : index + 2]
    if len(around) < 2:
        return False
    return all(unicodedata.category(char)[0] in "LMS" and not char.isascii() for char in around)


def one_line(text: str, limit: int | None = None) -> str:
    """The text on one line, cut to ``limit`` characters, without characters that control a terminal.

    Unusual white space is shown as ␣: a key that ends in it is not the key that it looks like.
    """
    cut = text if limit is None or len(text) <= limit else text[: limit - 1] + "…"
    line = _UNUSUAL_SPACE.sub("␣", _BREAKS.sub(" ", cut))
    return "".join("\ufffd" if unsafe_at(char) is not None else char for char in line)


_BREAKS: Final = re.compile(r"[\t\r\n]+")
_UNUSUAL_SPACE: Final = re.compile(r"[^\S ]")


def plain_forms(text: str) -> str:
    """The text in its compatibility forms (NFKC), with one kind of quotation mark and dash, and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).split())


def fold(text: str) -> str:
    """The text as a reader compares it: in plain forms and without white space."""
    return plain_forms(text).replace(" ", "")


_SAME: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "−": "-", "〜": "~"})


def escape_markdown(text: str) -> str:
    """The text escaped for Streamlit's Markdown: no emphasis, maths, emoji, link or image in it.

    Of what looks like an address Streamlit makes a link after it has read the Markdown, whatever was escaped in it: a
    word joiner, which nobody sees, breaks it.
    """
    return escape_marks(_LINKED.sub("\\g<0>\u2060", text))


def escape_marks(text: str) -> str:
    """The text escaped for the Markdown of others, on one line: an address in it can be copied."""
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))


_LINKED: Final = re.compile(r"www(?=\.)|https?:(?=//)|@(?=[\w-])", re.IGNORECASE)
_MARKDOWN: Final = re.compile(r"[!-/:-@\[-`{-~]")


def escape_plotly(text: str) -> str:
    """The text escaped for Plotly: nothing in it becomes a link, a line break or a style."""
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def nearest(word: str, known: Iterable[str]) -> str:
    """The most similar known word, or the empty string where none is similar."""
    words = list(known)
    if len(words) > 1000:  # comparing with 100,000 ids takes seconds
        words = [other for other in words if other[:4] == word[:4]][:1000]
    return next(iter(difflib.get_close_matches(word, words, n=1, cutoff=0.6)), "")
