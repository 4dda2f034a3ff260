"""English goods that were sold abroad or bought there → the noun of what an amount of them is: exports, imports."""

import re
from typing import Final

_PARTNERS: Final = (
    r"(?:ASEAN|the Association of Southeast|Southeast Asia|Central Asia|the European Union|the EU|the United States"
    r"|the US"
    r"|Japan|(?:South )?Korea|Russia|Europe|Africa|Latin America|North America|Vietnam|Germany|Australia|India"
    r"|Brazil)\b"
)
_ABROAD: Final = re.compile(
    r"\b(?:abroad|overseas|exporters?|importers?"
    r"|foreign (?:countr|markets?|buyers?|customers?|clients?|suppliers?|lands?|trade)"
    r"|foreigners|other countries|(?:[0-9]+|many|dozens of|several) (?:other |foreign )?(?:countries|nations|markets)"
    r"|countries and (?:regions|territories)|world ?wide|around the (?:world|globe)|across the (?:world|border|globe)"
    r"|(?:inter)?national borders?|international markets?|global markets?|world markets?|outside (?:the country|China)"
    r"|out of the country|Belt and Road|customs)"
    rf"|\b(?:to|from|with|in|of) (?:members of |members? states? of )?{_PARTNERS}",
    re.IGNORECASE,
)
"""What says that goods cross a border."""
_ABOUT_TRADE: Final = re.compile(r"export|import|foreign trade|abroad|overseas", re.IGNORECASE)
_SOLD: Final = (
    r"sold|sells?|selling|earn(?:ed|s|ing)|shipped(?: out)?|ships|shipping|sent|sends?|sending|deliver(?:ed|ing|s)"
    r"|dispatched"
    r"|suppl(?:ied|ying|ies)"
)
_BOUGHT: Final = r"bought|buys?|buying|purchas(?:ed|ing|es)|sourced|procured|ordered"
_SO_MUCH: Final = (
    r"(?:,? (?:worth|valued at|for|to the (?:value|tune) of|with a (?:total |combined )?value of|of))?(?: (?:up to"
    r"|a total of|about|around|nearly|over"
    r"|more than|almost|some|another|only|just|altogether))? $"
)
_DONE: Final = re.compile(
    rf"(?<![A-Za-z])(?:(?P<sold>{_SOLD})|(?P<bought>{_BOUGHT})|(?P<both>traded"
    rf"|did business))(?: [A-Za-z'’-]+){{0,6}}?{_SO_MUCH}",
    re.IGNORECASE,
)
_TRADE_OF: Final = re.compile(
    r"(?:^|[,;:.] |\b(?:and|while|but|its|their|the|with) )(?:(?:(?:total|annual|overall|overseas"
    r"|foreign) )?(?:(?P<sold>sales"
    r"|shipments"
    r"|deliver(?:ies|y))|(?P<bought>purchases|orders)|(?P<both>trade|commerce|business))) (?:[^;.:]"
    r"|\.(?=[0-9])){3,100}$",
    re.IGNORECASE,
)
_GOODS: Final = re.compile(
    r"(?<![A-Za-z])(?:goods|products|wares|merchandise|commodities|cargo(?:es)?)(?: [A-Za-z-]+){0,4}?"
    rf"(?: (?:worth|valued at|to the value of|with a (?:total |combined )?value of)){_SO_MUCH}",
    re.IGNORECASE,
)
_BECAME: Final = re.compile(
    r"(?: [A-Za-z'’-]+){0,3}?(?: \([^()]{0,60}\))?,?(?: (?:was|were|has|have|been|had))*(?: [a-z]+ly)?"
    r" (?:(?P<sold>shipped|sold|sent|exported|left|went|delivered|dispatched)|(?P<bought>imported|brought in|bought"
    r"|purchased|came in|entered|arrived)|(?P<both>crossed|passed|traded|changed hands|cleared|moved through"
    r"|went through|exchanged))(?![a-z])",
    re.IGNORECASE,
)
"""What became of goods, behind their amount: goods worth 3 billion yuan were shipped to 40 countries."""
_CLAUSE: Final = re.compile(r"[,;:](?= )| (?:and|while|but) ")
_BUYERS: Final = re.compile(
    r"\b(?:overseas|foreign) (?:customers?|buyers?|clients?|importers?|dealers?|compan(?:y"
    r"|ies))",
    re.IGNORECASE,
)
_CLAUSES: Final = re.compile(r";(?= )| (?:and|while|but|whereas) (?=[a-z]+ (?:to|from|abroad|of|by) )")
_NAMED_ABROAD: Final = re.compile(
    r"\b(?:overseas|foreign) (?:(?P<sold>sales|shipments)|(?P<bought>purchases)) of [^,.;:0-9]{3,60}$"
    r"|\b(?:(?P<sold_there>sales)|(?P<bought_there>purchases)) of [^.;:0-9]{3,80} (?:abroad|overseas|from abroad) "
    r"[^,.;:0-9]{0,40}$",
    re.IGNORECASE,
)
_NAMED: Final = {"sold": "exports", "bought": "imports", "both": "imports and exports"}


def traded(own: str, rest: str, topic: str) -> str:
    """The noun of an amount of goods that crossed a border; ``rest`` is what the sentence says behind the amount."""
    behind = _CLAUSE.split(rest)[0]
    clause = f"{own.rpartition(', ')[2]} {behind}"
    done = _DONE.search(own)
    if done and done["bought"] and _BUYERS.search(own):
        return "exports"
    if done and (is_abroad(clause) or _ABOUT_TRADE.search(topic)):
        return _named(done)
    if (noun := _TRADE_OF.search(_CLAUSES.split(own)[-1])) and is_abroad(noun[0]):
        return _named(noun)
    if _GOODS.search(own) and (became := _BECAME.match(rest)):
        is_told = became["both"] or "port" in became[0].lower()
        return _named(became) if is_told or is_abroad(f"{own} {rest}") or _ABOUT_TRADE.search(topic) else ""
    return ""


def named_abroad(own: str) -> str:
    """The noun of what was sold abroad or bought there, where words before a number call it so: overseas sales of."""
    told = _NAMED_ABROAD.search(own)
    return _named(told) if told else ""


def is_abroad(words: str) -> bool:
    """True of words that say that something crossed a border."""
    return _ABROAD.search(words) is not None


def _named(match: re.Match[str]) -> str:
    said = {group.removesuffix("_there") for group, words in match.groupdict().items() if words}
    return next((noun for group, noun in _NAMED.items() if group in said), "")
