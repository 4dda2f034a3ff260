"""Reports of one number, and what stands of them."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from indicators.analysis import agreement
from indicators.analysis.agreement import (
    displaced,
)
from indicators.model.dataset import Dataset
from indicators.model.numbers import NumberName
from tests.builders import make_reports

REASON = {"zh": "统计口径调整", "en": "Restated on a new basis"}


def text(printed: str, **changes: Any) -> dict[str, Any]:
    return {"text": printed, **changes}


def corrects(key: str, **changes: Any) -> dict[str, Any]:
    return {"supersedes": key, "reason": REASON, **changes}


def standing(dataset: Dataset, number: NumberName | None = None) -> frozenset[str]:
    """Ids of the figures that charts draw, of those that print the number, or any."""
    printed = {
        key
        for key, figure in dataset.figures.items()
        if number is None or number in {slot[0] for slot in agreement.numbers(figure)}
    }
    return frozenset(printed) - displaced(dataset, number)


def only(growth: str | None = None, completion: str | None = None, plan: str | None = "annual") -> dict[str, Any]:
    return {"text": None, "growth": growth, "completion": completion, "plan": plan if completion else None}


REPORTS = st.lists(
    st.fixed_dictionaries({
        "text": st.sampled_from(["56.92亿元", "约57亿元", "57.1亿元"]),
        "growth": st.sampled_from([None, "5%", "5.0%", "6%"]),
        "region": st.sampled_from(["city", "east"]),
        "publisher": st.sampled_from(["daily", "evening", "weekly"]),
        "published": st.sampled_from(["2022", "2022-08", "2022-08-05", "2022-09-01"]),
        "corrects": st.integers(0, 9),
    }),
    min_size=1,
    max_size=8,
)  # fmt: skip


def dataset_of(reports: Sequence[dict[str, Any]]) -> Dataset:
    """A report corrects an earlier one of its region that stands as many places before it, if there is one."""
    corrected = []
    for index, report in enumerate(reports):
        earlier, fields = index - report["corrects"], {key: value for key, value in report.items() if key != "corrects"}
        if report["corrects"] and earlier >= 0 and reports[earlier]["region"] == fields["region"]:
            fields |= corrects(f"f{earlier + 1}")
        corrected.append(fields)
    return make_reports(*corrected)
