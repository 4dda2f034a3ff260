"""The words around a number → whether the noun that says what it measures is one of its metric, or of another thing."""

import re
from collections.abc import Collection
from typing import Final

from indicators.curate.recognition.names.metric_names import FILLED

_CLAUSE: Final = re.compile(r"[,，;；。:：、()]")
_FILLING: Final = re.compile("(?:总量|总额|累计|分别|[已共总]|同比|增长|下降|上涨)+$")
_MEASURE: Final = re.compile(
    "(?:[\u4e00-\u9fff](?:量|值|程|积|[\u4e00-\u9fff]率|价|费|款|比|场|站|校|院|库|岗|船|田|地|产|券|里|路|线|桥|面|房|楼|馆|厂|网|林|绿)"
    "|业务|收入|支出|投资|[顺逆]差)$"
)
"""The end of a noun that says what is measured or counted: 里程, 业务量, 机场."""
_VERB: Final = re.compile(
    "(?:^|[,，、;；:：]|企业|公司|其中|全[国省市县]|我[国省市县])(进口|出口|接待|新设)[^,，、;；:：]{2,14}$"
)
"""A verb with what it is done to, where the verb says what is measured."""
_MADE_OR_TRADED: Final = re.compile(
    "(?:^|[,，、;；:：]|企业|公司|其中|全[国省市县]|我[国省市县])([进出]口|生产)(?![额总量值力者能性])[^,，、;；:：]{2,8}$"
)
_BEHIND: Final = re.compile("[\u4e00-\u9fff]{2,3}")


def measure_of(own: str) -> str:
    """The end of the noun right before a number that says what it measures; empty where it says nothing of it."""
    words = _FILLING.sub("", FILLED.sub("", _CLAUSE.split(own)[-1].rstrip()))
    noun = _MEASURE.search(words)
    return noun[0] if noun else ""


def is_of_all(own: str) -> bool:
    """True of Chinese words before a number of how many there are, and not of what was added: 在册企业数."""
    clause = _CLAUSE.split(own)[-1]
    return _OF_ALL.search(clause) is not None and _ADDED.search(clause) is None


_OF_ALL: Final = re.compile("在册|存量|总量|总数|保有|现有|实有")
_ADDED: Final = re.compile("新[增设登注]|净增")


def is_done_otherwise(own: str, phrases: Collection[str]) -> bool:
    """True where goods are imported or made, of which a metric has no word: 进口煤炭2亿吨 is no throughput."""
    verb = _MADE_OR_TRADED.search(own)
    return verb is not None and not any(verb[1] in phrase for phrase in phrases)


def is_of_another(own: str, behind: str, phrases: Collection[str]) -> bool:
    """True where the noun of a number stands in none of the phrases of a metric: 公路总里程 is no quay's length.

    ``behind`` are the words behind a number that counts things, which name them where none before it do.
    """
    if own.isascii():
        return False
    verb = _VERB.search(own)
    if verb and any(phrase.startswith(verb[1]) for phrase in phrases):
        return False  # 进口集成电路65亿元
    if noun := measure_of(own):
        return not any(noun in phrase for phrase in phrases)
    counted = _BEHIND.match(behind)
    if counted is None or _CLAUSE.split(own)[-1].strip():
        return False
    pairs = {counted[0][index : index + 2] for index in range(len(counted[0]) - 1)}
    return not any(pair in phrase for pair in pairs for phrase in phrases)
