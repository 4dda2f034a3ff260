"""The overview, the first page of a volume: what the figures say at a glance, and the newest articles."""

from typing import Final

from markupsafe import Markup

from indicators.charts import catalogue, stories
from indicators.charts.stories import Headline
from indicators.export.markup import EMPTY, link, markup, tag
from indicators.phrasing.names import Names
from indicators.site import charts, jsonld, lists
from indicators.site.volume import Page, Volume
from indicators.words import ui as ui_words

NEWEST: Final = 4


def page(volume: Volume) -> tuple[Page, str]:
    """The page, and the content of the file of its charts."""
    names, study = volume.names, volume.study
    about, standfirst = names.dataset.about, stories.standfirst(study.every, names)
    drawn = catalogue.of_everything(study.frame, volume.context)
    dark = {"coverage": catalogue.coverage(study.frame, volume.dark_context)}
    title = names.of(about.title)
    body = markup(
        tag("h1", title),
        tag("p", standfirst, class_="standfirst"),
        _headlines(volume) if drawn else None,
        charts.columns(drawn, volume, ""),
        _newest(volume),
    )
    description = names.of(about.description) if about.description else standfirst
    page = Page(
        path="index.html", title=title, description=description, body=body, section="overview",
        linked_data=jsonld.dataset(volume), charts="index.charts.js",
    )  # fmt: skip
    return page, charts.script(drawn, volume, page.path, dark)


def _headlines(volume: Volume) -> Markup:
    """One number for each theme."""
    study, names = volume.study, volume.names
    chosen = (_headline(headline, names) for headline in stories.headlines(study.frame, names))
    return markup(tag("h2", names.of(ui_words.HEADLINES)), tag("div", chosen, class_="headlines"))


def _headline(headline: Headline, names: Names) -> Markup:
    change = tag("strong", headline.change, class_="fall" if headline.fell else "rise") if headline.change else None
    return tag(
        "div",
        tag("p", names.theme(headline.theme), class_="note"),
        tag("p", link(f"figure/{headline.figure}.html", headline.number), class_="large"),
        tag(
            "p",
            link(f"metric/{headline.metric}.html", names.metric(headline.metric)),
            (" ", change) if change else None,
        ),
        tag("p", headline.place, class_="note"),
    )


def _newest(volume: Volume) -> Markup:
    articles = volume.newest_articles[:NEWEST]
    if not articles:
        return EMPTY
    return markup(
        tag("h2", volume.of(ui_words.NEWEST)),
        tag("ul", (lists.article_item(article, volume, "") for article in articles), class_="articles"),
    )
