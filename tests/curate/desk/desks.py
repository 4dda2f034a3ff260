"""A desk of the small dataset, and what the page would send to it."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from indicators.curate.desk import desk as desks
from indicators.curate.desk.answering import answers
from indicators.curate.desk.answering.answers import DeskAnswer
from indicators.curate.desk.desk import Desk
from tests import SAMPLE

TEXT = (
    "交通建设提速\n□ 记者 某某 报道\n"
    "本报日照讯 今年1—6月份,日照市交通运输项目完成投资58.31亿元,占年度计划的53.4%,同比增长151%。\n"
    "目前,铁路项目已开工。截至6月底,完成投资14.52亿元。\n"
    "同时,公路建设全面展开。截至6月底,完成投资11.87亿元。记者在G342看到3台机械。\n"
)
"""A fictitious article: a total, two parts of it, a share of a plan, a growth, and numbers that are no figures."""
SOURCE = {"published": "2022-08-09", "publisher": "dazhong-daily", "url": "https://paper.dzwww.com/made-up.htm"}


@cache
def desk() -> Desk:
    """The desk of the small dataset; nobody writes into it."""
    return load(SAMPLE)


def load(path: Path) -> Desk:
    loaded = desks.load(path)
    assert loaded is not None
    return loaded


def body(text: str = TEXT, **more: Any) -> dict[str, Any]:
    return {"text": text, "unread": 0, "lang": "zh", "source": SOURCE, **more}


def answer(route: str, asked: Any, *, own: bool = True, at: Desk | None = None) -> DeskAnswer:
    """The answer to a request, as it would come back to the page."""
    content = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
    reply = answers.answer(at or desk(), route, content, own=own, lang="zh")
    return DeskAnswer(reply.status, json.loads(answers.encoded(reply.content)))


def review(text: str = TEXT, **more: Any) -> Mapping[str, Any]:
    reply = answer("read", body(text, **more))
    assert reply.status == 200
    return reply.content


def figures(shown: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [item for item in shown["items"] if item["kind"] == "figure"]


def field(item: Mapping[str, Any], key: str) -> dict[str, Any]:
    (found,) = [entry for entry in item["fields"] if entry["key"] == key]
    return dict(found)


def value(item: Mapping[str, Any], key: str) -> str:
    """What a field of a card proposes."""
    entry = field(item, key)
    if "choices" not in entry:
        return str(entry["value"])
    return "" if entry["chosen"] is None else str(entry["choices"][entry["chosen"]]["value"])


def accepted(item: Mapping[str, Any], reason: str = "", **changed: str) -> dict[str, Any]:
    """The decision of a person who takes a card as it is, but for what is ``changed``."""
    fields = {entry["key"]: value(item, entry["key"]) for entry in item["fields"]}
    return {"item": item["id"], "state": "accepted", "fields": {**fields, **changed}, "reason": reason}


def checked(
    decisions: Sequence[Mapping[str, Any]], text: str = TEXT, *, own: bool = True, **more: Any
) -> dict[str, Any]:
    reply = answer("check", body(text, decisions=list(decisions), **more), own=own)
    assert reply.status == 200
    return dict(reply.content)
