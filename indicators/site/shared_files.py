"""The files that all pages share: style, scripts, and how charts look in light and dark mode."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.resources import files as resources
from typing import Final

from indicators.charts.plots.theme import DARK, LIGHT, ChartTheme, template
from indicators.export import plotlyjs
from indicators.export.chart_files import BY_BROWSER, config, of_the_data, saving_script
from indicators.export.chart_frame import SCALE, WIDTH
from indicators.export.markup import dumped
from indicators.pages.every_page import scripts, stylesheets
from indicators.site.volume import Volume
from indicators.words.export.chart_files import SAVE

_OWN: Final = ("site.css", "mode.js", "door.js", "icon.svg")
_FONTS: Final = ("sans.woff2", "serif.woff2", "OFL.txt")
_OF_SEARCH: Final = ("search_words.js", "search_ranking.js", "search_box.js")
"""The scripts of the search box, which the dashboard has, too."""


def files(volumes: Sequence[Volume]) -> Iterator[tuple[str, str | bytes]]:
    """Path and content of each file."""
    own = resources("indicators.site") / "assets"
    for name in _OWN:
        yield f"assets/{name}", (own / name).read_bytes()
    own_pages = (own / "site.js").read_text("utf-8")
    yield "assets/site.js", "\n".join((scripts.page_actions(), scripts.time_brush(), own_pages))
    for name in _FONTS:
        yield f"assets/fonts/{name}", (own / "fonts" / name).read_bytes()
    yield "assets/pages.css", stylesheets.of_both_modes()
    own_charts = (own / "charts.js").read_text("utf-8")
    yield "assets/charts.js", "\n".join((_constants(volumes), saving_script(), own_charts))
    browser = resources("indicators") / "browser"
    yield "assets/search.js", "".join((browser / name).read_text("utf-8") for name in _OF_SEARCH)
    yield "assets/plotly.min.js", plotlyjs.source()


def _constants(volumes: Sequence[Volume]) -> str:
    """What charts.js needs to know: how charts look in either mode, and their options in either language."""
    facts = {
        "template": template(LIGHT),
        "dark": palette(),
        "config": {volume.lang: config(volume.names) for volume in volumes},
        "save": {
            volume.lang: {name: volume.of(SAVE).format(format=name.upper()) for name in BY_BROWSER}
            for volume in volumes
        },
        "image": {"width": WIDTH, "scale": SCALE},
        "about": {volume.lang: asdict(of_the_data(volume.edition, volume.names)) for volume in volumes},
    }
    return f"window.INDICATORS_CHART_OPTIONS={dumped(facts)};"


def palette() -> dict[str, str]:
    """Colour in light mode → the colour that replaces it in dark mode."""
    return dict(zip(_colours(LIGHT), _colours(DARK), strict=True))


def _colours(theme: ChartTheme) -> Iterator[str]:
    facts = asdict(theme)
    several = [facts.pop("steps"), facts.pop("categories")]
    facts.pop("mode")
    yield from facts.values()
    for colours in several:
        yield from colours
