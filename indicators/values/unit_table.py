"""The units that newspapers print: how each is spelled, what it measures, and which unit a printed word stands for."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Any, Final, NamedTuple

from indicators.values.text import LocalText


class Measure(NamedTuple):
    """What is known of a unit beside its id; a number in it times ``scale`` is in the base unit of its ``dimension``.

    ``name`` stands in titles of axes, in English in the plural; ``singular`` is the English singular. ``symbol`` is the
    currency sign before an English amount. ``forms`` are all spellings that are read, in lower case. ``step`` is one
    unit of the last digit of an exact amount, where that is not one of the unit itself: a third is no 17% to 50%.
    """

    dimension: str
    scale: Decimal
    name: LocalText
    singular: str
    symbol: str = ""
    forms: frozenset[str] = frozenset()
    step: Decimal | None = None


class Unit(str):
    """A unit: its id, which is what files and tables hold, with what is known of it.

    Two datasets can have different units with one id: these are not equal, though each equals the plain id.
    """

    measure: Measure

    def __new__(cls, id_: str, measure: Measure) -> "Unit":
        unit = super().__new__(cls, id_)
        unit.measure = measure
        return unit

    def __getnewargs__(self) -> Any:
        return str(self), self.measure

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return str.__eq__(self, other) is True and (not isinstance(other, Unit) or self.measure == other.measure)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__

    @property
    def id(self) -> str:
        """The id as a plain text."""
        return str(self)

    @property
    def is_fraction(self) -> bool:
        """True of a third and its like, of which a number below the whole is printed: 2/3, but no 7/3."""
        return self.measure.step is not None

    @property
    def is_money(self) -> bool:
        """True of an amount of any currency, be it of each of some things: yuan, US dollars per head."""
        return self.measure.dimension.startswith("money-")

    @property
    def dimension(self) -> str:
        return self.measure.dimension

    @property
    def scale(self) -> Decimal:
        return self.measure.scale

    @property
    def name(self) -> LocalText:
        return self.measure.name


def _unit(  # noqa: PLR0913, PLR0917 - a row of a table has that many columns
    id_: str, dimension: str, scale: str, zh: str, en: str, forms: str = "", *, singular: str = "", symbol: str = ""
) -> Unit:
    singular = singular or en
    spellings = frozenset(form.lower() for form in (id_, zh, en, singular, *forms.split("|")) if form)
    return Unit(id_, Measure(dimension, Decimal(scale), LocalText(zh, en), singular, symbol, spellings))


def _fraction(denominator: int, id_: str) -> Unit:
    """A third and its like. Newspapers mean it as exactly as 三成: a third is about 28% to 38%."""
    name = LocalText(f"/{denominator}", f"/{denominator}")
    scale = Decimal(1) / denominator
    return Unit(id_, Measure("ratio", scale, name, name.en, "", frozenset({name.en}), Decimal("0.1")))


PARTS: Final = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth")
_DOLLARS: Final = "美金|us dollars|us dollar|u.s. dollars|u.s. dollar|us$|$"
MONEY: Final = (
    _unit("CNY", "money-CNY", "1", "元", "yuan", "人民币|元人民币|人民币元|rmb|yuan rmb|renminbi|¥", symbol="¥"),
    _unit("USD", "money-USD", "1", "美元", "dollars", _DOLLARS, singular="dollar", symbol="$"),
    _unit("HKD", "money-HKD", "1", "港元", "Hong Kong dollars", "港币|hk$", singular="Hong Kong dollar", symbol="HK$"),
    _unit("EUR", "money-EUR", "1", "欧元", "euros", "€", singular="euro", symbol="€"),
    _unit("GBP", "money-GBP", "1", "英镑", "pounds sterling", "£|pounds|pound", singular="pound sterling", symbol="£"),
    _unit("JPY", "money-JPY", "1", "日元", "yen", "japanese yen", symbol="JP¥"),
    _unit("KRW", "money-KRW", "1", "韩元", "won", "₩|korean won|south korean won", symbol="₩"),
    *(
        _unit(id_, f"money-{id_}", "1", zh, en, forms, symbol=symbol)
        for id_, zh, en, forms, symbol in (
            ("AED", "阿联酋迪拉姆", "dirhams", "迪拉姆|dirham|uae dirhams", "Dh"),
            ("AUD", "澳元", "Australian dollars", "", "A$"),
            ("BDT", "塔卡", "taka", "孟加拉塔卡|bangladeshi taka", "Tk"),
            ("BRL", "雷亚尔", "reais", "巴西雷亚尔|brazilian reais", "R$"),
            ("CAD", "加元", "Canadian dollars", "", "C$"),
            ("CHF", "瑞士法郎", "Swiss francs", "瑞郎|francs", ""),
            ("EGP", "埃及镑", "Egyptian pounds", "", "E£"),
            ("IDR", "印尼盾", "rupiah", "印度尼西亚盾|indonesian rupiah", "Rp"),
            ("INR", "印度卢比", "rupees", "卢比|rupee|indian rupees|₹", "₹"),
            ("KES", "肯尼亚先令", "Kenyan shillings", "kenya shillings|ksh", "KSh"),
            ("KZT", "坚戈", "tenge", "kazakh tenge", "₸"),
            ("MYR", "林吉特", "ringgit", "马来西亚林吉特|马币|malaysian ringgit", "RM"),
            ("NGN", "奈拉", "naira", "尼日利亚奈拉|nigerian naira", "₦"),
            ("PHP", "菲律宾比索", "Philippine pesos", "₱", "₱"),
            ("PKR", "巴基斯坦卢比", "Pakistani rupees", "", ""),
            ("RUB", "卢布", "rubles", "roubles|russian rubles|₽", "₽"),
            ("SAR", "沙特里亚尔", "riyals", "saudi riyals", ""),
            ("SGD", "新加坡元", "Singapore dollars", "新元|新加坡币", "S$"),
            ("THB", "泰铢", "baht", "thai baht|฿", "฿"),
            ("TRY", "土耳其里拉", "liras", "里拉|turkish liras|lira", "₺"),
            ("TWD", "新台币", "New Taiwan dollars", "新台币元|台币", "NT$"),
            ("VND", "越南盾", "Vietnamese dong", "dong|đồng|₫", "₫"),
            ("ZAR", "南非兰特", "rand", "兰特|south african rand", ""),
        )
    ),
)
"""The currencies, which stand before an amount by their ids and their signs, too."""
_CONTAINERS: Final = "teus|标准箱|个标箱|个标准箱|20-foot equivalent units|twenty-foot equivalent units"
_MEASURED: Final = (
    # 1 公顷 = 15 亩, so that with 亩 as the base every area is an exact decimal.
    _unit("mu", "area", "1", "亩", "mu"),
    _unit("ha", "area", "15", "公顷", "hectares", singular="hectare"),
    _unit(
        "km2",
        "area",
        "1500",
        "平方公里",
        "km²",
        "平方千米|sq km|square km|square kilometres|square kilometers|square kilometre|square kilometer",
    ),
    _unit("m2", "area", "0.0015", "平方米", "m²", "平米|㎡|sq m|square metres|square meters|square metre|square meter"),
    _unit("m3", "volume", "1", "立方米", "m³", "立方|方|cubic metres|cubic meters|cubic metre|cubic meter|cu m"),
    _unit("t", "mass", "1", "吨", "tonnes", "tons|ton|metric tons|トン", singular="tonne"),
    _unit("kg", "mass", "0.001", "公斤", "kg", "千克|kilograms|kilogram|kilos"),
    _unit("jin", "mass", "0.0005", "斤", "jin", "市斤"),
    _unit("km", "length", "1", "公里", "km", "千米|kilometres|kilometers|kilometre|kilometer"),
    _unit("metres", "length", "0.001", "米", "metres", "meters|meter|延米", singular="metre"),
    _unit("mm", "length", "0.000001", "毫米", "mm", "millimetres|millimeters|millimetre|millimeter"),
    _unit("nmi", "length", "1.852", "海里", "nautical miles", singular="nautical mile"),
    _unit("TEU", "containers", "1", "标箱", "TEU", _CONTAINERS),
    _unit("tkm", "freight", "1", "吨公里", "tkm", "tonne-kilometres|tonne-km|ton-kilometers|tonne-kilometers"),
    _unit("pkm", "travel", "1", "人公里", "pkm", "passenger-kilometres|passenger-km|passenger-kilometers"),
    _unit("kWh", "energy", "1", "千瓦时", "kWh", "kilowatt-hours|kilowatt-hour|kilowatt hours|kilowatt hour|度|度电"),
    _unit("MWh", "energy", "1000", "兆瓦时", "MWh", "megawatt-hours|megawatt-hour|megawatt hours|megawatt hour"),
    _unit("GWh", "energy", "1000000", "吉瓦时", "GWh", "gigawatt-hours|gigawatt-hour|gigawatt hours|gigawatt hour"),
    _unit("TWh", "energy", "1000000000", "太瓦时", "TWh", "terawatt-hours|terawatt-hour|terawatt hours|terawatt hour"),
    _unit("kW", "power", "1", "千瓦", "kW", "kilowatts|kilowatt"),
    _unit("MW", "power", "1000", "兆瓦", "MW", "megawatts|megawatt"),
    _unit("GW", "power", "1000000", "吉瓦", "GW", "gigawatts|gigawatt"),
    *(
        _unit(
            id_,
            "concentration",
            scale,
            f"{zh}/立方米",
            symbol,
            f"{zh}每立方米|{en} per cubic metre|{en} per cubic meter{more}",
        )
        for id_, scale, zh, en, symbol, more in (
            ("ug/m3", "1", "微克", "micrograms", "μg/m³", "|µg/m³|micrograms"),
            ("ng/m3", "0.001", "纳克", "nanograms", "ng/m³", ""),
            ("mg/m3", "1000", "毫克", "milligrams", "mg/m³", ""),
        )
    ),
    _unit("mg/L", "concentration", "1000000", "毫克/升", "mg/L", "毫克每升|milligrams per litre|milligrams per liter"),
    _unit("days", "days", "1", "天", "days", singular="day"),
    _unit("hours", "hours", "1", "小时", "hours", "个小时", singular="hour"),
    _unit("years-of-age", "age", "1", "岁", "years of age", "周岁|years old"),
)
_RATIOS: Final = (
    _unit("percent", "ratio", "0.01", "%", "%", "per cent|-percent|-per cent|pct|-pct"),
    _unit("permille", "ratio", "0.001", "‰", "‰", "per mille|per thousand|per 1,000|per 1000"),
    _unit("per-hundred-thousand", "ratio", "0.00001", "每10万", "per 100,000", "per 100000"),
    _unit("fold", "ratio", "1", "倍", "fold", "-fold"),
    _unit("tenth", "ratio", "0.1", "成", "/10"),
    *map(_fraction, range(2, 10), PARTS),
    # A point is a hundredth, as a percent is, so that 5% and 0.3 points can be added; but it is never a ratio.
    _unit("pp", "points", "0.01", "个百分点", "percentage points", "百分点", singular="percentage point"),
)
_COUNTED_UNITS: Final = (
    _unit("persons", "people", "1", "人", "people", "名|位|persons", singular="person"),
    _unit(
        "visits",
        "visits",
        "1",
        "人次",
        "person trips",
        "visits|visit|tourists|visitors|passengers|passenger trips|person-times|person times",
        singular="person trip",
    ),
    _unit("flights", "trips", "1", "架次", "flights", singular="flight"),
    _unit("vessel-calls", "trips", "1", "艘次", "vessel calls", "航次|voyages", singular="vessel call"),
    _unit("runs", "trips", "1", "班次", "runs", "车次|列次|趟|趟次", singular="run"),
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
    _unit("head", "count", "1", "头", "head"),
    _unit("animals", "count", "1", "只", "animals", "头只|羽|匹", singular="animal"),
    _unit("plants", "count", "1", "株", "plants", "棵|trees", singular="plant"),
    _unit("truckloads", "count", "1", "车", "truckloads", singular="truckload"),
    _unit("ships", "count", "1", "艘", "ships", "vessels|vessel", singular="ship"),
    _unit("aircraft", "count", "1", "架", "aircraft"),
    _unit("trains", "count", "1", "列", "trains", singular="train"),
    _unit("beds", "count", "1", "床", "beds", "床位|张床位|张床|个床位", singular="bed"),
    _unit("sheets", "count", "1", "张", "sheets", singular="sheet"),
    _unit("copies", "count", "1", "册", "copies", "本|份"),
    _unit("cases", "count", "1", "起", "cases", "例|宗", singular="case"),
    _unit("events", "count", "1", "场", "events", "场次", singular="event"),
    _unit("rooms", "count", "1", "间", "rooms", singular="room"),
    _unit("batches", "count", "1", "批", "batches", "批次", singular="batch"),
    _unit("villages", "count", "1", "个村", "villages", "个村庄|个行政村", singular="village"),
    _unit("teams", "count", "1", "支", "teams", singular="team"),
)
_SIMPLE: Final = (*MONEY, *_MEASURED, *_RATIOS, *_COUNTED_UNITS)

# What an amount can be "per", in the order in which the id and the name say it: 元/人/月.
_PER: Final = {
    "person": ("人", "person", ("head", "capita", "people")),
    "household": ("户", "household", ()),
    "t": ("吨", "tonne", ("t", "ton")),
    "mu": ("亩", "mu", ()),
    "m2": ("平方米", "m²", ("m2", "㎡", "square metre", "square meter", "平米")),
    "m3": ("立方米", "m³", ("m3", "立方", "方", "cubic metre", "cubic meter")),
    "km2": ("平方公里", "km²", ("km2", "square kilometre", "square kilometer")),
    "km": ("公里", "km", ("kilometre", "kilometer")),
    "kWh": ("千瓦时", "kWh", ("kwh", "度")),
    "day": ("日", "day", ("天",)),
    "month": ("月", "month", ()),
    "year": ("年", "year", ("annum",)),
}
_PER_WORDS: Final = {word: id_ for id_, (zh, en, more) in _PER.items() for word in (zh, en, en.lower(), *more)}
PER_WORDS_ZH: Final = tuple(word for word in _PER_WORDS if "\u4e00" <= word[0] <= "\u9fff")
"""What an amount can be per, in Chinese: 人 of 每人, 平方米 of 每平方米."""
_PER_EACH: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("CNY", "USD"),
        "person household t mu m2 m3 km2 km kWh day month year person/month person/year",
    ),
    "kg": "mu person",
    "t": "mu person day year",
    "mu": "person",
    "m3": "day year",
    "m2": "person",
    "persons": "km2",
    "visits": "day",
}


_OF_EACH: Final = frozenset({"person", "household", "day", "month", "year"})
_SPELLED_PER: Final = frozenset({"CNY", "USD", "kg", "t"})
"""The units of which texts spell out what an amount in them is per: yuan per square metre."""


def _per(base: Unit, per: str) -> Unit:
    parts = [_PER[part] for part in per.split("/")]
    zh = "".join(f"/{part[0]}" for part in parts)
    en = "".join(f" per {part[1]}" for part in parts)
    name = LocalText(base.name.zh + zh, base.name.en + en)
    singular, words = base.measure.singular + en, [(part[1], *part[2]) for part in parts]
    spelled = (
        f"{form} {joint} {word}"
        for joint in ("per", "a")
        for form in (base.name.en, base.measure.singular)
        for word in (words[0] if len(words) == 1 and base.id in _SPELLED_PER and per not in _OF_EACH else ())
        if word.isascii()
    )
    forms = frozenset({name.zh.lower(), name.en.lower(), *(form.lower() for form in spelled)})
    dimension = f"{base.dimension}/{per}"
    return Unit(f"{base}/{per}", Measure(dimension, base.scale, name, singular, base.measure.symbol, forms))


def _rows() -> Iterator[Unit]:
    yield from _SIMPLE
    simple = {unit.id: unit for unit in _SIMPLE}
    yield from (_per(simple[base], per) for base, each in _PER_EACH.items() for per in each.split())


_DIVIDED: Final = re.compile(r" ?(?:/|每|\b(?:per|a)\b) ?")
_MEANT: Final = {
    "圆": "元",
    "块": "元",
    "块钱": "元",
    "公吨": "吨",
    "人数": "人",
    "%点": "个百分点",
    "百分比": "%",
}
_OFTEN: Final = ("CNY", "percent", "enterprises", "items", "projects", "persons", "t", "mu", "km")
MOST_NEAR: Final = 12
"""So many units are listed where one is not known."""


class UnitTable:
    """Units by their ids and by their spellings. Of two units with one spelling the first is meant."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units: dict[str, Unit] = {}
        self.forms: dict[str, Unit] = {}
        for unit in units:
            self.units.setdefault(unit.id, unit)
            for form in sorted(unit.measure.forms):
                self.forms.setdefault(form, unit)
        self._longest_form = max(map(len, self.forms))

    def with_units(self, units: Iterable[Unit]) -> "UnitTable":
        """A table of these units and of a dataset's own."""
        return UnitTable([*self.units.values(), *units])

    def find(self, printed: str, per: frozenset[str] = frozenset(), currency: str = "") -> Unit | None:
        """The unit with this spelling, in lower case; None where there is none.

        ``per`` are words that stood before the number (人 and 月 of 每人每月5000元), ``currency`` is the id of a
        currency that did.
        """
        plain = self.forms.get(printed)
        if plain and not per and not currency:
            return plain
        base, *divisors = [printed] if plain and "/" not in plain else _DIVIDED.split(printed)
        unit = self.forms.get(base or currency.lower())
        words = [*divisors, *per]
        parts = {_PER_WORDS.get(word) for word in words}
        if unit is None or None in parts or len(parts) < len(words) or currency not in {"", unit.id}:
            return None
        return self.units.get("/".join([unit.id, *(part for part in _PER if part in parts)]))

    def suggestion(self, printed: str) -> str:
        """The spelling that was probably meant, or the empty string."""
        if len(printed) > self._longest_form:
            return ""
        return _MEANT.get(printed) or next(iter(_nearest(printed, self)), "")

    def of_dimension(self, dimension: str) -> list[Unit]:
        """The units that measure the same, a dataset's own first."""
        return [unit for unit in reversed(self.units.values()) if unit.dimension == dimension]

    def near(self, printed: str) -> str:
        """Known units whose spelling is near that of an unknown one, or those that are printed most often."""
        meant = _MEANT.get(printed)
        near = (meant,) if meant else _nearest(printed, self) if len(printed) <= self._longest_form else ()
        units = dict.fromkeys(unit for unit in map(self.forms.__getitem__, near) if not unit.is_fraction)
        return self.listed(units or map(self.units.__getitem__, _OFTEN))

    @staticmethod
    def listed(units: Iterable[Unit]) -> str:
        """Some units, each by its Chinese name and its id."""
        return ", ".join(f"{unit.name.zh} ({unit.id})" for unit in islice(units, MOST_NEAR))

    @property
    def dimensions(self) -> list[str]:
        """All that is measured, in the order of the units."""
        return list(dict.fromkeys(unit.dimension for unit in self.units.values()))


@lru_cache(maxsize=1024)  # the same slip is often made throughout a file
def _nearest(printed: str, table: UnitTable) -> tuple[str, ...]:
    """The spellings that are most like an unknown one, the nearest first."""
    return tuple(difflib.get_close_matches(printed, table.forms, n=6))


COUNTED: Final = frozenset({"count", "people", "visits", "trips", "days"})
"""The dimensions of what is counted, one by one."""
BUILT_IN: Final = UnitTable(_rows())
"""The units that every dataset has."""
UNITS: Final[Mapping[str, Unit]] = BUILT_IN.units
WHOLE_UNITS: Final[Mapping[str, Unit]] = {key: unit for key, unit in UNITS.items() if not unit.is_fraction}
"""The units that a metric can have: not a third, in which only shares are printed."""


def unit_of(unit: str) -> Unit:
    """What is known of a unit; a plain text is the id of one that every dataset has."""
    return unit if isinstance(unit, Unit) else UNITS[unit]
