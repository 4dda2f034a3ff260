"""What a model answers → the proposals that the paragraph bears out: it points at numbers, and says none itself."""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from indicators.analysis.quotes import PrintedPage, folded_as_page
from indicators.curate.drafting import Reader
from indicators.curate.own_model.endpoint import NoAnswerError
from indicators.curate.own_model.question import RATES, Question
from indicators.curate.recognition.text import scanning
from indicators.curate.recognition.text.folding import fold
from indicators.curate.recognition.text.scanned_number import ScannedNumber
from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.unit_table import Unit

_PlacedNumber = tuple[int, int, ScannedNumber]
DropReason = Literal["not-in-text", "unusable"]
"""Why a proposal is dropped: its words do not stand in the paragraph, or it is not in the form that was asked for."""
_MOST: Final = 60
"""Proposals that are read of one answer."""
_FENCED: Final = re.compile(r"```[a-z]*\s*\n(.*?)```", re.DOTALL)
_NO_DIGITS: Final = re.compile(r"[^0-9.,零一二两三四五六七八九十百千万亿半]")
_SIGN: Final = re.compile("^[-+−]+")

_ShortWords = Annotated[str, Field(max_length=80)]
_Id = Annotated[str, Field(max_length=100)] | None


class ModelProposal(BaseModel):
    """One figure as a model proposes it; nothing of these texts is ever shown or written."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    text: _ShortWords | None = None
    quote: Annotated[str, Field(min_length=1, max_length=600)]
    metric: _Id = None
    region: _Id = None
    sector: _Id = None
    group: _Id = None
    period: _Id = None
    nature: _Id = None
    growth: _ShortWords | None = None
    change: _ShortWords | None = None
    points: _ShortWords | None = None
    share: _ShortWords | None = None
    completion: _ShortWords | None = None


@dataclass(frozen=True, slots=True)
class GroundedProposal:
    """A proposal that stands in the text: where its number is, ids that were offered, and where its rates are.

    ``start`` and ``end`` are those of its first number in the original text, ``role`` is what that is: an amount, or
    one of the rates. ``rates`` has the places of all rates.
    """

    start: int
    end: int
    role: str
    ids: Mapping[str, str]
    rates: Mapping[str, tuple[int, int]]


@dataclass(slots=True)
class GroundedAnswer:
    """The proposals of an answer that the paragraph bears out, and how many of the others were dropped for what."""

    proposals: list[GroundedProposal] = field(default_factory=list)
    dropped: Counter[DropReason] = field(default_factory=Counter)


def grounded(reader: Reader, text: str, question: Question, answer: str) -> GroundedAnswer:
    """What an answer proposes for the paragraph of a question. Raises NoAnswerError for what has not its form."""
    paragraph = _GroundedParagraph(reader, text, question)
    result = GroundedAnswer()
    items = _items(answer)
    result.dropped["unusable"] += max(len(items) - _MOST, 0)
    for item in items[:_MOST]:
        try:
            proposal = ModelProposal.model_validate(item)
            result.proposals.append(paragraph.grounded(proposal))
        except (ValidationError, RecursionError):
            result.dropped["unusable"] += 1
        except _DroppedError as drop:
            result.dropped[drop.reason] += 1
    return result


class _DroppedError(Exception):
    """A proposal does not count."""

    def __init__(self, reason: DropReason) -> None:
        super().__init__(reason)
        self.reason = reason


def _items(answer: str) -> list[Any]:
    """The entries of the list that an answer holds: as JSON, in a fence, or after what a model thought aloud."""
    thoughtless = answer.rpartition("</think>")[2].strip()
    fences = _FENCED.findall(thoughtless)
    first, last = thoughtless.find("{"), thoughtless.rfind("}")
    for words in [thoughtless, *fences[-1:], thoughtless[first : last + 1]]:
        try:
            document = json.loads(words)
        except (ValueError, RecursionError):
            continue
        items = document.get("figures") if isinstance(document, dict) else document
        if isinstance(items, list):
            return items
    raise NoAnswerError("no-json")


class _GroundedParagraph:
    """A paragraph in which the words of proposals are looked up, as ``verify`` looks up quotes."""

    def __init__(self, reader: Reader, text: str, question: Question) -> None:
        self._reader, self._text, self._question = reader, text, question
        self._start = question.paragraph.start
        printed = text[self._start : question.paragraph.end]
        self._page = PrintedPage(printed)
        folded = fold(printed)
        scanned = scanning.scan(folded.text, reader.dataset.unit_table)
        self._numbers = [(*folded.span(number.start, number.end), number) for number in scanned]
        self._starts = [start for start, _, _ in self._numbers]
        self._known: dict[str, list[tuple[int, int]]] = {}
        self._taken: set[tuple[int, int]] = set()

    def grounded(self, proposal: ModelProposal) -> GroundedProposal:
        """A proposal by its places in the text. Raises _DroppedError."""
        ids = {name: value for name in self._question.ids if (value := getattr(proposal, name))}
        if any(value not in self._question.ids[name] for name, value in ids.items()):
            raise _DroppedError("unusable")
        words = {name: value for name in ("text", *RATES) if (value := _number(getattr(proposal, name) or ""))}
        quotes = self._places(folded_as_page(proposal.quote))
        if not words or not quotes:
            raise _DroppedError("not-in-text")
        role, first = next(iter(words.items()))
        main = self._main(first, quotes, role)
        rates = {name: self._near(main, value, name) for name, value in words.items() if name != "text"}
        metric = ids.get("metric", "")
        if metric and role == "text" and not self._reader.vocabulary.fits(metric, _unit(main[2])):
            raise _DroppedError("unusable")
        self._taken.add(main[:2])
        return GroundedProposal(
            *self._absolute(main),
            "amount" if role == "text" else role,
            ids,
            {name: self._absolute(number) for name, number in rates.items()},
        )

    def _places(self, phrase: str) -> list[tuple[int, int]]:
        """Where a folded phrase stands in the paragraph, by places of that."""
        if phrase and phrase not in self._known:
            places = self._page.places(phrase)
            self._known[phrase] = [self._page.offsets(place, place + len(phrase)) for place in places]
        return self._known.get(phrase, [])

    def _main(self, words: str, quotes: Sequence[tuple[int, int]], role: str) -> _PlacedNumber:
        """The number that a quote holds: of several that are the same the first that no proposal has yet."""
        starts = [start for start, _ in quotes]
        held: list[_PlacedNumber] = []
        for start, end in self._places(words):
            last = bisect_right(starts, start) - 1  # of those that begin before it, the last goes farthest
            if last >= 0 and end <= quotes[last][1]:
                held.extend(self._scanned((start, end), words, role))
        if not held:
            raise _DroppedError("not-in-text")
        return next((number for number in held if number[:2] not in self._taken), held[0])

    def _near(self, main: _PlacedNumber, words: str, role: str) -> _PlacedNumber:
        """The rate that these words are: the first behind a number, or else the last before it."""
        several = [number for place in self._places(words) for number in self._scanned(place, words, role)]
        if not several:
            raise _DroppedError("not-in-text")
        return next((number for number in several if number[0] >= main[0]), several[-1])

    def _scanned(self, place: tuple[int, int], words: str, role: str) -> Iterator[_PlacedNumber]:
        """The number at a place of the paragraph, if it is the whole of the one that these words say."""
        for start, end, number in self._numbers[max(bisect_right(self._starts, place[0]) - 1, 0) :]:
            if start >= place[1]:
                return
            if place[0] < end:
                printed = folded_as_page(self._page.text[start:end])
                same = self._is_same(place, printed, number) if role == "text" else _digits(words) == _digits(printed)
                if same and (role in {"text", "change"} or number.rate is not None):
                    yield start, end, number

    def _is_same(self, place: tuple[int, int], printed: str, number: ScannedNumber) -> bool:
        """True where the words at a place say the amount that our own reader reads there, its unit and all."""
        words = fold(self._page.text[place[0] : place[1]]).text.strip()
        if number.quantity is None:
            return number.form in {"rate", "unknown-unit"} and printed.endswith(folded_as_page(words))
        try:
            said = quantity_parser.parse(words, self._reader.dataset.unit_table)
        except Fault:
            return False
        return (said.value, said.unit) == (number.quantity.value, number.quantity.unit)

    def _absolute(self, number: _PlacedNumber) -> tuple[int, int]:
        return number[0] + self._start, number[1] + self._start


def _number(words: str) -> str:
    """The words of a number as they are compared, without a sign: the words around it say which way it goes."""
    return _SIGN.sub("", folded_as_page(words))


def _digits(words: str) -> str:
    return _NO_DIGITS.sub("", words)


def _unit(number: ScannedNumber) -> Unit | None:
    return number.quantity.unit if number.quantity else None
