"""The rates of an article's figures and its text → those that stand nowhere near their figure, or beside another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

from indicators.analysis import held_numbers
from indicators.analysis.held_numbers import PhraseSpan, forms
from indicators.analysis.printed_rates import PrintedRate, RateName, rates
from indicators.analysis.quotes import FoundPhrase, PrintedPage, find
from indicators.model.articles import Article, Figure
from indicators.values.quantities import Quantity

StrayKind = Literal["far", "of-another"]
"""far: it stands nowhere near its figure; of-another: the text gives it to the number of another figure."""


class Stray(NamedTuple):
    """A rate of a figure that the text of its article does not bear out."""

    figure: str
    name: RateName
    kind: StrayKind


_RATES: Final[tuple[RateName, ...]] = ("growth", "points", "share", "completion")
NEAR: Final = 300
"""Characters on either side of a quote in which its rate is looked for, within its paragraph."""
_ENDS: Final = '。！？!?；;”"」）)'
_PARAGRAPH: Final = re.compile(rf"(?:(?<=[{_ENDS}])|(?<=\.))[^\S\n]*\n")
"""A line that does not end a sentence goes on in the next one, even over an empty line, as columns of a page do."""
_SENTENCE: Final = re.compile(r"[。！？!?；;]|\.\s+(?=[A-Z])")
_RESPECTIVELY: Final = re.compile(r"分别|依次|各自|respectively", re.IGNORECASE)
_AMOUNT: Final = re.compile(
    r"[0-9][0-9,]*(?:\.[0-9]+)?[余多]?[十百千万亿]*[余多]? ?(?P<unit>[\u4e00-\u9fff]{1,2}|[A-Za-z]+)"
)
_NO_AMOUNT: Final = re.compile(r"[年月日时点届号]|个?百分|倍|成|至|到")


@dataclass(frozen=True)
class _Surroundings:
    """What stands around the quote of a figure in the text, and where the quote is within it."""

    text: str
    quote: PhraseSpan

    @cached_property
    def rates(self) -> Sequence[tuple[PrintedRate, PhraseSpan]]:
        """The rates with their places, as they are read with the white space of the page and without."""
        return [(rate, form.span(rate.start, rate.end)) for form in forms(self.text) for rate in rates(form.text)]

    def says(self, name: RateName, rate: Quantity, within: PhraseSpan | None = None) -> bool:
        """True where the rate stands in it, or in a part of it."""
        start, end = within or (0, len(self.text))
        return any(start <= place[0] < end and printed.says(name, rate) for printed, place in self.rates)

    @cached_property
    def sentence(self) -> PhraseSpan:
        """The sentence that the quote ends in."""
        ends = [match.end() for match in _SENTENCE.finditer(self.text)]
        start = max((end for end in ends if end < self.quote[1]), default=0)
        return start, min((end for end in ends if end >= self.quote[1]), default=len(self.text))


def strays(article: Article, page: PrintedPage) -> Iterator[Stray]:
    """The rates of an article that its text does not bear out, for the figures whose quotes stand in the text.

    A rate is near where its number stands in the paragraph of the quote, or where its own words do. Of a list (同比分别
    增长32%、144%) the rate counts that is in the place of the figure's number in the list before it.
    """
    findings = find(article, page)
    quotes = {finding.figure: finding for finding in findings if finding.key == "quote" and finding.status == "found"}
    around = {key: _around(finding, page.text) for key, finding in quotes.items()}
    located = [figure for figure in article.figures if figure.id in quotes]
    for figure in located:
        for name in _RATES:
            rate = getattr(figure, name)
            if rate is None or held_numbers.number_in(name, rate, figure.quote):
                continue
            if not (around[figure.id].says(name, rate) or _own_words_are_near(figure, name, findings, quotes)):
                yield Stray(figure.id, name, "far")
            elif _is_of_another_in_a_list(figure, name, rate, around[figure.id]) or _is_swapped(
                figure, name, located, quotes, around
            ):
                yield Stray(figure.id, name, "of-another")


def _around(finding: FoundPhrase, text: str) -> _Surroundings:
    """The paragraph of a quote, so far as it is near."""
    first, last = max(finding.start - NEAR, 0), finding.end + NEAR
    before = [match.end() for match in _PARAGRAPH.finditer(text, first, finding.start)]
    after = _PARAGRAPH.search(text, finding.end, last)
    start, end = max(before, default=first), after.start() if after else last
    return _Surroundings(text[start:end], (finding.start - start, finding.end - start))


def _own_words_are_near(
    figure: Figure, name: RateName, findings: Sequence[FoundPhrase], quotes: dict[str, FoundPhrase]
) -> bool:
    """True where the words that the curator gave for a rate stand near the quote, or before it, as a headline does."""
    own = held_numbers.phrase_key(name)
    for finding in findings:
        if (finding.figure, finding.key, finding.status) == (figure.id, own, "found"):
            if held_numbers.number_in(name, getattr(figure, name), finding.phrase) is None:
                return False
            return finding.in_headline or abs(finding.start - quotes[figure.id].end) <= NEAR
    return False


# --- rates of other numbers ------------------------------------------------------------------------------------------


def _is_of_another_in_a_list(figure: Figure, name: RateName, rate: Quantity, around: _Surroundings) -> bool:
    """True where a list of rates answers to a list of numbers, and gives the figure's number another rate."""
    if figure.text is None:
        return False
    place = held_numbers.number_in("text", figure.text, around.text[slice(*around.quote)])
    if place is None:
        return False
    own = around.quote[0] + place[0]
    start, end = around.sentence
    for several in _lists(around, start, end):
        amounts = _amounts(around.text, start, several[0][1][0])[-len(several) :]
        if len(amounts) == len(several) and own in amounts:
            return not several[amounts.index(own)][0].says(name, rate)
    return False


def _lists(around: _Surroundings, start: int, end: int) -> Iterator[list[tuple[PrintedRate, PhraseSpan]]]:
    """The lists of rates in a sentence that says that they answer to several numbers, or joins them as bare numbers."""
    answers_to_several = _RESPECTIVELY.search(around.text, start, end) is not None
    run: list[tuple[PrintedRate, PhraseSpan]] = []
    for printed, place in around.rates:
        if not start <= place[0] < end:
            continue
        if not printed.listed:
            if len(run) > 1:
                yield run
            run = []
        if not run or answers_to_several or printed.bare:
            run.append((printed, place))
    if len(run) > 1:
        yield run


def _amounts(text: str, start: int, end: int) -> list[int]:
    """Where the amounts between two places begin; years, days and rates are none."""
    return [match.start() for match in _AMOUNT.finditer(text, start, end) if not _NO_AMOUNT.match(match["unit"])]


def _is_swapped(
    figure: Figure,
    name: RateName,
    located: Sequence[Figure],
    quotes: dict[str, FoundPhrase],
    around: dict[str, _Surroundings],
) -> bool:
    """True where the rate stands beside the number of another figure, whose own rate stands beside this one's."""
    own = _beside(figure, located, quotes, around)
    rate = getattr(figure, name)
    if around[figure.id].says(name, rate, own):
        return False
    for other in located:
        theirs = getattr(other, name)
        if other is figure or theirs is None or theirs.value == rate.value:
            continue
        beside = _beside(other, located, quotes, around)
        if around[figure.id].says(name, theirs, own) and around[other.id].says(name, rate, beside):
            return not around[other.id].says(name, theirs, beside)
    return False


def _beside(
    figure: Figure, located: Sequence[Figure], quotes: dict[str, FoundPhrase], around: dict[str, _Surroundings]
) -> PhraseSpan:
    """From the quote of a figure to that of the next one, within what stands around it."""
    quote = quotes[figure.id]
    offset = quote.start - around[figure.id].quote[0]
    following = min((quotes[other.id].start for other in located if quotes[other.id].start > quote.start), default=None)
    return around[figure.id].quote[0], (following - offset if following is not None else len(around[figure.id].text))
