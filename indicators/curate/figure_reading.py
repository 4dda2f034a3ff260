"""A candidate of an article → the figure that is proposed: of what, how much, when and where, and how sure that is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from indicators.curate.article_text import ArticleText
from indicators.curate.catalogue import english_nouns
from indicators.curate.drafts import DraftFigure, DraftPart, ProposedMetric, Sure
from indicators.curate.metric_proposals import MetricProposals, is_value_of, with_new_metric
from indicators.curate.new_periods import when_new
from indicators.curate.recognition.candidates import falls, listed_nouns
from indicators.curate.recognition.candidates.candidate import Candidate, FigureRole
from indicators.curate.recognition.candidates.clause import CLAUSE_END, WINDOW
from indicators.curate.recognition.context import told_before
from indicators.curate.recognition.context.meaning import with_what_follows, with_what_is_meant
from indicators.curate.recognition.context.naming import quote_at, sector_of
from indicators.curate.recognition.context.natures import nature_at, without_plans
from indicators.curate.recognition.context.open_number import OpenNumber
from indicators.curate.recognition.names.topics import (
    FAR,
    Told,
    as_listed,
    is_rate_itself,
    with_firms,
    with_implied,
    with_other_kinds,
    with_topic,
)
from indicators.curate.recognition.names.vocabulary import Choice, Vocabulary
from indicators.curate.recognition.names.words_around import WordsAround
from indicators.curate.recognition.text.scanned_number import ScannedNumber
from indicators.curate.recognition.text.times import TimeExpression
from indicators.curate.sureness import FigureEvidence, doubted, sureness
from indicators.model.dataset import Dataset
from indicators.model.subjects import Nature
from indicators.model.vocabulary import ALL, Metric
from indicators.values import quantity_parser
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.unit_table import COUNTED, Unit


class ToldBefore(NamedTuple):
    """The metrics of the numbers before one, the last first, and the nature of the list that it is in."""

    in_paragraph: Sequence[str]
    in_article: Sequence[str]
    listed: Nature


class _Named(NamedTuple):
    """What a number may be of: the words around it and behind it, its metrics or a new standard indicator, and the noun
    that is only implied.
    """

    around: WordsAround
    words: WordsAround
    choices: Sequence[Choice]
    unit: Unit | None
    new: ProposedMetric | None
    metric: Metric | None
    implied: str


class _Value(NamedTuple):
    """A number as printed, where it begins, what it says, and the rates that belong to it."""

    text: str
    start: int
    quantity: Quantity | None
    parts: Mapping[str, Any]


class _When(NamedTuple):
    """When a number was counted: the words that say so, and the periods of all metrics that it may be of."""

    period: Period | None
    time: TimeExpression | None
    of_choices: Sequence[Period | None]
    nature: Nature


class FigureReader:
    """Reads the candidates of one article."""

    def __init__(
        self, article: ArticleText, dataset: Dataset, vocabulary: Vocabulary, proposals: MetricProposals
    ) -> None:
        self.article, self.text, self.dates = article, article.text, article.dates
        self.dataset, self.vocabulary, self.proposals = dataset, vocabulary, proposals

    def figure(self, candidate: Candidate, told: ToldBefore) -> DraftFigure:
        """The figure that is proposed for a candidate behind what was told before it."""
        number = candidate.number
        named = self._named(candidate, told)
        value = self._value(candidate, named)
        when = self._when(candidate, named, told.listed)
        region, unknown_place = self.article.region(candidate)
        sure, why, when = self._sure(candidate, named, value, when, region)
        sector, group = (ALL, ALL)
        if not named.new:
            sector, group = sector_of(self.dataset, self.vocabulary, named.words, named.choices)
        return DraftFigure(
            value.text,
            *self.article.place(value.start, number.end),
            value.quantity,
            self.article.words(*quote_at(self.text, candidate)).strip(),
            tuple(named.choices[:_MOST_CHOICES]),
            region,
            when.period,
            self.article.words(when.time.start, when.time.end) if when.time else "",
            when.nature,
            sure,
            why,
            sector=sector,
            group=group,
            choice_periods=tuple(when.of_choices),
            unit=number.unit if candidate.role == "amount" else "",
            noun=named.around.own if candidate.nouns and not named.around.own.isascii() else "",
            new_metric=named.new,
            unknown_place=unknown_place,
            **value.parts,
        )

    # --- of what -----------------------------------------------------------------------------------------------------

    def _named(self, candidate: Candidate, told: ToldBefore) -> _Named:
        number, known = candidate.number, self.vocabulary
        unit = number.quantity.unit if number.quantity else self._unit_of_rate(candidate)
        headline = self.text[slice(*self.article.headline)]
        if self.text[candidate.lead : number.start].isascii():
            turned = known.turned(
                told.in_paragraph, self.text[max(candidate.lead, number.start - _NEAR) : number.start]
            )
            told = told._replace(in_paragraph=turned)
        open_number = OpenNumber(self.text, candidate, unit, headline, known)
        previous = told_before.previous(open_number, told.in_paragraph)
        around = self._around(candidate, previous)
        named = with_what_follows(self.text, candidate, around, known)
        meant = with_what_is_meant(open_number, named)
        noun = meant.own.removeprefix(named.own)
        choices, unit = self._choices(candidate, meant, told, unit)
        behind = self.text[number.end : number.end + WINDOW]
        if named.own.isascii():
            behind = self._counted(candidate, unit, around)
            choices = sorted(choices, key=lambda choice: not known.can_count(behind, choice.kind.metric))
            if unit and unit.dimension in COUNTED:
                choices = with_firms(choices, meant, behind, next(iter(told.in_paragraph), ""), known)
        choices = with_implied(choices, noun, unit, known)
        new = self.proposals.standard(named, behind, unit, choices)
        new = new or self.proposals.meant(noun, unit, choices, next(iter(told.in_paragraph), ""))
        metric = self.dataset.metrics.get(choices[0].kind.metric) if choices and not new else None
        return _Named(around, named, choices, unit, new, metric, noun)

    def _unit_of_rate(self, candidate: Candidate) -> Unit | None:
        """The unit of a rate that is a value, or of a share that stands alone: no growth, but of what counts shares."""
        number = candidate.number
        is_grown_part = candidate.role == "share" and "growth" in candidate.parts  # 采矿业增加值占比达96%,同比下降3%
        if is_grown_part:
            return None
        is_value = candidate.role == "share" or (candidate.role == "amount" and number.rate is not None)
        rate = _rate(self.article.words(number.start, number.end)) if is_value else None
        return rate.unit if rate else None

    def _choices(
        self, candidate: Candidate, named: WordsAround, told: ToldBefore, unit: Unit | None
    ) -> tuple[Sequence[Choice], Unit | None]:
        """The metrics that a number may be of, and its unit, which that of a share is not where no metric counts it."""
        known, before = self.vocabulary, told.in_paragraph
        choices = known.choices(named, unit, rate_alone=candidate.role != "amount" and unit is None)
        if named.own.isascii():
            return with_topic(choices, before, named.own, unit, known), unit
        if candidate.role == "share" and (not choices or choices[0].score < FAR):
            choices, unit = known.choices(named, None, rate_alone=True), None
        if candidate.listed and before and not known.names_metric(self.text[slice(*candidate.nouns[candidate.listed])]):
            choices = as_listed(choices, before[0], unit, known)
        whole = told_before.whole(self.text, candidate, known)
        of_which = Told(told.in_article, whole, is_part=self._is_part(candidate, named.own))
        return with_other_kinds(choices, of_which, unit, known), unit

    def _is_part(self, candidate: Candidate, own: str) -> bool:
        """True of a number that its sentence calls a part of what was told of before it."""
        return "其中" in own or tells_of_parts(self.text, self.dates.sentence(candidate.number.start))

    def _around(self, candidate: Candidate, previous: str) -> WordsAround:
        number, text = candidate.number, self.text
        is_english = text[max(number.start - 30, 0) : number.start].isascii()
        window = WINDOW * (_ENGLISH_LONGER if is_english else 1)
        own = self._own(candidate, text[max(candidate.lead, number.start - window) : number.start])
        before = text[max(self.dates.sentence(number.start), number.start - 2 * window) : candidate.lead]
        after = (_AFTER_ENGLISH if own.isascii() else _AFTER).match(text, number.words_end)
        above = max(self.dates.paragraph(number.start), candidate.sentence - 2 * WINDOW)
        paragraph = text[above : candidate.sentence]
        in_stretch = self.dates.is_in_stretch(candidate)
        rest = _REST.match(text, number.words_end) if own.isascii() else None
        behind, rest_of = after[0] if after else "", rest[0] if rest else ""
        return WordsAround(own, before, behind, paragraph, previous, in_stretch, rest_of)

    def _own(self, candidate: Candidate, own: str) -> str:
        """The words before a number that are its own: in a list, those of its noun among them."""
        if candidate.industry >= 0:
            own = listed_nouns.ALL_INDUSTRIES.sub(listed_nouns.INDUSTRIES[candidate.industry], own)
        if candidate.of_town_or_country:
            own = own.replace("城乡", candidate.of_town_or_country)
            own = re.sub("[,，](?:居民)?(?=人均)", f",{candidate.of_town_or_country}居民", own)
        if not candidate.nouns:
            return own
        nouns = candidate.nouns
        noun, last = self.text[slice(*nouns[candidate.listed])], self.text[slice(*nouns[-1])]
        if candidate.shared[1]:
            return noun + self.text[slice(*candidate.shared)]
        if self.vocabulary.names_metric(noun):
            return noun
        if noun.isascii():
            return f"{own} {noun}"
        known = self.proposals.with_end_of(noun, last) if noun != last else ""
        return known or listed_nouns.whole_noun(noun, last)

    # --- how much ----------------------------------------------------------------------------------------------------

    def _value(self, candidate: Candidate, named: _Named) -> _Value:
        """The number and its rates; a rate that is itself what its metric counts is the number."""
        number, is_amount = candidate.number, candidate.role == "amount"
        text = self.article.words(number.start, number.end) if is_amount else ""
        quantity = number.quantity or (_rate(text) if is_amount and number.rate else None)
        parts: dict[str, DraftPart] = {role: self._part(candidate, role) for role in candidate.parts}
        rate = "" if is_amount else parts[candidate.role].words
        is_itself = bool(named.new and is_value_of(named.new, rate)) or bool(
            named.metric and is_rate_itself(named.metric, named.choices[0], rate, candidate.role)
        )
        if not is_itself:
            return _Value(text, number.start, quantity, parts)
        start, text = self._with_fall(number, rate)
        quantity = _rate(text)
        if quantity is None:
            return _Value("", number.start, None, parts)
        return _Value(text, start, quantity, {role: part for role, part in parts.items() if role != candidate.role})

    def _with_fall(self, number: ScannedNumber, words: str) -> tuple[int, str]:
        """Where a rate begins that is what its metric counts, and its words with those for a fall: 下降0.3%."""
        fallen = _FALLEN.search(self.text, max(number.start - _LEAST, 0), number.start)
        if words[:1] != "-":
            return number.start, words
        if fallen is None:
            return number.start, ""
        return fallen.start(), self.article.words(fallen.start(), number.end)

    def _part(self, candidate: Candidate, role: FigureRole) -> DraftPart:
        number = candidate.parts[role]
        start = max(candidate.number.end if number.start > candidate.number.end else candidate.lead, number.start - 24)
        listed = number.rate is not None and number.rate.listed
        lead = (_OUTER if listed else CLAUSE_END).split(self.text[start : number.start])[-1]
        if _IN_WORD.match(self.text, max(start - 1, 0)) and len(lead) == number.start - start:
            lead = lead.partition(" ")[2]  # the window begins within a word
        words, quote = (self.article.words(begin, number.end) for begin in (number.start, number.start - len(lead)))
        if number.rate is not None and number.rate.words in {f"{words}%", f"{words}百分点"}:  # up 5.4 and 6.1 percent
            words = number.rate.words
        if falls.is_fall(self.text, candidate, role):
            words = falls.fallen(words, role, self.dataset.unit_table)
        if number.rate is not None and number.rate.beyond:
            words = f"超额{words}"
        return DraftPart(words, *self.article.place(number.start, number.end), quote.strip())

    # --- when, and how sure ------------------------------------------------------------------------------------------

    def _when(self, candidate: Candidate, named: _Named, listed: Nature) -> _When:
        own = replace(named.around, own=without_plans(named.around.own, named.metric, self.vocabulary.planned))
        nature = nature_at(candidate, own, self.dates, listed)
        kinds: list[str] = [self.dataset.metrics[choice.kind.metric].kind for choice in named.choices[:_MOST_CHOICES]]
        kinds = kinds or ([""] if own.own.isascii() else ["flow"])
        if candidate.role == "change":
            kinds = ["flow"] * len(kinds)  # by how much loans grew in a month or in the year
        kind = named.new.kind if named.new else kinds[0]
        times_of = self.dates.periods(candidate, dict.fromkeys([kind, *kinds]), nature)
        return _When(*times_of[kind], [times_of[kind][0] for kind in kinds], nature)

    def _sure(
        self, candidate: Candidate, named: _Named, value: _Value, when: _When, region: str
    ) -> tuple[Sure, tuple[str, ...], _When]:
        """How sure a figure is, and why; and when it was counted, which its own words say where its metric is open."""
        counted = "" if named.implied else self._counted(candidate, named.unit, named.around)
        form, names_place = candidate.number.form, self.article.names_place
        near = f"{named.words.paragraph} {named.words.sentence} {named.words.own} {named.words.after}"
        evidence = FigureEvidence(named.choices, named.words.own, counted, form, when.period, region, names_place, near)
        sure, why = sureness(evidence, self.vocabulary)
        if named.new:
            sure, why = with_new_metric(why, when.period, region)
        elif "metric" in why:
            period, time = when_new(self.dates, candidate, named.around.own, value.quantity, when.nature)
            when = when._replace(period=period, time=time)
        is_assumed = when.time is None or self.dates.is_of_a_holiday(when.time)  # the month of print may not be over
        is_minus = value.quantity is not None and value.quantity.value < 0 and candidate.number.rate is None
        doubts = {
            "period-assumed": when.period is not None and is_assumed and when.nature == "actual",
            "minus": is_minus,
        }
        return (*doubted(sure, why, doubts), when)

    def _counted(self, candidate: Candidate, unit: Unit | None, around: WordsAround) -> str:
        """What stands behind a number that counts things; in English, the noun of these."""
        if unit is None or unit.dimension not in COUNTED:
            return ""
        number, after = candidate.number, around.after
        if not around.own.isascii():
            return after
        noun = english_nouns.behind(
            f"{english_nouns.without_number(self.text[number.start : number.words_end])}{after}"
        )
        return noun or english_nouns.numbered(around.own)


def tells_of_parts(text: str, start: int) -> bool:
    """True of a place at which it begins to be told of the parts of what stands above it: 分三大门类看."""
    return _PARTS.match(text, start) is not None


_NEAR: Final = 120
_MOST_CHOICES: Final = 3
_AFTER: Final = re.compile(r"(?:[0-9.]{1,6}[万千]?(?:吨|千瓦|兆瓦)级?)?(?:(?!(?<=项目)已)[^,，。;；!?\n0-9]){0,14}")
_AFTER_ENGLISH: Final = re.compile(r"(?: ?\([^()\n]{0,40}\))?(?:(?! and | while | with )[^,.;:!?\n0-9(]){0,40}")
_REST: Final = re.compile(r"(?:[^.;!?\n]|\.(?=[0-9A-Za-z]| [a-z])){0,150}")
_OUTER: Final = re.compile(r"[,，;；:：。!?\n]")
"""Where the words of a rate begin that stands in a list: 同比分别增长32%、144%."""
_IN_WORD: Final = re.compile(r"[A-Za-z-][A-Za-z-]")
_ENGLISH_LONGER: Final = 3
"""How many times as many characters English needs."""
_PARTS: Final = re.compile("[按分从][^,，。\n]{1,14}[分看][,，:：]")
_LEAST: Final = 16
_FALLEN: Final = re.compile("(?:下降|下跌|降低|减少|回落|降)$|(?<![a-z])(?:fell|declined|decreased|down)(?: by)? $")


def _rate(words: str) -> Quantity | None:
    try:
        return quantity_parser.parse(words)
    except Fault:
        return None
