"""The proposals for a text → its numbers as the page Curate shows them, one card each."""

import re
from collections.abc import Callable
from typing import Any, Final

from indicators.curate.desk.cards import amounts, readings, reported
from indicators.curate.desk.cards.proposed import Proposals
from indicators.curate.desk.figures import figure_checks
from indicators.curate.desk.figures.fields import RATES
from indicators.curate.desk.figures.links_between import Keyed
from indicators.curate.drafts import DraftArticle, DraftFigure, DraftNoFigure
from indicators.phrasing.names import Names
from indicators.words import terms
from indicators.words.curate import draft as draft_words

ItemJson = dict[str, Any]
REST: Final = "rest"


class Items:
    """The cards of a text."""

    def __init__(self, proposals: Proposals) -> None:
        self.proposals, self.read, self.lang = proposals, proposals.read, proposals.lang
        self.dataset = self.read.desk.dataset
        self._folded = figure_checks.squeezed_text(self.read.text)
        self._decided = {decided.key: decided for decided in proposals.decided}
        self._repeats = [_repeated(article) for article in proposals.articles]

    def all(self) -> list[ItemJson]:
        """The numbers to be decided, in the order of the text; the rest of each article comes after its figures."""
        several: list[list[ItemJson]] = [[] for _ in self.proposals.articles]
        for index, keyed in enumerate(self.proposals.figures):
            several[keyed.article].append(self.item(index))
        for index, article in enumerate(self.proposals.articles):
            if article.not_figures:
                several[index].append(self._rest(index, article))
        return [item for items in several for item in items]

    def item(self, index: int) -> ItemJson:
        """One number with all that is proposed for it."""
        keyed = self.proposals.figures[index]
        figure = keyed.figure
        two = self._readings(index)
        checks = self._checks(keyed)
        doubtful = two is not None or any(check["kind"] == "bad" for check in checks)
        start, end = self.read.offsets.span(figure.start, figure.end)
        return {
            "id": keyed.key,
            "article": keyed.article,
            "kind": "figure",
            "text": amounts.as_shown(figure),
            "start": start,
            "end": end,
            "value": amounts.in_full(figure, self.dataset, self.lang),
            "quote": _quote(figure),
            "sure": "doubtful" if doubtful else figure.sure,
            "why": self._why(figure),
            "spans": self._spans(keyed),
            "fields": self.proposals.fields[keyed.key],
            "readings": two,
            "checks": checks,
            "known": [] if figure.open_metric else reported.known(self.read.desk, figure, self.lang),
        }

    def _why(self, figure: DraftFigure) -> list[str]:
        """Why a figure needs a look, and what the curator's own model reads in it otherwise."""
        second = [self._name(field, value) for field, value in figure.second if value]
        several = [reason for reason in figure.reasons if reason != "model-differs" or not second]
        if {"metric", "metric-standard"} & {*several}:  # where none fits, it does not matter which is the nearest
            several = [reason for reason in several if reason not in {"metric-near", "words"}]
        reads = [draft_words.SECOND.of(self.lang).format(second=name) for name in second]
        return [*(draft_words.WHY[reason].of(self.lang) for reason in several), *reads]

    def _name(self, field: str, value: str) -> str:
        """What the value of a field is called."""
        if field in RATES:
            return f"{draft_words.ROLES[field].of(self.lang)} {value}"
        names = Names(self.dataset, self.lang)
        natures: dict[str, str] = {key: name.of(self.lang) for key, name in terms.NATURES.items()}
        called: dict[str, Callable[[str], str]] = {
            "metric": names.metric,
            "region": names.region,
            "sector": names.sector,
            "group": names.group,
            "period": names.period,
            "nature": natures.__getitem__,
        }
        return called[field](value)

    def _checks(self, keyed: Keyed) -> list[figure_checks.CheckJson]:
        proposals = self.proposals
        decided = self._decided.get(keyed.key)
        return [
            *figure_checks.in_favour(keyed.figure, self._folded, self.dataset, self.lang),
            *(figure_checks.of_parts(decided, proposals.decided, self.read) if decided and decided.part_of else []),
            *figure_checks.against(proposals.problems.get(keyed.key, ()), proposals.sentences),
            *figure_checks.of_source(self.read.sources[keyed.article].source, self.lang),
        ]

    def _readings(self, index: int) -> list[readings.ReadingJson] | None:
        keyed = self.proposals.figures[index]
        if keyed.key in self.proposals.alternatives:
            other, against = self.proposals.alternatives[keyed.key]
            return readings.of_metric(keyed.figure, other, against, self.dataset, self.lang)
        return readings.of_completion(self.proposals.figures, index, self.lang)

    def _spans(self, keyed: Keyed) -> list[list[int]]:
        """All parts of a figure: itself, its rates, period and place, and its repeat in the headline."""
        figure, reasons = keyed.figure, self.proposals.reasons(keyed)
        several = [(figure.start, figure.end), *((part.start, part.end) for _, part in figure.parts())]
        several += [span for span in (reasons.period_span(), reasons.place_span(figure.region)) if span]
        several += [(other.start, other.end) for other in self._repeats[keyed.article].get(figure.text, ())]
        return [list(self.read.offsets.span(*span)) for span in dict.fromkeys(several)]

    def _rest(self, index: int, article: DraftArticle) -> ItemJson:
        rows = [
            {
                "text": other.text,
                **place_json(self.read, other.start, other.end),
                "why": draft_words.REASONS[other.why].of(self.lang),
                "dates": other.why == "date",
            }
            for other in article.not_figures
        ]
        return {"id": f"{index}.{REST}", "article": index, "kind": REST, "rows": rows}


def place_json(read: Any, start: int, end: int) -> dict[str, int]:
    """A part of a text in UTF-16 units."""
    first, last = read.offsets.span(start, end)
    return {"start": first, "end": last}


def _quote(figure: DraftFigure) -> list[str]:
    """The quote in three parts, the number in the middle."""
    number = figure.printed if figure.printed in figure.quote else figure.printed.lstrip("-").removeprefix("超额")
    several = [*re.finditer(rf"(?<![0-9.,]){re.escape(number)}(?![0-9]|[.,][0-9])", figure.quote)] if number else []
    start, end = several[-1].span() if several else (len(figure.quote),) * 2
    return [figure.quote[:start], figure.quote[start:end], figure.quote[end:]]


def _repeated(article: DraftArticle) -> dict[str, list[DraftNoFigure]]:
    """The numbers of a headline that the body repeats, by their words."""
    several: dict[str, list[DraftNoFigure]] = {}
    for other in article.not_figures:
        if other.why == "repeated":
            several.setdefault(other.text, []).append(other)
    return several
