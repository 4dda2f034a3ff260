"""A figure of a text → its fields as choices, each with the reason that the text gives for it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from indicators.curate.desk.entries import new_metrics
from indicators.curate.desk.entries.new_metrics import NEW
from indicators.curate.desk.figures import links_between
from indicators.curate.desk.figures.links_between import Keyed
from indicators.curate.desk.figures.reasons import Reasons
from indicators.curate.desk.requests.asked import NATURES_ASKED
from indicators.curate.drafts import DraftFigure, ProposedEntry
from indicators.curate.recognition.names.vocabulary import Choice
from indicators.model.articles import ANNUAL
from indicators.model.vocabulary import ALL
from indicators.phrasing.figures import main_number
from indicators.phrasing.names import Names
from indicators.values.periods import Period
from indicators.words import terms
from indicators.words.curate import entries as entry_words
from indicators.words.curate import own_model as model_words
from indicators.words.curate import review as words

FieldJson = dict[str, Any]
_MOST: Final = 3
RATES: Final = ("growth", "change", "points", "share", "completion")


def choice(value: str, name: str, why: str = "", **more: Any) -> FieldJson:
    """One of the choices of a field."""
    return {"value": value, "name": name, "why": why, **more}


class Fields:
    """The fields of one figure of a text."""

    def __init__(self, reasons: Reasons, figures: Sequence[Keyed], index: int) -> None:
        self.reasons, self.figures, self.index = reasons, figures, index
        self.figure, self.dataset, self.lang = reasons.figure, reasons.dataset, reasons.lang
        self.names = Names(self.dataset, self.lang)

    def all(self) -> list[FieldJson]:
        """All fields, in the order of the card."""
        own = [
            self._metric(),
            self._region(),
            self._sector(),
            self._group(),
            self._period(),
            self._nature(),
        ]
        return [
            *map(self._with_second, own),
            *self._plan(),
            *self._whole(),
            *self._rates(),
        ]

    @staticmethod
    def _field(key: str, choices: Sequence[FieldJson], chosen: int | None = 0) -> FieldJson:
        return {"key": key, "choices": list(choices), "chosen": chosen if choices else None}

    def _with_second(self, field: FieldJson) -> FieldJson:
        """A field with what the curator's own model reads in it as a second choice; the first stays chosen."""
        key = field["key"]
        value = next((reading.value for reading in self.figure.second if reading.field == key), "")
        if not value:
            return field
        why = model_words.READS_SO.of(self.lang)
        known = [entry for entry in field["choices"] if entry["value"] == value]
        for entry in known:
            entry["why"] = why
        if not known:
            name = self.names.period(value) if key == "period" else self._entry(key, value)
            field["choices"].insert(1, choice(value, name, why))
        return field

    # --- metric ------------------------------------------------------------------------------------------------------

    def _metric(self) -> FieldJson:
        choices = [self._metric_choice(index, entry) for index, entry in enumerate(self.figure.choices[:_MOST])]
        if self.figure.choices and "metric" not in self.figure.why:
            return self._field("metric", choices)
        new = new_metrics.proposed(self.figure, self.dataset)
        if not new:
            return self._field("metric", choices, None)
        name = new[self.lang] or new["zh"] or new["en"]
        title = words.NEW_METRIC.of(self.lang).format(name=name or "…")
        why = words.STANDARD if new["standard"] else words.NEW
        first = choice(new_metrics.NEW, title, why.of(self.lang), new=new)
        return self._field("metric", [first, *choices[: _MOST - 1]])

    def _metric_choice(self, index: int, entry: Choice) -> FieldJson:
        metric = self.dataset.metrics[entry.kind.metric]
        periods = self.figure.choice_periods
        period = periods[index] if index < len(periods) else None
        sets = {"period": period.text} if period and period != self.figure.period else {}
        unit = metric.unit.name.of(self.lang) if hasattr(metric.unit, "name") else str(metric.unit)
        name = self.names.metric(metric.id)
        is_second = ("metric", entry.kind.metric) in self.figure.second
        is_filled = index == 0 and not {"model", "model-filled"}.isdisjoint(self.figure.why)
        by_model = not entry.words and (is_second or is_filled)
        why = model_words.READS_SO.of(self.lang) if by_model else self.reasons.metric(entry)
        return choice(metric.id, name, why, unit=unit, sets=sets)

    # --- place -------------------------------------------------------------------------------------------------------

    def _region(self) -> FieldJson:
        article = self.reasons.article
        near = sorted(
            zip(article.places, article.place_regions, strict=True),
            key=lambda mention: abs(mention[0][0] - self.figure.start),
        )
        others = [region for _, region in near[:_MOST_MENTIONS]]
        return self._tree("region", self.figure.region, others, self.reasons.region)

    def _sector(self) -> FieldJson:
        own = self.figure.sector
        above = list(self.dataset.lies_in("sector", own))[:1] if own in self.dataset.sectors and own != ALL else []
        hinted = [entry.kind.sector for entry in self.figure.choices[:_MOST]]
        return self._tree("sector", own, [*above, *hinted, ALL], self.reasons.sector)

    def _group(self) -> FieldJson:
        hinted = [entry.kind.group for entry in self.figure.choices[:_MOST]]
        return self._tree("group", self.figure.group, [*hinted, ALL], self.reasons.group)

    def _tree(self, key: str, own: str, others: Iterable[str], why: Any) -> FieldJson:
        entries = {"region": self.dataset.regions, "sector": self.dataset.sectors, "group": self.dataset.groups}
        known = {*entries[key], *([ALL] if key == "group" else [])}
        several = [entry for entry in dict.fromkeys([own, *others]) if entry in known]
        choices = [choice(entry, self._entry(key, entry), why(entry)) for entry in several[:_MOST]]
        added = [self._added(new) for new in self.figure.new_entries if new.tree == key][:1]
        return self._field(key, [*added, *choices][:_MOST], len(added) if own in several else None)

    def _added(self, new: ProposedEntry) -> FieldJson:
        """An entry that the text names and the dataset has not got; nobody has chosen it yet."""
        title = entry_words.NEW[new.tree].of(self.lang).format(name=new.zh or new.en)
        facts = {"zh": new.zh, "en": new.en, "level": new.level, "part_of": new.part_of}
        return choice(NEW, title, entry_words.NAMED[new.tree].of(self.lang), new=facts)

    def _entry(self, key: str, entry: str) -> str:
        if key == "group" and entry == ALL:
            return words.WHOLE_OF_METRIC.of(self.lang)
        return {"region": self.names.region, "sector": self.names.sector, "group": self.names.group}[key](entry)

    # --- time and nature ---------------------------------------------------------------------------------------------

    def _kind(self) -> str:
        metric = self.figure.open_metric or self.dataset.metrics.get(self.figure.metric)
        return metric.kind if metric else "flow"

    def _period(self) -> FieldJson:
        own = self.figure.period
        kind = self._kind()
        others: list[Period] = [period for period in self.figure.choice_periods if period]
        if own is not None:
            others += [own.moment()] if kind == "stock" or own.kind != "year" else []
            others += [own.year()]
        several = list(dict.fromkeys(period.text for period in ([own] if own else []) + others))
        choices = [
            choice(text, self.names.period(text), self.reasons.period(own, kind) if index == 0 and own else "")
            for index, text in enumerate(several[:_MOST])
        ]
        field = self._field("period", choices, 0 if own is not None else None)
        return field if own is not None else {**field, "why": words.NO_PERIOD.of(self.lang)}

    def _nature(self) -> FieldJson:
        why = self.reasons.nature()
        choices = [
            choice(key, terms.NATURES[key].of(self.lang), why if key == self.figure.nature else "")
            for key in NATURES_ASKED
        ]
        return self._field("nature", choices, NATURES_ASKED.index(self.figure.nature))

    # --- plan, whole and rates ---------------------------------------------------------------------------------------

    def _plan(self) -> Iterator[FieldJson]:
        if self.figure.completion is None:
            return
        choices: list[FieldJson] = []
        fitting: int | None = None
        for other in links_between.near(self.figures, self.index):
            if links_between.is_plan_of(other.figure, self.figure) and len(choices) < _MOST:
                if fitting is None and plan_fits(other.figure, self.figure):
                    fitting = len(choices)
                choices.append(choice(other.key, other.figure.text, words.PLAN_OF_ITEM.of(self.lang)))
        for key in links_between.plans_reported(self.reasons.desk, self.figure):
            if len(choices) < _MOST + 1:
                number = main_number(self.dataset.figures[key], self.names)
                choices.append(choice(key, number, words.PLAN_REPORTED.of(self.lang)))
        annual = len(choices)
        choices.append(choice(ANNUAL, words.ANNUAL.of(self.lang)))
        choices.append(choice("", words.NO_PLAN.of(self.lang)))
        yield self._field("plan", choices, annual if fitting is None else fitting)

    def _whole(self) -> Iterator[FieldJson]:
        choices: list[FieldJson] = []
        fitting: int | None = None
        for other in links_between.near(self.figures, self.index):
            why, fits = self._why_whole(other.figure)
            if why and len(choices) < _MOST:
                fitting = len(choices) if fitting is None and fits else fitting
                choices.append(choice(other.key, other.figure.text, why))
        if not choices and self.figure.share is None:
            return
        choices.append(choice("", words.NO_WHOLE.of(self.lang)))
        yield self._field("part_of", choices, len(choices) - 1 if fitting is None else fitting)

    def _why_whole(self, whole: DraftFigure) -> tuple[str, bool]:
        """Why another figure may be the whole of this one, and whether that is to be proposed."""
        share = self.figure.share
        if share is not None and whole.quantity and self.figure.quantity:
            fits = links_between.fits_share(whole.quantity, self.figure.quantity, share.words)
            return (words.SHARE_OF_ITEM.of(self.lang).format(words=share.quote), True) if fits else ("", False)
        tree = links_between.is_whole_of(self.reasons.desk, whole, self.figure)
        if not tree:
            return "", False
        part, of = (self._entry(tree, getattr(figure, tree)) for figure in (self.figure, whole))
        return words.PART_OF_ITEM.of(self.lang).format(part=part, whole=of), True

    def _rates(self) -> Iterator[FieldJson]:
        second: dict[str, str] = {reading.field: reading.value for reading in self.figure.second}
        parts = dict(self.figure.parts())
        for name in RATES:
            if not self.figure.text and name == self.figure.main_role:
                continue
            part, other = parts.get(name), second.get(name)
            more = {} if other is None else {"second": other, "why": model_words.READS_SO.of(self.lang)}
            if part is not None:
                yield {"key": name, "value": part.words, "quote": part.quote, "keep": True, **more}
            elif other:
                yield {"key": name, "value": "", "quote": "", "keep": False, **more}


_MOST_MENTIONS: Final = 12


def plan_fits(plan: DraftFigure, figure: DraftFigure) -> bool:
    """True where a figure and its share of the plan agree with a target of the same text."""
    if plan.quantity is None or figure.quantity is None or figure.completion is None:
        return False
    return links_between.fits_completion(plan.quantity, figure.quantity, figure.completion.words)


def chosen_link(fields: Iterable[FieldJson], key: str) -> str:
    """The value that a field proposes; empty where there is none."""
    for field in fields:
        if field["key"] == key and field.get("chosen") is not None:
            return str(field["choices"][field["chosen"]]["value"])
    return ""
