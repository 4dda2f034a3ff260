"""Decisions → the entry that holds exactly the accepted figures, what the checks say, and the change of the file."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from indicators.curate.desk.cards import added, reported
from indicators.curate.desk.cards.review import read_text
from indicators.curate.desk.deciding import decisions as deciding
from indicators.curate.desk.deciding.decisions import Decision, Decisions
from indicators.curate.desk.desk import Desk
from indicators.curate.desk.entries import entry
from indicators.curate.desk.entries.entry import DecidedArticle, DecidedFigure, DeskEntry
from indicators.curate.desk.figures import figure_checks
from indicators.curate.desk.figures.figure_checks import CheckJson, check
from indicators.curate.desk.figures.finding_sentences import FindingSentences
from indicators.curate.desk.figures.read_text import KnownSource
from indicators.curate.desk.requests.asked import CheckAsked
from indicators.curate.exactness import holds_exactly
from indicators.curate.insertion import difference
from indicators.model.subjects import TREES
from indicators.values.problems import Problem
from indicators.words.curate import entries as entry_words
from indicators.words.curate import outlet as outlet_words
from indicators.words.curate import review as words

CheckedJson = dict[str, Any]


@dataclass(frozen=True)
class CheckedOutcome:
    """The entry of the accepted figures, the file with it, and what stands against that."""

    entry: DeskEntry
    file: str
    problems: Sequence[dict[str, Any]]
    is_sound: bool

    @property
    def passes(self) -> bool:
        """True where it may be written."""
        errors = any(problem["severity"] == "error" for problem in self.problems)
        return bool(self.entry.articles) and self.is_sound and not errors


class Checked:
    """All that has been decided of a text, checked."""

    def __init__(self, desk: Desk, asked: CheckAsked, *, own: bool, to_write: bool = False) -> None:
        self.desk, self.asked, self.lang, self.own = desk, asked, asked.lang, own
        self.read, _ = read_text(desk, asked)
        self.figures = added.with_added(self.read, [decision.key for decision in asked.decisions])
        self.decisions: Decisions = deciding.decisions(self.read, self.figures, asked)
        self._is_final = to_write or not any(decision.open for decision in self.decisions.of.values())
        self._folded = figure_checks.squeezed_text(self.read.text)
        self.texts = {key: placed.figure.printed for key, placed in self.figures.items()}

    def json(self) -> CheckedJson:
        """What the page shows."""
        outcome = self.outcome
        name = self.desk.file_name(own=self.own)
        before, made = self.desk.target.decoded.text, outcome.entry
        file = outcome.file if made.shown == made.articles else made.shown_in(before)
        patch = difference(before, file, name) if made.document else ""
        return {
            "version": self.desk.version,
            "own": self.own,
            "file": name,
            "sealed": self.desk.is_sealed,
            "items": self._items(),
            "problems": list(outcome.problems),
            "passes": outcome.passes,
            "done": not any(decision.open for decision in self.decisions.of.values()),
            "yaml": made.shown,
            "metrics": made.metrics,
            "publishers": made.publishers,
            **{f"{tree}s": made.of_tree(tree) for tree in TREES},
            "change": change(patch),
            "patch": patch,
            "accepted": len(made.ids),
            "before": len(self.desk.dataset.figures),
            "figures": len(self.desk.dataset.figures) + len(made.ids),
            "not_written_because": self._why_not(outcome),
        }

    def _why_not(self, outcome: CheckedOutcome) -> str | None:
        if not self.own:
            return words.ERRORS["not-own"].of(self.lang)
        errors = sum(problem["severity"] == "error" for problem in outcome.problems)
        if errors:
            return words.FAILING.of(self.lang, errors)
        if not outcome.entry.ids:
            return words.ERRORS["nothing"].of(self.lang)
        return None if outcome.is_sound else words.ERRORS["differs"].of(self.lang)

    # --- the entry ---------------------------------------------------------------------------------------------------

    @cached_property
    def heads(self) -> Sequence[DecidedArticle]:
        """The articles with their sources; what is not known has a stand-in, and is a problem of its own."""
        figures = [decision.decided.figure for decision in self.decisions.of.values()]
        return [
            DecidedArticle(
                known.asked.headline.strip() or article.headline,
                entry.with_stand_ins(known.source, self.desk, figures),
                known.source,
                self.lang,
                known.publisher.new,
            )
            for article, known in zip(self.read.articles, self.read.sources, strict=True)
        ]

    def _entry_of(
        self, several: Sequence[Decision], accepts: Mapping[str, tuple[tuple[str, str], ...]] | None = None
    ) -> DeskEntry:
        """The entry of decisions in which nothing is missing; ``accepts`` are findings by the keys of figures."""
        ready = [decision for decision in several if decision.is_ready]
        keys = {decision.key for decision in ready}
        figures = [self._closed(decision.decided, keys) for decision in ready]
        if accepts:
            figures = [replace(figure, accept=accepts.get(figure.key, ())) for figure in figures]
        metrics = list(deciding.new_metrics(ready))
        return entry.build(self.desk, self.heads, figures, metrics, deciding.new_entries(ready))

    def _built(self, several: Sequence[Decision]) -> tuple[DeskEntry, list[Problem]]:
        """The entry of decisions in which nothing is missing, with what the checks find."""
        ready = [decision for decision in several if decision.is_ready]
        made = self._entry_of(ready)
        problems = entry.findings(self.desk, made)
        accepts = self._acceptances(ready, entry.by_figure(problems, made), {*made.ids.values()})
        if accepts:
            made = self._entry_of(ready, accepts)
            problems = entry.findings(self.desk, made)
        return made, problems

    def _closed(self, figure: DecidedFigure, ready: set[str]) -> DecidedFigure:
        """A figure without a reference to one that is not entered."""
        known = self.desk.dataset.figures
        whole = figure.part_of if figure.part_of in ready or figure.part_of in known else ""
        plan = figure.plan if figure.plan in ready or figure.plan in known or figure.plan == "annual" else ""
        drafted = figure.figure if whole else replace(figure.figure, share=None)
        return replace(figure, part_of=whole, plan=plan, figure=drafted if plan else replace(drafted, completion=None))

    @staticmethod
    def _acceptances(
        ready: Sequence[Decision], problems: Mapping[str, list[Problem]], own: Collection[str]
    ) -> dict[str, tuple[tuple[str, str], ...]]:
        """The findings about each figure that its reason accepts; ``own`` are the ids of the new figures."""
        accepts: dict[str, tuple[tuple[str, str], ...]] = {}
        for decision in ready:
            codes = dict.fromkeys(
                problem.code
                for problem in problems.get(decision.key, ())
                if figure_checks.is_acceptable(problem) and problem.severity == "warning" and problem.about in own
            )
            if decision.reason and codes:
                accepts[decision.key] = tuple((code, decision.reason) for code in codes)
        return accepts

    @cached_property
    def _with_open(self) -> tuple[DeskEntry, list[Problem]]:
        """The entry of all that is accepted or looked at: what is shown beside the number that is edited."""
        return self._built([decision for decision in self.decisions.of.values() if decision.accepted or decision.open])

    @cached_property
    def outcome(self) -> CheckedOutcome:
        """The entry of what is accepted; it is checked by itself, and in the file, once nothing is open any more."""
        accepted = self.decisions.accepted
        if self._is_final and any(decision.open for decision in self.decisions.of.values()):
            made, problems = self._built(accepted)
        elif self._is_final:
            made, problems = self._with_open
        else:
            made, problems = self._entry_of(accepted), self._of_accepted()
        file = made.into(self.desk.target.decoded.text) if made.document else self.desk.target.decoded.text
        sound = not made.document or not self._is_final or self._holds_exactly(made, file)
        return CheckedOutcome(made, file, [*self._problems(made, problems)], sound)

    def _holds_exactly(self, made: DeskEntry, file: str) -> bool:
        """True where the file with the entry holds what it held, then what the entry holds, and nothing else."""
        return holds_exactly(self.desk.target.decoded.text, self.desk.known.last_source, file, made.document)

    def _of_accepted(self) -> list[Problem]:
        """What the checks find about accepted figures while another one is looked at."""
        made, problems = self._with_open
        opened = {made.ids.get(decision.key) for decision in self.decisions.of.values() if decision.open}
        return [problem for problem in problems if opened.isdisjoint({problem.about, *problem.facts.values()})]

    def _problems(self, made: DeskEntry, problems: Sequence[Problem]) -> list[dict[str, Any]]:
        """What stands against the entry: what is missing in it, and what the checks find."""
        several: list[dict[str, Any]] = []
        if self.decisions.unknown:
            several.append(_problem("error", words.UNKNOWN_ITEM.of(self.lang)))
        articles = {decision.decided.article for decision in self.decisions.accepted}
        several += self._of_sources(articles)
        several += self._entered_before(articles)
        for decision in self.decisions.accepted:
            several += [
                _problem("error", lack["sentence"], decision.key) for lack in decision.missing if lack["kind"] == "bad"
            ]
        sentences = FindingSentences(self.desk, made, self.texts, self.lang)
        for key, found in entry.by_figure(problems, made).items():
            several += [_problem(problem.severity, sentences.in_list(problem), key or None) for problem in found]
        return several

    def _entered_before(self, articles: set[int]) -> list[dict[str, Any]]:
        """An error for each article that the dataset has already: of the same publisher and day, with all figures."""
        several: list[dict[str, Any]] = []
        for index in sorted(articles):
            decided = (decision.decided for decision in self.decisions.accepted)
            figures = [own.figure for own in decided if own.article == index]
            if known := reported.entered(self.desk, figures, self.read.sources[index].source):
                several.append(_problem("error", reported.entered_sentence(known, figures, self.lang)))
        return several

    def _of_sources(self, articles: set[int]) -> list[dict[str, Any]]:
        several: list[dict[str, Any]] = []
        for index in sorted(articles):
            known = self.read.sources[index]
            if known.source.published is None:
                form = words.NOT_A_DATE if known.asked.published.strip() else words.NO_DATE
                several.append(_problem("error", form.of(self.lang).format(date=known.asked.published[:40])))
            several += self._of_publisher(known)
            if not known.source.url:
                several.append(_problem("information", words.NO_ADDRESS_AT_END.of(self.lang)))
        return [dict(entry) for entry in {tuple(problem.items()): problem for problem in several}.values()]

    def _of_publisher(self, known: KnownSource) -> list[dict[str, Any]]:
        """What is missing to know who published an article; that it is a new one, or one that was known all along."""
        publisher, asked = known.publisher, known.asked.publisher.strip()
        if publisher.new:
            return [_problem("information", outlet_words.NEW.of(self.lang).format(name=publisher.new.name))]
        if publisher.is_found:
            name = self.desk.dataset.publishers[publisher.id].name.of(self.lang)
            return [_problem("information", outlet_words.KNOWN.of(self.lang).format(name=name))]
        if publisher.id:
            return []
        form = outlet_words.LACKING[publisher.lacks] if asked else words.NO_PUBLISHER
        return [_problem("error", form.of(self.lang).format(id=asked[:40]))]

    # --- items -------------------------------------------------------------------------------------------------------

    def _items(self) -> dict[str, Any]:
        made, problems = self._with_open
        by_figure = entry.by_figure(problems, made)
        ready = [decision.decided for decision in self.decisions.of.values() if decision.key in made.ids]
        return {
            decision.key: self._item(decision, by_figure.get(decision.key, ()), ready)
            for decision in self.decisions.of.values()
            if decision.accepted or decision.open
        }

    def _item(self, decision: Decision, problems: Sequence[Problem], ready: Sequence[DecidedFigure]) -> dict[str, Any]:
        figure = decision.decided.figure
        checks: list[CheckJson] = [
            *figure_checks.in_favour(figure, self._folded, self.desk.dataset, self.lang),
            *self._of_new_metric(decision),
            *self._of_new_entries(decision),
            *self._of_parts(decision, ready),
            *decision.missing,
            *figure_checks.against(problems, FindingSentences(self.desk, self._with_open[0], self.texts, self.lang)),
            *figure_checks.of_source(self.read.sources[decision.decided.article].source, self.lang),
        ]
        item: dict[str, Any] = {"checks": checks, "known": self._known(decision)}
        if decision.typed_period is not None:
            period = decision.typed_period
            item["period"] = {"value": period.text, "name": period.label(self.lang)}
        return item

    def _of_parts(self, decision: Decision, ready: Sequence[DecidedFigure]) -> list[CheckJson]:
        if not decision.decided.part_of:
            return []
        return figure_checks.of_parts(decision.decided, ready, self.read, self._with_open[0].names_of_new)

    def _known(self, decision: Decision) -> list[dict[str, Any]]:
        if decision.metric is not None:
            sentence = words.NEW_NOT_REPORTED.of(self.lang).format(name=decision.metric.name.of(self.lang))
        elif decision.entries:
            name = decision.entries[0].name.of(self.lang)
            kind = entry_words.KINDS[decision.entries[0].tree].of(self.lang)
            sentence = entry_words.NOT_REPORTED.of(self.lang).format(name=name, kind=kind)
        else:
            return reported.known(self.desk, decision.decided.figure, self.lang)
        return [{"sentence": sentence, "link": None, "figure": None}]

    def _of_new_entries(self, decision: Decision) -> list[CheckJson]:
        """That a region, a sector or a group is added, and whether its name stands for both languages."""
        several: list[CheckJson] = []
        for new in decision.entries:
            form = entry_words.IN_ONE_LANGUAGE if new.is_in_one_language else entry_words.FINE
            sentence = form.of(self.lang).format(
                name=new.name.of(self.lang), kind=entry_words.KINDS[new.tree].of(self.lang)
            )
            code = "entry-in-one-language" if new.is_in_one_language else ""
            several.append(check("warn" if new.is_in_one_language else "ok", sentence, code))
        return several

    def _of_new_metric(self, decision: Decision) -> list[CheckJson]:
        if decision.metric is None or decision.metric.missing:
            return []
        uses = sum(other.metric == decision.metric for other in self.decisions.of.values())
        once = [check("warn", words.METRIC_USED_ONCE.of(self.lang), "metric-used-once")] if uses < 2 else []
        asked = decision.metric.asked
        if asked.zh.strip() and asked.en.strip():
            return [check("ok", words.METRIC_FINE.of(self.lang)), *once]
        return [check("warn", words.METRIC_IN_ONE_LANGUAGE.of(self.lang), "metric-in-one-language"), *once]


def _problem(severity: str, sentence: str, item: str | None = None) -> dict[str, Any]:
    return {"severity": severity, "sentence": sentence, "item": item}


def change(patch: str) -> list[dict[str, str]]:
    """The lines of a patch below its head, each with its kind."""
    return [
        {"kind": "@" if line.startswith("@@") else line[:1], "text": line if line.startswith("@@") else line[1:]}
        for line in patch.split("\n")[2:]
        if line and not line.startswith("\\")
    ]
