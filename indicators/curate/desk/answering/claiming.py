"""A draft → the verdicts on its numbers, as the page “Is this number right?” shows them."""

from typing import Any

from indicators.curate.claims import page
from indicators.curate.desk.desk import Desk
from indicators.curate.desk.requests.asked import ClaimAsked
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.values import periods
from indicators.values.periods import Period
from indicators.values.problems import Fault


def claimed(desk: Desk, asked: ClaimAsked) -> dict[str, Any]:
    """The verdicts on all numbers of a draft; a date that is none completes nothing."""
    names, addresses = Names(desk.dataset, asked.lang), QueryAddresses(asked.lang, "")
    answer = page.answer(desk.checker, asked.text, _day(asked.published), names, addresses, asked.unread)
    return answer._asdict()


def _day(words: str) -> Period | None:
    try:
        return periods.parse_date(words.strip())
    except Fault:
        return None
