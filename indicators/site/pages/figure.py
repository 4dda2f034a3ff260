"""The page of a figure: its evidence, laid out with links to other pages."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from indicators.analysis import held_numbers
from indicators.charts import catalogue
from indicators.export import citations
from indicators.export.markup import joined, link, markup, outside, tag
from indicators.model.entries import Figure
from indicators.phrasing import evidence
from indicators.phrasing.articles import publication as publication_of
from indicators.phrasing.evidence import Derivation, Evidence, MainNumber
from indicators.phrasing.figures import mention
from indicators.phrasing.names import Names
from indicators.phrasing.number_words import NumberWords
from indicators.site import card_texts, charts, jsonld, lists
from indicators.site.volume import Page, Volume
from indicators.values.text import TAGS
from indicators.words import citations as citation_words
from indicators.words import evidence as words
from indicators.words import site as site_words
from indicators.words import terms


def page(figure: Figure, volume: Volume) -> Page:
    """The page of a figure; it has a chart if several articles report the figure."""
    names = volume.names
    article = names.dataset.article_of[figure.id]
    title = _title(figure, names)
    shown = evidence.of(figure, names, volume.study, problems=volume.problems.get(figure.id, ()))
    return Page(
        path=f"figure/{figure.id}.html",
        title=title,
        description=evidence.summary(figure, names),
        body=_body(shown, figure, volume),
        linked_data=jsonld.claim(figure, article, title, volume),
        charts=f"{figure.id}.charts.js" if figure.id in volume.study.reports else "",
        kind="article",
        card=card_texts.path_of_figure(figure, volume),
        trail=(
            (names.of(site_words.SECTIONS["overview"]), "index.html"),
            (names.of(site_words.SECTIONS["metrics"]), "metrics.html"),
            (names.metric(figure.metric), f"metric/{figure.metric}.html"),
        ),
    )


def chart_script(figure: Figure, volume: Volume) -> str | None:
    """The file of the chart of who reported what, if several articles did."""
    agreement = volume.study.reports.get(figure.id)
    if agreement is None:
        return None
    light, dark = (catalogue.reports(agreement, context) for context in (volume.context, volume.dark_context))
    return charts.script({light.name: light}, volume, f"figure/{figure.id}.html", {dark.name: dark})


def _title(figure: Figure, names: Names) -> str:
    named = mention(figure, names)
    return names.of(site_words.FIGURE_TITLE).format(name=named.name, number=named.number)


def _body(shown: Evidence, figure: Figure, volume: Volume) -> Markup:
    publication = shown.publication
    return tag(
        "article",
        tag("p", _place(shown, figure, volume), class_="kicker"),
        tag("h1", shown.metric),
        tag("p", _main_number(shown.main), class_=lists.marked(figure, "numbers")),
        tag("p", shown.words[0].label, class_="note") if shown.words[0].label else None,
        _words(shown.words[0], shown.words[0].number),
        tag("p", link(f"../article/{publication.article}.html", publication.headline), class_="headline"),
        tag("p", publication.byline, class_="note"),
        lists.original_headline(publication),
        lists.ways_to_read(publication, volume),
        _words_of_others(shown.words, figure, volume),
        _table((fact.label, _leading(fact.value, fact.figure)) for fact in shown.facts),
        _derivations(shown.derivations, volume),
        _reports(shown, volume),
        (tag("p", link(f"{later.figure}.html", later.sentence), class_="caution") for later in shown.corrections),
        (tag("p", line, class_="note") for line in (*shown.checks, *shown.notes)),
        _others(shown, volume),
        _permanent(figure, volume),
        _citations(figure, volume),
        class_="evidence",
    )


def _place(shown: Evidence, figure: Figure, volume: Volume) -> Markup:
    """Region, sector, group and period; all but the last lead to their pages."""
    steps = [link(f"../region/{figure.region}.html", shown.region)]
    if shown.sector:
        steps.append(link(f"../sector/{figure.sector}.html", shown.sector))
    if shown.group:
        steps.append(link(f"../group/{figure.group}.html", shown.group))
    return joined(volume.of(terms.JOIN), (*steps, shown.period))


def _main_number(main: MainNumber) -> Iterator[Markup]:
    """The printed number in large type, and beside it its translation, growth and completion."""
    yield tag("span", main.number, class_="large")
    if main.label:
        yield markup(" ", tag("small", main.label))
    if main.translation:
        yield markup(" ", tag("strong", main.translation))
    for rate in main.beside:
        yield markup(" ", tag("span", tag("strong", rate.value), " ", tag("small", rate.label)))


def _words(number_words: NumberWords, key: str | None = None) -> Markup:
    """The words that hold a number, which is marked; links of charts lead to the ``key`` of the number they show."""
    if number_words.missing:
        return tag("p", number_words.missing, class_="note", id=key)
    parts = (number_words.before, tag("mark", number_words.marked), number_words.after)
    return tag("blockquote", parts, lang=TAGS["zh"], id=key)


def _words_of_others(several: Sequence[NumberWords], figure: Figure, volume: Volume) -> Markup | None:
    """The words of all numbers but the first, each with a link to where they stand in the article."""
    if len(several) == 1:
        return None
    rows: list[tuple[str, Markup]] = []
    article, keys = volume.names.dataset.article_of[figure.id], {several[0].number}
    for other in several[1:]:
        key = None if other.number in keys else other.number  # growth, and change beside it
        keys.add(other.number)
        printed = publication_of(article, volume.names, held_numbers.phrase_of(figure, other.number))
        known = printed.ways[:1] if not (other.missing or printed.unknown) else ()
        read = tag("p", [outside(way.url, way.label) for way in known], class_="note") if known else None
        rows.append((other.label, markup(_words(other, key), read)))
    return markup(tag("h2", volume.of(words.WORDS_OF_OTHERS)), _table(rows))


def _table(rows: Iterable[tuple[str, str | Markup]]) -> Markup:
    cells = (tag("tr", tag("th", label, scope="row"), tag("td", value)) for label, value in rows)
    return tag("table", tag("tbody", cells), class_="facts")


def _leading(text: str, figure: str) -> str | Markup:
    return link(f"{figure}.html", text) if figure else text


def _derivations(derivations: Sequence[Derivation], volume: Volume) -> Markup | None:
    """What was derived from the figure, with the formula and the other figures in it."""
    if not derivations:
        return None
    rows = ((derivation.label, _working(derivation, volume)) for derivation in derivations)
    return markup(tag("h2", volume.of(words.WORKED_OUT)), _table(rows))


def _working(derivation: Derivation, volume: Volume) -> Markup:
    others = derivation.others
    links = joined(
        volume.of(terms.LIST), (link(f"{other.figure}.html", other.number, title=other.name) for other in others)
    )
    together = tag("small", " ", volume.of(words.FROM), links) if others else None
    return markup(tag("span", derivation.working), together)


def _reports(shown: Evidence, volume: Volume) -> Markup | None:
    """The agreement of several reports of the same, as a chart whose table leads to each report."""
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
    """How to cite the figure, in each style. A citation names the address, so only a site that knows its own has it."""
    if not volume.base:
        return None
    address = volume.address(f"figure/{figure.id}.html")
    cited = citations.cite_figure(figure.id, volume.names, address)
    rows = ((volume.of(citation_words.STYLES[style]), tag("pre", text)) for style, text in cited.items())
    return tag("details", tag("summary", volume.of(citation_words.CITE)), _table(rows), class_="twin")


def _permanent(figure: Figure, volume: Volume) -> Markup:
    """The link to the page, with its full address if the site knows its own."""
    path = f"{volume.lang}/figure/{figure.id}.html"
    address = f"{volume.base}{path}" if volume.base else path
    own = link(f"{figure.id}.html", address, rel="bookmark")
    return tag("p", volume.of(words.PERMANENT), tag("br"), own, class_="note")
