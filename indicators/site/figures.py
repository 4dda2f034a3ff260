"""The evidence of a figure as a page: laid out as phrasing/evidence.py has it, with links to the other pages."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from indicators.charts import catalogue
from indicators.export import citations
from indicators.export.markup import joined, link, markup, tag
from indicators.model.entries import Figure
from indicators.phrasing import evidence
from indicators.phrasing.evidence import Derivation, Evidence, MainNumber
from indicators.phrasing.figures import main_number
from indicators.phrasing.names import Names
from indicators.site import articles, captions, charts, jsonld, lists
from indicators.site.volume import CODES, Page, Volume
from indicators.words import citations as citation_words
from indicators.words import evidence as words
from indicators.words import site as site_words
from indicators.words import terms


def page(figure: Figure, volume: Volume) -> Page:
    """The page of a figure; where several articles report it, with a chart whose file is ``chart_of``."""
    names = volume.names
    article = names.dataset.article_of[figure.id]
    title = _title(figure, names)
    shown = evidence.of(figure, names, volume.study, problems=volume.problems.get(figure.id, ()))
    publication = shown.publication
    return Page(
        path=f"figure/{figure.id}.html",
        title=title,
        description=names.of(site_words.SENTENCE).join((shown.quote, publication.headline, publication.byline)),
        body=_body(shown, figure, volume),
        linked_data=jsonld.claim(figure, article, title, volume),
        charts=f"{figure.id}.charts.js" if figure.id in volume.study.reports else "",
        kind="article",
        card=captions.figure_path(figure, volume),
        trail=(
            (names.of(site_words.SECTIONS["overview"]), "index.html"),
            (names.of(site_words.SECTIONS["metrics"]), "metrics.html"),
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
    return names.of(site_words.FIGURE_TITLE).format(**facts)


def _body(shown: Evidence, figure: Figure, volume: Volume) -> Markup:
    publication = shown.publication
    return tag(
        "article",
        tag("p", _place(shown, figure, volume), class_="kicker"),
        tag("h1", shown.metric),
        tag("p", _main_number(shown.main), class_="numbers"),
        tag("blockquote", shown.quote, lang=CODES["zh"]),
        tag("p", link(f"../article/{publication.article}.html", publication.headline), class_="headline"),
        tag("p", publication.byline, class_="note"),
        articles.original(publication),
        lists.ways(publication, volume),
        _table((fact.label, _leading(fact.value, fact.figure)) for fact in shown.facts),
        _derivations(shown.derivations, volume),
        _reports(shown, volume),
        (tag("p", link(f"{one.figure}.html", one.sentence), class_="caution") for one in shown.corrections),
        (tag("p", line, class_="note") for line in (*shown.checks, *shown.notes)),
        _others(shown, volume),
        _permanent(figure, volume),
        _citations(figure, volume),
        class_="evidence",
    )


def _place(shown: Evidence, figure: Figure, volume: Volume) -> Markup:
    """Where and when, each a way to the page on it."""
    steps = [link(f"../region/{figure.region}.html", shown.region)]
    if shown.sector:
        steps.append(link(f"../sector/{figure.sector}.html", shown.sector))
    return joined(volume.of(terms.JOIN), (*steps, shown.period))


def _main_number(main: MainNumber) -> Iterator[Markup]:
    """The number as it was printed, as large as it is important, and beside it how fast and how far."""
    yield tag("span", main.number, class_="large")
    if main.label:
        yield markup(" ", tag("small", main.label))
    if main.translation:
        yield markup(" ", tag("strong", main.translation))
    for rate in main.beside:
        yield markup(" ", tag("span", tag("strong", rate.value), " ", tag("small", rate.label)))


def _table(rows: Iterable[tuple[str, str | Markup]]) -> Markup:
    cells = (tag("tr", tag("th", label, scope="row"), tag("td", value)) for label, value in rows)
    return tag("table", tag("tbody", cells), class_="facts")


def _leading(text: str, figure: str) -> str | Markup:
    return link(f"{figure}.html", text) if figure else text


def _derivations(derivations: Sequence[Derivation], volume: Volume) -> Markup | None:
    """What was worked out with the figure, each with its formula and the other figures that it took."""
    if not derivations:
        return None
    rows = ((derivation.label, _working(derivation, volume)) for derivation in derivations)
    return markup(tag("h2", volume.of(words.WORKED_OUT)), _table(rows))


def _working(derivation: Derivation, volume: Volume) -> Markup:
    others = derivation.others
    links = joined(volume.of(terms.LIST), (link(f"{one.figure}.html", one.number, title=one.name) for one in others))
    together = tag("small", " ", volume.of(words.FROM), links) if others else None
    return markup(tag("span", derivation.working), together)


def _reports(shown: Evidence, volume: Volume) -> Markup | None:
    """Who else reports the same thing, and whether they agree: as a chart, whose table leads to each report."""
    if shown.reports is None:
        return None
    chart = catalogue.reports(volume.study.reports[shown.figure], volume.context)
    drawn = tag("section", tag("h3", chart.story.title), charts.drawn(chart, volume, "../"), class_="chart")
    return markup(tag("h2", shown.reports.title), drawn)


def _others(shown: Evidence, volume: Volume) -> Markup | None:
    if not shown.others:
        return None
    lines = [lists.line(key, volume, "../") for key in shown.others]
    if shown.more:
        lines.append(tag("li", link(f"../article/{shown.publication.article}.html", shown.more)))
    return markup(tag("h2", volume.of(words.OF_THE_SAME)), tag("ul", lines, class_="figures"))


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
    return tag("p", volume.of(words.PERMANENT), tag("br"), own, class_="note")
