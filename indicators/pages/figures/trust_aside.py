"""The right side of the page of a figure: the chain of trust, citation, link, the report of an error, all recorded."""

from markupsafe import Markup

from indicators.analysis.trust import StepOutcome
from indicators.export.citation_styles import Citations
from indicators.export.markup import Child, link, markup, outside, tag
from indicators.model.articles import Figure
from indicators.pages import citing
from indicators.pages.context import PageContext
from indicators.phrasing.evidence import Evidence
from indicators.phrasing.figures import mention
from indicators.phrasing.main_number import Fact
from indicators.phrasing.names import Names
from indicators.phrasing.trust import TrustLine
from indicators.values import contacts
from indicators.words.pages import figure as words
from indicators.words.phrasing import trust as trust_words


def of(  # noqa: PLR0913, PLR0917  # what stands there
    shown: Evidence, figure: Figure, context: PageContext, address: str, citations: Citations, embed: str
) -> Markup:
    return tag(
        "aside",
        _trust(shown, context),
        citing.cite(citations, context),
        _links(address, embed, context),
        _report(shown, figure, context, address),
        _recorded(shown.facts, context),
    )


def _trust(shown: Evidence, context: PageContext) -> Markup:
    lines = [_line(line, context) for line in shown.trust]
    return tag("section", tag("h2", context.names.of(trust_words.TITLE)), tag("ul", lines, class_="trust"))


def _line(line: TrustLine, context: PageContext) -> Markup:
    way = markup(" ", outside(line.way.url, line.way.label)) if line.way else None
    text = tag("div", tag("b", line.title), tag("p", line.sentence, way))
    return tag("li", sign(line.outcome, context.names), text, data_step=line.name)


def sign(outcome: StepOutcome, names: Names) -> Markup:
    """A tick, a dash or a cross, drawn by the stylesheet: the dashboard removes pictures from pages."""
    return tag("i", class_=f"sign {outcome}", role="img", aria_label=names.of(trust_words.OUTCOMES[outcome]))


def _links(address: str, embed: str, context: PageContext) -> Markup | None:
    codes = [citing.copied(tag("code", text, class_="copied"), context) for text in (address, embed) if text]
    return tag("section", tag("h2", context.names.of(words.LINK)), codes, class_="links") if codes else None


def _report(shown: Evidence, figure: Figure, context: PageContext, address: str) -> Markup | None:
    """The link to a message about an error, which carries the figure and its printed words; None without a contact."""
    names = context.names
    contact = names.dataset.about.contact
    if contact is None:
        return None
    facts = {"figure": figure.id, "name": mention(figure, names).name, "words": figure.quote, "link": address}
    subject, body = (names.of(text).format_map(facts) for text in (words.REPORT_SUBJECT, words.REPORT_BODY))
    message = outside(contacts.address(contact, subject, body), names.of(words.REPORT))
    return tag("section", tag("h2", names.of(words.WRONG)), tag("p", message))


def _recorded(facts: tuple[Fact, ...], context: PageContext) -> Markup:
    rows = [tag("div", tag("dt", fact.label), tag("dd", _value(fact, context))) for fact in facts]
    return tag("section", tag("h2", context.names.of(words.ALL_RECORDED)), tag("dl", rows, class_="recorded"))


def _value(fact: Fact, context: PageContext) -> Child:
    return link(context.addresses.figure(fact.figure), fact.value) if fact.figure else fact.value
