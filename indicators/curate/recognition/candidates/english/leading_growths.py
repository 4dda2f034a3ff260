"""The words between an English growth or share and the amount behind it → whether the one is of the other."""

import re
from typing import Final

_FAR: Final = 400
_REACHED: Final = (
    "(?:reached|hit|totall?ed|stood at|came (?:in at|to)|amounted to|topped|exceeded|surpassed|passed|crossed)"
)
_A_TOTAL: Final = "(?:(?:an?|the) (?:[a-z-]+[ -]){0,3}(?:total|high|record|level)(?: of)? )?"
_LEADS_TO: Final = re.compile(
    r"(?P<between>(?:[^.;:()0-9]|(?:19|20)[0-9]{2}|\([^()0-9]{0,60}\)"
    r"|and [0-9.]{1,6}(?: ?%| per ?cent) (?:month|quarter)[- ]on){0,120}?)"
    r"(?:(?<!thanks)(?<!due)(?<!owing)(?<!according)(?<!compared)(?<!related)(?<!equivalent)(?<!equal)(?<!close)"
    r"(?<!similar)(?<!next)(?<!contributed)(?<!contributing)(?<!up)(?<!amount),? to "
    rf"(?:(?:stand at|be|reach|hit|total|top|exceed|surpass|about|around|nearly|almost|over|more than) )?{_A_TOTAL}"
    rf"|,? (?:reaching|hitting|at|totall?ing|amounting to) {_A_TOTAL}"
    rf"|[),],? (?:{_REACHED}|was|were) "
    r"|, with (?:the|its) (?:[a-z]+ ){0,2}(?:volume|value|total|figure|amount|number) "
    r"(?:totall?ing|reaching|hitting|at|standing at) "
    rf"|,? which (?:{_REACHED}|was worth) "
    rf"|,? and {_REACHED} {_A_TOTAL}"
    r"|(?:(?:,| in| over| from| to|) (?:19|20)[0-9]{2})?,? from (?:[A-Z]{0,3}[$¥€£]?) ?"
    r"[0-9][0-9.,]{0,20}(?: (?:[a-z]+[ -]){0,4}?[a-z]+)?(?: in (?:19|20)[0-9]{2})? to )"
    r"|[,，]?(?:达到?|至|增至|升至)"
)
"""What stands between a growth and the amount that it led to: up 5 percent year on year to 3 billion yuan."""
_ANOTHER_CLAUSE: Final = re.compile(
    r",? (?:valued|priced)$|(?<!compared)(?<!together),? "
    r"(?:(?:and(?! (?:up|down|then|[0-9.]+)(?![a-z]))|while|whereas|but|as|when|after|helping|driving|thanks|whose) "
    r"|with (?!(?:an?|the|that|last|its|their) (?:[a-z-]+ ){0,3}"
    r"(?:year|month|quarter|period|half|volume|value|total|figure|amount|number)(?![a-z])))"
)
"""What begins a clause of something else."""

_AHEAD: Final = re.compile(
    r"\s*(?:Up|Down|(?:[A-Z][a-z]+ing)"
    r"|(?:With|After|Following|Marking|Posting|Recording|Registering|Seeing|Reporting|Showing|Maintaining)"
    r" (?:an?|the|its|their) (?:[a-z-]+ ){0,4}?"
    r"(?:growth|increase|rise|gain|jump|surge|decline|decrease|drop|fall|growth rate)(?: rate)? of)"
    r"(?: up| down)?(?: by| at)?(?: an? (?:[a-z-]+ ){0,3}(?:rate|pace|speed) of)?"
    r"(?: about| around| nearly| almost| over| more than)? ?"
)
_THEN: Final = re.compile(
    r"(?: year[- ]on[- ]year| (?:from|over|compared with) [a-z][a-z -]{3,40})?, (?:[^.;0-9]|\.(?! )){4,120}"
)


def leads_to(text: str, sentence: int, growth: tuple[int, int], amount: int) -> bool:
    """True of a growth that led to the amount behind it: up 5 percent to 3 tons; Up 5 percent, exports reached."""
    if amount - growth[1] > _FAR:
        return False
    is_ahead = _AHEAD.fullmatch(text, sentence, growth[0]) and _THEN.fullmatch(text, growth[1], amount)
    gap = text[growth[1] : amount]
    is_aside = _WHICH_GREW.search(text, max(sentence, growth[0] - _NEAR), growth[0]) is not None
    if is_ahead or (is_aside and _THEN_VERB.fullmatch(gap)):
        return True
    leads = _LEADS_TO.fullmatch(gap)
    return leads is not None and _ANOTHER_CLAUSE.search(leads["between"] or "") is None


_NEAR: Final = 60
_WHICH_GREW: Final = re.compile(r", (?:which|whose|where) [^,.;0-9]{3,50} $")
_THEN_VERB: Final = re.compile(
    r", (?:(?!(?:and|while|but|with|or|the|its|an?) )[a-z]+ (?:[a-z]+ ){0,4}|)(?:[A-Z]{0,3}[$¥€£])?"
)
"""What stands around a growth told aside before the amount: Fishing, which grew 5 percent, brought in."""
SHARE_OF_IT: Final = re.compile(
    r" of (?:[^.;0-9]|(?:19|20)[0-9]{2}){3,120}, which (?:totall?ed|reached|stood at|came to|amounted to) | at "
    r"| of [^,.;0-9]{3,100},? (?:or|namely|that is|i\.e\.|amounting to|totall?ing|coming (?:in )?(?:at|to)|worth|at)"
    r" (?:about )?"
)
"""What stands between a share and the amount that it is: 66 percent of its spending on health, which totaled."""
IN_VALUE: Final = re.compile(r"[^,.]{0,60}, with (?:the|its) ")
"""What stands behind a growth before an amount of something else: down 1 percent, with the sales in value reaching."""
