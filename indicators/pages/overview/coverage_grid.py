"""How many figures are reported of each sector in each region, as a grid of links to them."""

from typing import Final

from markupsafe import Markup

from indicators.charts import stories
from indicators.export.markup import link, tag
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.view import View
from indicators.words.pages import overview as words

STEPS: Final = (3, 10)
"""From how many figures on a square is darker."""


def section(context: PageContext) -> Markup | None:
    """A row a sector, a column a region; None where nothing is reported."""
    frame, names = context.study.every, context.names  # the list that a square leads to has all of them, too
    if frame.empty:
        return None
    covered = stories.coverage(frame, names)
    counts = covered.counts
    head = tag(
        "tr",
        tag("td"),
        (tag("th", tag("span", name), scope="col") for name in covered.regions.values()),
    )
    rows = []
    for sector, name in covered.sectors.items():
        squares = (_square(region, sector, counts.get((region, sector), 0), context) for region in covered.regions)
        rows.append(tag("tr", tag("th", name, scope="row"), (tag("td", square) for square in squares)))
    return tag(
        "section",
        parts.section(covered.title),
        tag("p", names.of(words.COVERAGE_NOTE), class_="sub"),
        tag("div", tag("table", tag("thead", head), tag("tbody", rows)), class_="coverage", tabindex=0),
    )


def _square(region: str, sector: str, count: int, context: PageContext) -> Markup:
    if not count:
        return tag("i")
    names = context.names
    address = context.addresses.view(View(page="figures", region=(region,), sector=(sector,)))
    step = sum(count >= least for least in STEPS)
    label = names.of(words.COVERAGE_SQUARE).format(
        region=names.region(region), sector=names.sector(sector), count=f"{count:,}"
    )
    return link(address, f"{count:,}", class_=f"many-{step}", title=label, aria_label=label)
