"""A seed → a small world: a truth in amounts, and what newspapers print of it, with all that makes sums difficult.

The truth is an amount for each leaf of metrics × regions × sectors × time, one for each nature. Newspapers print sums
of leaves, rounded, and say of some that they are parts of others, which is true. They correct themselves, repeat and
contradict each other, print parts of parts, and set targets and other dates beside results.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache, cached_property
from itertools import product
from random import Random
from typing import Any, Final, NamedTuple

from indicators import study
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.decided import decided
from indicators.model.vocabulary import Metric, Ratio
from indicators.study import Study
from indicators.values.text import LocalText
from tests.builders import PUBLISHERS, make_article, make_dataset, make_figure

Tree = Mapping[str, str | None]
REGIONS: Final[Tree] = {"city": None, "east": "city", "west": "city", "port": "east", "dock": "east"}
SECTORS: Final[Tree] = {
    "all": None, "secondary": "all", "tertiary": None, "industry": "secondary", "building": "secondary",
}  # fmt: skip
METRICS: Final[Tree] = {"revenue": None, "exports": "revenue", "imports": "revenue", "firms": None}
FLOWS: Final[Mapping[str, Sequence[str]]] = {
    f"{year}{period}": [f"{year}-{time}" for time in times]
    for year in (2021, 2022)
    for period, times in {
        "": ("Jan-Feb", "Mar", "Apr", "May-Jun", "S2"), "-S1": ("Jan-Feb", "Mar", "Apr", "May-Jun"), "-S2": ("S2",),
        "-01-01/P4M": ("Jan-Feb", "Mar", "Apr"), "-Q1": ("Jan-Feb", "Mar"), "-Q2": ("Apr", "May-Jun"),
    }.items()
}  # fmt: skip
"""The times that a period holds."""
STOCKS: Final[Mapping[str, Sequence[str]]] = {
    "2022-06-30": ("2022-S1", "2022-06", "2022-06-30", "2022-Q2"),
    "2022-03-31": ("2022-03", "2022-03-31"),
    "2021-12-31": ("2021", "2021-12", "2021-12-31"),
}
"""How a day at whose end stocks are counted is written."""
NATURES: Final = ("actual", "target", "expected")
UNIT: Final = Decimal(10**6)
"""Amounts of money are counted in 0.01亿元."""

Leaf = tuple[str, str, str, str]
"""Metric, region, sector and time."""
Cell = frozenset[Leaf]


class About(NamedTuple):
    """What is printed."""

    metric: str
    region: str
    sector: str
    period: str
    nature: str


@cache
def leaves(kind: str, key: str) -> tuple[str, ...]:
    inner = children(kind, key)
    return tuple(leaf for child in inner for leaf in leaves(kind, child)) or (key,)


def children(kind: str, key: str) -> list[str]:
    """What a metric, region or sector consists of; all sectors belong to the whole economy, said or not."""
    tree = {"metric": METRICS, "region": REGIONS, "sector": SECTORS}[kind]
    return [child for child, whole in tree.items() if whole == key or (key == "all" and child == "tertiary")]


@cache
def cell_of(metric: str, region: str, sector: str, period: str) -> Cell:
    """The leaves that are counted."""
    day = next((day for day, spellings in STOCKS.items() if period in spellings), "")
    times = [day] if metric == "firms" else FLOWS[period]
    return frozenset(product(leaves("metric", metric), leaves("region", region), leaves("sector", sector), times))


def overlap(cells: Iterable[Cell]) -> bool:
    several = list(cells)
    return sum(map(len, several)) > len(frozenset().union(*several))


# --- what is true ----------------------------------------------------------------------------------------------------


class Truth:
    """The amount of each leaf: 0.01亿元, or a number of firms."""

    def __init__(self, dice: Random, *, alike: bool) -> None:
        times = {time for period in FLOWS.values() for time in period}
        flows = product(("exports", "imports"), leaves("region", "city"), leaves("sector", "all"), sorted(times))
        stocks = product(("firms",), leaves("region", "city"), leaves("sector", "all"), STOCKS)
        every: list[Leaf] = [*flows, *stocks]
        least, most = (395, 405) if alike else (1, 900)
        self._amounts = {nature: {leaf: dice.randint(least, most) for leaf in every} for nature in NATURES}

    def of(self, cell: Cell, nature: str) -> Decimal:
        """The amount of several leaves, in base units."""
        amounts = self._amounts[nature]
        amount = Decimal(sum(amounts[leaf] for leaf in cell))
        return amount if next(iter(cell))[0] == "firms" else amount * UNIT


def is_decided(about: About) -> bool:
    """True of targets, and of imports, which are licensed here."""
    return about.nature == "target" or about.metric == "imports"


def amount_text(amount: Decimal, about: About, dice: Random, *, coarse: bool) -> str:
    """An amount as newspapers print it: rounded, over or nearly a round number; what is decided as it is."""
    money = about.metric != "firms"
    number = amount / UNIT / 100 if money else amount
    unit = "亿元" if money else "家"
    if is_decided(about):
        return dice.choice([f"{number}亿元", f"{number * 10_000:f}万元"]) if money else f"{number}家"
    digits = dice.choice([2, 2, 2, 2, 1, 0]) if money and not coarse else 0
    match dice.choice(["exact"] * 6 + ["over", "nearly"]):
        case "over" if number >= 10:
            return f"超{number.quantize(Decimal(1), ROUND_FLOOR)}{unit}"
        case "nearly":
            return f"近{number.quantize(Decimal(1), ROUND_CEILING)}{unit}"
        case _:
            return f"{number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)}{unit}"


# --- what is printed -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Print:
    """A number in a newspaper. Those of one ``story``, as a number and its correction, belong together."""

    id: str
    story: int
    about: About
    article: str
    text: str
    true: bool = True
    part_of: str = ""
    supersedes: str = ""
    growth: str = ""
    completion: str = ""
    plan: str = ""
    thorough: bool = False
    """It says that its parts are complete, if they are."""

    @property
    def cell(self) -> Cell:
        return cell_of(*self.about[:4])

    def referring_to(self, known: Collection[str]) -> "Print":
        """The same without what it says of numbers that are not known."""
        part_of, supersedes, plan = (key if key in known else "" for key in (self.part_of, self.supersedes, self.plan))
        return replace(self, part_of=part_of, supersedes=supersedes, plan=plan)

    def figure(self, *, complete: bool) -> Figure:
        """What a curator enters."""
        more: dict[str, Any] = {"growth": self.growth} if self.growth else {}
        if self.part_of:
            more["part_of"] = self.part_of
        if self.supersedes:
            more |= {"supersedes": self.supersedes, "reason": {"zh": "更正", "en": "Corrected"}}
        if self.plan:
            more |= {"completion": self.completion, "plan": self.plan}
        if complete:
            more["complete_parts"] = "true"
        entered = make_figure(id=self.id, **self.about._asdict(), text=self.text, quote=self.text, **more)
        return decided(entered, {"imports"})


class Press:
    """All that is printed of one whole and around it, story by story."""

    def __init__(self, dice: Random, truth: Truth, *, coarse: bool) -> None:
        self.dice, self.truth, self.coarse = dice, truth, coarse
        self.prints: list[Print] = []
        self.stories = 0

    def likely(self, percent: int) -> bool:
        return self.dice.randrange(100) < percent

    def report(self, about: About, whole: str = "", **more: str) -> str:
        """Prints a number, perhaps in several ways; its id is that of the first."""
        self.stories += 1
        key = f"f{self.stories}"
        story = self.dice.choice(["plain"] * 6 + ["corrected"] * 3 + ["repeated"] * 3 + ["contradicted"])
        if about.period.startswith("2022") and self.likely(60):
            more = {**self._growth(about), **more}
        first = (story == "corrected" and "wrong") or "true"
        self._print(key, about, first, part_of=whole, **more)
        if story == "plain":
            return key
        again = whole if self.likely(50) else ""
        second = {"corrected": "true", "repeated": "true", "contradicted": "wrong"}[story]
        if story == "corrected":
            more = {**more, "supersedes": key}
        self._print(f"{key}-{story}", self._spelled(about), second, part_of=again, article="second", **more)
        return key

    def _print(self, key: str, about: About, kind: str, *, article: str = "first", **more: str) -> None:
        amount = self.truth.of(cell_of(*about[:4]), about.nature)
        if kind == "wrong":
            amount = amount * 3 + 700 * (1 if about.metric == "firms" else UNIT)
        text = amount_text(amount, about, self.dice, coarse=self.coarse)
        thorough = self.likely(60)
        self.prints.append(Print(key, self.stories, about, article, text, kind == "true", thorough=thorough, **more))

    def _spelled(self, about: About) -> About:
        """The same day in other words, if it is one."""
        spellings = next((words for words in STOCKS.values() if about.period in words), ())
        return about if about.metric != "firms" else about._replace(period=self.dice.choice(spellings))

    # --- one whole and what is around it ---

    def cover(self) -> None:
        """Prints a whole, ways in which it is split, and what was before and is planned."""
        inner = [("east", "all"), ("city", "secondary")]
        place = self.dice.choice(inner if self.coarse else [("city", "all")] * 6 + inner)
        metric, period = self.dice.choice([
            ("revenue", "2022-S1"), ("revenue", "2022-S1"), ("revenue", "2022"), ("exports", "2022-S1"),
            ("firms", "2022-06"), ("firms", "2022-S1"),
        ])  # fmt: skip
        nature = self.dice.choice(["actual"] * 8 + ["target", "target", "expected"])
        about = About(metric, *place, period, nature)
        plan = self._plan(about) if nature == "actual" and self.likely(50) else {}
        whole = self.report(about, **plan, **(self._growth(about) if self.likely(50) else {}))
        for split in self.dice.sample(("region", "sector", "metric", "period"), self.dice.choice([1, 2, 2, 3])):
            self.itemise(about, whole, split)
        for _ in range(self.dice.randrange(4)):
            self._beside(about)

    def itemise(self, about: About, whole: str, split: str) -> None:
        """Prints parts that differ from a whole in one thing, and parts of them."""
        if self.likely(15) and about.metric == "revenue" and split in {"region", "sector"}:
            about = about._replace(metric="exports")
        inner = list(self._inner(about, split))
        some = self.dice.sample(inner, self.dice.choice([1, len(inner), len(inner)])) if inner else []
        named = whole if self.likely(80) else ""
        for part in some:
            nested = list(self._inner(part, split)) if self.likely(60) else []
            key = named if nested and self.likely(25) else self.report(self._strayed(part), named)
            for one in self.dice.sample(nested, self.dice.choice([1, len(nested), len(nested)])) if nested else ():
                self.report(self._strayed(one), self.dice.choice([named, named, key]))

    def _inner(self, about: About, split: str) -> Iterator[About]:
        if split != "period":
            for child in children(split, getattr(about, split)):
                yield about._replace(**{split: child})
        elif about.metric != "firms":
            times = set(FLOWS[about.period])
            shorter = [period for period, inner in FLOWS.items() if set(inner) < times]
            yield from (about._replace(period=period) for period in self.dice.sample(shorter, min(3, len(shorter))))

    def _strayed(self, part: About) -> About:
        """A part that may be of another nature, of another time, or written in another way."""
        if self.likely(6):
            return part._replace(nature=self.dice.choice(NATURES))
        if part.metric != "firms":
            shorter = list(self._inner(part, "period"))
            return self.dice.choice(shorter) if shorter and self.likely(8) else part
        return part._replace(period=self.dice.choice(("2022-03", "2021"))) if self.likely(8) else self._spelled(part)

    def _beside(self, about: About) -> None:
        """Prints the same of another time."""
        periods = [day[:7] for day in STOCKS] if about.metric == "firms" else list(FLOWS)
        self.report(about._replace(period=self.dice.choice(periods), nature="actual"))

    def _plan(self, about: About) -> dict[str, str]:
        """Prints a target, and says how much of it is reached."""
        later = about.period if about.metric == "firms" else self.dice.choice([about.period, "2022"])
        target = about._replace(nature="target", period=later)
        key = self.report(target)
        share = self.truth.of(cell_of(*about[:4]), "actual") / self.truth.of(cell_of(*target[:4]), "target")
        return {"plan": key, "completion": f"{share * 100:.1f}%"}

    def _growth(self, about: About) -> dict[str, str]:
        if about.metric == "firms":
            return {}
        earlier = about._replace(period=about.period.replace("2022", "2021"))
        now, then = (self.truth.of(cell_of(*one[:4]), about.nature) for one in (about, earlier))
        return {"growth": f"{(now / then - 1) * 100:.1f}%"}


# --- what a reader knows ---------------------------------------------------------------------------------------------


class World:
    """What newspapers print, the truth, and what a reader can know."""

    def __init__(self, prints: Sequence[Print], truth: Truth) -> None:
        self.truth = truth
        known = {printed.id for printed in prints}
        self.prints = {printed.id: printed.referring_to(known) for printed in prints}

    def __repr__(self) -> str:
        """What is printed and what is true, a line each."""
        lines = [
            f"{key}: {printed.text}{'' if printed.true else ' (wrong)'}, truly {self.amount(key)},"
            f" {'/'.join(printed.about)}, part of {printed.part_of or '-'}, corrects {printed.supersedes or '-'}"
            f"{', complete' * (key in self.complete)}"
            for key, printed in self.prints.items()
        ]
        return "\n".join(lines)

    @property
    def stories(self) -> set[int]:
        return {printed.story for printed in self.prints.values()}

    def without(self, story: int) -> "World":
        return World([printed for printed in self.prints.values() if printed.story != story], self.truth)

    def amount(self, key: str) -> Decimal:
        """The true amount behind a figure."""
        printed = self.prints[key]
        return self.truth.of(printed.cell, printed.about.nature)

    def alike(self, key: str) -> list[Print]:
        """Everything that is printed of the same."""
        printed = self.prints[key]
        return [
            other
            for other in self.prints.values()
            if other.cell == printed.cell and other.about.nature == printed.about.nature
        ]

    def in_doubt(self, key: str) -> bool:
        """True where something else is printed of the same that nobody has corrected."""
        corrected = {printed.supersedes for printed in self.prints.values()}
        return any(not other.true and other.id not in corrected for other in self.alike(key))

    def parts(self, key: str) -> list[Print]:
        """What names a number, or another print of it, as its whole; a correction may take that back."""
        wholes = {printed.id for printed in self.alike(key)}
        stated = [printed for printed in self.prints.values() if printed.part_of]
        taken_back = {printed.supersedes for printed in stated if printed.supersedes and printed.part_of not in wholes}
        return [printed for printed in stated if printed.part_of in wholes and printed.id not in taken_back]

    @cached_property
    def complete(self) -> frozenset[str]:
        """The wholes of which newspapers print all parts, and say so."""
        return frozenset(
            key
            for key, printed in self.prints.items()
            if printed.thorough and any(fills(group, printed.cell) for group in self.splits(key).values())
        )

    def splits(self, key: str) -> dict[tuple[str, ...], set[Cell]]:
        """The ways in which a whole is split → the parts that lie in no other part."""
        whole = self.prints[key]
        groups: dict[tuple[str, ...], set[Cell]] = {}
        for part in self.parts(key):
            if (way := differs(part, whole)) is not None:
                groups.setdefault(way, set()).add(part.cell)
        return {way: outermost(cells) for way, cells in groups.items()}

    @cached_property
    def known(self) -> Study:
        return study.of(self.dataset)

    @cached_property
    def dataset(self) -> Dataset:
        papers = {"first": ("2022-08-05", "daily"), "second": ("2022-09-05", "evening")}
        articles = []
        for article, (published, publisher) in papers.items():
            figures = [
                printed.figure(complete=key in self.complete)
                for key, printed in self.prints.items()
                if printed.article == article
            ]
            if figures:
                articles.append(make_article(*figures, id=article, published=published, publisher=publisher))
        return _with_vocabulary(make_dataset(*articles))


def differs(part: Print, whole: Print) -> tuple[str, ...] | None:
    """In what a part differs from its whole: in what it is split by last; None where it cannot be taken off it."""
    if part.about.nature != whole.about.nature:
        return None
    kinds = [kind for kind in ("metric", "region", "sector") if getattr(part.about, kind) != getattr(whole.about, kind)]
    times, others = ({leaf[3] for leaf in printed.cell} for printed in (part, whole))
    if times != others:
        return ("period",) if times < others and not kinds else None
    return (*(getattr(part.about, kind) for kind in kinds[:-1]), kinds[-1]) if kinds else None


def outermost(cells: Iterable[Cell]) -> set[Cell]:
    """Those that lie in no other; of those that overlap, the larger."""
    kept: list[Cell] = []
    for cell in sorted(set(cells), key=len, reverse=True):
        if all(cell.isdisjoint(other) for other in kept):
            kept.append(cell)
    return set(kept)


def fills(parts: Collection[Cell], whole: Cell) -> bool:
    return frozenset().union(*parts) == whole


def _with_vocabulary(dataset: Dataset) -> Dataset:
    region, sector, flow = dataset.regions["city"], dataset.sectors["all"], dataset.metrics["revenue"]
    metrics: dict[str, Metric] = {
        key: flow.model_copy(update={"id": key, "name": LocalText(zh=key, en=key), "exact": key == "imports"})
        for key in ("revenue", "exports", "imports")
    }
    words = {"zh": "出口占比", "en": "Share of exports"}
    share = {"id": "share", "name": words, "numerator": "exports", "denominator": "revenue", "unit": "percent"}
    return replace(
        dataset,
        publishers=PUBLISHERS,
        regions={key: region.model_copy(update=update) for key, update in _entries(REGIONS).items()},
        sectors={key: sector.model_copy(update=update) for key, update in _entries(SECTORS).items()},
        metrics={**dataset.metrics, **metrics},
        ratios={"share": Ratio.model_validate(share)},
    )


def _entries(tree: Tree) -> dict[str, dict[str, Any]]:
    return {
        key: {"id": key, "part_of": whole, "name": LocalText(zh=key, en=key), "short": None}
        for key, whole in tree.items()
    }


def world(seed: int) -> World:
    """The same world for the same seed. In some all is nearly alike, and rounding hides which is more."""
    dice = Random(seed)  # noqa: S311  # nothing is kept secret
    alike = dice.randrange(4) == 0
    truth = Truth(dice, alike=alike)
    press = Press(dice, truth, coarse=alike)
    press.cover()
    return World(press.prints, truth)
