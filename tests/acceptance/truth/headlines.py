"""What charts call the largest, and what the overview shows, held against the truth of a random world."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from indicators.analysis.formulas import Derived
from indicators.charts import stories
from indicators.charts.stories import remarks
from indicators.frames import comparable, panels
from indicators.frames.panels import By
from indicators.pages.context import PageContext
from indicators.pages.overview import theme_ledger
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.values import periods
from indicators.values.intervals import ZERO
from tests import worlds
from tests.acceptance.truth import Seen
from tests.acceptance.truth.derived import check
from tests.acceptance.truth.totals import amounts_in, check_total, members, text_of
from tests.worlds import Print, World


def panels_are_of_one_level(world: World, seen: Seen) -> None:
    """What is said to add up is of one level, each once; what is called the largest is so of several."""
    names, frame = Names(world.known.dataset, "en"), world.known.frame
    sides: tuple[By, ...] = ("region", "sector")
    for metric in frame["metric"].unique():
        rows = frame[frame["metric"] == metric]
        for by in sides:
            groups = panels.alike(rows, by, stock=metric == "firms").rows(99)
            prints = [[world.prints[key] for key in group["figure"]] for group in groups]
            for group, printed in zip(groups, prints, strict=True):
                check_total(remarks.total(group, by, names), printed, world, seen)
                whole = comparable.total(group, world.known.dataset)
                if isinstance(whole, Derived):
                    assert len(whole.inputs) == len(printed)
                    check(whole, world)
            if groups:
                check_title(stories.levels(rows, by, names, most=1).title, prints[0], by, world, seen)


TITLE: Final = re.compile(r"[^:]+: (?P<name>[^,]+?) (?:highest at|is the largest part of (?P<whole>\w+),) ")
TITLE_OF_ONE: Final = re.compile(r"[^:]+: (?P<name>\w+)(?: · \w[\w ]*)?, ")


def check_title(title: str, prints: Sequence[Print], by: By, world: World, seen: Seen) -> None:
    superlative = TITLE.match(title)
    if superlative is None:
        single = TITLE_OF_ONE.match(title)
        assert single is not None, title
        assert not clear_leaders(prints, by, world), (title, "names no leader")
        of_name = [printed for printed in prints if getattr(printed.about, by) == single["name"]]
        level, above = members(prints)
        outer = above[-1:] or level or [one for one in prints if not any(one.cell < other.cell for other in prints)]
        assert of_name[0].cell in {printed.cell for printed in outer}, title
        seen["title of one"] += 1
        return
    seen["superlative"] += 1
    leader = next((printed for printed in prints if getattr(printed.about, by) == superlative["name"]), None)
    assert leader is not None, (title, "is disputed")
    level, above = members(prints)
    assert leader.cell in {printed.cell for printed in level}, (title, "is not of several")
    others = [printed for printed in level if printed.cell != leader.cell]
    assert all(world.amount(other.id) <= world.amount(leader.id) for other in others), title
    for key in {"region": worlds.REGIONS, "sector": worlds.SECTORS}[by]:
        around = worlds.cell_of(*leader.about._replace(**{by: key})[:4])
        apart = all(around.isdisjoint(other.cell) for other in others)
        assert not (leader.cell < around and apart), (title, f"{key} is more")
    shown = [leader]
    if superlative["whole"]:
        holder = next(printed for printed in prints if getattr(printed.about, by) == superlative["whole"])
        assert holder.cell == above[-1].cell, title
        assert all(printed.cell < holder.cell for printed in level)
        beside = world.amount(holder.id) - sum((world.amount(printed.id) for printed in level), ZERO)
        assert world.amount(leader.id) >= beside, (title, "what is not reported may be more")
        shown.append(holder)
    texts = [text for printed in shown if (text := text_of(printed, world))]
    assert amounts_in(title[superlative.end() :]) == [text.value for text in texts], title


def clear_leaders(prints: Sequence[Print], by: By, world: World) -> list[Print]:
    """Those of several brothers that are the largest by all that is printed, and more than half of their whole."""
    level, above = members(prints)
    tree = worlds.REGIONS if by == "region" else worlds.SECTORS
    if len({tree[getattr(printed.about, by)] or "all" for printed in level}) > 1:
        return []
    texts = {printed.id: text for printed in level if (text := text_of(printed, world))}
    return [
        printed
        for printed in level
        if not world.in_doubt(printed.id)
        and all(texts[printed.id].low > texts[other.id].high for other in level if other is not printed)
        and all((holder := text_of(whole, world)) and texts[printed.id].low > holder.high / 2 for whole in above[-1:])
    ]


def overviews_show_what_stands(world: World, seen: Seen) -> None:
    """The number of a theme, and what it was before, are what stands."""
    context = PageContext(world.known, Names(world.known.dataset, "en"), QueryAddresses("en", ""), date(2026, 1, 1))
    for figure in theme_ledger.figures(context):
        printed = world.prints[figure.id]
        assert printed.about.nature == "actual"
        assert printed.true or world.in_doubt(printed.id)
        before = theme_ledger.earlier(figure, context)
        if before is not None and before[1] == "printed":
            check_earlier(Decimal(before[0]), printed, world)
            seen["earlier"] += 1
        seen["derived before"] += before is not None and before[1] == "derived"


def check_earlier(amount: Decimal, later: Print, world: World) -> None:
    """An amount stands beside a later one as that of another time only if it is of the same, and true."""
    texts = {key: figure.text for key, figure in world.known.dataset.figures.items()}
    span = periods.parse(later.about.period)
    candidates = [
        printed
        for printed in world.prints.values()
        if printed.about[:3] == later.about[:3]
        and printed.about.nature == "actual"
        and (earlier := periods.parse(printed.about.period)).end < span.end
        and (later.about.metric == "firms" or earlier.length == span.length)
        and (text := texts[printed.id]) is not None
        and text.value == amount
    ]
    assert any(printed.true and not world.in_doubt(printed.id) for printed in candidates), amount
