"""What narrows a metric by its English name → what the words of a number of it have to say, too."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from indicators.model.vocabulary import Metric

NARROWED_BY: Final[Mapping[str, re.Pattern[str]]] = {
    "started": re.compile("start|launch|br[eo]+k|beg[ia]n|kick|commenc|construction|under way", re.IGNORECASE),
    "invention": re.compile("invent", re.IGNORECASE),
    "granted": re.compile(
        r"grant|authori[sz]|issued|approv|award|obtain|receiv|\bw[io]n|\bg[oe]t\b|acquir|licen[cs]|\bnew|add|gain"
        r"|register",
        re.IGNORECASE,
    ),
    "planted": re.compile(
        r"plant(?:ed|ing|ations?)|gr[oe]w|s[oe]w[ni]|cultivat|\bcrops?|orchard|garden|\bfields?\b|\bfarm|acreage"
        r"|\btea\b"
        r"|fruit|grain|wheat|\brice|maize|\bcorn|vegetable|\btrees?|flower|\bherb|forest",
        re.IGNORECASE,
    ),
    "floor space": re.compile(r"floor|hous|home|apartment|flats|dwelling|commercial|propert", re.IGNORECASE),
    "buildings sold": re.compile(r"\bs[ao]l[de]|\bsell|purchas|bought|transact", re.IGNORECASE),
    "quays": re.compile("quay|berth|dock|wharf|wharv|terminal|port", re.IGNORECASE),
    "ships": re.compile("ship|vessel|boat|freighter|tanker", re.IGNORECASE),
    "rural workers": re.compile("rural|migrant|farm|villag|surplus labo", re.IGNORECASE),
    "provincial level": re.compile("provinc|national|state", re.IGNORECASE),
    "by the city": re.compile(r"\b(?:city|municipal)", re.IGNORECASE),
    "projects": re.compile("project|deals?|contract|agreement", re.IGNORECASE),
    "businesses": re.compile("business|compan|firm|enterprise|entit|player|household|start-?up|shops", re.IGNORECASE),
    "live in towns": re.compile(r"urban|\btowns?\b|\bcit(?:y|ies)\b", re.IGNORECASE),
    "consumer prices": re.compile("price|CPI|inflation|cost of living", re.IGNORECASE),
    "farm output": re.compile(
        r"^(?!.*\b(?:coal|coke|steel|iron|ores?|crude|petroleum|natural gas|cement|carbon|dioxide|copper|alumin(?:i)?um"
        r"|lithium|sand|glass|paper|plastics?|chemicals?|fertili[sz]ers?|ethylene|waste(?:water)?|sewage|garbage|emissions?"
        r"|cargo|freight)\b)",
        re.IGNORECASE | re.DOTALL,
    ),
    "disposed of": re.compile("dispos|settle|resolv|written|clear", re.IGNORECASE),
    "newly registered": re.compile(r"\bnew|add|set up|establish|found|open|(?<!have )regist", re.IGNORECASE),
    "capacity added": re.compile(r"\bnew|add|expan|increas|rais|grow|more", re.IGNORECASE),
    "renovation": re.compile("renovat|upgrad|transform", re.IGNORECASE),
    "planned": re.compile("plan|total", re.IGNORECASE),
    "high-tech": re.compile("high-?(?: ?and[ -]new[ -])?tech", re.IGNORECASE),
    "gazelle": re.compile("gazelle", re.IGNORECASE),
    "giant": re.compile("giant", re.IGNORECASE),
    "specialised": re.compile("speciali[sz]ed|sophisticated", re.IGNORECASE),
    "designated size": re.compile("above|designated|scale|size", re.IGNORECASE),
    "tourism": re.compile("touris|travel|holiday|visit|sight|scenic", re.IGNORECASE),
    "tourist": re.compile("touris|travel|holiday|visit|sight|scenic|trips", re.IGNORECASE),
    "budget": re.compile("budget|fiscal|tax|government", re.IGNORECASE),
    "operating": re.compile("operating|business|compan|enterprise|firm|income|sector|industr|port", re.IGNORECASE),
    "throughput": re.compile("throughput|cargo|container|freight|tonn|TEU|handl", re.IGNORECASE),
    "per head": re.compile(
        r"per[- ](?:capita|head|person)|averag|\beach\b|earn|resident|farmer|household|people", re.IGNORECASE
    ),
    "registered urban": re.compile("regist", re.IGNORECASE),
    "sports": re.compile("sport", re.IGNORECASE),
    "postdoc": re.compile("postdoc", re.IGNORECASE),
    "one department": re.compile("bureau|department", re.IGNORECASE),
    "share of": re.compile(
        r"\bshare|proportion|percentage|ratio|account|\b(?:made|make|took|taking) up|contribut|represent|percent of",
        re.IGNORECASE,
    ),
    "profits and taxes": re.compile("profit", re.IGNORECASE),
    "taxes from": re.compile(r"\btax|\blev(?:y|ies)\b", re.IGNORECASE),
    "income per": re.compile(r"income|earn|\bma(?:de|king)\b|wage", re.IGNORECASE),
    "agreement": re.compile("agreement|cooperat|co-operat|sign", re.IGNORECASE),
    "port": re.compile("port|cargo|container|throughput|freight|tonn|ship", re.IGNORECASE),
}
"""Words in the English name of a metric that narrow it → what has to stand in the words of an English number of it."""
WHOSE: Final[Mapping[str, str]] = {"urban": "rural", "rural": "urban"}
"""Words that say whose a number is → their contraries: what rural residents earn is of no metric of urban ones."""
WHOSE_SAID: Final[Mapping[str, re.Pattern[str]]] = {
    "urban": re.compile(
        r"urban|(?:city|town) dwellers|(?:city|town) residents|townspeople|\bin (?:the )?(?:towns|cities)\b",
        re.IGNORECASE,
    ),
    "rural": re.compile(r"rural|\bfarmers?\b|villagers?|\bin (?:the )?villages|peasants|countryside", re.IGNORECASE),
}
OF_ANOTHER_KIND: Final = re.compile(
    r"surplus|deficit|\blosses?\b|sale of land|land sales|non-performing|\bbad loan|\bper (?:mu|hectare)"
    r"|under construction|advance sale|emission|net increase"
    r"|applications?\b|applied for|(?:electricity|power|energy) consumption|(?:registered|investment) capital"
    r"|special funds?|taxes and fees"
    r"|(?:qualification|pass|penetration|occupancy|vacancy|coverage|survival|success|utili[sz]ation) rate",
    re.IGNORECASE,
)
"""Words that say that a number is not of a metric that has no such word in its names."""


def is_unsaid(name: str, words: str) -> bool:
    """True where some words lack what makes a metric of an English name what it is: patents may be for designs."""
    wanted = (NARROWED_BY[word] for word in _WANTED if word in name.lower())
    return not all(pattern.search(words) for pattern in wanted)


_WANTED: Final = (
    *("invention", "granted", "registered urban", "planted", "buildings sold", "quays", "ships", "rural workers"),
    "live in towns",
    *(
        "high-tech",
        "gazelle",
        "giant",
        "specialised",
        "designated size",
        "postdoc",
        "sports",
        "agreement",
        "consumer prices",
        "farm output",
    ),
)
"""Words of names without which a number is of another metric, be this the only one that measures what it does."""


class Whose:
    """The metrics in whose English names a word says whose they are: of urban residents.

    ``words`` are these words by the metrics, ``contrary`` the metric of the others, and ``wider`` are those of both.
    """

    def __init__(self, metrics: Iterable[Metric]) -> None:
        named = {metric.name.en.lower(): metric.id for metric in metrics}
        self.words: dict[str, str] = {}
        self.contrary: dict[str, str] = {}
        self.wider: set[str] = set()
        for name, key in named.items():
            for word, contrary in WHOSE.items():
                other = named.get(name.replace(word, contrary)) if word in name else None
                if other is not None:
                    self.words[key], self.contrary[key] = word, other
                    self.wider.add(named.get(name.replace(f"{word} ", ""), ""))

    def turned(self, told: Sequence[str], own: str) -> Sequence[str]:
        """The metrics told of before, the last one that of the others where words say so: and those of farmers."""
        word = self.words.get(told[0], "") if told else ""
        if not word or WHOSE_SAID[word].search(own) or not WHOSE_SAID[WHOSE[word]].search(own):
            return told
        return [self.contrary[told[0]], *told[1:]]
