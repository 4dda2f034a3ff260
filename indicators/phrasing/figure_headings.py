"""Where a figure stands → the headings of its page that state it; empty where the intervals decide nothing."""

from typing import Final

from indicators.analysis.figure_standing import FEWEST
from indicators.analysis.standing import Standing
from indicators.model.articles import Figure
from indicators.phrasing.names import Names
from indicators.values.text import LocalText
from indicators.words.pages import figure as words

_ORDINALS: Final = len(words.ORDINALS)


def of_series(figure: Figure, placed: Standing | None, names: Names) -> str:
    """The highest of 6 reported years; empty where another may be as high, or as low."""
    if placed is None or placed.count < FEWEST or placed.unclear or placed.same or (placed.above and placed.below):
        return ""
    is_stock = names.dataset.metrics[figure.metric].kind == "stock"
    things = words.DATES if is_stock else words.PERIODS.get(figure.period.length, words.OTHER_PERIODS)
    template = words.HIGHEST_IN_TIME if not placed.above else words.LOWEST_IN_TIME
    return names.of(template).format(periods=names.of(things).format(count=placed.count))


def of_places(placed: Standing | None, names: Names) -> str:
    """Third of 7 places; empty where the rank is not sure, or where there are too few for one."""
    if placed is None or placed.verdict != "ranked":
        return ""
    if not placed.above:
        template: LocalText = words.HIGHEST_OF_PLACES
    elif not placed.below:
        template = words.LOWEST_OF_PLACES
    else:
        template = words.RANK_OF_PLACES
    ordinal = names.of(words.ORDINALS[placed.rank - 1]) if placed.rank <= _ORDINALS else ""
    if template is words.RANK_OF_PLACES and not ordinal:
        template = words.NUMBER_OF_PLACES
    return names.of(template).format(rank=placed.rank, ordinal=ordinal, count=placed.count)
