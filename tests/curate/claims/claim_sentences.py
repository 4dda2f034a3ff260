"""A dataset and a seed → sentences that a draft may have: true ones, reworded, and ones with one mistake planted."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from indicators.analysis import agreement
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL
from indicators.values import periods, quantities
from indicators.values.periods import Period
from indicators.values.text import Lang
from indicators.values.unit_table import COUNTED


@dataclass(frozen=True, slots=True)
class ClaimSentence:
    """A sentence about one figure.

    ``mistake`` is what was planted, empty for a true sentence; ``figure`` is the figure that it was made of.
    """

    text: str
    mistake: str
    figure: str


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a sentence tells of a figure; a mistake replaces one part of it."""

    figure: Figure
    lang: Lang
    region: str
    period: Period
    nature: str
    amount: str
    growth: str


def sentences(dataset: Dataset, number: int, seed: int) -> Iterator[ClaimSentence]:
    """So many sentences, of which two in five are true."""
    chance = random.Random(seed)  # noqa: S311  # sentences to test with
    doubted = {*agreement.superseded(dataset), *agreement.disputed(dataset, "text")}
    figures = [figure for figure in dataset.figures.values() if figure.id not in doubted]
    for _ in range(number):
        mistake = chance.choice(tuple(MISTAKES)) if chance.random() < _WITH_MISTAKE else ""
        telling = None
        while telling is None:
            telling = _true(chance.choice(figures), chance)
            if mistake and telling:
                telling = MISTAKES[mistake](telling, dataset, chance)
        yield ClaimSentence(_sentence(telling, dataset, chance), mistake, telling.figure.id)


def _true(figure: Figure, chance: random.Random) -> _Telling | None:
    lang: Lang = chance.choice(("zh", "zh", "en"))
    if figure.text is None or figure.text.given_unit or figure.growth_from:
        return None
    amount = figure.text.printed if figure.text.lang == lang else quantities.to_text(figure.text, lang)
    growth = figure.growth.printed if figure.growth and chance.random() < 0.5 else ""
    if growth and not (growth[0].isdecimal() and growth.endswith("%")):
        growth = ""
    return _Telling(figure, lang, figure.region, figure.period, figure.nature, amount, growth)


def _scaled(telling: _Telling, factor: Decimal) -> _Telling | None:
    quantity = telling.figure.text
    if quantity is None or quantity.unit.dimension == "ratio" or quantity.qualifier == "between":
        return None
    if (quantity.unit.dimension in COUNTED | {"count"} or not factor >= 1) and (quantity.value * factor) % 1:
        return None  # nobody writes 2.1 enterprises
    value, low, high = (part * factor for part in (quantity.value, quantity.low, quantity.high))
    changed = quantity._replace(value=value, low=low, high=high)
    if not agreement.apart(changed, quantity):
        return None  # 约900万 can be what 约1000万 is
    return replace(telling, amount=quantities.to_text(changed, telling.lang))


def _tenfold(telling: _Telling, dataset: Dataset, chance: random.Random) -> _Telling | None:
    del dataset
    whole = telling.figure.text is not None and telling.figure.text.value >= 1000
    return _scaled(telling, Decimal(10) if not whole or chance.random() < 0.5 else Decimal("0.1"))


def _wan_for_yi(telling: _Telling, dataset: Dataset, chance: random.Random) -> _Telling | None:
    del dataset, chance
    quantity = telling.figure.text
    if quantity is None or quantity.value < 10**6:
        return None
    return _scaled(telling, Decimal("0.0001") if quantity.value >= 10**8 else Decimal(10000))


def _other_year(telling: _Telling, dataset: Dataset, chance: random.Random) -> _Telling | None:
    del dataset
    year = telling.period.text[:4]
    other = str(int(year) + chance.choice((-2, -1, 1, 2)))
    if telling.period.text.count(year) > 1 or telling.period.kind in {"days", "day", "range"}:
        return None
    return replace(telling, period=periods.parse(telling.period.text.replace(year, other)))


def _other_place(telling: _Telling, dataset: Dataset, chance: random.Random) -> _Telling | None:
    figure = telling.figure
    known = {entry.region for entry in dataset.figures.values() if entry.metric == figure.metric}
    others = sorted(known - {figure.region})
    return replace(telling, region=chance.choice(others)) if others else None


def _as_result(telling: _Telling, dataset: Dataset, chance: random.Random) -> _Telling | None:
    del chance
    planned_by_name = "计划" in dataset.metrics[telling.figure.metric].name.zh  # 计划总投资 is no result
    return replace(telling, nature="actual") if telling.nature != "actual" and not planned_by_name else None


def _without_over(telling: _Telling, dataset: Dataset, chance: random.Random) -> _Telling | None:
    del dataset, chance
    quantity = telling.figure.text
    if quantity is None or quantity.qualifier not in {"over", "nearly", "about", "at-least"}:
        return None
    plain = quantity._replace(qualifier="exact", low=quantity.value, high=quantity.value + 1)
    return replace(telling, amount=quantities.to_text(plain, telling.lang))


def _points(telling: _Telling, dataset: Dataset, chance: random.Random) -> _Telling | None:
    del dataset, chance
    growth = telling.figure.growth
    if growth is None or not growth.printed[0].isdecimal() or not growth.printed.endswith("%"):
        return None
    unit = "个百分点" if telling.lang == "zh" else " percentage points"
    return replace(telling, growth=growth.printed.replace("%", unit))


def _other_number(telling: _Telling, dataset: Dataset, chance: random.Random) -> _Telling | None:
    del dataset
    return _scaled(telling, Decimal(chance.choice(("0.7", "0.9", "1.2", "1.5"))))


MISTAKES: Final[dict[str, Callable[[_Telling, Dataset, random.Random], _Telling | None]]] = {
    "tenfold": _tenfold,
    "wan-for-yi": _wan_for_yi,
    "other-year": _other_year,
    "other-place": _other_place,
    "as-result": _as_result,
    "without-over": _without_over,
    "points": _points,
    "other-number": _other_number,
}
_WITH_MISTAKE: Final = 0.6


# --- into words ------------------------------------------------------------------------------------------------------


def _sentence(telling: _Telling, dataset: Dataset, chance: random.Random) -> str:
    return _chinese(telling, dataset, chance) if telling.lang == "zh" else _english(telling, dataset, chance)


def _subject(telling: _Telling, dataset: Dataset, chance: random.Random) -> tuple[str, str, str]:
    """The names of the metric, the sector and the group; empty for what is not said."""
    figure, lang = telling.figure, telling.lang
    metric = dataset.metrics[figure.metric]
    name = metric.short if metric.short and chance.random() < 0.3 else metric.name
    sector = dataset.sectors[figure.sector].name.of(lang) if figure.sector != ALL else ""
    group = dataset.groups[figure.group].name.of(lang) if figure.group != ALL else ""
    return name.of(lang), sector, group


def _chinese(telling: _Telling, dataset: Dataset, chance: random.Random) -> str:
    name, sector, group = _subject(telling, dataset, chance)
    region = dataset.regions[telling.region].name.zh
    period = telling.period.label("zh")
    if dataset.metrics[telling.figure.metric].kind == "stock":
        period = f"截至{period}{'底' if telling.period.kind == 'month' else ''}"
    verb = chance.choice(("达到", "为", "达", ""))
    plan = {"target": chance.choice(("计划", "力争")), "expected": "预计"}.get(telling.nature, "")
    what = f"{sector}{group}{name}"
    growth = f"，同比{_way(telling)}{telling.growth}" if telling.growth else ""
    form = chance.choice(
        (
            "{period}，{region}{what}{plan}{verb}{amount}{growth}。",
            "{region}{period}{what}{plan}{verb}{amount}{growth}。",
            "据了解，{period}{region}的{what}{plan}{verb}{amount}{growth}。",
            "记者获悉，{region}{what}，{period}{plan}达到{amount}{growth}。",
        )
    )
    facts = {"period": period, "region": region, "what": what, "plan": plan, "verb": verb, "amount": telling.amount}
    return form.format(**facts, growth=growth)


def _way(telling: _Telling) -> str:
    growth = telling.figure.growth
    down = growth is not None and growth.value < 0
    return ("下降" if down else "增长") if telling.lang == "zh" else ("down" if down else "up")


def _english(telling: _Telling, dataset: Dataset, chance: random.Random) -> str:
    name, sector, group = _subject(telling, dataset, chance)
    region = dataset.regions[telling.region].name.en
    what = _inside(name) + "".join(f" of {_inside(part)}" for part in (group, sector) if part)
    amount = telling.amount
    growth = f", {_way(telling)} {telling.growth} year on year" if telling.growth else ""
    verb = {"target": "is to reach", "expected": "is expected to reach"}.get(telling.nature)
    verb = verb or chance.choice(("reached", "was", "came to"))
    form = chance.choice(
        (
            "In {period}, {region}'s {what} {verb} {amount}{growth}.",
            "{region}'s {what} {verb} {amount} in {period}{growth}.",
            "The {what} in {region} {verb} {amount} in {period}{growth}.",
        )
    )
    period = telling.period.label("en")
    return form.format(period=period, region=region, what=what, verb=verb, amount=amount, growth=growth)


def _inside(name: str) -> str:
    """An English name inside a sentence."""
    return name[0].lower() + name[1:] if name[1:2].islower() and not name.startswith("Rizhao") else name
