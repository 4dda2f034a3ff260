"""What is known of a work → how to cite it, in five styles and the reader's language.

The styles, and where their rules are from:

* ``plain``: one sentence that anybody can read;
* ``gbt7714``: GB/T 7714—2015, 4.5 and 4.6: [N] for a newspaper, [N/OL] where it was read at an address, [EB/OL] for a
  site, [DB/OL] for the dataset; in the language of the source (6.1), whatever the reader's;
* ``apa``: the Publication Manual of the APA, 7th edition, 9.9, 9.12, 9.16, 9.38 and 10.16: no byline is known, so the
  headline comes first, its translation in brackets behind it; offices and accounts speak for themselves;
* ``bibtex``: an entry of type article or misc that BibTeX and biber read, in UTF-8;
* ``csl``: CSL-JSON of CSL 1.0.2, an array of one item of type article-newspaper, webpage or dataset.

What is not known is left out: an address, an access day, the day of a month. No clock is read here.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args
from urllib.parse import quote as percent_encoded

from indicators.phrasing.names import Names
from indicators.values.periods import Period
from indicators.words import terms
from indicators.words.export import citations as words

Style = Literal["plain", "gbt7714", "apa", "bibtex", "csl"]
STYLES: Final[tuple[Style, ...]] = get_args(Style)
Citations = Mapping[Style, str]
WorkKind = Literal["newspaper", "site", "own", "dataset"]
"""What a work stands in: a newspaper, a news site, what an office or an account publishes itself; or the dataset."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of the thing that is cited; empty or None is what is not known.

    ``printed_by`` is the name of the publisher in the language of the source. ``reprint`` says that the address is that
    of a copy, ``reprinter`` whose. ``notes`` follow in every style. Where ``described``, the headline is not known, and
    the title is a description in square brackets. ``untranslated`` says which language it is in, where readers of the
    citation have another and nobody has translated it.
    """

    key: str
    kind: WorkKind
    title: str
    translation: str = ""
    publisher: str = ""
    printed_by: str = ""
    published: Period | None = None
    url: str = ""
    reprint: bool = False
    reprinter: str = ""
    accessed: Period | None = None
    version: str = ""
    notes: tuple[str, ...] = ()
    language: str = ""
    described: bool = False
    untranslated: str = ""


# --- in sentences ----------------------------------------------------------------------------------------------------


def _plain(work: Work, names: Names) -> str:
    quoted = words.TRANSLATED if work.translation else words.QUOTED if work.title else words.UNTITLED
    title = work.title if work.described else names.of(quoted).format(title=work.title, translation=work.translation)
    title += work.untranslated
    published = work.published.label(names.lang) if work.published else ""
    first = names.of(terms.COMMA).join(filter(None, (work.publisher, title, _version(work, names), published)))
    address = _address(work, names)
    if work.accessed:
        address = names.of(words.ACCESSED).format(address=address, date=work.accessed.label(names.lang))
    return _sentences((first, address, *work.notes), names)


def _gbt7714(work: Work, names: Names) -> str:
    """主要责任者. 题名[N/OL]. 报纸名, 出版日期[引用日期]. 获取和访问路径.

    A site: 主要责任者. 题名[EB/OL]. (更新日期)[引用日期]. 获取和访问路径.
    """
    published = work.published.text if work.published else ""
    seen = f"[{work.accessed.text}]" if work.accessed else ""
    if work.kind == "newspaper":
        carrier, when = "[N/OL]" if work.url else "[N]", f"{work.printed_by}, {published}{seen}"
    else:
        carrier = "[DB/OL]" if work.kind == "dataset" else "[EB/OL]"
        when = (f"({published})" if published else "") + seen
    title = (work.title or words.UNTITLED.zh) + carrier
    parts = (work.printed_by, title, _version(work, names), when, _address(work, names))
    return " ".join(filter(None, (*map(_stop, parts), _sentences(work.notes, names))))


def _apa(work: Work, names: Names) -> str:
    brackets = names.of(words.DATA_SET) if work.kind == "dataset" else work.translation and f"[{work.translation}]"
    brackets = brackets or work.untranslated.strip()
    version = f"({_version(work, names).capitalize()})" if work.version else ""
    title = " ".join(filter(None, (_titled(work, names), version, brackets)))
    when = f"({_apa_date(work.published, names) if work.published else names.of(words.NO_DATE)})."
    address = _address(work, names)
    if work.kind == "dataset" and work.accessed:  # the one work whose page is meant to change
        address = names.of(words.RETRIEVED).format(date=_apa_day(work.accessed, names), address=address)
    named = (_stop(work.publisher), when, _stop(title))
    parts = named if work.kind == "own" else (_stop(title), when, _stop(work.publisher))
    return " ".join(filter(None, (*parts, address, _sentences(work.notes, names))))


def _apa_date(when: Period, names: Names) -> str:
    """2022; 2022, August; 2022, August 5."""
    if names.lang == "zh":
        return when.label("zh")
    *rest, year = when.label("en").split()
    return ", ".join(filter(None, (year, " ".join(reversed(rest)))))


def _apa_day(when: Period, names: Names) -> str:
    if names.lang == "zh":
        return when.label("zh")
    day, month, year = when.label("en").split()
    return f"{month} {day}, {year}"


# --- parts of them ---------------------------------------------------------------------------------------------------


def _titled(work: Work, names: Names) -> str:
    return work.title or names.of(words.UNTITLED)


def _version(work: Work, names: Names) -> str:
    return names.of(words.VERSION).format(version=work.version) if work.version else ""


def _address(work: Work, names: Names) -> str:
    """Where it can be read, and that it is a copy where it is one."""
    if not work.reprint:
        return work.url
    template = words.REPRINTED_BY if work.reprinter else words.REPRINTED
    return names.of(template).format(url=work.url, reprinter=work.reprinter)


_STOPPED: Final = re.compile(r"[.?!。？！]$")
_IS_ADDRESS: Final = re.compile(r"://\S*$")


def _stop(text: str) -> str:
    """The text with a full stop, unless it ends with a mark that does as well."""
    return f"{text}." if text and not _STOPPED.search(text) else text


def _sentences(parts: Sequence[str], names: Names) -> str:
    """The parts in a row, with a full stop after each, unless it would seem part of an address."""
    text = ""
    for part in filter(None, parts):
        text += part + (" " if _IS_ADDRESS.search(part) or _STOPPED.search(part) else names.of(words.STOP))
    return text.rstrip()


def on_one_line(text: str) -> str:
    """The text with single spaces for white space of any kind."""
    return " ".join(text.split())


# --- for programs ----------------------------------------------------------------------------------------------------


def _remarks(work: Work, names: Names) -> str:
    """What the prose styles say and no field of BibTeX or CSL holds."""
    translation = names.of(words.TRANSLATION).format(translation=work.translation) if work.translation else ""
    template = words.IS_REPRINT_BY if work.reprinter else words.IS_REPRINT
    reprint = names.of(template).format(reprinter=work.reprinter) if work.reprint else ""
    return _sentences((translation, reprint, *work.notes), names)


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces even behind a backslash, so they have names here.
_TEX: Final[Mapping[str, str]] = {
    **{char: f"\\{char}" for char in "&%$#_"},
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_OF_TEX: Final = re.compile(r"[&%$#_{}~^\\]")
_NOT_IN_URL: Final = re.compile(r"[{}\\^\s]")


def escape_tex(text: str) -> str:
    """The text as TeX sets it to the letter, on one line and with its braces in pairs."""
    return _OF_TEX.sub(lambda special: _TEX[special[0]], on_one_line(text))


def _tex_url(url: str) -> str:
    """An address as the url command of TeX takes it; what would end a field is percent-encoded (RFC 3986)."""
    return _NOT_IN_URL.sub(lambda char: percent_encoded(char[0], safe=""), url)


def _shown(address: str) -> str:
    """The address for a field that is set as text: with a percent sign only escaped, for biblatex reads it twice."""
    return escape_tex(address) if re.search("[%#]", address) else f"\\url{{{address}}}"


def _bibtex(work: Work, names: Names) -> str:
    newspaper = work.kind == "newspaper"
    address = _tex_url(work.url)
    fields = {
        "author": f"{{{{{escape_tex(work.publisher)}}}}}" if work.publisher else "",
        "title": f"{{{{{escape_tex(_titled(work, names))}}}}}",
        "journal": f"{{{escape_tex(work.publisher)}}}" if newspaper else "",
        **_bibtex_date(work.published),
        "howpublished": f"{{{_shown(address)}}}" if address and not newspaper else "",
        "url": f"{{{address}}}" if address else "",
        "urldate": f"{{{work.accessed.text}}}" if work.accessed else "",
        "version": f"{{{escape_tex(work.version)}}}" if work.version else "",
        "note": f"{{{remarks}}}" if (remarks := escape_tex(_remarks(work, names))) else "",
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join([f"@{'article' if newspaper else 'misc'}{{{work.key},", *lines, "}"])


def _bibtex_date(when: Period | None) -> dict[str, str]:
    """Year, month and day as far as they are known; months are the macros that every style spells out its own way."""
    year, month, day = (*_date_parts(when), 0, 0, 0)[:3]
    return {
        "year": f"{{{year}}}" if year else "",
        "month": _MONTHS[month - 1] if month else "",
        "day": f"{{{day}}}" if day else "",
    }


def _date_parts(when: Period | None) -> list[int]:
    return [int(part) for part in when.text.split("-")] if when else []


def _csl(work: Work, names: Names) -> str:
    types = {"newspaper": "article-newspaper", "dataset": "dataset"}
    item: dict[str, Any] = {
        "id": work.key,
        "type": types.get(work.kind, "webpage"),
        "title": _titled(work, names),
        "author": [{"literal": work.publisher}] if work.kind == "own" else None,
        "container-title": work.publisher if work.kind in {"newspaper", "site"} else None,
        "issued": {"date-parts": [_date_parts(work.published)]} if work.published else None,
        "URL": work.url,
        "accessed": {"date-parts": [_date_parts(work.accessed)]} if work.accessed else None,
        "version": work.version,
        "language": work.language,
        "note": _remarks(work, names),
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)


def written(work: Work, names: Names) -> dict[Style, str]:
    """How to cite the work, by style."""
    return {
        "plain": _plain(work, names),
        "gbt7714": _gbt7714(work, names),
        "apa": _apa(work, names),
        "bibtex": _bibtex(work, names),
        "csl": _csl(work, names),
    }
