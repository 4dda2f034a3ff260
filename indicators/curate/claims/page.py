"""The text of a draft → what the page “Is this number right?” shows of it: HTML, counts, and a list to copy."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from indicators.analysis import held_numbers
from indicators.curate import drafting, drafts
from indicators.curate.claims import sentences
from indicators.curate.claims.checking import ClaimChecker
from indicators.curate.claims.index import ReportedNumber
from indicators.curate.claims.verdicts import Claim, ClaimedText, ClaimVerdict
from indicators.export import citations
from indicators.model.numbers import ID_OF_NUMBER
from indicators.pages.addresses import Addresses
from indicators.pages.sources import claim as page
from indicators.pages.sources.claim import ShownDraft, ShownNumber, ShownReport, ShownVerdict, VerdictGroup
from indicators.phrasing.articles import byline
from indicators.phrasing.figures import with_minus
from indicators.phrasing.names import Names
from indicators.values.periods import Period
from indicators.values.text import one_line
from indicators.words.curate import claim as words
from indicators.words.curate import claim_page as page_words
from indicators.words.curate import draft as draft_words

GROUPS: Final[Mapping[ClaimVerdict, VerdictGroup]] = {
    "agrees": "agrees", "adds-up": "agrees", "bears-out": "agrees", "differs": "differs", "wrong-sum": "differs",
    "wrong-comparison": "differs", "slip": "differs",
    "superseded": "superseded", "disputed": "disputed",
    "not-reported": "unknown",
}  # fmt: skip
"""Verdicts → what they look like; a right number of something else is “otherwise”."""
_TOLD_TOGETHER: Final = frozenset(
    {"agrees", "other-period", "other-place", "other-group", "target-as-result", "forecast-as-result", "result-as-plan"}
)
"""Verdicts that several numbers of one report can have in one sentence."""
_MOST: Final = 3
"""Reports of one verdict that are listed."""


class ClaimAnswer(NamedTuple):
    """What the page shows of a draft.

    ``html`` has only texts that are escaped, and links of ``addresses``. ``counts`` are numbers by groups of verdicts,
    ``summary`` is a sentence of them; ``text`` is the list to copy, with citations.
    """

    html: str
    counts: Mapping[VerdictGroup, int]
    summary: str
    text: str


def answer(  # noqa: PLR0913, PLR0917  # what a request says
    checker: ClaimChecker, text: str, published: Period | None, names: Names, addresses: Addresses, unread: int = 0
) -> ClaimAnswer:
    """The verdicts on a draft; ``unread`` counts the characters behind ``text`` that were not sent at all."""
    read = text[: drafting.LONGEST]
    claimed = checker.check(read, published)
    draft = ShownDraft(
        read,
        tuple(_verdicts(claimed, names, addresses)),
        tuple(_left_out(claimed, names)),
        max(unread, 0) + len(text) - len(read),
        drafts.unread(claimed.not_figures),
        claimed.undated,
    )
    nothing = names.of(words.NO_CLAIM if claimed.not_figures else draft_words.NO_NUMBER)
    html = page.answer(draft, names, nothing=nothing)
    return ClaimAnswer(str(html), page.counts(draft), page.summary(draft, names), list_to_copy(claimed, names))


def list_to_copy(claimed: ClaimedText, names: Names) -> str:
    """The report of ``indicators claim``, and the articles that it cites in full below."""
    articles = dict.fromkeys(
        names.dataset.article_of[report.figure.id].id for claim in claimed.claims for report in claim.reports
    )
    cited = [citations.cite_article(article, names)["plain"] for article in articles]
    listed = [
        names.of(page_words.CITATION).format(number=number, citation=citation)
        for number, citation in enumerate(cited, 1)
    ]
    below = ["", names.of(page_words.CITATIONS), *listed] if listed else []
    return "\n".join([names.of(page_words.TITLE), sentences.to_text(claimed, names), *below])


def _left_out(claimed: ClaimedText, names: Names) -> Iterator[tuple[str, str]]:
    for other in claimed.left_out:
        yield one_line(other.text), names.of(draft_words.REASONS[other.why])


def _verdicts(claimed: ClaimedText, names: Names, addresses: Addresses) -> Iterator[ShownVerdict]:
    """The verdicts in the order of the text; numbers of one report that have the same one stand together."""
    for _, several in groupby(claimed.claims, _same_verdict):
        yield _shown(list(several), names, addresses)


def _same_verdict(claim: Claim) -> tuple[object, ...]:
    if claim.verdict not in _TOLD_TOGETHER:
        return claim.verdict, claim.start, claim.number
    reports = tuple(report.figure.id for report in claim.reports)
    return claim.verdict, claim.subject.sentence, reports


def _shown(claims: Sequence[Claim], names: Names, addresses: Addresses) -> ShownVerdict:
    first = claims[0]
    reports = [_report(report, names, addresses) for claim in claims for report in claim.reports]
    several = list(dict.fromkeys(reports))
    return ShownVerdict(
        GROUPS.get(first.verdict, "otherwise"),
        sentences.verdict_label(first, names),
        sentences.details(claims, names),
        tuple(ShownNumber(with_minus(one_line(claim.text)), claim.start, claim.end) for claim in claims),
        tuple(with_minus(one_line(report.quantity.printed)) for claim in claims for report in claim.reports),
        tuple(several[:_MOST]),
        max(len(several) - _MOST, 0),
    )


def _report(report: ReportedNumber, names: Names, addresses: Addresses) -> ShownReport:
    figure = report.figure
    held = held_numbers.held(figure, report.number)
    words_held, span = (held.phrase, held.span) if held else ("", None)
    main = held_numbers.main_number(figure)
    number = "" if report.number == main else ID_OF_NUMBER[report.number]
    article = names.dataset.article_of[figure.id]
    return ShownReport(words_held, span, byline(article, names), addresses.figure(figure.id, number))
