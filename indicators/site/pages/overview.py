"""The overview, the first page of a volume: what the figures say at a glance, and the newest articles."""

from typing import Final

from markupsafe import Markup

from indicators.charts import catalogue
from indicators.export.markup import EMPTY, link, markup, tag
from indicators.frames import panels
from indicators.model.entries import Figure
from indicators.phrasing.figures import earlier, printed, signed
from indicators.site import charts, jsonld, lists
from indicators.site.volume import Page, Volume
from indicators.words import terms
from indicators.words import ui as ui_words

NEWEST: Final = 4
_FALL: Final = "−"


def page(volume: Volume) -> tuple[Page, str]:
    """The page, and the content of the file of its charts."""
    names, study = volume.names, volume.study
    about = names.dataset.about
    drawn = catalogue.of_everything(study.frame, volume.context)
    dark = {"coverage": catalogue.coverage(study.frame, volume.dark_context)}
    body = markup(
        tag("p", _standfirst(volume), class_="standfirst"),
        _headlines(volume) if drawn else None,
        charts.columns(drawn, volume, ""),
        _newest(volume),
    )
    title = names.of(about.title)
    description = names.of(about.description) if about.description else _standfirst(volume)
    page = Page(
        path="index.html", title=title, description=description, body=body, section="overview",
        linked_data=jsonld.dataset(volume), charts="index.charts.js",
    )  # fmt: skip
    return page, charts.script(drawn, volume, page.path, dark)


def _standfirst(volume: Volume) -> str:
    names, every = volume.names, volume.study.every
    if every.empty:
        return names.of(ui_words.NO_FIGURES)
    facts = {
        "figures": names.count(terms.FIGURES, len(every)),
        "articles": names.count(terms.ARTICLES, every["article"].nunique()),
        "first": every["published"].str[:4].min(),
        "last": every["published"].str[:4].max(),
    }
    return names.of(ui_words.STANDFIRST).format(**facts)


def _headlines(volume: Volume) -> Markup:
    """One number for each theme."""
    names = volume.names
    chosen = panels.headlines(volume.study.frame).set_index("theme")["figure"]
    headlines = [
        _headline(names.theme(theme), names.dataset.figures[str(chosen[theme])], volume)
        for theme in names.dataset.themes
        if theme in chosen.index
    ]
    return markup(tag("h2", names.of(ui_words.HEADLINES)), tag("div", headlines, class_="headlines"))


def _headline(theme: str, figure: Figure, volume: Volume) -> Markup:
    names = volume.names
    change = signed(figure, names)
    fell = change.startswith(_FALL)
    place = [names.place(figure.region, figure.sector), figure.period.label(names.lang)]
    if before := earlier(panels.earlier(figure, names.dataset, volume.study.every), names):
        place.append(before)
    return tag(
        "div",
        tag("p", theme, class_="note"),
        tag("p", link(f"figure/{figure.id}.html", printed(figure, names)), class_="large"),
        tag(
            "p",
            link(f"metric/{figure.metric}.html", names.metric(figure.metric)),
            (" ", tag("strong", change, class_="fall" if fell else "rise")) if change else None,
        ),
        tag("p", names.of(terms.JOIN).join(place), class_="note"),
    )


def _newest(volume: Volume) -> Markup:
    articles = volume.newest_articles[:NEWEST]
    if not articles:
        return EMPTY
    return markup(
        tag("h2", volume.of(ui_words.NEWEST)),
        tag("ul", (lists.article_item(article, volume, "") for article in articles), class_="articles"),
    )
