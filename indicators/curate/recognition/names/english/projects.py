"""The English words around a number of projects → whether these were signed or begun, and whether it is their cost."""

import re
from collections.abc import Sequence
from typing import Final

SIGNING: Final = "sign(?:ed|ing)|inked|sealed|clinched|commit(?:ted|ting)|pledg(?:ed|ing)|promis(?:ed|ing)|signatures?"
"""Words of who signs, in small letters."""
_SIGNED: Final = re.compile(
    rf"\b(?:{SIGNING}|contract(?:s|ed|ual)?|agreements?|deals|introduc(?:ed?|ing)|attract(?:ed|ing)?|newly|woo(?:ed)?"
    r"|lured?|landed|secur(?:ed?|ing)|dr[ae]w|settled"
    r"|brought (?:in|to|(?:[a-z-]+ ){0,3}projects))\b",
    re.IGNORECASE,
)
_ONE_HAS: Final = re.compile(r"\bhas an? (?:total |planned )?investment of *$", re.IGNORECASE)
"""What is told of one project: a park, which has an investment of."""
_STARTED: Final = re.compile(
    r"\b(?:br(?:eak|oke)(?:s|n|ing)? ground|ground (?:(?:was|is|has been|had been) )?broken|ground-?breaking"
    r"|launch of|launch(?:ed|ing) [^,.;0-9]{0,40}$|start of (?:construction|building|work)"
    r"|(?:start|beg[iau]n|launch|kick)(?:s|ed|ing|ning)?(?: off)?(?: the)? (?:construction|building|work)"
    r"|(?:construction|work|building) (?:has |have |had |was )?(?:start|beg[iau]n|commenc|launch|kick)"
    r"|g[eo]t(?:ting)? under ?way|(?:were|was) (?:launched|started|begun|kicked off)|at the same time|simultaneously"
    r"|new(?:ly)? (?:starts|started)|(?:went|gone|go|came) on stream|(?:put|went|going) into (?:operation|production))",
    re.IGNORECASE,
)
"""What projects do that are told of because they begin."""
_CONTINUED: Final = re.compile(
    r"\b(?:resum(?:ed|ing|e)|continu(?:ed|ing|es?)|went on|carried on"
    r"|ongoing)\b",
    re.IGNORECASE,
)
_SPENT: Final = re.compile(r"\b(?:spent|invested|completed|finished|resumed|this year)\b", re.IGNORECASE)
_KEY: Final = re.compile(r"\b(?:key|major) (?:[a-z]+ ){0,2}projects", re.IGNORECASE)
_PROJECTS: Final = re.compile(r"projects?|plants?|investment", re.IGNORECASE)
COMMITTED: Final = re.compile(
    r"\b(?:committed|approved|pledged|promised|agreed|contracted) investments?\b(?! (?:in fixed"
    r"|of fixed))",
    re.IGNORECASE,
)
"""What investors have said that they will spend."""
INVESTMENT_OF: Final = re.compile(
    r"(?:(?:has|have|had|with|worth|involv[a-z]+|requir[a-z]+|represent[a-z]+) (?:an? )?"
    r"|\btotal |\bcombined |\bplanned |\bthe |\btheir |\bits |^[^a-z]*)"
    r"(?:total |combined |planned |estimated |overall |committed |approved |pledged |promised )*"
    r"(?:investment|costs?|price tag)(?: (?:value|volume))?(?: (?:in|of) the (?:new )?(?:projects?|plants?|parks?"
    r"|lines?))?"
    r" (?:of|amounting to|totall?ing|(?:is|was|are|were)(?: (?:put|estimated|set|expected))?(?: at| to be| to reach)?"
    r"|amounts? to|amounted to|totals?|totall?ed|comes? to|came to) *$",
    re.IGNORECASE,
)
"""What projects cost in all, and not what has been spent on them: projects with an investment of."""


def are_signed(own: str, rest: str) -> bool:
    """True of words beside a number that tell of what was signed or attracted, and not of one project."""
    return _nearest(own, rest) is _SIGNED and _ONE_HAS.search(own) is None


def are_started(own: str, rest: str) -> bool:
    """True of words beside a number that tell of projects which began."""
    return _nearest(own, rest) is _STARTED and _PROJECTS.search(f"{own}{rest}") is not None


def _nearest(own: str, rest: str) -> re.Pattern[str] | None:
    """What projects are told to be nearest to their number: in the clause before it, behind it, or else before that."""
    clauses = _CLAUSE.split(own)
    behind = [(-found.start(), form) for form in (_SIGNED, _STARTED) if (found := form.search(rest))]
    told = _last(clauses[-1]) or behind or _last(own)
    return max(told, key=lambda place: place[0], default=(0, None))[1]


def _last(words: str) -> Sequence[tuple[int, re.Pattern[str]]]:
    """Where some words tell last of projects that were signed, and of those that began."""
    return [(found[-1].end(), form) for form in (_SIGNED, _STARTED) if (found := [*form.finditer(words)])]


_CLAUSE: Final = re.compile("[,;:]")


def are_all_started(headline: str) -> bool:
    """True of the headline of an article about projects that begin, none of which it says is signed."""
    return headline.isascii() and are_started(headline, "") and _SIGNED.search(headline) is None


def are_more(own: str, rest: str) -> bool:
    """True of words beside a number that tell of projects, and neither that they are signed nor what they cost."""
    near = f"{own}{rest}"
    told = _PROJECTS.search(near) is not None and not are_signed(own, rest)
    return told and _SPENT.search(near) is None and INVESTMENT_OF.search(own) is None


def are_continued(near: str) -> bool:
    """True of words near a number that tell of projects on which work goes on."""
    return _CONTINUED.search(near) is not None and _PROJECTS.search(near) is not None


def agreed(own: str, counted: str, rest: str) -> str:
    """The noun of deals that were signed, which are projects; ``counted`` are the words of what is counted."""
    is_of_projects = _DEALS.search(counted) is not None and not _CO_OPERATION.search(f"{own}{counted}")
    return "projects signed" if is_of_projects and are_signed(own, rest) else ""


_DEALS: Final = re.compile(
    r"(?<![A-Za-z])(?:deals|contracts|agreements|MoUs|memorand(?:a|ums) of understanding)(?![a-z])"
)
_CO_OPERATION: Final = re.compile("co-?operat|framework|strategic|trade|purchas|order|lease|labo(?:u)?r", re.IGNORECASE)


def are_key(own: str) -> bool:
    """True of words that call projects the key ones."""
    return _KEY.search(own) is not None
