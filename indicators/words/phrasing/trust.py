"""Words of the chain of trust of a figure: what has been shown of it, what has not, and what speaks against it."""

from collections.abc import Mapping
from typing import Final

from indicators.analysis.trust import Relation, StepName, StepOutcome
from indicators.model.numbers import NumberName
from indicators.values.text import LocalText

TITLE: Final = LocalText(zh="可信到什么程度", en="How far it can be trusted")
OUTCOMES: Final[Mapping[StepOutcome, LocalText]] = {
    "shown": LocalText(zh="已证实", en="Shown"),
    "open": LocalText(zh="未证实", en="Not shown"),
    "against": LocalText(zh="有问题", en="Speaks against it"),
}
STEPS: Final[Mapping[StepName, LocalText]] = {
    "words": LocalText(zh="存有原文", en="Words held"),
    "number": LocalText(zh="数由原文读出", en="Number read from the words"),
    "arithmetic": LocalText(zh="算得通", en="Arithmetic consistent"),
    "rates": LocalText(zh="其他各数的原文", en="Words of the other numbers"),
    "address": LocalText(zh="见过网址", en="Address seen"),
    "text": LocalText(zh="与全文核对", en="Full text verified"),
    "outlet": LocalText(zh="另有报道", en="Second outlet"),
}
SENTENCES: Final[Mapping[tuple[StepName, str], LocalText]] = {
    ("words", "held"): LocalText(zh="含有此数的短语已录入。", en="The phrase that holds the number is kept."),
    ("words", "without-number"): LocalText(
        zh="录入的短语里找不到此数。", en="A phrase is kept, but the number cannot be found in it."
    ),
    ("words", "none"): LocalText(zh="没有录入原文。", en="No words are kept."),
    ("number", "interval"): LocalText(
        zh="“{printed}”即{value}，按印出的位数在{interval}之间。",
        en="“{printed}” is {value}; as it is printed, {interval}.",
    ),
    ("number", "exact"): LocalText(zh="“{printed}”即{value}。", en="“{printed}” is {value}."),
    ("number", "rate"): LocalText(zh="“{printed}”读作{value}。", en="“{printed}” is read as {value}."),
    ("number", "unit-given"): LocalText(
        zh="数旁只印“{printed}”，单位“{unit}”由编者补上。",
        en="Only “{printed}” is printed beside the number; the unit ({unit}) is the curator’s.",
    ),
    ("number", "unread"): LocalText(
        zh="由原文不能自动读出此数。", en="The number cannot be read from the words by the program."
    ),
    ("arithmetic", "consistent"): LocalText(
        zh="与{relations}可以同真。", en="It can be true together with {relations}."
    ),
    ("arithmetic", "alone"): LocalText(
        zh="没有别的数可以对照。", en="There is no other reported number to hold it against."
    ),
    ("arithmetic", "accepted"): LocalText(zh="{problems}", en="{problems}"),
    ("arithmetic", "problem"): LocalText(zh="{problems}", en="{problems}"),
    ("arithmetic", "relations"): LocalText(
        zh="与{relations}不能同真。", en="It cannot be true together with {relations}."
    ),
    ("rates", "held"): LocalText(zh="增速、比重等也有原文。", en="Growth and shares have words of their own, too."),
    ("rates", "missing"): LocalText(
        zh="{numbers}出自同一报道，原文没有录入。", en="From the same article, but their words are not kept: {numbers}."
    ),
    ("address", "article"): LocalText(zh="在{host}见过此文。", en="The article was seen at {host}."),
    ("address", "copy"): LocalText(zh="在{host}见过转载。", en="A reprint was seen at {host}."),
    ("address", "copy-seen"): LocalText(zh="{date}在{host}见过转载。", en="A reprint was seen at {host}, {date}."),
    ("address", "unknown"): LocalText(zh="网址不详。", en="Not known."),
    ("text", "found"): LocalText(zh="各条原文都在报道全文中。", en="All its words stand in the text of the article."),
    ("text", "changed"): LocalText(zh="报道全文的写法不同。", en="The text of the article puts it differently."),
    ("text", "missing"): LocalText(
        zh="报道全文中找不到这些原文。", en="Its words cannot be found in the text of the article."
    ),
    ("text", "not-held"): LocalText(zh="这里没有报道全文。", en="The text of the article is not held here."),
    ("outlet", "alone"): LocalText(
        zh="就所录报道，没有别家报过此数。", en="Nobody else has printed this number, as far as we know."
    ),
    ("outlet", "confirmed"): LocalText(
        zh="不同来源报了相合的数：{outlets}。", en="An independent source agrees: {outlets}."
    ),
    ("outlet", "repeated"): LocalText(
        zh="同一来源又报过一次：{outlets}。", en="The same source printed it again: {outlets}."
    ),
    ("outlet", "disputed"): LocalText(zh="有争议：另有 {outlets}。", en="Disputed: another number from {outlets}."),
    ("outlet", "superseded"): LocalText(zh="后来已更正：{outlets}。", en="It was corrected later: {outlets}."),
}
"""Step and reason → one sentence."""
RELATIONS: Final[Mapping[Relation, LocalText]] = {
    "parts": LocalText(zh="各部分之和", en="the sum of its parts"),
    "whole": LocalText(zh="其整体", en="its whole"),
    "earlier": LocalText(zh="所报的上期数和增速", en="the growth and the amount reported for the period before"),
    "plan": LocalText(zh="所报的目标和完成比例", en="the reported target and the share of it"),
}
NUMBERS: Final[Mapping[NumberName, LocalText]] = {
    "text": LocalText(zh="数额", en="amount"),
    "growth": LocalText(zh="增速", en="growth"),
    "change": LocalText(zh="增减", en="change"),
    "points": LocalText(zh="增减", en="change"),
    "share": LocalText(zh="比重", en="share"),
    "completion": LocalText(zh="完成比例", en="share of the plan"),
}
