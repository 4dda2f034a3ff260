"""The units that newspapers print: how each is spelled, what it measures, and how an amount in it is written."""

import difflib
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from indicators.values.text import Lang, LocalText


class Unit(NamedTuple):
    """One unit; a number in it times ``scale`` is in the base unit of its ``dimension``.

    ``name`` stands in titles of axes, in English in the plural; ``singular`` is the English singular. ``symbol`` is the
    currency sign before an English amount. ``forms`` are all spellings that are read, in lower case.
    """

    id: str
    dimension: str
    scale: Decimal
    name: LocalText
    singular: str
    symbol: str
    forms: frozenset[str]


def _unit(  # noqa: PLR0913, PLR0917 - a row of a table has that many columns
    id_: str, dimension: str, scale: str, zh: str, en: str, forms: str = "", *, singular: str = "", symbol: str = ""
) -> Unit:
    singular = singular or en
    spellings = frozenset(form.lower() for form in (id_, zh, en, singular, *forms.split("|")) if form)
    return Unit(id_, dimension, Decimal(scale), LocalText(zh, en), singular, symbol, spellings)


_SIMPLE: Final = (
    _unit("CNY", "money-CNY", "1", "元", "yuan", "人民币|元人民币|人民币元|rmb|yuan rmb|renminbi|¥", symbol="¥"),
    _unit("USD", "money-USD", "1", "美元", "dollars", "美金|us dollars|us dollar|us$|$", singular="dollar", symbol="$"),
    # 1 公顷 = 15 亩, so that with 亩 as the base every area is an exact decimal.
    _unit("mu", "area", "1", "亩", "mu"),
    _unit("ha", "area", "15", "公顷", "hectares", singular="hectare"),
    _unit("km2", "area", "1500", "平方公里", "km²", "平方千米|sq km|square kilometres|square kilometers"),
    _unit("m2", "area", "0.0015", "平方米", "m²", "平米|㎡|sq m|square metres|square meters"),
    _unit("t", "mass", "1", "吨", "tonnes", "tons|ton|metric tons", singular="tonne"),
    _unit("kg", "mass", "0.001", "公斤", "kg", "千克|kilograms|kilogram|kilos"),
    _unit("km", "length", "1", "公里", "km", "千米|kilometres|kilometers|kilometre|kilometer"),
    _unit("TEU", "containers", "1", "标箱", "TEU", "teus|标准箱|个标箱|个标准箱"),
    _unit("kWh", "energy", "1", "千瓦时", "kWh", "kilowatt-hours"),
    _unit("kW", "power", "1", "千瓦", "kW", "kilowatts"),
    _unit("percent", "ratio", "0.01", "%", "%", "per cent"),
    _unit("permille", "ratio", "0.001", "‰", "‰", "per mille"),
    _unit("fold", "ratio", "1", "倍", "fold", "-fold"),
    # A point is a hundredth, as a percent is, so that 5% and 0.3 points can be added; but it is never a ratio.
    _unit("pp", "points", "0.01", "个百分点", "percentage points", "百分点", singular="percentage point"),
    _unit("persons", "people", "1", "人", "people", "名|位|persons", singular="person"),
    _unit("visits", "visits", "1", "人次", "visits", singular="visit"),
    _unit("enterprises", "count", "1", "家", "enterprises", "companies|company|firms|firm", singular="enterprise"),
    _unit("households", "count", "1", "户", "households", singular="household"),
    _unit("items", "count", "1", "个", "items", singular="item"),
    _unit("projects", "count", "1", "项", "projects", "个项目", singular="project"),
    _unit("pieces", "count", "1", "件", "pieces", singular="piece"),
    _unit("lines", "count", "1", "条", "lines", singular="line"),
    _unit("times", "count", "1", "次", "times", singular="time"),
    _unit("sets", "count", "1", "台", "sets", "套|台套", singular="set"),
    _unit("vehicles", "count", "1", "辆", "vehicles", singular="vehicle"),
    _unit("places", "count", "1", "处", "places", "座|所|sites", singular="place"),
)

# What an amount can be "per", in the order in which the id and the name say it: 元/人/月.
_PER: Final = {
    "person": ("人", "person", ("head", "capita", "people")),
    "t": ("吨", "tonne", ("t", "ton")),
    "mu": ("亩", "mu", ()),
    "m2": ("平方米", "m²", ("m2", "㎡", "square metre", "square meter")),
    "month": ("月", "month", ()),
    "year": ("年", "year", ("annum",)),
}
_PER_WORDS: Final = {word: id_ for id_, (zh, en, more) in _PER.items() for word in (zh, en, *more)}
_MONEY_PER: Final = ("person", "t", "mu", "m2", "month", "year", "person/month", "person/year")


def _per(base: Unit, per: str) -> Unit:
    parts = [_PER[part] for part in per.split("/")]
    zh = "".join(f"/{part[0]}" for part in parts)
    en = "".join(f" per {part[1]}" for part in parts)
    name = LocalText(base.name.zh + zh, base.name.en + en)
    forms = frozenset({name.zh, name.en})
    return Unit(f"{base.id}/{per}", f"{base.dimension}/{per}", base.scale, name, base.singular + en, base.symbol, forms)


def _rows() -> Iterable[Unit]:
    simple = {unit.id: unit for unit in _SIMPLE}
    money = (_per(simple[currency], per) for currency in ("CNY", "USD") for per in _MONEY_PER)
    return chain(_SIMPLE, money, [_per(simple["kg"], "mu")])


COUNTED: Final = frozenset({"count", "people", "visits"})
"""The dimensions of what is counted, one by one."""
UNITS: Final[dict[str, Unit]] = {unit.id: unit for unit in _rows()}
FORMS: Final[dict[str, Unit]] = {form: unit for unit in UNITS.values() for form in unit.forms}

_DIVIDED: Final = re.compile(r" ?(?:/|每|\b(?:per|a)\b) ?")


def find(printed: str, per: frozenset[str] = frozenset(), currency: str = "") -> Unit | None:
    """The unit with this spelling, in lower case; None where there is none.

    ``per`` are words that stood before the number (人 and 月 of 每人每月5000元), ``currency`` is the id of a currency
    that did.
    """
    plain = FORMS.get(printed)
    if plain and not per and not currency:
        return plain
    base, *divisors = [printed] if plain and "/" not in plain.id else _DIVIDED.split(printed)
    unit = FORMS.get(base or currency.lower())
    words = [*divisors, *per]
    parts = {_PER_WORDS.get(word) for word in words}
    if unit is None or None in parts or len(parts) < len(words) or currency not in {"", unit.id}:
        return None
    return UNITS.get("/".join([unit.id, *(part for part in _PER if part in parts)]))


_MEANT: Final = {"圆": "元", "块": "元", "块钱": "元", "公吨": "吨", "人数": "人", "%点": "个百分点", "pct": "%"}
_LONGEST_FORM: Final = max(map(len, FORMS))


@lru_cache(maxsize=1024)  # the same slip is often made throughout a file
def suggestion(printed: str) -> str:
    """The spelling that was probably meant, or the empty string."""
    if len(printed) > _LONGEST_FORM:
        return ""
    return _MEANT.get(printed) or next(iter(difflib.get_close_matches(printed, FORMS, n=1)), "")


class Size(NamedTuple):
    """A multiplier and what stands for it, in a sentence and on a chart."""

    factor: Decimal
    word: str
    short: str


SIZES: Final[dict[Lang, tuple[Size, ...]]] = {
    "zh": tuple(Size(Decimal(10**n), word, word) for n, word in ((12, "万亿"), (8, "亿"), (4, "万"), (0, ""))),
    "en": (
        Size(Decimal(10**12), "trillion", "tn"),
        Size(Decimal(10**9), "billion", "bn"),
        Size(Decimal(10**6), "million", "mn"),
        Size(Decimal(10**3), "thousand", "thousand"),
        Size(Decimal(1), "", ""),
    ),
}
# Where sizes begin: Chinese says 万 as soon as it can; 30,800 people is better than 30.8 thousand.
SIZED_FROM: Final[dict[Lang, Decimal]] = {"zh": Decimal(10**4), "en": Decimal(10**6)}
MINUS: Final = "\u2212"
_UNSIZED: Final = frozenset({"ratio", "points"})
_TIGHT: Final = frozenset({"%", "‰"})


def sized(amount: Decimal, lang: Lang, *, least: Decimal, coarse: Decimal = Decimal(1)) -> Size:
    """The largest size that the amount reaches; none for an amount below ``least``, and none below ``coarse``."""
    sizes = [size for size in SIZES[lang] if size.factor >= coarse]
    return next((size for size in sizes if least <= amount >= size.factor), sizes[-1])


def joined(digits: str, word: str, unit: Unit, lang: Lang) -> str:
    """A number and its unit as the language joins them: 36.7亿元, 1 enterprise, 3.67 billion yuan, 32%."""
    if lang == "zh":
        return digits + word + unit.name.zh
    name = unit.singular if digits == "1" and not word else unit.name.en
    return f"{digits}{f' {word}' * bool(word)}{' ' * (name not in _TIGHT)}{name}"


@lru_cache(maxsize=16_384)  # a page shows one number many times
def compact(value: Decimal | float, unit: str, lang: Lang, digits: int = 4) -> str:
    """The amount (in the base unit) as a chart's label: 56.92亿元, ¥5.692 bn, 17; a dash where there is no amount.

    It is rounded to ``digits`` significant digits, but keeps all digits before the point.
    """
    row = UNITS[unit]
    number = Decimal(str(value)) / row.scale
    if not number.is_finite():
        return "—"
    if abs(number) < 1:  # what rounding errors of floats leave of 0
        number = round(number, digits)
    rounded = _rounded(number, digits)
    least = Decimal("Infinity") if row.dimension in _UNSIZED else SIZED_FROM[lang]
    size = sized(abs(rounded), lang, least=least)
    if not size.word:
        rounded = _rounded(number, max(digits, number.adjusted() + 1))
    shown = format((abs(rounded) / size.factor).normalize(), ",f" if lang == "en" else "f")
    sign = MINUS * (rounded < 0)
    if lang == "en" and row.dimension == "count":  # what is counted stands in the name of the metric
        return f"{sign}{shown}{f' {size.short}' * bool(size.word)}"
    if lang == "zh" or not row.symbol:
        return sign + joined(shown, size.short, row, lang)
    per = row.name.en.removeprefix(UNITS[row.id.partition("/")[0]].name.en)
    return f"{sign}{row.symbol}{shown}{f' {size.short}' * bool(size.word)}{per}"


def _rounded(number: Decimal, digits: int) -> Decimal:
    return Context(prec=digits, rounding=ROUND_HALF_UP).plus(number)


def axis(maximum: float, unit: str, lang: Lang) -> tuple[float, str]:
    """The divisor of amounts in the base unit on an axis that reaches ``maximum``, and its title: (1e8, "亿元")."""
    row = UNITS[unit]
    amount = abs(Decimal(str(maximum)) / row.scale)
    whole = row.dimension in _UNSIZED or not amount.is_finite()
    size = SIZES[lang][-1] if whole else sized(amount, lang, least=Decimal(10**4))
    between = " " if lang == "en" and size.word else ""
    return float(size.factor * row.scale), f"{size.short}{between}{row.name.of(lang)}"


def full(value: Decimal, unit: str, lang: Lang) -> str:
    """The amount (in the base unit) digit by digit: 3670000000元, 3,670,000,000 yuan; never rounded."""
    row = UNITS[unit]
    number = value / row.scale
    digits = format(abs(number).normalize(), ",f")
    return MINUS * (number < 0) + joined(digits, "", row, lang)
