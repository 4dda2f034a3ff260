"""An English name of an indicator → the other ways of saying it, and the form in which all of them are looked up."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_FORMS: Final[Sequence[tuple[re.Pattern[str], Sequence[str]]]] = tuple(
    (re.compile(pattern), forms.split(";"))
    for pattern, forms in (
        (
            r"(?:output|production) of (?P<of>.+)|(?P<noun>.+) (?:output|production)",
            "{} output;{} production;output of {};production of {}",
        ),
        (
            r"retail sales of (?P<of>.+)|(?P<noun>.+) retail sales",
            "{} retail sales;retail sales of {};{} sales;sales of {}",
        ),
        (r"sales of (?P<of>.+)|(?P<noun>.+) sales", "{} sales;sales of {};{} sold;sales volume of {};{} sales volume"),
        (
            r"(?:value added|added value) of (?P<of>.+)|(?P<noun>.+) (?:value added|added value)",
            "{} value added;{} added value;value added of {};added value of {};value added by {};added value by {}",
        ),
        (
            r"revenue of (?P<of>.+)|(?P<noun>.+) revenue",
            "{} revenue;revenue of {};revenue from {};{} income;income from {}",
        ),
        (
            r"imports and exports of (?P<of>.+)|(?P<noun>.+) imports and exports",
            "{} imports and exports;imports and exports of {};{} exports and imports;trade of {}",
        ),
        (r"exports of (?P<of>.+)", "exports of {};{} exports;export of {};export value of {}"),
        (
            r"(?:government )?(?:spending|expenditure) on (?P<of>.+)|(?P<noun>.+) (?:spending|expenditure)",
            "{} spending;{} expenditure;{} expenditures;spending on {};expenditure on {};expenditures on {}",
        ),
        (
            r"length of (?P<of>.+?)(?: in operation)?|(?P<noun>.+) mileage",
            "{} mileage;mileage of {};length of {};{} network",
        ),
        (r"sown area of (?P<of>.+)", "{} sown area;{} planting area;planting area of {};sowing area of {};area of {}"),
        (r"area of (?P<of>.+)|(?P<noun>.+) area", "{} area;area of {};acreage of {}"),
        (
            r"installed (?P<noun>.+) capacity|installed capacity of (?P<of>.+)",
            "installed {} capacity;installed capacity of {};{} installed capacity;{} capacity;{} generating capacity"
            ";{} generation capacity;installed {} generating capacity;installed {} generation capacity",
        ),
        (
            r"(?P<verb>freight|passenger) traffic of (?P<of>.+)",
            "{} {verb} traffic;{} {verb} volume;{verb} volume of {};{} {verb}",
        ),
        (
            r"electricity consumption of (?P<of>.+)|(?P<noun>.+) (?:electricity|power) consumption",
            "{} electricity consumption;{} power consumption;electricity consumption of {};power consumption of {}"
            ";electricity consumption by {};power consumption by {};{} electricity use;{} power use",
        ),
        (r"loans to (?P<of>.+)", "loans to {};lending to {};{} loans;loans for {}"),
        (r"participants in (?P<of>.+)", "participants in {};people covered by {};{} participants;people in {}"),
        (r"business volume of (?P<of>.+)", "business volume of {};{} business volume;{} volume"),
        (r"(?P<of>.+) (?:newly (?P<verb>built|added|registered)|added)", "new {};newly added {};newly {verb} {}"),
        (r"(?P<verb>[a-z]+ rate) of (?P<of>.+)", "{} {verb};{verb} of {}"),
        (r"enrolment of (?P<of>.+)", "{} enrolment;students in {};students of {};{} students"),
        (r"slaughtered (?P<of>.+)", "{} slaughtered;slaughtered {};slaughter of {}"),
        (r"(?P<of>.+) in stock", "{} in stock;stock of {};live {}"),
        (r"(?P<of>.+) (?P<verb>emissions|concentration)", "{} {verb};{verb} of {};{} density"),
        (r"investment in (?P<of>.+)|(?P<noun>.+) investment", "{} investment;investment in {}"),
        (r"gross output value of (?P<of>.+)", "gross output value of {};output value of {};{} output value"),
        (r"(?P<of>.+) (?:generated|generation)", "{} generated;{} generation;generation of {}"),
    )
)
"""How a name is put → all ways in which that is put; ``{}`` is what the name is of."""
_SPELLINGS: Final = (
    (re.compile(r"is(?=ation|e$|ed$|ing$|ers?$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}t)re(?=s?$)"), "er"),
    (re.compile(r"(?<=[lbv])our$"), "or"),
    (re.compile(r"^enrolment"), "enrollment"),
    (re.compile(r"minium"), "minum"),
    (re.compile(r"^tyre"), "tire"),
)
"""What British and American English spell otherwise: centre, urbanisation, labour."""
_WORD: Final = re.compile(r"[a-z0-9&$]+(?:[.,'’][a-z0-9]+)*", re.IGNORECASE)
_WHOSE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
_SHORTEST: Final = 3


def spoken(names: Sequence[str]) -> Iterator[str]:
    """Names with the other ways of saying them in English: output of coal, coal output, coal production."""
    yield from names
    for name in names:
        for pattern, forms in _FORMS:
            if match := pattern.fullmatch(name.lower()):
                parts = match.groupdict(default="")
                noun = parts["of"] or parts.get("noun", "")
                yield from (form.format(noun, verb=parts.get("verb", "")) for form in forms)
                break


def printed_words(text: str) -> Sequence[str]:
    """The words of an English text as they are printed, the parts of a compound each by itself: new-energy."""
    return _WORD.findall(text)


def looked_up(word: str) -> str:
    """A word in small letters and American spelling, without its plural."""
    plain = _WHOSE.sub("", word.lower())
    for british, american in _SPELLINGS:
        plain = british.sub(american, plain)
    return plain.removesuffix("s") if len(plain) > _SHORTEST and not plain.endswith(("ss", "is")) else plain


def key(name: str) -> str:
    """An English name as it is looked up."""
    return " ".join(map(looked_up, printed_words(name)))
