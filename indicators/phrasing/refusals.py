"""A refusal to put figures together → the reason in words."""

from collections.abc import Callable, Mapping
from typing import Final, cast

from indicators.analysis.refusals import Reason, Refusal
from indicators.model.subjects import Tree
from indicators.phrasing.figures import printed
from indicators.phrasing.names import Names
from indicators.words import terms
from indicators.words.phrasing import refusals as words

NAMED: Final = 3
"""The most ids in the way that are named."""


def refused(refusal: Refusal, names: Names) -> str:
    """The reason of a refusal as a clause, with the names of what is in the way."""
    name_of = _NAMES.get(refusal.reason, _figure)
    named = [name_of(names, key) for key in refusal.among[:NAMED]]
    inner, outer = (*named, "", "")[:2]
    among = names.listed(named)
    if len(refusal.among) > NAMED:
        among = names.of(terms.LIST).join(named) + names.of(words.MORE)
    return names.of(words.REASONS[refusal.reason]).format(among=among, inner=inner, outer=outer)


def no_total(refusal: Refusal, names: Names) -> str:
    """The sentence that stands where a total would."""
    return names.of(words.NO_TOTAL).format(reason=refused(refusal, names))


def no_rest(refusal: Refusal, names: Names) -> str:
    """The sentence that says why nothing is worked out for what is not itemised."""
    return names.of(words.NO_REST).format(reason=refused(refusal, names))


def _figure(names: Names, key: str) -> str:
    figure = names.dataset.figures[key]
    return f"{names.metric(figure.metric)} {printed(figure, names)}"


_NAMES: Final[Mapping[Reason, Callable[[Names, str], str]]] = {
    "metrics": Names.metric,
    "units": lambda names, key: names.of(names.dataset.unit_table.units[key].name),
    "natures": lambda names, key: names.nature(key).lower(),
    "lengths": Names.period,
    "periods": Names.period,
    "moments": Names.period,
    "rates": Names.metric,
    "not-additive": Names.metric,
    "regions": Names.region,
    "sectors": Names.sector,
    "groups": Names.group,
    "overlap": Names.group,
    "crossed": lambda names, key: names.of(terms.TREES[cast("Tree", key)]),
}
