"""The values that can stand under a key of a data file: printed text → ids, names, quantities, periods, addresses.

All scalars arrive as the strings that were printed (see ``reading.yaml_source``). A value that is refused raises a
Fault, which ``reading.validate`` turns into a Problem with line and column.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, PlainValidator, StringConstraints, ValidationInfo, WithJsonSchema

from indicators.values import contacts, periods, urls
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.quantity_parser import (
    parse,
    parse_change,
    parse_completion,
    parse_growth,
    parse_in_unit,
    parse_points,
    parse_share,
)
from indicators.values.text import LocalText
from indicators.values.unit_table import BUILT_IN, WHOLE_UNITS, Unit, UnitTable

NAME_LIMIT: Final = 120
HEADLINE_LIMIT: Final = 300
NOTE_LIMIT: Final = 2000
QUOTE_LIMIT: Final = 100
SLUG: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
SLUG_LIMIT: Final = 80
SLUG_FORM: Final = re.compile(SLUG)


# Addresses for readers stand under ``url`` and are checked; programs that show a text may make a link of one in it.
_ADDRESS: Final = re.compile(r"https?://\S*|(?<![^\W_])www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w+", re.IGNORECASE)
_IN_ADDRESSES: Final = re.compile(r"://|[wW]\.|@")
"""Part of every address, and found in a tenth of the time."""


def _at_most(limit: int) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not text.strip():
            raise Fault("empty-value")
        if len(text) > limit:
            raise Fault("too-long", limit=str(limit), length=str(len(text)))
        if _IN_ADDRESSES.search(text) and (address := _ADDRESS.search(text)):
            raise Fault("address-in-text", value=address[0][:60])
        return text

    return check


def has_address(text: str) -> bool:
    """True where a text that is no address has one in it, which a name may not."""
    return _ADDRESS.search(text) is not None


def _both_at_most(limit: int) -> Callable[[LocalText], LocalText]:
    check = _at_most(limit)

    def both(words: LocalText) -> LocalText:
        check(words.zh)
        check(words.en)
        return words

    return both


def _boolean(printed: str) -> bool:
    if printed not in {"true", "false"}:
        raise Fault("not-a-boolean", value=printed[:60])
    return printed == "true"


def _degrees(limit: int) -> Callable[[str], float]:
    def parse(printed: str) -> float:
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,6})?", printed, re.ASCII):
            raise Fault("location-form", value=printed[:60])
        if abs(degrees := float(printed)) > limit:
            raise Fault("location-range", value=printed, limit=str(limit))
        return degrees

    return parse


def _in_units(parse: Callable[..., Any]) -> Callable[[Any, ValidationInfo], Any]:
    """The parser of an amount; the context of the validation is the table of units, where the dataset has its own."""

    def parse_in_table(printed: str, info: ValidationInfo) -> Any:
        return parse(printed) if info.context is None else parse(printed, info.context)

    return _with_info(parse_in_table)


def _with_info(parse: Callable[[str, ValidationInfo], Any]) -> Callable[[Any, ValidationInfo], Any]:
    def of(printed: Any, info: ValidationInfo) -> Any:
        if not isinstance(printed, str):
            raise Fault("empty-value" if printed is None else "not-text")
        return parse(printed, info)

    return of


def _amount(printed: str, info: ValidationInfo) -> Quantity:
    """The amount of a figure, whose ``unit`` stands beside it where it is not printed beside the number."""
    unit = info.data.get("unit")
    if unit is not None:
        return parse_in_unit(printed, unit, info.context or BUILT_IN)
    return parse(printed) if info.context is None else parse(printed, info.context)


def _from_text(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    def of(printed: Any) -> Any:
        if not isinstance(printed, str):
            raise Fault("empty-value" if printed is None else "not-text")
        return parse(printed)

    return of


_at_most_a_quote: Final = _at_most(QUOTE_LIMIT)
_SENTENCE: Final = re.compile(r"[。！？!?]|(?<![0-9] )\.\s")  # a page breaks 169.3 into 169 . 3
_NUMBER_IN_WORDS: Final = re.compile(r"[0-9\u4e00-\u9fff%，、]+(?:\.[0-9][0-9\u4e00-\u9fff%，、]*)*")


def _phrase(text: str) -> str:
    if len(text) <= QUOTE_LIMIT and _NUMBER_IN_WORDS.fullmatch(text):  # most are, and are right
        return text
    _at_most_a_quote(text)
    if _SENTENCE.search(text.strip()):
        raise Fault("quote-sentence", value=text[:60])
    return text


def _scalar(example: str, *others: str) -> WithJsonSchema:
    """The JSON Schema of a text that an editor may read as a number, such as 36.70 or 2022."""
    return WithJsonSchema({"type": ["string", "number"], "examples": [example, *others]})


# Half of all values are ids, which pydantic itself checks in a third of the time that a function of ours would take.
Slug = Annotated[
    str,
    StringConstraints(pattern=SLUG, max_length=SLUG_LIMIT),
    WithJsonSchema({"type": "string", "pattern": SLUG}),
]

Reference = Annotated[
    str, StringConstraints(pattern=SLUG, max_length=SLUG_LIMIT), WithJsonSchema({"type": "string", "minLength": 1})
]
"""The id of an entry of the vocabulary, for which one of its names can stand in a file."""


def _in_one_language(headline: object) -> object:
    """A headline in both languages, of which the missing one is the other's."""
    if isinstance(headline, dict) and len(headline) == 1 and not headline.keys().isdisjoint({"zh", "en"}):
        (words,) = headline.values()
        return {"zh": words, "en": words}
    return headline


ShortText = Annotated[str, AfterValidator(_at_most(NAME_LIMIT))]
LocalName = Annotated[LocalText, AfterValidator(_both_at_most(NAME_LIMIT))]
LocalHeadline = Annotated[
    LocalText,
    BeforeValidator(_in_one_language),
    AfterValidator(_both_at_most(HEADLINE_LIMIT)),
    WithJsonSchema(
        {
            "type": "object",
            "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
            "additionalProperties": False,
            "minProperties": 1,
        }
    ),
]
"""A headline: nobody has to translate it; in the other language it is shown as it was printed."""
LocalNote = Annotated[LocalText, AfterValidator(_both_at_most(NOTE_LIMIT))]
Phrase = Annotated[str, AfterValidator(_phrase)]
Boolean = Annotated[bool, BeforeValidator(_from_text(_boolean)), WithJsonSchema({"type": "boolean"})]
Latitude = Annotated[float, PlainValidator(_from_text(_degrees(90))), WithJsonSchema({"type": "number"})]
Longitude = Annotated[float, PlainValidator(_from_text(_degrees(180))), WithJsonSchema({"type": "number"})]
Url = Annotated[str, AfterValidator(urls.check), WithJsonSchema({"type": "string", "format": "uri"})]
Contact = Annotated[
    str,
    AfterValidator(contacts.check),
    WithJsonSchema({"type": "string", "anyOf": [{"format": "email"}, {"format": "uri"}]}),
]
"""An e-mail address or a web page."""
Amount = Annotated[Quantity, PlainValidator(_in_units(parse)), _scalar("100%", "36.7亿元")]
FigureAmount = Annotated[
    Quantity, PlainValidator(_with_info(_amount)), _scalar("36.7亿元", "250余万元", "over 30,000 mu")
]
"""An amount whose unit can stand beside it under ``unit``."""
Growth = Annotated[Quantity, PlainValidator(_from_text(parse_growth)), _scalar("32%", "-2.7%")]
Completion = Annotated[Quantity, PlainValidator(_from_text(parse_completion)), _scalar("52.1%", "超额314%")]
Share = Annotated[Quantity, PlainValidator(_from_text(parse_share)), _scalar("12.9%", "三成")]
Change = Annotated[Quantity, PlainValidator(_in_units(parse_change)), _scalar("增加10家", "减少3.2万人")]
Points = Annotated[Quantity, PlainValidator(_from_text(parse_points)), _scalar("提高1.2个百分点", "-0.3个百分点")]
Span = Annotated[
    Period, PlainValidator(_from_text(periods.parse)), _scalar("2022-S1", "2022", "2024-01-01/P7M", "2023-01-21/P7D")
]
Day = Annotated[Period, PlainValidator(_from_text(periods.parse_date)), _scalar("2022-08", "2022-08-05")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,12}$"), _scalar("371100")]


def _scale(printed: str) -> Decimal:
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,12})?", printed) or not (scale := Decimal(printed)):
        raise Fault("unit-scale", value=printed[:60])
    return scale


UnitDimension = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([-/][A-Za-z0-9]+)*$", max_length=SLUG_LIMIT)]
"""What a unit measures."""
UnitScale = Annotated[Decimal, PlainValidator(_from_text(_scale)), _scalar("1", "0.0005")]


def _known_unit(printed: str, table: UnitTable = BUILT_IN) -> Unit:
    unit = table.units.get(printed)
    if unit is None or unit.is_fraction:
        meant = table.forms.get(printed.lower())  # 元 is CNY here
        raise Fault("unknown-unit", value=printed[:60], suggestion=str(meant or ""), near=table.near(printed.lower()))
    return unit


UnitId = Annotated[
    Unit,
    PlainValidator(_in_units(_known_unit)),
    WithJsonSchema({"type": "string", "anyOf": [{"enum": list(WHOLE_UNITS)}, {"pattern": SLUG}]}),
]
"""The id of a unit that every dataset has, or that the dataset declares."""
