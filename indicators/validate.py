"""Plain data → a Document, or problems: what pydantic finds, told with our codes at the line where it stands."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from indicators import model
from indicators.corpus import Keys, locate
from indicators.problems import Fault, Problem
from indicators.source import Source
from indicators.text import LocalText, nearest

FAULTS: Final = frozenset({
    "empty-value",
    "invalid-value",
    "missing-key",
    "not-a-list",
    "not-a-mapping-here",
    "not-one-of",
    "not-text",
    "unknown-key",
    "value-form",
})  # fmt: skip

_CLASSES: Final[Mapping[tuple[str, ...], type[BaseModel]]] = {
    (): model.Document,
    ("dataset",): model.About,
    ("themes",): model.Theme,
    ("publishers",): model.Publisher,
    ("regions",): model.Region,
    ("sectors",): model.Sector,
    ("metrics",): model.Metric,
    ("articles",): model.Article,
    ("articles", "copies"): model.Copy,
    ("articles", "defaults"): model.Defaults,
    ("articles", "figures"): model.Figure,
}
"""Keys without list positions → the class whose entries stand there."""


def document(source: Source) -> tuple[model.Document | None, tuple[Problem, ...]]:
    """The document that the data of a source is, or everything that keeps it from being one."""
    try:
        return model.Document.model_validate(source.data), ()
    except ValidationError as failure:
        errors = failure.errors(include_url=False, include_input=True)
    found = dict.fromkeys(_Told(_problem(dict(error), source)) for error in errors)
    return None, tuple(told.problem for told in found)


class _Told:
    """A problem as its reader tells it from others: a slip in ``defaults`` is one, however many figures inherit it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._same = (problem.code, *problem.place, *sorted(problem.facts.items()))

    def __hash__(self) -> int:
        return hash(self._same)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Told) and self._same == other._same


def _problem(error: dict[str, Any], source: Source) -> Problem:
    keys: Keys = error["loc"]
    code, facts = _told(error, keys)
    line, column = locate(source, keys, of_key=code == "unknown-key")
    return Problem(code, source.path, line, column, facts={"key": _last_key(keys), **facts})


def _told(error: dict[str, Any], keys: Keys) -> tuple[str, dict[str, str]]:
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Fault):
        return cause.code, cause.facts
    if error["input"] is None and error["type"] not in _BY_TYPE_EVEN_IF_EMPTY:
        return "empty-value", {}
    tell = _BY_TYPE.get(error["type"])
    if tell is None:
        return "invalid-value", {"value": _shown(error["input"]), "reason": error["type"]}
    return tell(error, keys)


def _unknown_key(_: dict[str, Any], keys: Keys) -> tuple[str, dict[str, str]]:
    known = _known_keys(keys[:-1])
    return "unknown-key", {"suggestion": nearest(str(keys[-1]), known), "known": ", ".join(known)}


def _not_one_of(error: dict[str, Any], _: Keys) -> tuple[str, dict[str, str]]:
    allowed = [part.strip("' ") for part in error["ctx"]["expected"].replace(" or ", ",").split(",")]
    value = _shown(error["input"])
    return "not-one-of", {"value": value, "allowed": ", ".join(allowed), "suggestion": nearest(value, allowed)}


def _plain(code: str) -> Callable[[dict[str, Any], Keys], tuple[str, dict[str, str]]]:
    return lambda error, _: (code, {"value": _shown(error["input"])})


_BY_TYPE: Final[Mapping[str, Callable[[dict[str, Any], Keys], tuple[str, dict[str, str]]]]] = {
    "missing": lambda *_: ("missing-key", {}),
    "extra_forbidden": _unknown_key,
    "unexpected_keyword_argument": _unknown_key,
    "literal_error": _not_one_of,
    "string_type": _plain("not-text"),
    "string_pattern_mismatch": _plain("value-form"),
    "model_type": _plain("not-a-mapping-here"),
    "model_attributes_type": _plain("not-a-mapping-here"),
    "dataclass_type": _plain("not-a-mapping-here"),
    "tuple_type": _plain("not-a-list"),
    "too_long": _plain("value-form"),
}
_BY_TYPE_EVEN_IF_EMPTY: Final = frozenset({"missing", "extra_forbidden", "unexpected_keyword_argument"})


def _known_keys(keys: Keys) -> list[str]:
    names = tuple(key for key in keys if isinstance(key, str))
    if names in _CLASSES:
        return list(_CLASSES[names].model_fields)
    return list(LocalText.__annotations__)


def _last_key(keys: Keys) -> str:
    return str(next((key for key in reversed(keys) if isinstance(key, str)), ""))


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    return str(value)[:60]
