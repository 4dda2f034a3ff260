"""What an editor adds under a chart: what its figures add up to, why they do not, why they stand apart."""

import pandas as pd

from indicators.analysis import formulas
from indicators.analysis.formulas import Derived
from indicators.analysis.refusals import Refusal
from indicators.frames import comparable
from indicators.frames import rows as few
from indicators.frames.comparable import Rows
from indicators.frames.panels import By
from indicators.frames.rows import Few
from indicators.phrasing import calculations
from indicators.phrasing.figures import printed
from indicators.phrasing.names import Names
from indicators.phrasing.refusals import no_total, refused
from indicators.words import stories as words
from indicators.words import terms


def total(panel: Rows, by: By, names: Names, *, heading: str = "") -> str:
    """What the rows of a panel come to and what that leaves of a whole above them, or why no total is given.

    Empty where there is only one row to add.
    """
    rows = few.of(panel)
    parts = comparable.innermost(rows, names.dataset)
    if len(parts) < 2:
        return ""
    whole = comparable.total(parts, names.dataset)
    if isinstance(whole, Refusal):
        return no_total(whole, names)
    sentence = names.of(words.TOTAL_TOLD).format(
        where=names.of(words.IN_PANEL).format(heading=heading) if heading else "",
        things=names.count(words.TOTAL[by], len(set(parts[by]))),
        value=calculations.value(whole, names),
        range=_range(whole, names),
        rest=_rest(_other(rows, parts), parts, names),
    )
    return sentence[0].upper() + sentence[1:]


def of_table(rows: pd.DataFrame, names: Names) -> str:
    """The same for the rows of a table, of any kind; empty where there is only one."""
    if len(rows) < 2:
        return ""
    refusal = comparable.add(rows, names.dataset)
    if refusal is not None and refusal.reason not in comparable.NESTED:
        return no_total(refusal, names)
    return total(rows, "region" if rows["region"].nunique() > 1 else "sector", names)


def _other(rows: Few, some: Few) -> Few:
    known = set(some["figure"])
    return rows.at([index for index, key in enumerate(rows["figure"]) if key not in known])


def _rest(wholes: Few, parts: Few, names: Names) -> str:
    """What the parts leave of the one whole that stands above all of them."""
    if comparable.subtract(wholes, parts, names.dataset) is not None:
        return ""
    whole = names.dataset.figures[wholes["figure"][0]]
    rest = formulas.rest(whole, [names.dataset.figures[key] for key in parts["figure"]])
    if rest is None:
        return ""
    name = names.place(whole.region, whole.sector)
    facts = {"whole": name, "value": printed(whole, names), "rest": calculations.value(rest, names)}
    return names.of(words.REST).format(**facts)


def cautions(frame: Rows, names: Names) -> str:
    """What a reader of the totals should know; empty where there is nothing."""
    careful = comparable.caution(frame, names.dataset)
    return "" if careful is None else names.of(words.CAUTIONS[careful])


def _range(derived: Derived, names: Names) -> str:
    between = calculations.interval(derived, names)
    return names.of(words.TOTAL_RANGE).format(interval=between) if between else ""


def apart(frame: Rows, names: Names) -> str:
    """Why figures stand in several panels; empty where nothing keeps them apart."""
    differences = comparable.differences(frame, names.dataset)
    if not differences:
        return ""
    reasons = names.of(terms.SEMICOLON).join(refused(difference, names) for difference in differences)
    return names.of(words.APART).format(reason=reasons)
