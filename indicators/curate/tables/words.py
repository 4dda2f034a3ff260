"""The words of a head, a label or a title of a table → what they say: a kind of number, a unit, a place, a name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from indicators.curate.recognition.context.places import Gazetteer
from indicators.curate.recognition.text import times
from indicators.curate.recognition.text.folding import fold
from indicators.curate.tables.blocks import PrintedRow
from indicators.curate.tables.layout import cell_at, without_footnote
from indicators.model.subjects import Nature
from indicators.values import periods, quantity_parser
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.text import plain_forms
from indicators.values.unit_table import UnitTable

ValueRole = Literal["amount", "growth", "points", "share", "completion", "comparator", "rank", "base"]
"""What the numbers of a row or column are; the last three are no figures."""

_BRACKETS: Final = re.compile(r"[(\[【]([^()\[\]【】]{0,24})[)\]】]")
_UNIT_IS: Final = re.compile(r"(?:计量)?单位 ?[:：] ?([^\s()]{1,24})")
_SEPARATORS: Final = re.compile(r"[、,，;；]|和|及")
_PERCENT: Final = re.compile(r"[±+\-]{0,3} ?%|百分比|per ?cent", re.IGNORECASE)
_POINTS: Final = re.compile(r"[±+\-]{0,3} ?(?:个?百分点|pp)", re.IGNORECASE)
_PERCENT_AT_END: Final = re.compile(r"[±+\-]{0,3} ?%$|[±+\-]{1,3}$")
_CHILD: Final = re.compile(r"^(?:#|＃|其中 ?[:：]?|[-–—]{1,2}|of which:? ?)\s*", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}(?:[、．]|\.(?![0-9]))|[①-⑳])\s*"
)
_ROLES: Final[tuple[tuple[str, ValueRole], ...]] = (
    (r"位次|排名|名次|排序|rank", "rank"),
    (r"环比|比上月|较上月|month[- ]on[- ]month|增减额|增加额|净增|同比增减(?!率)|增量", "comparator"),
    (
        r"(?:完成|占|达)[^,，]{0,8}(?:计划|任务|目标|预算)[^,，]{0,6}(?:%|比例|比重|进度|$)|完成率|完成进度",
        "completion",
    ),
    (r"(?:上年|去年)(?:同期|同月|全年)?(?:数|额|值|水平)?$|基期", "base"),
    (r"比重|占比|占[^,，]{1,12}(?:%|比例)|构成|share", "share"),
    (r"同比|[比较](?:上年|去年)|增长|增速|增幅|涨幅|±|(?<!新)增减|growth|y[- ]?o[- ]?y", "growth"),
)
"""The words of a head that say what the numbers are, in the order in which they are looked for."""
_ROLE_WORDS: Final = re.compile(
    r"(?:与|和)?(?:比|较)?(?:上年|去年)?(?:同期)?(?:相比)?(?:同比|增长|增速|增幅|涨幅|增减|±|\+-)+(?:率|幅度?|速度)?|比(?:上年|去年)(?:同期)?"
    r"|[比较](?=(?:19|20)[0-9]{2}年)|占比|比重|绝对[量值数额]|实绩|完成情况|完成数|金额|数值|本期|本月|当月|累计|[合总]计|指标(?:名称)?|地区|区县|县区|市县|项目名称|名称"
    r"|(?<![\u4e00-\u9fff])总量(?![\u4e00-\u9fff])|(?:年[度初]|全年|本年|调整)预算(?:数|额|安排)?"
    r"|实际完成|完成(?!投资)|年度?(?:目标|任务|计划)|(?:全年)?(?:目标|任务|计划)|预计|全[市县区]"
    r"|growth|change|value|amount|total",
    re.IGNORECASE,
)
"""Words that say nothing of what is measured."""
_MONTH_ALONE: Final = re.compile(r"本月|当月")
_TO_DATE: Final = re.compile(r"累计|1 ?[-—–~至] ?本月")
_TARGET: Final = re.compile(
    r"目标|任务|计划(?!总?投资|生育)|(?<!公共)(?<!基金)预算(?:数|额|安排)?$|target|plan", re.IGNORECASE
)
_EXPECTED: Final = re.compile(r"预计|预期|expected|forecast", re.IGNORECASE)
_HAS_TIME: Final = re.compile(r"[0-9年月季半末底]|[Yy]ear|half|quarter|[A-Z][a-z]{2}")
_WHOLE: Final = re.compile(r"(?:全[市县区]|[合总]计|总量|total)", re.IGNORECASE)
_SOMEWHERE: Final = re.compile(r"[\u4e00-\u9fff]{1,7}(?:省|市|县|区|自治州)|全[国省]|国家|山东|全球")
_SPACED: Final = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) +([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
"""A name of two characters that is set as wide as longer ones: 莒　县."""
_PUNCTUATION: Final = re.compile(r"[\s:：,，、;；#＃()\[\]【】\"“”'%./—–-]+")


@dataclass(frozen=True, slots=True)
class TableWords:
    """What some words of a table say.

    ``words`` are what is left of them that can name a metric; ``unit`` is a unit that they give, ``percent`` says that
    they give per cent, too. ``role`` is empty where they do not say what the numbers are. ``child`` is true of a part
    of the row above (其中). ``named`` is true where a region is called by its name, ``elsewhere`` of a place that the
    dataset does not know.
    """

    words: str = ""
    unit: str = ""
    percent: bool = False
    points: bool = False
    role: ValueRole | Literal[""] = ""
    region: str = ""
    nature: Nature = "actual"
    child: bool = False
    named: bool = False
    elsewhere: bool = False
    month_alone: bool = False
    to_date: bool = False

    @property
    def is_rate(self) -> bool:
        return self.role in {"growth", "points", "share", "completion"}


@dataclass(slots=True)
class TableWordReader:
    """Reads the words of tables with what a dataset knows of units and places; each text is read once."""

    table: UnitTable
    gazetteer: Gazetteer
    published: Period | None
    _known: dict[str, TableWords] = field(default_factory=dict)

    def read(self, text: str) -> TableWords:
        """What the words of one cell say."""
        known = self._known.get(text)
        if known is None:
            plain = fold(without_footnote(text)).text.replace("\n", " ").strip()
            known = self._known[text] = self._read(_SPACED.sub(r"\1\2", plain))
        return known

    def _read(self, text: str) -> TableWords:
        words = _NUMBERED.sub("", text)
        child = _CHILD.match(words)
        words = _NUMBERED.sub("", words[child.end() :] if child else words)
        units, percent, points = self._units(words)
        bare = self._without_units(words)
        role = self._role(bare, points=points and not units)
        mentions = self.gazetteer.mentions(bare)
        named = self._without_places_and_times(_ROLE_WORDS.sub(" ", bare))
        somewhere = _SOMEWHERE.fullmatch(bare.strip()) is not None
        return TableWords(
            words=named if not somewhere else "",
            unit=units[0] if units else "",
            percent=percent,
            points=points,
            role=role,
            region=mentions[-1].region if mentions else "",
            nature="actual" if role in {"completion", "growth", "share"} else _nature(bare),
            child=child is not None,
            named=any(mention.is_named for mention in mentions),
            elsewhere=bool(mentions and not mentions[-1].region)
            or (somewhere and not mentions and not _WHOLE.fullmatch(bare.strip())),
            month_alone=_MONTH_ALONE.search(bare) is not None,
            to_date=_TO_DATE.search(bare) is not None,
        )

    def _without_places_and_times(self, text: str) -> str:
        several = [(mention.start, mention.end) for mention in self.gazetteer.mentions(text)]
        several += [(time.start, time.end) for time in times.find(text, None)]
        for start, end in sorted(several, reverse=True):
            text = f"{text[:start]} {text[end:]}"
        return _PUNCTUATION.sub(" ", text).strip()

    def _units(self, text: str) -> tuple[list[str], bool, bool]:
        """The units that some words give in brackets or as 单位：, and whether per cent and points are among them."""
        given = [match[1] for match in _BRACKETS.finditer(text)] + [match[1] for match in _UNIT_IS.finditer(text)]
        given += [text] if self.is_unit(text) else []
        parts = [part.strip() for words in given for part in _SEPARATORS.split(_UNIT_IS.sub(r"\1", words))]
        percent = any(_PERCENT.fullmatch(_rate_unit(part)) for part in parts) or bool(_PERCENT_AT_END.search(text))
        points = any(_POINTS.fullmatch(_rate_unit(part)) for part in parts) or bool(re.search(r"百分点$", text))
        return [part for part in parts if self.is_unit(part)], percent, points

    def _without_units(self, text: str) -> str:
        if self.is_unit(text):
            return ""
        kept = _BRACKETS.sub(lambda match: " " if self._gives_unit(match[1]) else match[0], _UNIT_IS.sub(" ", text))
        return _PERCENT_AT_END.sub("", kept.strip())

    def _gives_unit(self, words: str) -> bool:
        parts = [part.strip() for part in _SEPARATORS.split(_UNIT_IS.sub(r"\1", words))]
        rate = [_PERCENT.fullmatch(_rate_unit(part)) or _POINTS.fullmatch(_rate_unit(part)) for part in parts]
        return all(is_rate or self.is_unit(part) for is_rate, part in zip(rate, parts, strict=True))

    def is_unit(self, words: str) -> bool:
        """True of the words of a unit of amounts: 亿元, 万人次, 元/平方米."""
        return bool(words) and not words[0].isdecimal() and _is_unit(words, self.table)

    @staticmethod
    def _role(text: str, *, points: bool) -> ValueRole | Literal[""]:
        role: ValueRole | Literal[""] = next(
            (role for words, role in _ROLES if re.search(words, text, re.IGNORECASE)), ""
        )
        return "points" if role == "growth" and points else role

    def period(self, texts: Sequence[str]) -> tuple[Period | None, str]:
        """The last time that some texts name, each read with what those before it say, and its words.

        A year that is named counts before that of publication: 1—7月 below 2023年. A part of a year without one is
        that of the year which another text names, whichever stands first: 2023年 above a row 一季度.
        """
        told = sorted((text for text in texts if _HAS_TIME.search(text)), key=_has_no_year)
        return _period(tuple(told), self.published) if told else (None, "")


@lru_cache(maxsize=4096)
def _is_unit(words: str, table: UnitTable) -> bool:
    try:
        unit = quantity_parser.parse(f"1{words}", table).unit
    except Fault:
        return False
    return unit.dimension != "points"


def _rate_unit(part: str) -> str:
    """A unit of a rate without the words for its growth: 同比±%."""
    return re.sub(r"同比|增长|增减|比上年", "", part).strip()


def _nature(text: str) -> Nature:
    if _EXPECTED.search(text):
        return "expected"
    return "target" if _TARGET.search(text) else "actual"


@lru_cache(maxsize=4096)
def _period(texts: tuple[str, ...], published: Period | None) -> tuple[Period | None, str]:
    last: tuple[Period | None, str] = (None, "")
    joined, start = "", 0
    for text in texts:
        start = len(joined)
        joined += plain_forms(without_footnote(text)) + ","
        year = last[0] is not None
        named = [time for time in times.find(joined, None if year else published) if time.use != "base"]
        own = [time for time in named if time.start >= start and time.period is not None]
        if own:
            last = own[-1].period, joined[own[-1].start : own[-1].end]
        elif (bare := _BARE_YEAR.fullmatch(joined[start:-1].strip())) is not None:
            last = periods.parse(bare[0]), bare[0]
    return last


def _has_no_year(text: str) -> bool:
    """True of words that name a part of a year without saying of which: 一季度."""
    plain = plain_forms(without_footnote(text))
    named = [time for time in times.find(plain, None) if time.use != "base"]
    return bool(named) and not any(time.period for time in named) and not _BARE_YEAR.fullmatch(plain.strip())


_BARE_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


def narrowed(period: Period | None, words: TableWords) -> Period | None:
    """A period as the head of a column means it: 本月 is the last month of 1—7月, 累计 is from January on."""
    if period is None or period.kind in {"day", "days"}:
        return period
    if words.month_alone:
        return periods.parse(f"{period.end:%Y-%m}")
    if words.to_date and period.kind == "month":
        return periods.between(date(period.end.year, 1, 1), period.end)
    return period


@dataclass(slots=True)
class RowsAbove:
    """What the rows above say of the next one: labels that stand for several rows, and the row that it is a part of."""

    parent: str = ""
    _labels: dict[int, str] = field(default_factory=dict)
    _words: list[str] = field(default_factory=list)

    def take(self, row: PrintedRow, columns: Sequence[int], words: TableWordReader) -> None:
        """Remember the labels of a row."""
        texts = {column: cell_at(row, column).text for column in columns}
        if any(texts.values()):
            first = min(column for column, text in texts.items() if text)
            self._labels = {column: text for column, text in self._labels.items() if column < first}
            self._labels |= {column: text for column, text in texts.items() if text}
        read = [words.read(text) for text in texts.values() if text]
        named = [entry.words for entry in read if entry.words]
        if named:
            self._words = named
        if named and not any(entry.child for entry in read):
            self.parent = " ".join(named)

    def labels(self, row: PrintedRow, columns: Sequence[int]) -> list[str]:
        """The labels of a row in some columns; an empty one is that of a row above."""
        return [text for column in columns if (text := cell_at(row, column).text or self._labels.get(column, ""))]

    def words(self, labels: Sequence[TableWords]) -> list[str]:
        """The words of the last row that had any, for one that only says what its numbers are: 比上年增长（%）."""
        return self._words if any(words.role for words in labels) else []


UNIT_ROLES: Final[Mapping[str, str]] = {"growth": "%", "points": "个百分点", "share": "%", "completion": "%"}
"""What stands behind the number of a rate of which only the head has the unit."""


def parses(role: ValueRole, words: str) -> bool:
    """True of words that are a rate of this kind."""
    parsers = {
        "growth": quantity_parser.parse_growth, "points": quantity_parser.parse_points,
        "share": quantity_parser.parse_share, "completion": quantity_parser.parse_completion,
    }  # fmt: skip
    try:
        parsers[role](words)
    except Fault:
        return False
    return True


def of_kind(period: Period | None, kind: str) -> Period | None:
    """The period of a flow, or the moment at its end of a stock."""
    return period.moment() if period is not None and kind == "stock" and period.kind != "day" else period
