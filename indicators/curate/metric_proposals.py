"""A figure that no metric of the dataset fits → a new one: a standard indicator, or what the words beside it name."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from indicators.curate.catalogue import english_nouns, english_verbs, nouns
from indicators.curate.catalogue.names import NamedStandard, StandardNames
from indicators.curate.catalogue.table import StandardMetric
from indicators.curate.catalogue.themes import KnownThemes
from indicators.curate.drafts import DraftArticle, DraftFigure, ProposedMetric, Sure
from indicators.curate.recognition.names.beside import NEWLY
from indicators.curate.recognition.names.english.names import NEW_THEN
from indicators.curate.recognition.names.entry_names import BRACKETS
from indicators.curate.recognition.names.topics import LIKE
from indicators.curate.recognition.names.vocabulary import Choice, Vocabulary
from indicators.curate.recognition.names.words_around import WordsAround
from indicators.model.dataset import Dataset
from indicators.model.scalars import SLUG_LIMIT
from indicators.model.vocabulary import ALL
from indicators.pages import pinyin
from indicators.values.periods import Period
from indicators.values.text import LocalText
from indicators.values.unit_table import COUNTED, Unit

_WINDOW: Final = 60
_BEHIND: Final = 14
_SENTENCE: Final = re.compile(r"[。!?！？\n；;]|\.(?= )")
_OF_NOBODY: Final = re.compile("(?<![A-Za-z])['’]s ")
"""What is left of Wulian's without the place."""
_IN_A_NUMBER: Final = re.compile("[A-Za-z0-9][A-Za-z0-9.-]")
_CUT_OFF: Final = re.compile("^[A-Za-z0-9.,-]+%? ?")
"""The rest of a word or a number in which the words before a number begin."""
_OF_WHAT: Final = re.compile(r" (?:in|of|worth of) (?P<noun>[a-z][a-z -]{3,40})")
"""What an English amount of money is of, behind it: earned 6.1 billion US dollars in exports."""
_QUOTES: Final = re.compile("[“”‘’]")
_NOT_IN_IDS: Final = re.compile("[^a-z0-9]+")
_EXPLAINED: Final = 0.99
"""A metric of the dataset whose names and quotes hold all words of a standard indicator is what is meant."""
_ITS_PLAN: Final = re.compile("[,，]?(?:占|完成|为)(?:年初|年度|全年)?(?:的)?(?:预算|计划|目标|任务)(?:任务|数)?")
"""What stands between a number and the plan of which it is a part: 完成年初预算数25亿元的9%."""
_DONE_OF_IT: Final = re.compile(
    "[,，;；](?:截[至止][^,，。;；]{1,10}[,，]?|目前[,，]?|现|[0-9前上一二三四五六七八九十][^,，。;；]{0,6}(?:月份?|季度|半年)[,，]?)?"
    "(?:已|累计|实际|共|全部){0,3}(?:完成|建成|实现|达到|到位|开工|竣工|投用|兑现|发放)了?(?P<noun>[\u4e00-\u9fff]{0,4})"
)
"""What stands between a plan and what was done of it: 计划完成水利投资3亿元,1-5月已完成投资."""
_AMONG_THEM: Final = re.compile("其中[,，:：]?")
_CLAUSE: Final = re.compile("[,，;；。:：]")
_LENT_MORE: Final = re.compile("(?P<noun>存款|贷款)(?:余额)?净?增加$")
_LISTED: Final = re.compile("(?<=[0-9元人吨件%])[、,，;；](?=[^0-9])")
"""Where a list goes on behind a number: 进出口213亿元、实际使用外资4亿美元、税收78亿元."""
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")


_TRADE: Final = re.compile("port|trade")
_CURRENCIES: Final[Mapping[str, LocalText]] = {
    "money-CNY": LocalText(zh="人民币", en="yuan"),
    "money-USD": LocalText(zh="美元", en="US dollars"),
}
"""What currencies are called in the name of a metric, where it is not the name of their unit."""


class MetricProposals:
    """What a dataset lacks: the standard indicators that it has under no name, and its themes for what is new."""

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        self._dataset, self._vocabulary = dataset, vocabulary
        self._names = StandardNames(dataset)
        self._themes = KnownThemes(dataset)

    # --- standard indicators -----------------------------------------------------------------------------------------

    def standard(
        self, around: WordsAround, behind: str, unit: Unit | None, choices: Sequence[Choice]
    ) -> ProposedMetric | None:
        """The standard indicator that the words beside a number name, if no metric of the dataset says all of them.

        ``behind`` are the words behind it, or in English the noun of what it counts, which then says what it is of.
        """
        own = around.own
        if lent := _LENT_MORE.search(own):
            own = f"新增{lent['noun']}"  # 上半年贷款增加962亿元
        named = self._names.made(own, unit) if own.isascii() else None
        for words in english_nouns.naming(own, behind, around.after, unit):
            named = named or self._names.before(words, unit, self._vocabulary.places)
        if named is None and not own.isascii() and unit is not None and unit.dimension in COUNTED:
            named = self._names.behind(behind, unit)
        if named is None or self._is_known(named, choices, around):
            return None
        words = _CLAUSE.split(around.sentence[-_WINDOW:] + own)[-1]
        if named.metric.kind == "stock" and _is_new(words, around.after):
            return None  # 新培育农民合作社52家、家庭农场75个
        return self._of_standard(named.metric, choices)

    def meant(self, noun: str, unit: Unit | None, choices: Sequence[Choice], last: str) -> ProposedMetric | None:
        """The new metric of the noun that English words imply: a standard one, or one of the dataset in a currency.

        ``last`` is the metric told of before it, of which a verb goes on to tell: it took in $3 million of the foreign
        capital.
        """
        if not noun or unit is None:
            return None
        standard = self._names.before(noun, unit, self._vocabulary.places)
        if standard and len(standard.words.split()) == len(noun.split()):
            return self._of_standard(standard.metric, choices)
        named = self._vocabulary.named_in(noun)
        if any(self._vocabulary.fits(key, unit) for key in named):
            return None
        goes_on = bool(choices) and choices[0].kind.metric == last and _TRADE.search(noun) is None
        if named and unit.is_money and self._is_money(named[0]) and not goes_on:
            return self._in_its_currency(named[0], unit)
        return None

    def _is_money(self, metric: str) -> bool:
        return getattr(self._dataset.metrics[metric].unit, "is_money", False) is True

    def _is_known(self, named: NamedStandard, choices: Sequence[Choice], around: WordsAround) -> bool:
        """True where the best of the metrics of the dataset explains the whole name, or a group of its figures does."""
        if not choices:
            return False
        best = choices[0]
        if best.score > LIKE and self._vocabulary.groups_named(best.kind.metric, named.words):
            return True  # 食品价格 of consumer prices
        if named.words.isascii():
            is_another = self._vocabulary.is_of_another(f"{around.own} {around.after}", "", best)
            if is_another or best.score < LIKE:
                return False
        elif self._vocabulary.is_narrower(best.kind.metric, named.words):
            return False  # 专利授权量 is more than 发明专利授权量
        return self._vocabulary.explained(named.words, best) > _EXPLAINED

    def with_end_of(self, noun: str, last: str) -> str:
        """A noun of a Chinese list with so much of the last one's end that an indicator is called so; else empty."""
        return self._names.with_end_of(noun, last, self._vocabulary.places)

    def _of_standard(self, metric: StandardMetric, choices: Sequence[Choice]) -> ProposedMetric:
        return ProposedMetric(
            theme=self._themes.of(metric.theme, self._nearest_theme(choices)),
            zh=metric.name.zh,
            en=metric.name.en,
            unit=metric.unit.id,
            kind=metric.kind,
            additive=metric.additive,
            better=metric.better,
            standard=True,
        )

    def _in_another_currency(self, figure: DraftFigure, own: str, after: str) -> str:
        """The metric that the words before an amount of money name, where the dataset has it in another currency only.

        Exports of 437 million US dollars are none of the exports in yuan, nor of imports and exports in dollars.
        """
        unit = figure.quantity.unit if figure.text and figure.quantity else None
        if unit is None or not unit.is_money:
            return ""
        metrics = self._dataset.metrics
        currencies = {key: getattr(metric.unit, "dimension", "") for key, metric in metrics.items()}
        money = {key for key in metrics if self._is_money(key)}
        behind = _OF_WHAT.match(after) if own.isascii() else None
        named = (self._vocabulary.named_in(behind["noun"]) if behind else []) or self._vocabulary.named_in(own)
        best = next((key for key in named if key in money), "")
        is_like = not behind and bool(figure.choices) and figure.choices[0].score > LIKE
        if not best or currencies[best] == unit.dimension or is_like or figure.metric in named:
            return ""
        names = {BRACKETS.sub("", metrics[key].name.zh) for key in money if currencies[key] == unit.dimension}
        return "" if BRACKETS.sub("", metrics[best].name.zh) in names else best

    def _in_its_currency(self, metric: str, unit: Unit) -> ProposedMetric:
        """A metric of the dataset in another currency than its own."""
        known = self._dataset.metrics[metric]
        currency = _CURRENCIES.get(unit.dimension, unit.name)
        return ProposedMetric(
            theme=known.theme,
            zh=f"{known.name.zh}（{currency.zh}）",
            en=f"{known.name.en} ({currency.en})",
            unit=self._dataset.base_unit(unit).id,
            kind=known.kind,
            additive=known.additive,
            better=known.better,
            standard=True,
        )

    def _nearest_theme(self, choices: Sequence[Choice]) -> str:
        return self._dataset.metrics[choices[0].kind.metric].theme if choices else ""

    # --- what the words name -----------------------------------------------------------------------------------------

    def in_articles(self, articles: Sequence[DraftArticle], text: str) -> Iterator[DraftArticle]:
        """The articles of a text, with a new metric for each figure whose metric is open."""
        for article in articles:
            figures: list[DraftFigure] = []
            for figure in article.figures:
                figures.append(self._with_metric(text, article, figure, figures))
            yield replace(article, figures=tuple(figures))

    def _with_metric(
        self, text: str, article: DraftArticle, figure: DraftFigure, before: Sequence[DraftFigure]
    ) -> DraftFigure:
        unit = figure.quantity.unit if figure.quantity else None
        if figure.label and (standard := self.standard(_said(figure.label), "", unit, figure.choices)):
            return _as_standard(figure, standard)
        if figure.quantity is None or figure.new_metric is not None:
            return figure
        own, unit = figure.noun or self._own(text, article, figure), figure.quantity.unit
        whole = self._whole(text, figure, before)
        part = nouns.before(self._vocabulary.without_places(own))
        if part and whole is not None and whole.new_metric is not None:
            return self._as_part(figure, _part_of(part, whole.new_metric.zh), whole.new_metric)
        near = own if own.isascii() else _LISTED.split(own)[-1]
        known = self._in_another_currency(figure, figure.label or near, text[figure.end : figure.end + _WINDOW])
        told = self._in_its_currency(known, unit) if known else self._told_of(text, figure, before)
        told = told or self._of_the_same_thing(text, figure, own, before)
        if told is not None:
            as_told = _as_standard(figure, told)
            groups = self._vocabulary.groups_named(known, own) if known else []
            return replace(as_told, sector=figure.sector, group=groups[0] if groups else ALL) if known else as_told
        if "metric" not in figure.why:
            return figure
        new, last = self._proposed(text, figure, own), before[-1] if before else None
        is_same = not (new.zh or new.en) and own.isascii() and last is not None and _fits_both(last, figure)
        return replace(figure, new_metric=last.new_metric if is_same and last and last.new_metric else new)

    @staticmethod
    def _own(text: str, article: DraftArticle, figure: DraftFigure) -> str:
        """The words of the sentence before a number, none of which begins in its midst."""
        near = max(figure.start - _WINDOW, article.start)
        if text[near : figure.start].isascii():
            near = max(figure.start - 2 * _WINDOW, article.start)
        own = _SENTENCE.split(text[near : figure.start])[-1]
        is_cut = len(own) == figure.start - near > 0 and near > article.start and _IN_A_NUMBER.match(text, near - 1)
        return _CUT_OFF.sub("", own) if is_cut else own

    def _told_of(self, text: str, figure: DraftFigure, before: Sequence[DraftFigure]) -> ProposedMetric | None:
        """The standard indicator of the number before, where only a place stands between them: 其中东港区5亿元."""
        last = before[-1] if before else None
        if last is None or last.open_metric is None:
            return None
        link = _ITS_PLAN if figure.nature == "target" else _DONE_OF_IT  # 计划新建农村公路120公里,已完成74公里
        done = link.fullmatch(text, last.end, figure.start) if _fits_both(last, figure) else None
        if done and last.open_metric.zh.endswith(done.groupdict().get("noun", "")):
            return last.open_metric
        if not (last.open_metric.standard and last.text and figure.text):
            return None
        between = text[last.end : figure.start]
        if between.strip() in {"、", "和", "及"} and "metric" in figure.why and _fits_both(last, figure):
            return last.open_metric
        without = self._vocabulary.without_places(between)
        if without == between or len(between) > _WINDOW or _FULL_STOP.search(between) or nouns.before(without):
            return None
        is_alike = _fits_both(last, figure) and ("metric" in figure.why or figure.metric == last.metric)
        return last.open_metric if is_alike else None

    def _of_the_same_thing(
        self, text: str, figure: DraftFigure, own: str, before: Sequence[DraftFigure]
    ) -> ProposedMetric | None:
        """The standard indicator of the thing that the number before is of: 快递业务量3亿件,业务收入2亿元."""
        unit = figure.quantity.unit if figure.quantity else None
        for last in reversed([] if own.isascii() else before[-_FEW:]):
            between = text[last.end : figure.start]
            if len(between) > _WINDOW or _FULL_STOP.search(between):
                return None
            name = last.open_metric.zh if last.open_metric else ""
            if not name and last.metric:
                name = self._dataset.metrics[last.metric].name.zh
            if named := self._names.of_the_same(name, own, unit):
                return self._of_standard(named.metric, figure.choices)
        return None

    def _as_part(self, figure: DraftFigure, name: str, whole: ProposedMetric) -> DraftFigure:
        """A part of what has a new metric, as one of the metric of that part: 小学在校学生."""
        unit = figure.quantity.unit if figure.quantity else None
        named = self._names.before(name, unit, self._vocabulary.places)
        if named is not None:
            return _as_standard(figure, self._of_standard(named.metric, figure.choices))
        return replace(_as_standard(figure, replace(whole, zh=name, en="", standard=False)), sure="doubtful")

    def _proposed(self, text: str, figure: DraftFigure, own: str) -> ProposedMetric:
        unit = self._dataset.base_unit(figure.quantity.unit) if figure.quantity else None
        is_rate = unit is not None and unit.dimension in {"ratio", "points"}
        name = self._name(text, figure, figure.label or own)
        is_chinese = _CHINESE.search(name) is not None
        alike = self._names.ending_alike(name) if is_chinese else None
        return ProposedMetric(
            theme=self._themes.of(alike.theme if alike else "", self._nearest_theme(figure.choices)),
            zh=name if is_chinese else "",
            en="" if is_chinese else name,
            unit="percent" if unit is not None and unit.is_fraction else unit.id if unit is not None else "",
            kind="stock" if english_verbs.is_size(unit, own) else nouns.kind_of(name, own, is_rate=is_rate),
            additive=not is_rate and nouns.kind_of(name, own, is_rate=False) != "rate",
        )

    def _name(self, text: str, figure: DraftFigure, before: str) -> str:
        """The words that name what is counted: those behind a count (27件来信), or else those before the number."""
        counts = figure.quantity is None or figure.quantity.unit.dimension in COUNTED
        own = self._vocabulary.without_places(before).rstrip()
        if own.isascii() and not figure.label:
            rest, unit = text[figure.end : figure.end + 4 * _BEHIND], figure.quantity.unit if figure.quantity else None
            named = english_verbs.named_by(own, figure.text, rest, unit)
            return named or english_nouns.before(_OF_NOBODY.sub("", own))
        if not (figure.label or figure.noun) and (counts or nouns.is_cut_off(before)):
            window = text[figure.end : figure.end + 2 * _BEHIND]
            behind = nouns.recognised(before, window) or nouns.behind(text[figure.end : figure.end + _BEHIND])
            if behind:
                return behind
        return nouns.before(own)

    def _whole(self, text: str, figure: DraftFigure, before: Sequence[DraftFigure]) -> DraftFigure | None:
        """The figure with a new metric that this one is a part of: 专任教师1567人,其中:小学813人."""
        if figure.label or figure.quantity is None or figure.quantity.unit.id in _THINGS:
            return None
        for other in reversed(before[-_SEVERAL:]):
            between = text[other.end : figure.start]
            if _FULL_STOP.search(between.replace("。其中", "其中")) or other.quantity is None:
                return None
            if _AMONG_THEM.search(between) and other.new_metric is not None:
                is_inherited = other.new_metric.standard and figure.metric == other.metric
                is_open = "metric" in figure.why or is_inherited
                return other if _fits_both(other, figure) and is_open and other.new_metric.zh else None
        return None


def _is_new(words: str, after: str) -> bool:
    """True of words around a number of what was added in a time, of which no indicator of what there is tells."""
    return any(form.search(words) for form in (NEWLY, english_verbs.ADDED)) or NEW_THEN.search(after) is not None


def _fits_both(one: DraftFigure, other: DraftFigure) -> bool:
    """True of two amounts that measure the same."""
    units = [figure.quantity.unit for figure in (one, other) if figure.quantity]
    return len(units) > 1 and units[0].dimension == units[1].dimension


def _part_of(part: str, whole: str) -> str:
    """What a part is called: 同城业务量 of 快递业务量 is 同城快递业务量, 小学 of 专任教师 is 小学专任教师."""
    same = 0
    while same < min(len(part), len(whole)) and part[-same - 1] == whole[-same - 1]:
        same += 1
    return f"{part[: len(part) - same]}{whole}" if same > 1 else f"{part}{whole}"


_THINGS: Final = frozenset({"enterprises", "places", "items", "households", "villages", "projects"})
"""Units of what has a name of its own as a part, too: 学校104所,其中小学29所."""
_FULL_STOP: Final = re.compile(r"[。!?！？\n]|\.(?= )")
_SEVERAL: Final = 8
_FEW: Final = 3


def _as_standard(figure: DraftFigure, metric: ProposedMetric) -> DraftFigure:
    """A figure as one of a new metric, whose name says of which branch it is."""
    period = figure.period
    if metric.kind == "stock" and period is not None and period.kind != "day":
        period = period.moment()
    sure, why = with_new_metric(figure.why, period, figure.region)
    entries = tuple(entry for entry in figure.new_entries if entry.tree != "sector")
    return replace(
        figure, new_metric=metric, why=why, sure=sure, period=period, sector=ALL, group=ALL, new_entries=entries
    )


def _said(words: str) -> WordsAround:
    """Words that stand alone, as those of a table do."""
    return WordsAround(words, "", "", "")


def with_new_metric(why: Sequence[str], period: Period | None, region: str) -> tuple[Sure, tuple[str, ...]]:
    """How sure a figure of a standard indicator is, and why: its metric is to be looked at, not to be looked for."""
    others = tuple(reason for reason in why if reason not in _OF_METRIC)
    is_whole = period is not None and bool(region) and "unit" not in why
    return "look" if is_whole else "doubtful", ("metric", *others)


def is_value_of(metric: ProposedMetric, rate: str) -> bool:
    """True of a rate that is what an indicator counts: 森林覆盖率达38.2%."""
    return metric.unit in _RATIOS and _PLAIN_RATE.match(rate) is not None


_RATIOS: Final = frozenset({"percent", "permille"})
_PLAIN_RATE: Final = re.compile("-?[0-9０-９]")
_OF_METRIC: Final = frozenset({"metric", "metric-near", "words", "sector"})


def id_of(zh: str, en: str, taken: Collection[str] = ()) -> str:
    """An id that is free, from the English name, or else from how the Chinese one is read; empty without either."""
    is_english = bool(en.strip()) and _QUOTES.sub("", en).isascii()
    words = en if is_english else pinyin.syllables(zh)
    stem = _NOT_IN_IDS.sub("-", words.lower()).strip("-")[: SLUG_LIMIT - 3].strip("-")
    key, number = stem, 1
    while key and key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key
