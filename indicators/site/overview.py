"""The page that a volume opens with, and the lists of what it has pages on."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from markupsafe import Markup

from indicators.charts import catalogue
from indicators.export.markup import EMPTY, link, markup, tag
from indicators.frames import panels
from indicators.model.entries import Article, Figure
from indicators.phrasing.figures import earlier, printed, signed
from indicators.site import charts, entries, jsonld, lists
from indicators.site.volume import Page, Volume
from indicators.words import site as words
from indicators.words import terms
from indicators.words import ui as ui_words

NEWEST: Final = 4
_FALL: Final = "−"


def overview(volume: Volume) -> Iterator[tuple[Page, str]]:
    """What the figures say, at a glance; with the file of its charts."""
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
    yield page, charts.script(drawn, volume, page.path, dark)


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
    """A number for each theme."""
    names = volume.names
    chosen = panels.headlines(volume.study.frame).set_index("theme")["figure"]
    told = [
        _headline(names.theme(theme), names.dataset.figures[str(chosen[theme])], volume)
        for theme in names.dataset.themes
        if theme in chosen.index
    ]
    return markup(tag("h2", names.of(ui_words.HEADLINES)), tag("div", told, class_="headlines"))


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
    articles = newest_first(volume)[:NEWEST]
    if not articles:
        return EMPTY
    return markup(
        tag("h2", volume.of(ui_words.NEWEST)),
        tag("ul", (lists.head_of(one, volume, "") for one in articles), class_="articles"),
    )


def newest_first(volume: Volume) -> list[Article]:
    """All articles, the newest first."""
    articles = volume.names.dataset.articles.values()
    return sorted(articles, key=lambda article: article.published.end, reverse=True)


# --- lists of pages --------------------------------------------------------------------------------------------------


def contents(volume: Volume) -> Iterator[Page]:
    """The lists of metrics, regions, sectors and articles."""
    yield _metrics(volume)
    yield _entries("region", volume)
    yield _entries("sector", volume)
    yield from _articles(volume)


def _metrics(volume: Volume) -> Page:
    """All metrics, each theme with its own."""
    names = volume.names
    themes = {theme: place for place, theme in enumerate(names.dataset.themes)}
    keys = sorted(volume.entries("metric"), key=lambda key: themes[names.dataset.metrics[key].theme])
    parts: list[Markup] = []
    for theme, several in groupby(keys, key=lambda key: names.dataset.metrics[key].theme):
        group = list(several)
        parts += [tag("h2", names.theme(theme)), _list("metric", group, volume)]
    title = volume.of(words.SECTIONS["metrics"])
    description = _listed([names.metric(key) for key in keys], volume)
    return Page("metrics.html", title, description, markup(tag("h1", title), parts), section="metrics")


def _entries(column: lists.Column, volume: Volume) -> Page:
    keys = volume.entries(column)
    title = volume.of(words.SECTIONS["regions" if column == "region" else "sectors"])
    description = _listed([lists.name_of(column, key, volume.names) for key in keys], volume)
    body = markup(tag("h1", title), _list(column, keys, volume))
    section = "regions" if column == "region" else "sectors"
    return Page(f"{section}.html", title, description, body, section="regions" if column == "region" else "sectors")


def _list(column: lists.Column, keys: Sequence[str], volume: Volume) -> Markup:
    names = {key: volume.of(entries.entry(column, key, volume).name) for key in keys}
    counts = {key: len(volume.rows(column, key)) for key in keys}
    return lists.contents(names, counts, column, volume)


def _listed(names: Sequence[str], volume: Volume) -> str:
    return volume.of(terms.LIST).join(names[:24])


def _articles(volume: Volume) -> Iterator[Page]:
    articles = newest_first(volume)
    title = volume.of(words.SECTIONS["articles"])
    told = volume.of(ui_words.SOURCES_NOTE).format(articles=volume.names.count(terms.ARTICLES, len(articles)))
    first = Page(
        "articles.html", title, told, markup(tag("h1", title), tag("p", told, class_="note")), section="articles"
    )

    def show(part: Sequence[Article]) -> Markup:
        return tag("ul", (lists.head_of(one, volume, "") for one in part), class_="articles")

    yield from lists.sheets(first, articles, show, volume, size=50)
