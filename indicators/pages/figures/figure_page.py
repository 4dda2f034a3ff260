"""The evidence of a figure → its page: the number, its words, what it stands beside, and how far it can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from indicators.export.citation_styles import Citations
from indicators.export.markup import Child, joined, link, markup, outside, tag
from indicators.model.articles import Figure
from indicators.model.vocabulary import ALL
from indicators.pages import mentions, parts
from indicators.pages.context import PageContext
from indicators.pages.figures import comparisons, trust_aside
from indicators.phrasing.articles import Publication
from indicators.phrasing.evidence import Derivation, Evidence, Passage
from indicators.phrasing.figures import Mention, mention
from indicators.phrasing.figures import main_number as number_of
from indicators.phrasing.main_number import MainNumber
from indicators.phrasing.number_words import NumberWords
from indicators.values.text import TAGS
from indicators.view import View
from indicators.words import terms
from indicators.words.pages import figure as page_words
from indicators.words.phrasing import evidence as words


@dataclass(frozen=True)
class FigureActions:
    """What a door adds to the evidence: ``address`` of the page, how to cite it, an ``embed`` code, a ``chart`` of who
    reported what; each empty where the door has none. ``alone`` is false where the page stands beside another.
    """

    address: str = ""
    citations: Citations = field(default_factory=dict)
    embed: str = ""
    chart: Markup | None = None
    alone: bool = True


def of(shown: Evidence, context: PageContext, actions: FigureActions) -> Markup:
    """The page; it is as wide as its container, and in a narrow one everything is in one column."""
    figure = context.names.dataset.figures[shown.figure]
    story = tag(
        "article",
        _as_page(shown, context) if not actions.alone else None,
        tag("p", _place(shown, figure, context), class_="kicker"),
        tag("h1", shown.metric),
        big_number(shown.main, context),
        (_correction(sentence.sentence, sentence.figure, context) for sentence in shown.corrections),
        numbers_beside(shown.main, figure, context),
        _printed(shown, figure, context),
        comparisons.comparison(shown, context),
        (tag("p", note, class_="method") for note in shown.notes),
        (tag("p", check, class_="method") for check in shown.checks),
        comparisons.series(shown, figure, context),
        _derivations(shown.derivations, context),
        _reports(shown, actions.chart, context),
        _of_metric(shown, figure, context),
        _of_article(shown, context),
    )
    aside = trust_aside.of(shown, figure, context, actions.address, actions.citations, actions.embed)
    return parts.page(tag("div", story, aside, class_="halves"), name="figure")


def _as_page(shown: Evidence, context: PageContext) -> Markup:
    """The link from the evidence beside a page to the page of the figure itself."""
    address = context.addresses.figure(shown.figure, shown.words[0].number if shown.words[0].label else "")
    return tag("p", link(address, context.names.of(page_words.AS_PAGE), data_page=True), class_="as-page")


def _place(shown: Evidence, figure: Figure, context: PageContext) -> Markup:
    """Theme, region, sector, group and period; places lead to their pages."""
    place = context.addresses.place
    steps: list[str] = [shown.theme, link(place("region", figure.region), shown.region)]
    if shown.sector:
        steps.append(link(place("sector", figure.sector), shown.sector))
    if shown.group:
        steps.append(link(place("group", figure.group), shown.group))
    return joined(context.names.of(terms.JOIN), (*steps, shown.period))


# --- the number ------------------------------------------------------------------------------------------------------


def big_number(main: MainNumber, context: PageContext) -> Markup:
    """The number with its mark, what it is, and its period."""
    facts = {"nature": main.nature, "period": main.period}
    nature = tag("small", parts.mark(main.look, context.names), context.names.of(page_words.OF_PERIOD).format(**facts))
    label = tag("small", main.label) if main.label else None
    size = " long" if len(main.number) > 14 else ""
    return tag("p", tag("span", main.number, class_="large"), label, nature, class_=f"big{size}")


def numbers_beside(main: MainNumber, figure: Figure, context: PageContext) -> Markup | None:
    """The other numbers of the figure, then what the program adds, with the mark of what is derived.

    The share that is itemised leads to the chart of the parts.
    """
    printed = [tag("li", tag("b", fact.value), " ", tag("span", fact.label)) for fact in main.beside]
    mark = tag("i", class_="mark derived")
    derived = [tag("li", tag("b", fact.value), " ", tag("span", mark, " ", fact.label)) for fact in main.derived]
    if main.itemised:
        in_parts = View(
            page="explore", metric=figure.metric, show="parts", region=(figure.region,), sector=(figure.sector,),
            group=(figure.group,) if figure.group != ALL else (), period=(figure.period.text,),
        )  # fmt: skip
        share = link(context.addresses.view(in_parts), tag("b", main.itemised.value))
        derived.append(tag("li", share, " ", tag("span", mark, " ", main.itemised.label), class_="itemised"))
    return tag("ul", printed, derived, class_="beside") if printed or derived else None


def _correction(sentence: str, figure: str, context: PageContext) -> Markup:
    return tag("p", link(context.addresses.figure(figure), sentence), class_="caution")


# --- the words -------------------------------------------------------------------------------------------------------


def _printed(shown: Evidence, figure: Figure, context: PageContext) -> Markup:
    """The words of the chosen number, its gloss, the article, and the words of the other numbers."""
    first, names = shown.words[0], context.names
    article = names.dataset.article_of[figure.id]
    lang = TAGS[article.language]
    title = names.of(page_words.PRINTED_WORDS)
    heading = names.of(terms.JOIN).join(filter(None, (title, first.label)))
    gloss = tag("p", shown.gloss, class_="gloss") if shown.gloss and first.number == "amount" else None
    return tag(
        "section",
        tag("h2", heading, class_="small-heading"),
        _passage(shown.passage, first, lang) if shown.passage else quotation(first, lang),
        gloss,
        publication_lines(shown.publication, context),
        [_other_words(other, lang) for other in shown.words[1:]],
        class_="printed",
    )


def _passage(passage: Passage, first: NumberWords, lang: str) -> Markup:
    """The words in their paragraph of the article."""
    start, end = passage.marked
    quoted = passage.quoted
    inside = markup(quoted[:start], tag("mark", quoted[start:end]), quoted[end:])
    quote = tag(
        "blockquote", passage.before, tag("b", inside), passage.after, lang=lang, id=first.number, class_="long"
    )
    return markup(quote, tag("p", passage.note, class_="method"))


def quotation(number_words: NumberWords, lang: str) -> Markup:
    """The words that hold a number, which is marked as with a pen; links lead to the id of the number."""
    if number_words.missing:
        return tag("p", number_words.missing, class_="method missing", id=number_words.number)
    marked = tag("mark", number_words.marked) if number_words.marked else None
    inside = (number_words.before, marked, number_words.after)
    return tag("blockquote", inside, lang=lang, id=number_words.number)


def _other_words(other: NumberWords, lang: str) -> Markup:
    return tag("div", tag("h3", other.label, class_="small-heading"), quotation(other, lang), class_="other-words")


def publication_lines(publication: Publication, context: PageContext) -> Markup:
    """The headline, who printed it when, and where it can be read."""
    ways: list[Child] = [outside(way.url, way.label) for way in publication.ways]
    unknown = [tag("span", publication.unknown)] if publication.unknown else []
    headline = parts.headline(context.names.dataset.articles[publication.article], context.names)
    article = link(context.addresses.article(publication.article), headline)
    return markup(
        tag("p", tag("b", article, class_="headline"), " ", publication.byline, class_="source"),
        tag("p", publication.original, class_="source") if publication.original else None,
        tag("p", joined(context.names.of(terms.JOIN), (*unknown, *ways)), class_="source ways"),
    )


# --- what is known beside it -----------------------------------------------------------------------------------------


def _derivations(derivations: Sequence[Derivation], context: PageContext) -> Markup | None:
    """What was worked out with the figure, how, and the other figures that this took."""
    if not derivations:
        return None
    rows = [
        tag(
            "div",
            tag("dt", tag("i", class_="mark derived"), " ", derivation.label),
            tag("dd", derivation.working, _inputs(derivation.others, context)),
        )
        for derivation in derivations
    ]
    title = context.names.of(words.WORKED_OUT)
    return tag("section", parts.section(title), tag("dl", rows, class_="workings"))


def _inputs(others: Sequence[Mention], context: PageContext) -> Markup | None:
    """The other figures of a calculation."""
    if not others:
        return None
    listed = joined(
        context.names.of(terms.SEMICOLON),
        (link(context.addresses.figure(other.figure), other.name, " ", tag("b", other.number)) for other in others),
    )
    return tag("p", context.names.of(words.FROM), listed, class_="method")


def _reports(shown: Evidence, chart: Markup | None, context: PageContext) -> Markup | None:
    """Who else reports the same thing, and whether they agree."""
    if shown.reports is None:
        return None
    rows = mentions.rows(shown.reports.mentions, context, own=shown.figure)
    return tag("section", parts.section(shown.reports.title), chart, rows, id="reports")


def _of_metric(shown: Evidence, figure: Figure, context: PageContext) -> Markup | None:
    """A handful of other figures of the metric, and why they are not to be ranked."""
    if not shown.of_metric:
        return None
    names = context.names
    label = names.of(page_words.ALL_OF_METRIC).format(metric=names.metric(figure.metric))
    title = shown.rank or names.of(page_words.OTHERS_OF_METRIC)
    heading = parts.section(title, more=parts.more(context.addresses.metric(figure.metric), label))
    note = tag("p", shown.differences, class_="sub") if shown.differences else None
    rows = [_metric_row(names.dataset.figures[key], context) for key in shown.of_metric]
    return tag("section", heading, note, tag("ul", rows, class_="of-metric"))


def _metric_row(other: Figure, context: PageContext) -> Markup:
    """Where, how much, when, and who printed it."""
    names = context.names
    article = names.dataset.article_of[other.id]
    printed = (names.publisher(article.publisher), article.published.label(names.lang))
    mark = parts.mark(other.nature, names) if other.nature != "actual" else None
    return tag(
        "li",
        tag("span", link(context.addresses.figure(other.id), names.place(other.place))),
        tag("span", mark, " ", number_of(other, names), class_="number"),
        tag("span", other.period.label(names.lang), class_="period"),
        tag("span", names.of(terms.JOIN).join(printed), class_="outlet"),
    )


def _of_article(shown: Evidence, context: PageContext) -> Markup | None:
    if not shown.others:
        return None
    names, article = context.names, context.addresses.article(shown.publication.article)
    listed = [mention(names.dataset.figures[key], names) for key in shown.others]
    further = tag("p", link(article, shown.more), class_="method") if shown.more else None
    return tag("section", parts.section(names.of(words.OF_THE_SAME)), mentions.rows(listed, context), further)
