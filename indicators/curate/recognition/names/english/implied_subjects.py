"""The words around an English number → whose it is, by which its verb implies what it is of: firms, a port."""

import re
from typing import Final

from indicators.curate.recognition.names.english.projects import SIGNING

TRAVEL: Final = re.compile(r"touris|travel|visitor|holiday|scenic|sightse|resort|vacation|attraction", re.IGNORECASE)
TOURISTS: Final = re.compile(r"\b(?:tourists|visitors|travell?ers|holiday-? ?makers|sightseers)\b", re.IGNORECASE)
FARMERS: Final = re.compile(r"\b(?:farmers?|growers|villagers|fields|orchards|farms)\b", re.IGNORECASE)
SIGHTS: Final = re.compile(
    r"\b(?:museums?|galler(?:y|ies)|festivals?|temples?|gardens?|zoos?|aquariums?|exhibitions?|expos?|fairs?|caves?|beach(?:es)?"
    r"|mountains?|lakes?|(?:ancient|old) towns?|night markets?|theme parks?|wetlands?)\b",
    re.IGNORECASE,
)
GOVERNMENT: Final = re.compile(
    r"\bgovernments?\b|treasur|\b(?:public|city|county|state|provincial|municipal|local) (?:coffers|purse)|exchequer"
    r"|\b(?:public|local|budget|own|county|fiscal) revenue|taxm[ae]n|\bministry of finance|\bfinanc(?:e"
    r"|ial) (?:bureau|department|ministry|authorit)"
    r"|\btax (?:bureau|administration|authorit|office)",
    re.IGNORECASE,
)
FIRM: Final = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|enterprises?|business(?:es)?|manufacturers?|group|corporation|makers?|factor(?:y|ies)"
    r"|shops?|hotels?|stores?)\b",
    re.IGNORECASE,
)
EMPLOYERS: Final = re.compile(
    r"^(?!.*\b(?:urban|cities|towns|new(?:ly)?)\b).*"
    r"\b(?:industr(?:y|ies)|sectors?|clusters?|chains?|businesse?s?|compan(?:y|ies)|firms?|enterprises?|factor(?:y|ies)|plants?"
    r"|projects?|workshops?|cooperatives?|bases?|farms?|orchards?|plantations?|parks?|tourism|livestream[a-z]*)\b",
    re.IGNORECASE | re.DOTALL,
)
CINEMAS: Final = re.compile(r"\bcinemas?\b|box[- ]office|\bfilms?\b|\bmovies?\b", re.IGNORECASE)
CATERERS: Final = re.compile(r"\brestaurants?\b|\bcater(?:ing|ers)|\beateries|\bdiners\b", re.IGNORECASE)
COURIERS: Final = re.compile(r"\bcouriers?\b|\bexpress (?:delivery|firms|companies|industry)", re.IGNORECASE)
RETAILERS: Final = re.compile(
    r"\b(?:retailers|(?:department |chain )?stores|shops|shopping (?:malls|centers|centres)|malls|supermarkets|shoppers"
    r"|consumers|customers|livestream[a-z]*|online|over the internet)\b",
    re.IGNORECASE,
)
INDUSTRIES: Final = re.compile(r"\b(?:clusters?|industr(?:y|ies)|sectors?|chains?|plants?|mills?)\b", re.IGNORECASE)
TRADE: Final = re.compile(r"\b(?:industr(?:y|ies)|sector|business|cluster|economy)\b", re.IGNORECASE)
IN_A_BRANCH: Final = re.compile(
    r"^(?!.*\b(?:projects?|plants?|parks?|planned|foreign|signed|attracted|deals?|research|R&D|innovation)\b).*"
    r"\b(?:(?:[Ii]nvest[a-z]* (?:in|into|by|for)|industr(?:y|ies)|sectors?)|(?:its|[Tt]he [a-z]+['’]s|[A-Z][a-z]+['’]s)"
    r" (?:total |overall )?investments? (?:grew|rose|climbed|increased|jumped|surged|expanded|was|were|reached|hit"
    r"|stood)\b)",
    re.DOTALL,
)
"""Who invests in fixed assets, and in no project of which more is said: investment in farming, its investment."""
RESEARCH: Final = re.compile(r"\b(?:in(?:to)?|on|for) (?:[a-z-]+ ){0,2}(?:R&D|research)(?![a-z])")
ON_TURNOVER: Final = re.compile(
    r"\bon (?:an? )?(?:turnover|revenues?|sales) of|\b(?:before|after) tax"
    r"|\bin profits?\b",
    re.IGNORECASE,
)
SELLERS: Final = re.compile(
    r"^(?!.*\b(?:bought|ordered|purchased|snapped|bonds?|shares|stakes?|land|tickets?|hous(?:es|ing)|homes|flats|lotter)\b)",
    re.IGNORECASE | re.DOTALL,
)
EACH: Final = re.compile(
    r"^(?!.*(?:touris|visit|travel)).*(?:\beach\b|\bevery\b|\baverage\b|\bper (?:head|person|capita)\b"
    r"|\b[Aa] resident\b)",
    re.DOTALL,
)
PUBLIC: Final = re.compile(
    r"\b(?:on|for|to) (?:[a-z]+ ){0,4}?(?:education|schooling|teachers|pupils|health ?care|public health|medical"
    r"|pension(?:s|ers)?"
    r"|social (?:security|welfare|insurance|services)|welfare|old-age|elderly|livelihoods?|subsid[a-z]+|poverty|relief"
    r"|culture|public (?:services?|utilities|transport)|job creation|creating jobs|employment|the (?:poor|needy"
    r"|unemployed|disabled))(?![a-z])",
    re.IGNORECASE,
)
"""What public money is spent on."""
NO_FIRM: Final = re.compile(
    r"^(?!.*\b(?:compan(?:y|ies)|firms?|enterprises?|banks?|lenders?|investors?|manufacturers?|groups?|university"
    r"|foundations?|charit)[a-z]*\b)",
    re.IGNORECASE | re.DOTALL,
)
TO_SPEND: Final = re.compile(
    r"\b(?:farmer|villager|resident|townsm[ae]n|dweller|household|people|person|each"
    r"|average).*\bto spend\b",
    re.IGNORECASE | re.DOTALL,
)
INSURERS: Final = re.compile(r"\binsur(?:ers?|ance)", re.IGNORECASE)
CONSUMERS: Final = re.compile(
    r"\bconsumers?\b|\bshoppers\b|\bin (?:[a-z']+ ){0,3}(?:shops|stores"
    r"|malls)\b",
    re.IGNORECASE,
)
LENDERS: Final = re.compile(r"\bbanks?\b|\blenders?\b|financial institutions|\bcredit\b", re.IGNORECASE)
SAVERS: Final = re.compile(
    r"\bsavers\b|residents|households|\bsavings\b|depositors|customers|\bbanks?\b", re.IGNORECASE
)
FOREIGNERS: Final = re.compile(
    r"\b(?:foreign(?:ers)?|overseas|(?:from|of) abroad)\b.{0,60}"
    r"\b(?:investors?|compan(?:y|ies)|firms?|business(?:es)?|enterprises?|ones)\b|\bforeigners\b|\bforeign investors",
    re.IGNORECASE,
)
NOT_YUAN: Final = re.compile(r"\b(?:firms|companies|investors|businesses)\b.*\bin (?:dollars|euros)$", re.DOTALL)
PEOPLE: Final = re.compile(r"\b(?:residents?|farmers?|villagers?|households?|employees)\b", re.IGNORECASE)
BRANCH: Final = re.compile(
    r"^(?!.*\b(?:revenues?|turnover|sales|profits?|incomes?|invest|exports?|imports?|tax|loans?|spending)\b).*?"
    r"\b(?:primary|secondary|tertiary|servic|manufactur|agricultur|mining|construct|economy)[a-z]*"
    r"(?: (?:industr(?:y|ies)|sectors?))?(?![a-z])",
    re.IGNORECASE,
)
PORT: Final = re.compile(r"\b(?:sea)?ports?\b|terminal|quay|dock|wharf", re.IGNORECASE)
CARRIERS: Final = re.compile(
    r"\b(?:trains?|rail[a-z]*|metro|subways?|bus(?:es)?|coach(?:es)?|ferr(?:y|ies)|trams?"
    r"|lines?)\b",
    re.IGNORECASE,
)
TRAINING: Final = re.compile(r"training|vocational|skills", re.IGNORECASE)
PASSENGERS: Final = re.compile(r"passenger", re.IGNORECASE)
BUILDING: Final = re.compile(r"\b(?:construction|building|infrastructure|upgrad|renovat|equipment)", re.IGNORECASE)
TAXES: Final = re.compile(r"\btax", re.IGNORECASE)
OUTPUT: Final = re.compile(r"\boutput", re.IGNORECASE)
PROJECT: Final = re.compile(
    r"\b(?:projects?|plants?|parks?|cent(?:er|re)s?|factor(?:y|ies)|bridges?|railways?"
    r"|(?:express|free|high|motor|sub)ways?|hospitals?|terminals?|bases?|roads?|tunnels?|lines?|stations?|schools?"
    r"|campus(?:es)?|dams?|reservoirs?|stadiums?|museums?|theat(?:er|re)s?|mills?|works|facilit(?:y|ies)|buildings?"
    r"|harbou?rs?|ports?|berths?|airports?|warehouses?|complex(?:es)?|towers?|hotels?|canals?|pipelines?|wharf|wharves"
    r"|piers?|quays?|jett(?:y|ies)|workshops?|laborator(?:y|ies)|resorts?|mines?|phase|zones?|construction|built?"
    r"|build(?:ing)?)\b",
    re.IGNORECASE,
)
HARVEST: Final = re.compile(
    r"\borchards?\b|\bgrow(?:n|s|ing)?\b|"
    r"\b(?:production|output|harvest|yield)(?:s|ed|ing)? (?:of|reached)|harvested|\b(?:crops?|catch|harvest)\b",
    re.IGNORECASE,
)
ANYBODY: Final = re.compile("")
INTO: Final = re.compile(r"invest|\bin(?:to)? ", re.IGNORECASE)
ON_PROJECT: Final = re.compile(
    rf"\b(?:on|in|for|building|to build|upgrading|renovating) .{{0,60}}{PROJECT.pattern}", re.IGNORECASE
)
GOVERNMENT_ALONE: Final = re.compile(
    r"\bgovernments?\b(?!.{0,80}\b(?:project|plant|park|build|construct))", re.IGNORECASE
)
ECONOMY: Final = re.compile(
    r"(?:['’]s|\bthe|\bits|\boverall|\blocal|\bregional|\bwhole) econom(?:y|ic (?:aggregate|output))(?![a-z])",
    re.IGNORECASE,
)
SIGNED: Final = re.compile(
    rf"\b(?:{SIGNING}|MoUs?|memorand(?:um|a)|(?<!technology )(?:deals|agreements|contracts))\b",
    re.IGNORECASE,
)
OF_GOODS: Final = re.compile(r"\bworth of\b|\bof (?:[a-z]+ )?(?:goods|products|merchandise)\b", re.IGNORECASE)
RURAL: Final = re.compile(r"\bfarmers?\b|rural|villagers|migrant", re.IGNORECASE)
OUT_OF_WORK: Final = re.compile(r"laid-off|unemployed|jobless|lost their jobs|out of work|redundant", re.IGNORECASE)
WORKERS: Final = re.compile(
    r"\b(?:workers?|staff|employees|nurses|teachers|each of whom|hands)\b.*\b(?:a|per|each|every) (?:month|year)\b",
    re.IGNORECASE | re.DOTALL,
)
TOPICS: Final = frozenset(
    [ANYBODY, BUILDING, ECONOMY, GOVERNMENT, HARVEST, OUTPUT, PASSENGERS, PORT, SIGNED, TAXES, TRAINING, TRAVEL]
)
"""What a text can be about, be it said in the words above only."""
