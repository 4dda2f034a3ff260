"""A finding of the checks → a sentence in names and plain words, for who looks at a card and not at a data file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from indicators.curate.desk.desk import Desk
from indicators.curate.desk.entries.entry import DeskEntry
from indicators.phrasing.articles import byline
from indicators.phrasing.names import Names
from indicators.phrasing.problems import facts_of
from indicators.phrasing.problems import sentence as general_sentence
from indicators.rules import ACCEPTABLE
from indicators.values import periods
from indicators.values.problems import Fault, Problem
from indicators.values.text import Lang
from indicators.words import terms
from indicators.words.curate import findings as words

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_FILES: Final = re.compile(r" ?[（(][^（）()\s]*:[0-9]+[)）]")
_FIGURES: Final = frozenset({"base", "whole", "plan", "outer", "before", "other", "first", "id", "parts"})
_PERIODS: Final = frozenset({"period", "other_period", "before_period", "whole_period", "published", "end"})


@dataclass(frozen=True)
class FindingSentences:
    """Says what the checks find about an entry; ``texts`` are the printed numbers by the keys of their places."""

    desk: Desk
    entry: DeskEntry
    texts: Mapping[str, str]
    lang: Lang

    @cached_property
    def _names(self) -> Names:
        return Names(self.desk.dataset, self.lang)

    @cached_property
    def _own(self) -> Mapping[str, str]:
        """Id of each new figure → its printed number."""
        return {name: self.texts.get(key, name) for key, name in self.entry.ids.items()}

    def on_card(self, problem: Problem) -> str:
        """A finding beside the number that it is about; what is about an entry of the dataset says so."""
        known = self.desk.dataset.figures.get(problem.about)
        if known is None:
            return self._with_advice(problem)
        name = self._reported(problem.about)
        return words.OF_REPORTED.of(self.lang).format(name=name, sentence=self.plain(problem))

    def in_list(self, problem: Problem) -> str:
        """A finding among those about other numbers."""
        if problem.about not in self._own:
            return self.on_card(problem)
        sentence = self._with_advice(problem)
        return words.OF_PRINTED.of(self.lang).format(text=self._own[problem.about], sentence=sentence)

    def _with_advice(self, problem: Problem) -> str:
        is_own_to_accept = problem.about in self._own and problem.code in ACCEPTABLE["figure"]
        if problem.severity == "error" or not is_own_to_accept:
            return self.plain(problem)
        return self.plain(problem) + " " * (self.lang == "en") + words.TAKE_WITH_REASON.of(self.lang)

    def plain(self, problem: Problem) -> str:
        """What is wrong, and nothing else."""
        form = words.SENTENCES.get(problem.code)
        if form is None:
            return self._general(problem)
        facts = facts_of(problem)
        return form.of(self.lang).format_map({key: self._named(key, fact, facts) for key, fact in facts.items()})

    def _general(self, problem: Problem) -> str:
        """What a data file is told, without the place in it, and with numbers for the ids of new figures."""
        text = _FILES.sub("", general_sentence(problem, self.lang, short=True))
        for name, printed in sorted(self._own.items(), key=lambda pair: -len(pair[0])):
            text = text.replace(name, printed)
        return text

    # --- names for ids -----------------------------------------------------------------------------------------------

    def _named(self, key: str, fact: str, facts: Mapping[str, str]) -> str:
        if key in _FIGURES:
            return self._figure(fact, has_number=f"{key}_printed" in facts)
        if key in _PERIODS:
            return self._period(fact)
        if key in {"nature", "whole_nature"}:
            return self._names.nature(fact)
        if key == "expected":
            unit = self.desk.dataset.unit_table.units.get(fact)
            return unit.name.of(self.lang) if unit else fact
        name_of = self._namer(key)
        return self._names.of(terms.LIST).join(map(name_of, _ID.findall(fact))) if name_of else fact

    def _namer(self, key: str) -> Callable[[str], str] | None:
        """What names the ids in a fact; None where it holds none."""
        dataset, names = self.desk.dataset, self._names
        tables: Mapping[str, tuple[Mapping[str, object], Callable[[str], str]]] = {
            "metric": (dataset.metrics, names.metric),
            "region": (dataset.regions, names.region),
            "sector": (dataset.sectors, names.sector),
            "group": ({**dataset.groups, "all": None}, names.group),
        }
        kind = next((kind for kind in tables if key in {kind, f"{kind}s", f"whole_{kind}", f"plan_{kind}"}), "")
        if not kind:
            return None
        table, name_of = tables[kind]
        return lambda value: name_of(value) if value in table else self._new_name(value, kind)

    def _new_name(self, key: str, kind: str) -> str:
        """The name of a metric, a region, a sector or a group that is added with the entry."""
        name = self.entry.names_of_new(kind).get(key)
        return name.of(self.lang) if name else key

    def _figure(self, key: str, *, has_number: bool) -> str:
        """A figure that a sentence names: one of the text by its number, unless that stands in the sentence anyway."""
        if key in self._own:
            return words.THIS_ARTICLE.of(self.lang) if has_number else self._own[key]
        return self._reported(key)

    def _reported(self, key: str) -> str:
        """A figure, an article or a metric of the dataset, by what everybody calls it."""
        dataset, names = self.desk.dataset, self._names
        if figure := dataset.figures.get(key):
            name = names.of(terms.JOIN).join((names.place(figure.place), figure.period.label(self.lang)))
            source = byline(dataset.article_of[key], names)
            return words.REPORTED.of(self.lang).format(name=name, source=source)
        if article := dataset.articles.get(key):
            return names.headline(article)
        return names.metric(key) if key in dataset.metrics else self._new_name(key, "metric")

    def _period(self, fact: str) -> str:
        try:
            return periods.parse(fact).label(self.lang)
        except Fault:
            return fact
