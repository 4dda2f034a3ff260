"""Sentences that add up, held against the truth of a random world."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from indicators.charts.stories import remarks
from indicators.phrasing.names import Names
from indicators.values.intervals import ZERO
from indicators.values.quantities import Quantity
from tests import worlds
from tests.acceptance.truth import Seen
from tests.worlds import Print, World

AMOUNT: Final = re.compile(r"¥?(\d[\d,]*(?:\.\d+)?)(?: (bn|mn|tn|thousand))?")
SIZES: Final = {"": 1, "thousand": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12}
TOTAL: Final = re.compile(
    r"(\d+|one) \w+(?: \w+)*? add up to (?:\w+ )??(?P<value>¥?\d[^ ]*(?: [bmt]n)?) \((?P<range>.*?)\)"
)
REST: Final = re.compile(r"; (?P<whole>[\w· ]+) is given as .*, of which (?:\w+ )?(?P<rest>¥?\d.*?) is not among them")


def amounts_in(words: str) -> list[Decimal]:
    return [Decimal(digits.replace(",", "")) * SIZES[size] for digits, size in AMOUNT.findall(words)]


def members(prints: Sequence[Print]) -> tuple[list[Print], list[Print]]:
    """The outermost of which there are several, and those that hold all of them, outermost first."""
    depth = {printed.id: len({other.cell for other in prints if printed.cell < other.cell}) for printed in prints}
    for level in range(len(prints)):
        alike = [printed for printed in prints if depth[printed.id] == level]
        if len({printed.cell for printed in alike}) > 1:
            return alike, sorted(
                (printed for printed in prints if depth[printed.id] < level), key=lambda holder: depth[holder.id]
            )
    return [], []


def tables_add_up(world: World, seen: Seen) -> None:
    """The same of any rows of one metric, one time and one nature, and of all that was printed of them."""
    names, known = Names(world.known.dataset, "en"), world.known
    for frame in (known.frame[known.frame["value"].notna()], known.every):
        time = frame["end"].astype(str) + frame["period"].astype(str).where(frame["metric"] != "firms", "")
        for _, rows in frame.groupby([frame["metric"], frame["nature"], time], observed=True):
            sentence = remarks.of_table(rows, names)
            if TOTAL.search(sentence):
                check_total(sentence, [world.prints[key] for key in rows["figure"]], world, seen)


def text_of(printed: Print, world: World) -> Quantity | None:
    return world.known.dataset.figures[printed.id].text


def check_total(sentence: str, prints: Sequence[Print], world: World, seen: Seen) -> None:
    level, above = members(prints)
    total = TOTAL.search(sentence)
    if any(world.in_doubt(printed.id) for printed in level):
        assert total is None
        seen["no total"] += 1
        return
    assert (total is not None) == bool(level), sentence
    if total is None:
        return
    seen["total"] += 1
    assert not worlds.overlap(printed.cell for printed in level)
    assert int(total[1]) == len(level)
    truth = sum((world.amount(printed.id) for printed in level), ZERO)
    texts = [text for printed in level if (text := text_of(printed, world))]
    assert amounts_in(total["value"]) == [sum((text.value for text in texts), ZERO)]
    low, high = amounts_in(total["range"].partition("printed")[2]) or [truth, truth]
    assert low <= truth <= high, (sentence, truth)
    rest = REST.search(sentence)
    known = [holder for holder in above[-1:] if not world.in_doubt(holder.id)]
    left = [whole.value - sum((text.value for text in texts), ZERO) for one in known if (whole := text_of(one, world))]
    assert (rest is not None) == any(value > 0 for value in left), sentence
    if rest is None:
        return
    holder = above[-1]
    assert rest["whole"] in {holder.about.region, holder.about.sector, f"{holder.about.region} · {holder.about.sector}"}
    assert amounts_in(rest["rest"]) == left
    seen["rest of a total"] += 1
