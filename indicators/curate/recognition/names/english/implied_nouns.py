"""An English number whose words name no metric → the noun that its verb implies, or that was told of before."""

import re
from typing import Final, NamedTuple

from indicators.curate.recognition.names.english import implied_subjects as subjects
from indicators.curate.recognition.names.english.narrowing import WHOSE_SAID
from indicators.values.unit_table import Unit

OF_GDP: Final = re.compile(
    r" of (?:(?:the|its|their|[a-z]+['’]s|total|regional|national|local) ){0,3}(?:GDP|gross domestic product"
    r"|economic output)(?![a-z])",
    re.IGNORECASE,
)
"""What stands behind the share of a branch in the whole economy."""
_GREW_TO: Final = (
    r"(?:expand|grow|increas|climb|ris|rose|grew|jump|surg|advanc)(?:n|ed|ing|s)?(?: by)?(?: an? (?:estimated"
    r"|average))?"
    r" [0-9.]{1,6}(?: ?%| per ?cent)"
    r"(?: year[- ]on[- ]year| from a year earlier)?(?:,? (?:to|reaching|hitting))"
)
"""What stands before the amount to which something has grown."""

_FILLED: Final = (
    r"(?: (?:up |out )?(?:an? |the )?(?:total|combined|estimated|record|whopping|average|annual|further|impressive)"
    r"(?: (?:total|high))?(?: of)?)? $"
)


class _Verb(NamedTuple):
    """A verb right before a number of some dimension, and the noun that it implies by its subject.

    ``topic`` says of which subjects it is understood where only the words before the clause name one. One that
    ``is_behind`` is what those who are counted do: 300 workers found new jobs.
    """

    words: re.Pattern[str]
    nouns: tuple[tuple[re.Pattern[str], str], ...]
    topic: tuple[tuple[re.Pattern[str], str], ...] = ()
    dimension: str = "money"
    is_behind: bool = False


def _verb(words: str, *nouns: tuple[re.Pattern[str], str], dimension: str = "money") -> _Verb:
    topic = tuple((who, noun) for who, noun in nouns if who in subjects.TOPICS)
    pattern = re.compile(rf"(?:(?<![A-Za-z])|(?=[,;:.]))(?:{words}){_FILLED}", re.IGNORECASE)
    return _Verb(pattern, nouns, topic, dimension)


def _does(words: str, *nouns: tuple[re.Pattern[str], str]) -> _Verb:
    """What people do behind their number."""
    return _Verb(re.compile(rf"(?:{words})(?![a-z])", re.IGNORECASE), nouns, (), "people", is_behind=True)


_BARE: Final = (
    r"(?:(?:^|[,;:.] |the|its|their|whose|an?|and|with|of|in|total|overall|combined|cumulative|gross|annual|[a-z]+'s?"
    r"|(?:report|post|realiz|realis|achiev|generat|record|produc|collect|creat|receiv)(?:ed|ing)|saw) ?)"
)
"""What stands before a noun that no other word says more of: the total revenue, counties reported revenue of."""
_REVENUE: Final = (
    (subjects.GOVERNMENT, "fiscal revenue"),
    (subjects.CINEMAS, "box office revenue"),
    (subjects.CATERERS, "catering revenue"),
    (subjects.COURIERS, "express delivery revenue"),
    (subjects.RETAILERS, "retail sales"),
    (subjects.FIRM, "operating revenue"),
    (subjects.TRAVEL, "tourism revenue"),
    (subjects.INDUSTRIES, "operating revenue"),
)
_SPENDING: Final = (
    (subjects.RESEARCH, "R&D expenditure"),
    (subjects.EACH, "per capita consumption expenditure"),
    (subjects.PUBLIC, "fiscal expenditure"),
    (subjects.BUILDING, "actual investment"),
    (subjects.INSURERS, "insurance payouts"),
    (subjects.CONSUMERS, "retail sales"),
    (subjects.GOVERNMENT, "fiscal expenditure"),
    (subjects.TRAVEL, "tourist spending"),
)
_MADE_UP: Final = "(?:contribut|add|generat|creat|produc)(?:ed|ing)|accounted for"
_VERBS: Final = (
    _verb(
        r"(?:took|takes?|taken|taking|rak(?:ed?|ing)|pull(?:ed|ing)|br(?:ought|inging|ing)|reel(?:ed|ing)|ring(?:ing)?"
        r"|rang) in|earn(?:ed|ing|s)?|gross(?:ed|ing)|net(?:ted|ting)|garner(?:ed|ing)|generat(?:ed|ing|es)"
        r"|reap(?:ed|ing)|pocket(?:ed|ing)|turn(?:ed|ing) over|ma(?:de|king)|yield(?:ed|ing)|collect(?:ed|ing)",
        (subjects.ON_TURNOVER, "profits"),
        *_REVENUE,
        (subjects.PEOPLE, "per capita disposable income"),
    ),
    _verb(r"had|has|have|earn(?:ed|s|ing)?|ma(?:de|king)|g[oe]t", (subjects.TO_SPEND, "per capita disposable income")),
    _verb(r"le(?:ft|aving)", (subjects.TRAVEL, "tourism revenue")),
    _verb(
        rf"{_BARE}(?:revenues?|income|earnings|receipts|takings|turnover)(?: [A-Za-z0-9]+){{0,8}}? (?:of|at|to|reached"
        rf"|was|were|hit|stood at|came (?:to|in at)|totall?ed|amount(?:ed|ing) to"
        r"|(?:is|are|was|were) (?:put|estimated) at|exceeded|topped|surpassed)",
        *_REVENUE,
    ),
    _verb(r"spen(?:t|ding|d)|paid out|disbursed|splash(?:ed|ing) out|shelled out", *_SPENDING),
    _verb(
        rf"{_BARE}(?:expenditures?|spending|outlays?)(?: [a-z]+){{0,2}}? (?:of|at|to|reached|was|were|hit|stood at"
        r"|came (?:to|in at)|totall?ed|amounted to|exceeded|topped)",
        *_SPENDING,
    ),
    _verb(
        rf"econom(?:y|ic (?:aggregate|output))(?: [a-z]+){{0,4}}? (?:totall?ed|reached|hit|was|stood at|topped|exceeded"
        rf"|surpassed|passed|amounted to|was worth|came to|valued at|{_GREW_TO})|(?<=economy ){_GREW_TO}",
        (subjects.ECONOMY, "GDP"),
    ),
    _verb(rf"{_BARE}(?:revenues?|turnover|takings)(?: [a-z]+){{0,6}}? {_GREW_TO}", *_REVENUE),
    _verb(r"(?:(?:is|are|was|were|gets?|got) paid|earn(?:s|ed)?|ma(?:kes?|de))", (subjects.WORKERS, "average wage")),
    _verb(
        r"turn(?:ed|s|ing) out|produc(?:ed|es|ing)|ma(?:de|kes|king)|manufactur(?:ed|es|ing)",
        (subjects.OF_GOODS, "output value"),
    ),
    _verb(
        rf"{_BARE}output(?: [a-z]+){{0,3}}? (?:of|at|to|reached|was|hit|stood at|came to|totall?ed"
        r"|(?:is|was) (?:put|estimated) at)",
        (subjects.ANYBODY, "output value"),
    ),
    _verb(_GREW_TO, (subjects.BRANCH, "value added")),
    _verb(_MADE_UP, (subjects.OUTPUT, "output value")),
    _verb(_MADE_UP, (subjects.BRANCH, "value added")),
    _verb(
        r"pa(?:id|ying|ys?)|hand(?:ed|ing) over|contribut(?:ed|ing|es)|yield(?:ed|ing|s)|turn(?:ed|ing) in",
        (subjects.TAXES, "taxes paid"),
    ),
    _verb(r"lent|lend(?:s|ing)|extend(?:ed|ing)|issu(?:ed|ing)|grant(?:ed|ing)", (subjects.LENDERS, "loans")),
    _verb(
        r"sav(?:ed|ing)|put aside|deposit(?:ed|ing)|put (?:away|by)|kept|h(?:eld"
        r"|olding)",
        (subjects.SAVERS, "deposits"),
    ),
    _verb(
        r"(?:sold|bought|sells?|selling|ordered|purchased|snapped up)(?: [a-z'-]+){0,4}?(?: (?:worth|valued at|for"
        r"|of))?",
        (subjects.RETAILERS, "retail sales"),
        (subjects.SELLERS, "sales revenue"),
    ),
    _verb(
        r"(?:goods|products|output|production|crops?|fruits?|tea|vegetables|seafood)(?: [a-z]+){0,3} (?:worth"
        r"|valued at)",
        (subjects.ANYBODY, "output value"),
    ),
    _verb(r"(?:is|are|was|were)(?: now)? (?:worth|valued at)", (subjects.TRADE, "output value")),
    _verb(
        r"sign(?:ed|ing)?(?: [a-z]+){0,3}? (?:for|to invest|worth|of)|(?:commit(?:ted)?(?: themselves)?|pledg(?:ed|ing)"
        r"|promis(?:ed|ing)|undertook)(?: to)?(?: invest| put| spend)?(?: in)?",
        (subjects.FOREIGNERS, "contracted foreign investment"),
        (subjects.ANYBODY, "contracted investment"),
    ),
    _verb(
        r"(?:will|would|(?:is|are|was|were|plans?|planning|intends?|wants?|hopes?|aims?|set|due|expects?|agreed"
        r"|need(?:s|ed)?"
        r"|decided)(?: [a-z]+)?? to|planned to)(?: (?:jointly|also|each|together))? (?:invest|spend|put|pour|pump"
        r"|inject"
        r"|sink|commit|cost|take|require|need|absorb|swallow)|(?:will|would|to) need",
        (subjects.GOVERNMENT_ALONE, "fiscal expenditure"),
        (subjects.PUBLIC, "fiscal expenditure"),
        (subjects.ANYBODY, "total planned investment"),
    ),
    _verb(
        r"(?<!were )(?<!was )(?<!been )allocat(?:ed|es|ing)|earmark(?:ed|s|ing)"
        r"|appropriat(?:ed|es|ing)|budget(?:ed|s|ing)|set(?:s|ting)? aside",
        (subjects.NO_FIRM, "fiscal expenditure"),
    ),
    _verb(
        r"invest(?:ed|ing|s)?|pour(?:ed|ing)?|plough(?:ed|ing|s)|plow(?:ed|ing)|pump(?:ed|ing)|inject(?:ed|ing)"
        r"|sunk|put(?:ting)?",
        (subjects.TOURISTS, "tourism revenue"),
        (subjects.FOREIGNERS, "foreign capital"),
        (subjects.NOT_YUAN, "foreign capital"),
        (subjects.RESEARCH, "R&D expenditure"),
        (subjects.FIRM, ""),
        (subjects.INTO, "actual investment"),
    ),
    _verb(
        rf"{_BARE}investments?(?: (?:in|into|by|for) [a-z][a-z' -]{{2,40}}?)? (?:of|at|reached|was|were|hit|stood at"
        rf"|came to|totall?ed|amounted to|{_GREW_TO})",
        (subjects.IN_A_BRANCH, "fixed-asset investment"),
    ),
    _verb(r"sp(?:ent|ending)", (subjects.ON_PROJECT, "actual investment")),
    _verb(
        r"(?:total|overall|combined|estimated|construction|building|planned) (?:investment|costs?|outlays?)"
        r"(?: (?:of|in|for) [a-z -]{3,40}?)? (?:of|at"
        r"|(?:is|was|are|were)(?: (?:put|estimated|set|expected))?(?: at| to be| to reach)?|total(?:s|ed|ing)"
        r"|amount(?:s|ed|ing) to|c[ao]mes? to)",
        (subjects.SIGNED, "contracted investment"),
        (subjects.ANYBODY, "total investment"),
    ),
    _verb(
        r"swallow(?:ed|ing)|absorb(?:ed|ing)|devour(?:ed|ing)|ate up"
        r"|used up",
        (subjects.PROJECT, "actual investment"),
    ),
    _verb(
        r"worth(?: at)?|valued at|(?:value|price tag|cost|capital|funding|budget|price) of|cost(?:ing|s)?|tak(?:es|ing)"
        r"|requir(?:es|ing)|need(?:s|ing)"
        r"|(?:cost|price|investment|budget|value)s?(?: (?:of|for|in) [a-z -]{3,40}?)? (?:(?:is|are|was"
        r"|were)(?: (?:put|estimated|set"
        r"|expected to be))?(?: at)?"
        r"|amount(?:s|ed|ing) to|total(?:s|ed|ing|led|ling)|reach(?:es|ed|ing)|c[ao]mes? to)",
        (subjects.SIGNED, "contracted investment"),
        (subjects.PROJECT, "total investment"),
        (subjects.HARVEST, "output value"),
    ),
    _verb(
        r"receiv(?:ed|ing)|host(?:ed|ing)|welcom(?:ed|ing)|greet(?:ed|ing)|attract(?:ed|ing)|dr[ae]w(?:ing)?|visited by"
        r"|saw|saw the arrival of|logged|log(?:ged|ging)|recorded",
        (subjects.PASSENGERS, "passengers carried"),
        (subjects.ANYBODY, "visits by tourists"),
        dimension="visits",
    ),
    _verb(
        r"receiv(?:ed|ing)|host(?:ed|ing)|welcom(?:ed|ing)|greet(?:ed|ing)|dr[ae]w(?:ing)?|visited by|attract(?:ed"
        r"|ing)",
        (subjects.TRAVEL, "visits by tourists"),
        (subjects.SIGHTS, "visits by tourists"),
        dimension="people",
    ),
    _verb(
        r"carr(?:y|ies|ied|ying)|transport(?:s|ed|ing)?|convey(?:s|ed|ing)|tak(?:es|ing)|took",
        (subjects.CARRIERS, "passengers carried"),
        dimension="people",
    ),
    _verb(r"attended by|taught", (subjects.TRAINING, "job training"), dimension="people"),
    _verb(r"train(?:ed|ing|s)?", (subjects.ANYBODY, "job training"), dimension="people"),
    _verb(
        r"(?:found|finds?|finding) (?:jobs|work|employment) for",
        (subjects.OUT_OF_WORK, "re-employed"),
        (subjects.ANYBODY, "new urban jobs"),
        dimension="people",
    ),
    _verb(
        r"employ(?:s|ed|ing)?|workforce of|staff of|payroll of",
        (subjects.ANYBODY, "employed"),
        dimension="people",
    ),
    _verb(
        r"(?:g[ia]ve(?:s|n)?|giving|provid(?:es?|ed|ing)|offer(?:s|ed|ing)?|creat(?:es?|ed|ing)|br(?:ings?|ought"
        r"|inging))(?: [a-z-]+){0,3}? (?:work|jobs?|employment|posts?)(?: (?:opportunities|chances|positions))? (?:to"
        r"|for)",
        (subjects.ANYBODY, "jobs for people"),
        dimension="people",
    ),
    _verb(
        r"harvest(?:ed|ing|s)?|produc(?:ed?|ing|es)|bears?|bore|digs? up|dug up|gather(?:ed|s)|gr(?:ew|own|owing)"
        r"|pick(?:ed|ing)|yield(?:ed|ing|s)?",
        (subjects.ANYBODY, "farm output"),
        dimension="mass",
    ),
    _verb(r"(?:brought|took|gathered) in", (subjects.FARMERS, "farm output"), dimension="mass"),
    _verb(
        r"handl(?:ed|ing|es?)|mov(?:ed|ing|es)|lift(?:ed|ing)|process(?:ed|ing)|(?:un)?load(?:ed|ing)|dispatched",
        (subjects.PORT, "cargo throughput"),
        dimension="mass",
    ),
    _does(
        r"(?:found|landed|got|secured|took up|returned to|went back to|gone back to|placed in)"
        r"(?: (?:an?|new|full-time|other|their)){0,2} (?:jobs?|work|employment|posts?)",
        (subjects.OUT_OF_WORK, "re-employed"),
        (subjects.ANYBODY, "new urban jobs"),
    ),
    _does(
        r"(?:attended|took part in|take part in|received|underwent|complet(?:ed|e)|were given|got) [a-z -]{0,30}"
        r"(?:training|courses)|learn(?:ed|t) (?:[a-z]+ ){0,2}(?:skills|trades)",
        (subjects.ANYBODY, "job training"),
    ),
    _does(
        r"(?:work(?:ed|s|ing)?|(?:are|were) employed|(?:have|had|hold|held) (?:a )?jobs?|earn(?:ed)? a living)"
        r" (?:in|at|for|there|outside|on)",
        (subjects.RURAL, "rural laborers"),
        (subjects.ANYBODY, "people employed"),
    ),
    _does(
        r"visited|toured|flocked|(?:came|went|travell?ed) (?:to (?:see|visit|enjoy|the|its))",
        (subjects.ANYBODY, "visits by tourists"),
    ),
)
_FAR: Final = 80
_PEOPLE: Final = {"visits": "people"}
"""What is counted of people, whatever they do."""
_GROWN: Final = re.compile(
    r"(?:(?:(?<=['’]s)|\b[Tt]he|\b[Ii]ts|\boverall|\blocal|\bregional) economy(?: (?:of|in)(?: [A-Z][a-z]+){1,3})?"
    r"|(?P<branch>\b(?:primary|secondary|tertiary|services?) (?:industry|sector)"
    r"|(?:^|[,;.] |\b(?:and|while|that of|[Tt]he) )(?:[Ii]ndustry|[Aa]griculture|[Mm]anufacturing|[Cc]onstruction"
    r"|[Ss]ervices"
    r"|[Mm]ining)(?:,? (?:and )?(?:construction|services|forestry|fisher(?:y|ies)|farming|mining)){0,3})"
    r"|(?P<investment>(?<!project )(?<!total )(?<!planned )\b[Ii]nvestment(?: (?:in|by) [a-z -]{3,40}?)?))"
    r"(?: [a-z]+){0,2}?"
    r" (?:grew|grown|growing|expanded|expanding|rose|rising|increased|shrank"
    r"|contracted|fell|declined|led)(?: (?:by|at|with))?(?: an?)?(?: (?:estimated|average|total|year-on-year))?"
    r"(?: (?:rate|rise|growth|increase|gain|fall|decline) of)? $"
)
_CLAUSE: Final = re.compile(r"[,;:]")
_TOLD: Final = {
    "fiscal revenue": re.compile(r"(?:(?:general|local|public|fiscal|budget|budgetary|tax) ){1,4}(?:revenue|income)"),
    "fiscal expenditure": re.compile(
        r"(?:(?:general|local|public|fiscal|budget|budgetary) ){1,4}(?:expenditure|spending)"
    ),
}
"""How a text calls in full what it then calls by its last word alone."""


def implied(own: str, behind: str, topic: str, unit: Unit | None) -> str:
    """The noun that the verb right before a number implies, by its subject or else by what the text is about.

    ``behind`` says what the number is of; ``topic`` are the words of its headline, its paragraph and its sentence
    before: the town took in 3 million yuan.
    """
    if unit is None:
        return ""
    dimension = _PEOPLE.get(unit.dimension, unit.dimension)
    for verb in _VERBS:
        if verb.is_behind and dimension == verb.dimension and (does := verb.words.search(behind, 0, _FAR)):
            return next(noun for who, noun in verb.nouns if who.search(behind, 0, does.end()))
        match = verb.words.search(own) if unit.dimension.startswith(verb.dimension) and not verb.is_behind else None
        if match is None:
            continue
        currency = " in dollars" if unit.dimension == "money-USD" else ""
        subject = f"{_subject(own[: match.start()])}{match[0]}{behind}{currency}"
        for words, nouns in ((subject, verb.nouns), (topic, verb.topic)):
            for who, noun in nouns:
                if who.search(words):
                    return _as_told(_whose(noun, words), topic)
    return ""


def _subject(before: str) -> str:
    """The clause before a verb, with the one before where it only says who: the first phase, which cost."""
    clauses = _CLAUSE.split(before)
    return "".join(clauses[-2:]) if _WHO.match(clauses[-1]) else clauses[-1]


_WHO: Final = re.compile(
    r"\s*(?:(?:and|but|while) )?(?:(?:which|who|that|whose|it|they|these)\b.*|(?:on|in|for"
    r"|of) which.*)?$",
    re.DOTALL,
)


def _whose(noun: str, words: str) -> str:
    """The noun of an income with the word for whose it is, where some words say that."""
    whose = [word for word, said in WHOSE_SAID.items() if said.search(words)]
    return f"{whose[0]} disposable income" if noun == "per capita disposable income" and len(whose) == 1 else noun


def is_project(words: str) -> bool:
    """True of words that begin with what is built: hospital in the district."""
    return re.match(rf"(?: [A-Za-z-]+){{0,3}}? {subjects.PROJECT.pattern}", words, re.IGNORECASE) is not None


def grown(own: str) -> str:
    """The noun of what grew, where words say only whose it is: the city's economy grew, its tertiary industry rose."""
    match = _GROWN.search(own)
    if match is None:
        return ""
    return "fixed-asset investment" if match["investment"] else "value added" if match["branch"] else "GDP"


def _as_told(noun: str, topic: str) -> str:
    """A noun, as the words above call it in full where they do: general public budget revenue."""
    told = _TOLD[noun].findall(topic) if noun in _TOLD else ()
    return told[-1] if told else noun
