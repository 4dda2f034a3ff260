"""The text of a page → a draft of its figures: what each number is, of what, where and when, and how sure that is."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, NamedTuple

from indicators.curate.drafts import DraftArticle, DraftFigure, DraftNoFigure, DraftPart
from indicators.curate.entry_proposals import with_entries
from indicators.curate.metric_proposals import MetricProposals, is_value_of, when_new, with_new_metric
from indicators.curate.recognition.candidates import attaching, falls, listed_nouns, roles
from indicators.curate.recognition.candidates.candidate import Candidate, NoFigure
from indicators.curate.recognition.candidates.repeats import without_repeats
from indicators.curate.recognition.context import places, several_places, told_before
from indicators.curate.recognition.context.dating import DatedText
from indicators.curate.recognition.context.meaning import with_what_follows, with_what_is_meant
from indicators.curate.recognition.context.naming import is_listed, quote_at, sector_of
from indicators.curate.recognition.context.natures import is_carried_out, metrics_of_plans, nature_at, without_plans
from indicators.curate.recognition.context.places import Gazetteer, PlaceMention
from indicators.curate.recognition.names.topics import (
    FAR,
    Told,
    as_listed,
    is_rate_itself,
    with_other_kinds,
    with_topic,
)
from indicators.curate.recognition.names.vocabulary import Choice, Vocabulary, WordsAround
from indicators.curate.recognition.text import crowds, page, scanning, times
from indicators.curate.recognition.text.folding import FoldedText, fold
from indicators.curate.sureness import FigureEvidence, doubted, sureness
from indicators.curate.tables import blocks
from indicators.curate.tables.figures import TableReader
from indicators.model.dataset import Dataset
from indicators.model.subjects import Nature
from indicators.model.vocabulary import ALL
from indicators.values import quantity_parser
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.unit_table import COUNTED, Unit

LONGEST: Final = 200_000
"""Characters of a text that are read."""
_NONE: Final[Mapping[int, roles.FigureRole]] = {}


class Reader:
    """Reads articles with what a dataset knows: its metrics, regions and units, and the quotes it has accepted."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.gazetteer = Gazetteer(dataset)
        self.vocabulary = Vocabulary(dataset)
        self.proposals = MetricProposals(dataset, self.vocabulary)
        self.of_plans = metrics_of_plans(dataset)
        self.tables = TableReader(dataset, self.gazetteer, self.vocabulary)

    def read(
        self, text: str, published: Period | None = None, also: Mapping[int, roles.FigureRole] = _NONE
    ) -> tuple[DraftArticle, ...]:
        """The articles of a text of at most LONGEST characters, with their figures; time grows with its length only.

        ``also`` are places of the text at which somebody says that a number is of a figure, and what it is in it.
        """
        text = text[:LONGEST]
        found = self.tables.find(text)
        folded = fold(blocks.without(text, [block for block, _ in found]))
        printed = page.articles(folded.text)
        whole = _Page(folded, crowds.limit_of(folded.text), published, also)
        articles = [_Article(self, whole, article).draft for article in printed]
        read = self.tables.with_tables(articles, found, text, published)
        placed = [*with_entries(read, text, self.dataset, self.gazetteer, self.vocabulary)]
        return tuple(self.proposals.in_articles(placed, text))


class _Page(NamedTuple):
    """What is read; from ``limit`` on no number is looked at: there are too many before it."""

    folded: FoldedText
    limit: int
    published: Period | None
    also: Mapping[int, roles.FigureRole]


class _Article:
    """One article while it is read."""

    def __init__(self, reader: Reader, whole: _Page, printed: page.PrintedArticle) -> None:
        self.reader, self.folded, self.printed, self.also = reader, whole.folded, printed, whole.also
        published = whole.published
        self.text = self.folded.text[printed.start : printed.end]
        self.limit = max(whole.limit - printed.start, 0)
        with_words = crowds.without_lists(self.text)[: self.limit + _BEHIND]
        self.mentions: Sequence[PlaceMention] = reader.gazetteer.mentions(with_words)
        self.times = times.find(with_words, published)
        for several, most in ((self.mentions, places.MOST), (self.times, times.MOST)):
            if len(several) == most:  # behind them nobody knows where and when a number was counted
                self.limit = min(self.limit, several[-1].end)
        self.dates = DatedText(self.text, self.times, published, self.headline[1])
        self.main = reader.gazetteer.main(self.mentions, self.text)

    @property
    def headline(self) -> tuple[int, int]:
        start, end = self.printed.headline_start, self.printed.headline_end
        return start - self.printed.start, end - self.printed.start

    @cached_property
    def draft(self) -> DraftArticle:
        unread = [*crowds.crowded(self.text, self.limit)]
        numbers = scanning.scan(self.text, self.reader.dataset.unit_table, unread, self.limit)
        candidates, others = attaching.attach(self.text, numbers, self._roles(numbers))
        kept, repeated = without_repeats(self.text, self.headline, list(attaching.in_order(candidates)))
        return DraftArticle(
            " ".join(self._lines(*self.headline)),
            *self._bounds(),
            tuple(self._figures(kept)),
            tuple(sorted((*self._not_figures([*others, *repeated]), *self._unread(unread)), key=_start)),
            tuple(self._place(time.start, time.end) for time in self.times),
            tuple(self._place(mention.start, mention.end) for mention in self.mentions if mention.region),
            tuple(mention.region for mention in self.mentions if mention.region),
            tuple(mention.region for mention in self.mentions if mention.is_named),
        )

    def _roles(self, numbers: Sequence[scanning.ScannedNumber]) -> Iterator[roles.NumberRole]:
        """The role of each number: that which somebody says, or else that which the words around it say."""
        places = sorted(self.also)
        by_words = roles.roles(self.text, numbers, self.times)
        if not places:
            yield from by_words
            return
        for number, role in zip(numbers, by_words, strict=True):
            start, end = self._place(number.start, number.end)
            index = bisect_left(places, start)
            is_said = index < len(places) and places[index] < end
            yield self.also[places[index]] if is_said else role

    def _bounds(self) -> tuple[int, int, int]:
        """Where the article begins, where its body does, and where it ends."""
        if not self.text:
            return 0, 0, 0
        (start, end), (above, below) = self._place(0, len(self.text)), self.headline
        return start, self._place(above, below)[1] if above < below else start, end

    def _figures(self, candidates: Sequence[Candidate]) -> Iterator[DraftFigure]:
        before: list[str] = []
        told: list[str] = []
        end = 0
        nature: Nature = "actual"
        for candidate in candidates:
            above = self._paragraph(candidate.number.start)
            is_chinese = not self.text[end : candidate.number.end].isascii()
            if above > end and is_chinese and not _PARTS.match(self.text, above):
                before.clear()
            place = candidate.number.start
            listed = nature if is_listed(self.text, self.dates.sentence(place), end, place, nature) else "actual"
            figure = self._figure(candidate, before, told, listed)
            for metrics in (before, told):
                metrics.insert(0, figure.metric)
                del metrics[_SEVERAL:]
            end, nature = candidate.number.end, figure.nature
            yield replace(figure, nature="target") if self._is_planned(figure) else figure

    def _is_planned(self, figure: DraftFigure) -> bool:
        """True of one whose metric is one of plans only, and whose words do not say that it was carried out."""
        is_of_plans = figure.metric in self.reader.of_plans and not figure.new_metric
        return figure.nature == "actual" and is_of_plans and not is_carried_out(figure.quote)

    def words(self, start: int, end: int) -> str:
        """A part of the article as it was printed, on one line."""
        return self.folded.words(start + self.printed.start, end + self.printed.start)

    def _lines(self, start: int, end: int) -> Iterator[str]:
        """The lines of a part of the article, as they were printed."""
        for line in re.finditer(r"[^\n]+", self.text[start:end]):
            yield self.words(start + line.start(), start + line.end()).strip()

    def _place(self, start: int, end: int) -> tuple[int, int]:
        return self.folded.span(start + self.printed.start, end + self.printed.start)

    def _figure(self, candidate: Candidate, before: Sequence[str], told: Sequence[str], listed: Nature) -> DraftFigure:
        number = candidate.number
        amount = candidate.role == "amount"
        text, start = self.words(number.start, number.end) if amount else "", number.start
        quantity = number.quantity or (_rate(text) if amount and number.rate else None)
        unit = quantity.unit if quantity else self._unit_of_share(candidate)
        known = self.reader.vocabulary
        headline = self.text[slice(*self.headline)]
        around = self._around(candidate, told_before.previous(self.text, candidate, before, unit, known, headline))
        named = with_what_follows(self.text, candidate, around, known)
        meant = with_what_is_meant(self.text, candidate, named, unit, known, headline)
        choices, unit = self._choices(candidate, meant, before, told, unit)
        new = self.reader.proposals.standard(named, self.text[number.end : number.end + roles.WINDOW], unit, choices)
        metric = self.reader.dataset.metrics.get(choices[0].kind.metric) if choices and not new else None
        parts: dict[str, Any] = {role: self._part(candidate, role) for role in candidate.parts}
        rate = "" if amount else parts[candidate.role].words
        if (new and is_value_of(new, rate)) or (metric and is_rate_itself(metric, choices[0], rate, candidate.role)):
            start, text = self._with_fall(number, rate)
            quantity = _rate(text)
            if quantity is None:
                text, start = "", number.start
            else:
                parts.pop(candidate.role)
        own = replace(around, own=without_plans(around.own, metric, known.planned))
        nature = nature_at(candidate, own, self.dates, listed)
        kinds: list[str] = [self.reader.dataset.metrics[choice.kind.metric].kind for choice in choices[:3]]
        kinds = kinds or ([""] if around.own.isascii() else ["flow"])
        kind = new.kind if new else kinds[0]
        times_of = self.dates.periods(candidate, dict.fromkeys([kind, *kinds]), nature)
        period, time = times_of[kind]
        sector, group = (ALL, ALL) if new else sector_of(self.reader.dataset, self.reader.vocabulary, named, choices)
        region, place_words = self._region(candidate)
        counted = around.after if unit is not None and unit.dimension in COUNTED else ""
        evidence = FigureEvidence(choices, named.own, counted, number.form, period, region, self._names_place)
        sure, why = sureness(evidence, known)
        if new:
            sure, why = with_new_metric(why, period, region)
        elif "metric" in why:  # what it is, its own words say
            period, time = when_new(self.dates, candidate, around.own, quantity, nature)
        is_assumed = period is not None and nature == "actual" and (time is None or self.dates.is_of_a_holiday(time))
        is_minus = quantity is not None and quantity.value < 0 and number.rate is None
        sure, why = doubted(sure, why, {"period-assumed": is_assumed, "minus": is_minus})
        place, quote = self._place(start, number.end), self.words(*quote_at(self.text, candidate)).strip()
        return DraftFigure(
            text, *place, quantity, quote, tuple(choices[:3]), region, period,
            self.words(time.start, time.end) if time else "", nature,
            sure, why, sector=sector, group=group, choice_periods=tuple(times_of[kind][0] for kind in kinds),
            unit=number.unit if amount else "", new_metric=new, unknown_place=place_words, **parts,
        )  # fmt: skip

    def _choices(
        self, candidate: Candidate, named: WordsAround, before: Sequence[str], told: Sequence[str], unit: Unit | None
    ) -> tuple[list[Choice], Unit | None]:
        """The metrics that a number may be of, and its unit, which that of a share is not where no metric counts it."""
        known = self.reader.vocabulary
        choices = known.choices(named, unit, rate_alone=candidate.role != "amount" and unit is None)
        if named.own.isascii():
            return with_topic(choices, before, named.own, unit, known), unit
        if candidate.role == "share" and (not choices or choices[0].score < FAR):
            choices, unit = known.choices(named, None, rate_alone=True), None
        if candidate.listed and before and not known.names_metric(self.text[slice(*candidate.nouns[candidate.listed])]):
            choices = as_listed(choices, before[0], unit, known)
        of_which = Told(
            told, told_before.whole(self.text, candidate, known), is_part=self._is_part(candidate, named.own)
        )
        return with_other_kinds(choices, of_which, unit, known), unit

    def _with_fall(self, number: scanning.ScannedNumber, words: str) -> tuple[int, str]:
        """Where a rate begins that is what its metric counts, and its words with those for a fall: 下降0.3%."""
        fallen = _FALLEN.search(self.text, max(number.start - _LEAST, 0), number.start)
        if words[:1] != "-":
            return number.start, words
        if fallen is None:
            return number.start, ""
        return fallen.start(), self.words(fallen.start(), number.end)

    def _is_part(self, candidate: Candidate, own: str) -> bool:
        """True of a number that its sentence calls a part of what was told of before it."""
        return "其中" in own or _PARTS.match(self.text, self.dates.sentence(candidate.number.start)) is not None

    def _unit_of_share(self, candidate: Candidate) -> Unit | None:
        """The unit of a share that stands alone: it is no growth of an amount, but of a metric that counts shares."""
        share = candidate.role == "share" and _rate(self.words(candidate.number.start, candidate.number.end))
        return share.unit if share else None

    def _region(self, candidate: Candidate) -> tuple[str, tuple[int, int]]:
        """The region of a number, and where the place stands that it is of instead, if that is not known."""
        place = candidate.number.start
        around = {*self.reader.dataset.lies_in("region", self.main)} if self.main else set()
        starts = (candidate.lead, candidate.sentence, self._paragraph(place))
        end = bisect_left(self.mentions, place, key=_start)
        near = self.mentions[max(end - _MOST_NEAR, 0) : end]
        region = several_places.region_of(self.text, candidate, near, starts[-1])
        if region is not None:
            return region, (0, 0)
        mention = places.mention_at(place, starts, near, around)
        region = mention.region if mention else self.main
        unknown = None if region else places.unknown_place(mention, near or self.mentions[:_MOST_NEAR])
        return region, self._place(unknown.start, unknown.end) if unknown else (0, 0)

    def _around(self, candidate: Candidate, previous: str) -> WordsAround:
        number = candidate.number
        window = roles.WINDOW * (
            _ENGLISH_LONGER if self.text[max(number.start - 30, 0) : number.start].isascii() else 1
        )
        own = self.text[max(candidate.lead, number.start - window) : number.start]
        if candidate.industry >= 0:
            own = re.sub("三次?产业", listed_nouns.INDUSTRIES[candidate.industry], own)
        if candidate.of_town_or_country:
            own = own.replace("城乡", candidate.of_town_or_country)
            own = re.sub("[,，](?:居民)?(?=人均)", f",{candidate.of_town_or_country}居民", own)
        if candidate.nouns:
            nouns = candidate.nouns
            whole, own, last = own, self.text[slice(*nouns[candidate.listed])], self.text[slice(*nouns[-1])]
            if candidate.shared[1]:
                own += self.text[slice(*candidate.shared)]
            elif not self.reader.vocabulary.names_metric(own):
                own = f"{whole} {own}" if own.isascii() else own + (last[len(own) :] or last)
        before = self.text[max(self.dates.sentence(number.start), number.start - 2 * window) : candidate.lead]
        after = (_AFTER_ENGLISH if own.isascii() else _AFTER).match(self.text, number.words_end)
        above = max(self._paragraph(number.start), candidate.sentence - 2 * roles.WINDOW)
        paragraph = self.text[above : candidate.sentence]
        in_stretch = self.dates.is_in_stretch(candidate)
        rest = _REST.match(self.text, number.words_end) if own.isascii() else None
        behind, rest_of = after[0] if after else "", rest[0] if rest else ""
        return WordsAround(own, before, behind, paragraph, previous, in_stretch, rest_of)

    def _part(self, candidate: Candidate, role: roles.FigureRole) -> DraftPart:
        number = candidate.parts[role]
        start = max(candidate.number.end if number.start > candidate.number.end else candidate.lead, number.start - 24)
        listed = number.rate is not None and number.rate.listed
        lead = (_OUTER if listed else roles.CLAUSE_END).split(self.text[start : number.start])[-1]
        if _IN_WORD.match(self.text, max(start - 1, 0)) and len(lead) == number.start - start:
            lead = lead.partition(" ")[2]  # the window begins within a word
        first = number.start - len(lead)
        words = self.words(number.start, number.end)
        if number.rate is not None and number.rate.words == f"{words}%":  # up 5.4 and 6.1 percent
            words += "%"
        if falls.is_fall(self.text, candidate, role):
            words = falls.fallen(words, role, self.reader.dataset.unit_table)
        if number.rate is not None and number.rate.beyond:
            words = f"超额{words}"
        return DraftPart(words, *self._place(number.start, number.end), self.words(first, number.end).strip())

    def _paragraph(self, place: int) -> int:
        return self.dates.paragraph(place)

    @cached_property
    def _names_place(self) -> bool:
        """True of an article that names a place of the dataset, be it within the name of something: 日照港."""
        named = any(mention.is_named for mention in self.mentions)
        return named or bool(self.main and not self.mentions and self.reader.gazetteer.hinted(self.text) == self.main)

    def _unread(self, spans: Sequence[tuple[int, int]]) -> Iterator[DraftNoFigure]:
        """The numbers of which there are too many; of those in an expression of time is known what they are."""
        index, several = 0, self.times
        for start, end in spans:
            while index < len(several) and several[index].end <= start:
                index += 1
            in_time = index < len(several) and several[index].start <= start
            yield DraftNoFigure(self.words(start, end), *self._place(start, end), "date" if in_time else "too-many")

    def _not_figures(self, others: Sequence[NoFigure]) -> Iterator[DraftNoFigure]:
        for other in others:
            number = other.number
            yield DraftNoFigure(
                self.words(number.start, number.end), *self._place(number.start, number.end), other.reason
            )


_AFTER: Final = re.compile(r"(?:[0-9.]{1,6}[万千]?(?:吨|千瓦|兆瓦)级?)?[^,，。;；!?\n0-9]{0,14}")
_AFTER_ENGLISH: Final = re.compile(r"(?: ?\([^()\n]{0,40}\))?(?:(?! and | while | with )[^,.;:!?\n0-9(]){0,40}")
_REST: Final = re.compile(r"(?:[^.;!?\n]|\.(?=[0-9])){0,150}")
_OUTER: Final = re.compile(r"[,，;；:：。!?\n]")
"""Where the words of a rate begin that stands in a list: 同比分别增长32%、144%."""
_IN_WORD: Final = re.compile(r"[A-Za-z-][A-Za-z-]")
_ENGLISH_LONGER: Final = 3
"""How many times as many characters English needs."""
_start: Final = attrgetter("start")
_PARTS: Final = re.compile("[按分从][^,，。\n]{1,14}[分看][,，:：]")
"""How a paragraph begins that tells of the parts of what stands above it: 分三大门类看."""
_BEHIND: Final = 200
"""So many characters behind the last number that is read can say when it was."""
_MOST_NEAR: Final = 60
"""So many times and places before a number are looked at."""
_SEVERAL: Final = 12
"""So many metrics of numbers before one are looked at."""
_LEAST: Final = 16
_FALLEN: Final = re.compile("(?:下降|下跌|降低|减少|回落|降)$|(?<![a-z])(?:fell|declined|decreased|down)(?: by)? $")


def _rate(words: str) -> Quantity | None:
    try:
        return quantity_parser.parse(words)
    except Fault:
        return None
