"""A number of an article → the metrics of what was told before it that it may be a part or a share of."""

import re
from collections.abc import Sequence
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.candidates.clause import WINDOW
from indicators.curate.recognition.context.open_number import OpenNumber
from indicators.curate.recognition.names.english import projects
from indicators.curate.recognition.names.vocabulary import Vocabulary


def previous(number: OpenNumber, before: Sequence[str]) -> str:
    """The metric that was told of before a number, be it in the headline of an English article.

    ``before`` are the metrics of the numbers before it, the last one first; empty for one that has none.
    """
    last = _previous(number, before)
    if not number.text[number.candidate.lead : number.candidate.number.end].isascii():
        return last
    if last and number.may_be_of(last):
        return last
    started = number.known.started_together if projects.are_all_started(number.headline) else ()
    return next(filter(number.may_be_of, started), "") or _topic(number) or last


def _previous(number: OpenNumber, before: Sequence[str]) -> str:
    """The metric before a number, of which it may be a part: 签约项目196个,总投资300亿元,其中工业项目140个."""
    last = before[0] if before else ""
    own = number.text[number.candidate.lead : number.candidate.number.start]
    if _IN_ALL.search(own):  # 新增规上企业28家,总数达286家
        return number.known.in_all.get(last, last)
    if number.unit is None and not last and "其中" in own:
        return next(filter(None, before[:_A_FEW]), "")  # 31个行业中22个增长,增长面71%。其中汽车增长8%
    if number.unit is None or "其中" not in own or _ITSELF_SAID.search(own):
        return last
    return next((metric for metric in before[:_A_FEW] if metric and number.may_be_of(metric)), last)


def _topic(number: OpenNumber) -> str:
    """The metric that the sentence before an English number names last, or else the headline: The figure stood at."""
    sentence = number.candidate.sentence
    for words in (number.text[max(sentence - _NEAR_ABOVE, 0) : sentence], number.headline):
        named = number.known.named_in(words) if words.isascii() else ()
        if metric := next(filter(number.may_be_of, named), ""):
            return metric
    return ""


def whole(text: str, candidate: Candidate, known: Vocabulary) -> Sequence[str]:
    """The metrics of the whole that a number is said to be a share of: 教育支出48亿元,占财政支出的21%."""
    share = candidate.parts.get("share")
    if share is None or candidate.role != "amount":
        return ()
    words = _OF_A_WHOLE.search(text, max(candidate.number.end, share.start - WINDOW), share.start)
    return known.named_in(words["whole"]) if words else ()


_OF_A_WHOLE: Final = re.compile("占(?P<whole>[^占,，。;；]{2,24}?)的?(?:比[重例])?[为约达到超过近]*$")
_ITSELF_SAID: Final = re.compile("签约|落地|开工|新[建上增]|[在续]建|投产|引进|招引|认定|入库")
"""Words with which a part says itself what it counts: 其中新签约项目58个."""
_IN_ALL: Final = re.compile("^[,，]?(?:总数|总量|累计(?:总数)?)[已达到为至]*$")
_A_FEW: Final = 4
_NEAR_ABOVE: Final = 200
