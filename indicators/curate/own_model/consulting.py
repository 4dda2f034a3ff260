"""The text of an article, what the rules read in it, and the curator's own model → one draft, and an account of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from indicators.curate.drafts import DraftArticle
from indicators.curate.own_model import grounding, merging, question
from indicators.curate.own_model.endpoint import Endpoint, NoAnswerError, NoAnswerReason
from indicators.curate.own_model.grounding import DropReason, GroundedProposal
from indicators.curate.own_model.merging import MergeOutcome, RulesDraft
from indicators.curate.own_model.question import Paragraph, Question
from indicators.values.text import Lang
from indicators.words.curate import own_model as words

_FOR_ALL: Final[frozenset[NoAnswerReason]] = frozenset({"unreachable", "not-private", "redirect", "status"})
"""Why there is no answer for one paragraph, and will be none for the next."""
_ENOUGH: Final = 2
"""After so many paragraphs without an answer, one behind the other, no more is asked."""


@dataclass(slots=True)
class ModelAccount:
    """What came of asking: paragraphs, those that were answered, proposals, and those that were dropped."""

    paragraphs: int = 0
    answered: int = 0
    proposed: int = 0
    dropped: Counter[DropReason] = field(default_factory=Counter)
    outcomes: Counter[MergeOutcome] = field(default_factory=Counter)
    reason: NoAnswerReason | None = None
    status: int = 0

    @property
    def unusable(self) -> int:
        """Proposals that were dropped, although their words stand in the text."""
        return self.dropped["unusable"] + self.outcomes["no-figure"]

    def sentences(self, lang: Lang) -> list[str]:
        """What came of asking, in one language."""
        if not self.paragraphs:
            return [words.NOTHING_TO_ASK.of(lang)]
        why = words.no_answer(self.reason, self.status, lang) if self.reason else ""
        if not self.answered:
            return [words.NO_ANSWER.of(lang) + why]
        several = [words.account(self.proposed, self.dropped["not-in-text"], self.unusable, lang)]
        if self.reason:
            some = words.SOME_ANSWERS.of(lang).format(asked=self.paragraphs, answered=self.answered)
            several.append(some + why)
        return several


@dataclass(frozen=True, slots=True)
class ConsultedDraft:
    """The articles of a text after the model was heard, and what came of it."""

    articles: tuple[DraftArticle, ...]
    account: ModelAccount


def consulted(
    draft: RulesDraft,
    paragraphs: Sequence[Paragraph],
    ask: Callable[[Question], str],
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ConsultedDraft:
    """A draft with what the model says of some paragraphs of its text; without answers it is that of the rules."""
    account = ModelAccount(len(paragraphs))
    proposals: list[GroundedProposal] = []
    silent = 0
    for index, (paragraph, article) in enumerate(_with_articles(paragraphs, draft.articles)):
        on_progress(index, len(paragraphs))
        asked = question.about(draft.reader, draft.text, article, paragraph, draft.published)
        try:
            answer = grounding.grounded(draft.reader, draft.text, asked, ask(asked))
        except NoAnswerError as failure:
            account.reason, account.status = failure.reason, failure.status
            silent += 1
            if silent == _ENOUGH or failure.reason in _FOR_ALL:
                break
            continue
        silent = 0
        account.answered += 1
        account.proposed += len(answer.proposals) + answer.dropped.total()
        account.dropped += answer.dropped
        proposals += answer.proposals
    on_progress(len(paragraphs), len(paragraphs))
    merged = merging.merged(draft, proposals)
    account.outcomes = merged.outcomes
    return ConsultedDraft(merged.articles, account)


def _with_articles(
    paragraphs: Iterable[Paragraph], articles: Sequence[DraftArticle]
) -> Iterable[tuple[Paragraph, DraftArticle]]:
    """Each paragraph with the article that it is in."""
    for paragraph in paragraphs:
        article = next((entry for entry in articles if entry.start <= paragraph.start < entry.end), None)
        if article is not None:
            yield paragraph, article


def asker(endpoint: Endpoint) -> Callable[[Question], str]:
    """What asks the model at an address, and returns the words of its answer. Raises NoAnswerError."""
    return lambda asked: endpoint.ask(asked.messages, asked.schema)
