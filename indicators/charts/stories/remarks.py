"""The sentences under a chart: what its figures add up to, why there is no total, why there are several panels."""

import pandas as pd

from indicators.analysis import formulas
from indicators.analysis.formulas import Derived
from indicators.analysis.refusals import Refusal
from indicators.frames import comparable
from indicators.frames.comparable import TreeLevel
from indicators.frames.panels import By
from indicators.frames.rows import Rows
from indicators.model.subjects import TREES
from indicators.phrasing import calculations
from indicators.phrasing.figures import printed
from indicators.phrasing.names import Names
from indicators.phrasing.refusals import no_total, refused
from indicators.words import stories as words
from indicators.words import terms


def total(rows: Rows, by: By, names: Names, *, heading: str = "", level: TreeLevel | None = None) -> str:
    """What the rows of a panel come to and what that leaves of a whole above them, or why no total is given.

    Empty where there is only one row to add. ``level`` is that of the panel, where it is known already.
    """
    level = level or comparable.level(rows, names.dataset)
    if len(level.members) < 2:
        return ""
    parts = rows.take(level.members)
    whole = comparable.total(parts, names.dataset)
    if isinstance(whole, Refusal):
        return no_total(whole, names)
    others = len(rows) - len(level.members) - len(level.above)
    sentence = names.of(words.TOTAL_SENTENCE).format(
        where=names.of(words.IN_PANEL).format(heading=heading) if heading else "",
        things=names.count((words.TOTAL_OF_LEVEL if others else words.TOTAL)[by], len(set(parts[by]))),
        value=calculations.value(whole, names),
        range=_range(whole, names),
        rest=_rest(rows, level, names),
    )
    return sentence[0].upper() + sentence[1:]


def of_table(frame: pd.DataFrame, names: Names) -> str:
    """The same for the rows of a table, of any kind; empty where there is only one."""
    if len(frame) < 2:
        return ""
    rows = Rows.of(frame)
    refusal = comparable.add(rows, names.dataset)
    if refusal is not None and refusal.reason not in comparable.NESTED:
        return no_total(refusal, names)
    by: By = next((tree for tree in TREES if len(set(rows[tree])) > 1), "sector")
    return total(rows, by, names)


def _rest(rows: Rows, level: TreeLevel, names: Names) -> str:
    """What the members of a level leave of the whole directly above them, unless reports of that are in conflict."""
    places = comparable.places_of(rows)
    if not level.above or places.count(places[level.above[-1]]) > 1:
        return ""
    chosen = rows.take((level.above[-1], *level.members))
    if comparable.subtract(chosen, 0, names.dataset) is not None:
        return ""
    whole, *parts = (names.dataset.figures[key] for key in chosen["figure"])
    rest = formulas.rest(whole, parts)
    if rest is None:
        return ""
    name = names.place(whole.place)
    facts = {"whole": name, "value": printed(whole, names), "rest": calculations.value(rest, names)}
    return names.of(words.REST).format(**facts)


def cautions(rows: Rows, names: Names) -> str:
    """What a reader of the totals should know; empty where there is nothing."""
    caution = comparable.caution(rows, names.dataset)
    return "" if caution is None else names.of(words.CAUTIONS[caution])


def _range(derived: Derived, names: Names) -> str:
    between = calculations.interval(derived, names)
    return names.of(words.TOTAL_RANGE).format(interval=between) if between else ""


def apart(rows: Rows, names: Names) -> str:
    """Why figures stand in several panels; empty where nothing keeps them apart."""
    differences = comparable.differences(rows, names.dataset)
    if not differences:
        return ""
    reasons = names.of(terms.SEMICOLON).join(refused(difference, names) for difference in differences)
    return names.of(words.APART).format(reason=reasons)
