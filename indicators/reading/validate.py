"""Plain data → a Document, or problems: what pydantic finds, with our codes, at the line where it stands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from indicators.model import bases
from indicators.model.articles import Article, Copy, Defaults, Figure
from indicators.model.declared_units import declared_in, unit_table
from indicators.model.document import About, Document
from indicators.model.kinds import VOCABULARY
from indicators.model.scalars import SLUG
from indicators.reading import article_periods, references
from indicators.reading.corpus import Keys, entry_at, locate, value_at
from indicators.reading.yaml_source import Source
from indicators.values.problems import Fault, Problem
from indicators.values.text import LocalText, nearest
from indicators.values.unit_table import BUILT_IN, Unit, UnitTable

_CLASSES: Final[Mapping[tuple[str, ...], type[BaseModel]]] = {
    (): Document,
    ("dataset",): About,
    **{(kind.section,): kind.model for kind in VOCABULARY},
    ("articles",): Article,
    ("articles", "accept"): bases.Acceptance,
    ("articles", "copies"): Copy,
    ("articles", "defaults"): Defaults,
    ("articles", "figures"): Figure,
    ("articles", "figures", "accept"): bases.Acceptance,
    ("articles", "figures", "second_plan"): bases.SecondPlan,
}
"""Keys without list positions → the class whose entries stand there."""


@dataclass(frozen=True)
class KnownUnits:
    """The units in which the amounts of a dataset can be printed, as all its ``sources`` together declare them."""

    sources: Sequence[Source] = ()

    @cached_property
    def table(self) -> UnitTable:
        return unit_table(declared_in(self._documents))

    @property
    def _documents(self) -> Iterator[Mapping[str, Any]]:
        return (source.data for source in self.sources if source.data is not None)

    def near(self, source: Source, keys: Keys) -> str:
        """Units that measure the same as the metric of the figure with an amount under these keys; or empty."""
        article = value_at(source.data, keys[:2])
        figure = value_at(source.data, keys[:4])
        if keys[0] != "articles" or not isinstance(article, dict) or not isinstance(figure, dict):
            return ""
        defaults = article.get("defaults")
        inherited = defaults.get("metric") if isinstance(defaults, dict) else None
        unit = self._unit_of.get(str(figure.get("metric", inherited)))
        return self.table.listed(self.table.of_dimension(unit.dimension)) if unit else ""

    @cached_property
    def _unit_of(self) -> Mapping[str, Unit]:
        """The units of metrics, as far as they can be made out."""
        listed = (entry for data in self._documents for entry in data.get("metrics") or ())
        metrics = [entry for entry in listed if isinstance(entry, dict)]
        units = {str(metric.get("id")): self.table.units.get(str(metric.get("unit"))) for metric in metrics}
        return {key: unit for key, unit in units.items() if unit is not None}


def documents(sources: Sequence[Source]) -> tuple[list[tuple[Document, Source]], list[Problem]]:
    """The documents of those sources that have one, and what is wrong with the others.

    Units that one of them declares are known to all, and so are the names of its vocabulary, in whose place there are
    ids afterwards, also in the data of the sources.
    """
    problems = references.resolve(sources)
    places = {problem.place for problem in problems if problem.severity == "error"}
    known = KnownUnits(sources)
    several: list[tuple[Document, Source]] = []
    for source in sources:
        if source.data is not None:
            whole, form_problems = document(source, known)
            problems.extend(problem for problem in form_problems if problem.place not in places)
            if whole is not None:
                several.append((whole, source))
    if len(several) < len(sources) and all(source.data is not None for source in sources):
        problems.extend(references.unknown_ids(sources))  # the rules, which tell of them else, cannot look
    return several, problems


def document(source: Source, known: KnownUnits | None = None) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document that the data of a source is, or everything that keeps it from being one.

    Where no units are ``known``, they are those that the source itself declares.
    """
    known = known or KnownUnits((source,))
    table = None if known.table is BUILT_IN else known.table
    try:
        return Document.model_validate(source.data, context=table), ()
    except ValidationError as failure:
        errors = failure.errors(include_url=False, include_input=True)
    return None, tuple(_problem(dict(error), source, known) for error in errors)


def _problem(error: dict[str, Any], source: Source, known: KnownUnits) -> Problem:
    keys: Keys = error["loc"]
    code, facts = _code_and_facts(error, keys)
    if code == "period-form" and not facts["suggestion"]:
        facts |= article_periods.completion(error["input"], source.data, keys)
    if code == "quantity-unit-unknown" and (near := known.near(source, keys)):
        facts = {**facts, "near": near}
    line, column = locate(source, keys, of_key=code == "unknown-key")
    facts = {"key": _last_key(keys), **facts}
    return Problem(code, source.path, line, column, facts=facts, about=entry_at(source.data, keys))


def _code_and_facts(error: dict[str, Any], keys: Keys) -> tuple[str, dict[str, str]]:
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Fault):
        return cause.code, cause.facts
    if error["input"] is None and error["type"] not in _BY_TYPE_EVEN_IF_EMPTY:
        return "empty-value", {}
    explain = _BY_TYPE.get(error["type"])
    if explain is None:
        return "invalid-value", {"value": _shown(error["input"]), "reason": error["type"]}
    return explain(error, keys)


def _missing(error: dict[str, Any], keys: Keys) -> tuple[str, dict[str, str]]:
    if isinstance(keys[-1], int):  # a pair of which one is missing
        return "value-form", {"value": _shown(error["input"])}
    return "missing-key", {}


def _unknown_key(_: dict[str, Any], keys: Keys) -> tuple[str, dict[str, str]]:
    known = _known_keys(keys[:-1])
    return "unknown-key", {"suggestion": nearest(str(keys[-1]), known), "known": ", ".join(known)}


def _not_one_of(error: dict[str, Any], _: Keys) -> tuple[str, dict[str, str]]:
    allowed = [part.strip("' ") for part in error["ctx"]["expected"].replace(" or ", ",").split(",")]
    value = _shown(error["input"])
    return "not-one-of", {"value": value, "allowed": ", ".join(allowed), "suggestion": nearest(value, allowed)}


def _not_a_mapping(error: dict[str, Any], keys: Keys) -> tuple[str, dict[str, str]]:
    return "not-a-mapping-here", {"value": _shown(error["input"]), "known": ", ".join(_known_keys(keys))}


def _form(error: dict[str, Any], _: Keys) -> tuple[str, dict[str, str]]:
    slug = error["ctx"].get("pattern") == SLUG
    return "id-form" if slug else "value-form", {"value": _shown(error["input"])}


def _plain(code: str) -> Callable[[dict[str, Any], Keys], tuple[str, dict[str, str]]]:
    return lambda error, _: (code, {"value": _shown(error["input"])})


_BY_TYPE: Final[Mapping[str, Callable[[dict[str, Any], Keys], tuple[str, dict[str, str]]]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "unexpected_keyword_argument": _unknown_key,
    "literal_error": _not_one_of,
    "string_type": _plain("not-text"),
    "string_pattern_mismatch": _form,
    "string_too_long": _plain("id-form"),  # nothing else is measured by pydantic
    "model_type": _not_a_mapping,
    "dataclass_type": _not_a_mapping,
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
    return next((key for key in reversed(keys) if isinstance(key, str)), "")[:60]


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return f"[{', '.join(_shown(item) for item in value[:5])}]"[:60]
    return "" if value is None else str(value)[:60]
