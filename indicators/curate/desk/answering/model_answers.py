"""A part of a text → what the curator's own model is asked; its answers → the text as the page Curate shows it."""

from typing import Annotated, Any, Final, get_args

from pydantic import Field

from indicators.curate.desk.cards import review
from indicators.curate.desk.desk import Desk
from indicators.curate.desk.figures.read_text import ReadText
from indicators.curate.desk.requests.asked import SpanAsked
from indicators.curate.desk.requests.wire import LONGEST_ANSWER
from indicators.curate.own_model import consulting, question
from indicators.curate.own_model.endpoint import NoAnswerError, NoAnswerReason
from indicators.curate.own_model.merging import RulesDraft
from indicators.curate.own_model.question import Paragraph, Question
from indicators.values.periods import Period

MOST_PARAGRAPHS: Final = 8
"""So many pieces of a part of a text are sent, of at most 2,000 characters each."""
_REASONS: Final = frozenset(get_args(NoAnswerReason))


class AnswersAsked(SpanAsked):
    """A part of a text, and what a model answered to the questions about it; ``reason`` is why there are no more."""

    answers: Annotated[list[Annotated[str, Field(max_length=LONGEST_ANSWER)] | None], Field(max_length=MOST_PARAGRAPHS)]
    reason: Annotated[str, Field(max_length=20)] = ""
    status: Annotated[int, Field(ge=0, le=999)] = 0


def questions(desk: Desk, asked: SpanAsked) -> dict[str, Any]:
    """The questions about a part of a text, in the order of its paragraphs, as they are to be sent."""
    read, _ = review.read_text(desk, asked)
    several = [
        question.about(desk.reader, read.text, read.articles[index], paragraph, published)
        for paragraph, index, published in _paragraphs(read, asked)
    ]
    return {"questions": [{"messages": one.messages, "schema": one.schema} for one in several]}


def heard(desk: Desk, asked: AnswersAsked, *, own: bool) -> dict[str, Any]:
    """The text with what the model says of a part of it, and what came of asking."""
    read, unread = review.read_text(desk, asked)
    placed = _paragraphs(read, asked)
    waiting = [*asked.answers]

    def ask(_question: Question) -> str:
        answer = waiting.pop(0) if waiting else None
        if answer is None:
            raise NoAnswerError(asked.reason if asked.reason in _REASONS else "unreachable", asked.status)  # type: ignore[arg-type]
        return answer

    published = placed[0][2] if placed else None
    paragraphs = [paragraph for paragraph, _, _ in placed]
    draft = consulting.consulted(RulesDraft(desk.reader, read.text, published, read.articles), paragraphs, ask)
    account = draft.account
    return {
        "review": review.laid_out(read.with_articles(draft.articles), unread, own=own),
        "sentence": ("" if asked.lang == "zh" else " ").join(account.sentences(asked.lang)),
        "answered": account.answered > 0,
        "proposed": account.proposed,
        "dropped": account.dropped.total(),
    }


def _paragraphs(read: ReadText, asked: SpanAsked) -> list[tuple[Paragraph, int, Period | None]]:
    """The paragraphs of a part of a text that have numbers, each with its article and the day of that."""
    within = read.offsets.place(asked.start), read.offsets.place(asked.end)
    placed: list[tuple[Paragraph, int, Period | None]] = []
    for index, article in enumerate(read.articles):
        several = question.paragraphs(read.text, [article], within)
        placed += [(paragraph, index, read.sources[index].source.published) for paragraph in several]
    return placed[:MOST_PARAGRAPHS]
