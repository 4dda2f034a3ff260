"""Reports of one number, and what stands of them."""

from typing import Any

from indicators.analysis import agreement
from indicators.analysis.agreement import (
    displaced,
)
from indicators.model.dataset import Dataset
from indicators.model.numbers import NumberName

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
