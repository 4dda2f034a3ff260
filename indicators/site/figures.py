"""The page of a figure, its evidence: the number, the words that hold it, the article, and where to read it."""

from collections.abc import Iterable, Iterator
from typing import Final

from markupsafe import Markup

from indicators.analysis.agreement import Agreement
from indicators.charts import catalogue
from indicators.export import citations
from indicators.export.markup import joined, link, markup, tag
from indicators.model.entries import Article, Figure
from indicators.phrasing import calculations
from indicators.phrasing.figures import done, interval, main_number, printed, signed
from indicators.phrasing.names import Names
from indicators.site import articles, captions, charts, jsonld, lists
from indicators.site.volume import CODES, Page, Volume
from indicators.values import units
from indicators.words import agreement as agreement_words
from indicators.words import citations as citation_words
from indicators.words import site as words
from indicators.words import terms
from indicators.words import ui as ui_words

MOST_OTHERS: Final = 40
"""So many other figures of the article are listed; its own page has all of them."""


def page(figure: Figure, volume: Volume) -> Page:
    """The page of a figure; where several articles report it, with a chart whose file is ``chart_of``."""
    names = volume.names
    article = names.dataset.article_of[figure.id]
    title = _title(figure, names)
    quoted = names.of(ui_words.QUOTED).format(quote=figure.quote)
    return Page(
        path=f"figure/{figure.id}.html",
        title=title,
        description=names.of(words.SENTENCE).join((quoted, names.headline(article), lists.byline(article, names))),
        body=_body(figure, article, volume),
        linked_data=jsonld.claim(figure, article, title, volume),
        charts=f"{figure.id}.charts.js" if figure.id in volume.study.reports else "",
        kind="article",
        card=captions.figure_path(figure, volume),
        trail=(
            (names.of(words.SECTIONS["overview"]), "index.html"),
            (names.of(words.SECTIONS["metrics"]), "metrics.html"),
            (names.metric(figure.metric), f"metric/{figure.metric}.html"),
        ),
    )


def chart_of(figure: Figure, volume: Volume) -> str | None:
    """The file of the chart of who reported what, if more than one did."""
    found = volume.study.reports.get(figure.id)
    if found is None:
        return None
    light, dark = (catalogue.reports(found, context) for context in (volume.context, volume.dark_context))
    return charts.script({light.name: light}, volume, f"figure/{figure.id}.html", {dark.name: dark})


def _title(figure: Figure, names: Names) -> str:
    facts = {
        "metric": names.metric(figure.metric),
        "place": names.place(figure.region, figure.sector),
        "period": figure.period.label(names.lang),
        "number": main_number(figure, names),
    }
    return names.of(words.FIGURE_TITLE).format(**facts)


def _body(figure: Figure, article: Article, volume: Volume) -> Markup:
    names = volume.names
    metric = names.dataset.metrics[figure.metric]
    return tag(
        "article",
        tag("p", _place(figure, names), class_="kicker"),
        tag("h1", names.of(metric.name)),
        tag("p", _numbers(figure, names), class_="numbers"),
        tag("blockquote", names.of(ui_words.QUOTED).format(quote=figure.quote), lang=CODES["zh"]),
        tag("p", link(f"../article/{article.id}.html", names.headline(article)), class_="headline"),
        tag("p", lists.byline(article, names), class_="note"),
        articles.translated(article, volume),
        lists.ways(article, volume, figure.quote),
        _table(_facts(figure, names)),
        _worked_out(figure, volume),
        _reports(figure, volume),
        _notes(figure, article, names),
        _others(figure, article, volume),
        _permanent(figure, volume),
        _citations(figure, volume),
        class_="evidence",
    )


def _place(figure: Figure, names: Names) -> Markup:
    """Where and when, each a way to the page on it."""
    steps = [link(f"../region/{figure.region}.html", names.region(figure.region))]
    if names.place(figure.region, figure.sector) != names.region(figure.region):
        steps.append(link(f"../sector/{figure.sector}.html", names.sector(figure.sector)))
    return joined(names.of(terms.JOIN), (*steps, figure.period.label(names.lang)))


def _numbers(figure: Figure, names: Names) -> Iterator[Markup]:
    """The number as it was printed, as large as it is important, and beside it how fast and how far."""
    yield tag("span", figure.text.printed if figure.text else main_number(figure, names), class_="large")
    if figure.text and names.lang == "en":
        yield markup(" ", tag("strong", printed(figure, names)))
    if figure.text and figure.growth:
        yield _beside(signed(figure, names), names.of(ui_words.GROWTH_LABEL))
    if figure.completion and (figure.text or figure.growth):
        share = units.compact(figure.completion.value, "percent", names.lang)
        yield _beside(share, names.of(ui_words.COMPLETION_LABEL))


def _beside(number: str, label: str) -> Markup:
    return markup(" ", tag("span", tag("strong", number), " ", tag("small", label)))


def _facts(figure: Figure, names: Names) -> Iterator[tuple[str, str | Markup]]:
    if figure.text is not None:
        yield names.of(ui_words.VALUE), units.full(figure.text.value, figure.text.unit, names.lang)
        if figure.text.low != figure.text.high:
            yield names.of(ui_words.RANGE), interval(figure.text, names)
        if figure.text.qualifier != "exact":
            yield names.of(ui_words.QUALIFIER), names.of(terms.QUALIFIERS[figure.text.qualifier])
    if figure.growth is not None:
        yield names.of(ui_words.GROWTH_LABEL), figure.growth.printed
    if figure.completion is not None:
        yield names.of(ui_words.COMPLETION_LABEL), done(figure, names)
    yield names.of(ui_words.NATURE_LABEL), names.nature(figure.nature)
    yield names.of(ui_words.MEASURED), names.of(terms.METRIC_KINDS[names.dataset.metrics[figure.metric].kind])
    for label, key in ((ui_words.PART_OF, figure.part_of), (words.TARGET, figure.plan)):
        other = names.dataset.figures.get(key or "")
        if other is not None:
            told = f"{names.metric(other.metric)} {printed(other, names)}"
            yield names.of(label), link(f"{other.id}.html", told)


def _table(rows: Iterable[tuple[str, str | Markup]]) -> Markup:
    cells = (tag("tr", tag("th", label, scope="row"), tag("td", value)) for label, value in rows)
    return tag("table", tag("tbody", cells), class_="facts")


def _worked_out(figure: Figure, volume: Volume) -> Markup | None:
    """What follows from the figure, each with its formula and the interval that printing leaves open."""
    found = volume.study.worked_out.get(figure.id, ())
    if not found:
        return None
    names = volume.names
    told = (calculations.of(one, names) for one in found)
    return markup(
        tag("h2", names.of(ui_words.WORKED_OUT)), _table((one.label, _working(one, figure, names)) for one in told)
    )


def _working(one: calculations.Calculation, figure: Figure, names: Names) -> Markup:
    interval = names.of(ui_words.BRACKETS).format(words=one.interval) if one.interval else ""
    others = [key for key in one.inputs if key != figure.id][:4]
    links = (link(f"{key}.html", main_number(names.dataset.figures[key], names)) for key in others)
    ways = joined(names.of(terms.LIST), links)
    said = tag("span", one.value, interval, " = ", one.formula)
    return markup(said, tag("small", " ", names.of(words.FROM), ways) if others else None)


def _reports(figure: Figure, volume: Volume) -> Markup | None:
    """Who else reports the same thing, and whether they agree."""
    found = volume.study.reports.get(figure.id)
    if found is None:
        return None
    names = volume.names
    verdict = names.of(agreement_words.VERDICTS[found.verdict])
    chart = catalogue.reports(found, volume.context)
    return markup(
        tag("h2", names.of(ui_words.REPORTED_BY).format(verdict=verdict)),
        _corrected(figure, found, names),
        tag("section", tag("h3", chart.story.title), charts.drawn(chart, volume, "../"), class_="chart"),
    )


def _corrected(figure: Figure, found: Agreement, names: Names) -> Markup | None:
    later = found.superseded.get(figure.id)
    if later is None:
        return None
    reason = names.dataset.figures[later].reason
    told = names.of(ui_words.CORRECTED).format(reason=names.of(reason) if reason else "")
    return tag("p", link(f"{later}.html", told), class_="caution")


def _notes(figure: Figure, article: Article, names: Names) -> Markup:
    notes = (figure.note, article.note, names.dataset.metrics[figure.metric].description)
    return markup(tag("p", names.of(note), class_="note") for note in notes if note is not None)


def _others(figure: Figure, article: Article, volume: Volume) -> Markup | None:
    names = volume.names
    others = [other for other in article.figures if other.id != figure.id]
    if not others:
        return None
    listed = [lists.line(other.id, volume, "../") for other in others[:MOST_OTHERS]]
    if len(others) > MOST_OTHERS:
        more = names.of(ui_words.LEFT_OUT).format(count=len(others) - MOST_OTHERS)
        listed.append(tag("li", link(f"../article/{article.id}.html", more)))
    return markup(tag("h2", names.of(ui_words.OF_THE_SAME)), tag("ul", listed, class_="figures"))


def _citations(figure: Figure, volume: Volume) -> Markup | None:
    """How to cite it, in each style; only of a site that knows its address, since a citation has to name it."""
    if not volume.base:
        return None
    own = f"{volume.base}{volume.lang}/figure/{figure.id}.html"
    cited = citations.cite_figure(figure.id, volume.names, own)
    told = ((volume.of(citation_words.STYLES[style]), tag("pre", text)) for style, text in cited.items())
    return tag("details", tag("summary", volume.of(citation_words.CITE)), _table(told), class_="twin")


def _permanent(figure: Figure, volume: Volume) -> Markup:
    """The address of the page, whole where the site knows its own."""
    path = f"{volume.lang}/figure/{figure.id}.html"
    address = f"{volume.base}{path}" if volume.base else path
    own = link(f"{figure.id}.html", address, rel="bookmark")
    return tag("p", volume.of(ui_words.PERMANENT), tag("br"), own, class_="note")
