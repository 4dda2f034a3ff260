"""A metric and the words around a number → how well they suit each other, beside how much they are alike."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from indicators.curate.recognition.names import chinese_projects
from indicators.curate.recognition.names.english import heads as english_heads
from indicators.curate.recognition.names.english import projects as english_projects
from indicators.curate.recognition.names.english.names import NEW, NEW_THEN, STANDS
from indicators.curate.recognition.names.english.narrowing import NARROWED_BY, OF_ANOTHER_KIND, WHOSE, WHOSE_SAID, Whose
from indicators.curate.recognition.names.entry_names import BRACKETS, EntryNames
from indicators.curate.recognition.names.following import follows_in
from indicators.curate.recognition.names.grams import grams
from indicators.curate.recognition.names.head_nouns import is_of_all
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Metric
from indicators.values.text import plain_forms

FILLING: Final = re.compile(
    r"(?=[总额累合共完实达为是约近超突预有将已按扣同环分名均比较增下减上提回降\s,，]|$)"
    r"(?:(?:总?额|总量)?(?:累计|合计|共计)?(?:完成|实现|达到?|为|是|约|近|超过?|突破|预计|预期|有望|将|已)"
    r"|(?:按|扣除)[^,，]{0,12}(?:计算|因素),?|同比|环比|分别|累计|合计|共计|实际|名义|均|[比较](?:上年|去年)(?:同期)?"
    r"|增长|下降|增加|减少|上升|上涨|提高|回落|增|降|[\s,，])*$"
)
"""What stands between the noun and its number, and says nothing of what the number is."""
_HEAD: Final = re.compile(
    "(待售面积|出厂价格|购进价格|消费价格|投资|收入|产值|增加值|利润|利税|税收|余额|支出|面积|产量|吞吐量|存款|贷款|进出口|(?<!进)出口|进口|零售额|销售额|消费额?|补[贴助]|(?<!外)资金)"
    r"(?:总?额|总值|总量)?$"
)
"""The noun at the end of some words that says what kind of amount follows: 四新经济投资 is no value added."""
_QUALIFIERS: Final[Mapping[str, re.Pattern[str]]] = {
    "部门": re.compile("部门|[局委办处室]"),
    "集中": re.compile("集中|同时|统一|仪式|批"),
    "技改": re.compile("技改|技术改造"),
    "技术改造": re.compile("技改|技术改造"),
    "博士后": re.compile("博士后"),
    "外贸": re.compile("外贸|对外"),
    "主营": re.compile("主营"),
    "招引": re.compile("[招引签]|落地|外来|客商|协议|合同"),
    "大宗": re.compile("大宗|交易"),
    "不良": re.compile("不良"),
    "美元": re.compile("美[元金]|USD"),
    "赛事": re.compile("赛"),
    "集群": re.compile("集群"),
    "计划总投资": re.compile("计划|总投资|投资总?额|概算|规划"),
}
"""Words in the name of a metric that narrow it → what has to stand near a number of it."""
_OF_NEW: Final = re.compile("(?<![高创])新")
_NEAR_BY: Final = 90
_SEVERAL: Final = 3
_MEASURED: Final = frozenset({"visits", "people", "mass", "containers", "area"})
_ALL_SAID: Final = 0.5
"""What it counts that all words of a metric's name are said, be it with others between them."""
_SIGNED_TOGETHER: Final = 0.3
_STARTED_TOGETHER: Final = 0.5
_THINGS: Final[Mapping[str, re.Pattern[str]]] = {
    "企业": re.compile("企业|公司|主体|巨人|瞪羚|商户|合作社"),
    "项目": re.compile("项目|工程"),
}
"""What the name of a metric ends with → what has to stand beside a number of it: 新增停车位300个 are no enterprises."""
NEWLY: Final = re.compile(
    "[发投]放(?=[^,，]{0,12}贷款)|新(?:增|设|登记|注册|认定|培育|引进|建|开工|发展|创建|评)|净增|(?<![共计经已])认定(?=[^,，有]{2,}$)"
)
"""Words of what was added in a time, of which no metric of what there is is told."""
_CONTRARY: Final[Mapping[str, re.Pattern[str]]] = {
    "城镇": re.compile("农[村民]|乡村"),
    "农村": re.compile("城[镇市]"),
}
"""Words in the name of a metric → what a number of it is not of, unless it is of both."""
_OF_ANOTHER_KIND: Final = re.compile(
    "人均|户均|亩均|县均|每股|成本|研发|亩产|单产|顺差|逆差|存贷比|货邮|门票|有效(?=发明|专利)|(?:新开工|施工|竣工|待售|养殖|海域|实养|农田|核心区|车间)(?=面积)|(?:协议|合同)(?=利用外资|外资)|(?:投产|投用|竣工|施工|达产|完工|储备)(?=[\u4e00-\u9fff]{0,2}项目)|国民总收入|政府性基金|基金(?=预算|收入|支出)|国有资本经营|净利润|红利|分红|营业利润|国税|地税|注销|能耗|排放|[在出]站(?=博士后)|(?:领军|杰出|后备级?|高层次(?:专业)?)(?=人才)|(?:村|镇|经济)集体|集体(?=经济|收入)"
)
"""Words that say that a number is not of a metric that has no such word in its names: 政府性基金收入."""
_A_PLANT: Final = re.compile(
    "产能|能力|项目|生产线|投产|建成|建设|设计|公司|集团|工厂|厂|车间|基地|机组|总投资|占地|投资"
)
"""What stands near a number of what a plant can make in a year: 年产鲜菇380吨 of a village was made."""
_MADE_IN_A_YEAR: Final = re.compile("年产(?![能量值])")
_NO_PLANT: Final = 0.55
_ALL_THAT_IS_PLANNED: Final = 0.6
_BY_VERB: Final = 0.4
_SHARE_OF: Final = re.compile("占(?P<whole>[^占,，。;；]{2,16}?)的?(?:比[重例])[^,，。;；0-9]{0,4}$")
"""The whole of which something is a share: 民生支出占一般公共预算支出的比重达到."""
_SPENT_ON_PROJECTS: Final = 0.3
_NO_SUCH_HEAD: Final = 0.35
_OTHER_KIND: Final = 0.25
_UNSAID: Final = 0.7
_APART: Final = 0.8
_UNSAID_ENGLISH: Final = 0.7
_NARROWER: Final = 1.25
_NOT_NEW: Final = 0.5
_NEWER: Final = 1.3
_FOLLOWS: Final = 0.25
_OFTEN: Final = 3
_ABOVE: Final = 0.12
_COMMON: Final = 0.06
_LONG_NAME: Final = 4
_SAME_END: Final = 0.08
_LONGEST_END: Final = 6


class Suiting:
    """What a dataset knows of its metrics beside their words: what narrows each of them, and which follows which."""

    def __init__(self, dataset: Dataset) -> None:
        self.names = {metric.id: _names(metric) for metric in dataset.metrics.values()}
        self.all_names = {
            key: "\n".join([*names, dataset.metrics[key].name.en]).lower() for key, names in self.names.items()
        }
        self.needed = {
            key: [pattern for word, pattern in _QUALIFIERS.items() if word in names[0]]
            for key, names in self.names.items()
        }
        self.needed_en = {
            metric.id: [pattern for word, pattern in NARROWED_BY.items() if word in metric.name.en.lower()]
            for metric in dataset.metrics.values()
        }
        self.heads_en = english_heads.of_metrics(dataset.metrics.values())
        self.words_of = [*_short_names(dataset)]
        """The English words of each metric that has a short name."""
        self.whose = Whose(dataset.metrics.values())
        first = {key: names[0] for key, names in self.names.items()}
        self.things = {
            key: [said for word, said in _THINGS.items() if name.endswith(word)] for key, name in first.items()
        }
        self.contrary = {key: [pair for pair in _CONTRARY.items() if pair[0] in name] for key, name in first.items()}
        self.standing = _standing(dataset)
        self.in_all = _in_all(self.names, self.standing)
        """What is added in a time → the metric of how many there are then."""
        self.of_projects = {key for key, name in first.items() if chinese_projects.NAME_OF_SPENT.match(name)}
        self.planned = {key for key, name in first.items() if "计划" in name}
        self.projects = self.planned | self.of_projects | {key for key, name in first.items() if name.endswith("项目")}
        self.started = [key for key, name in first.items() if name.startswith("已开工")]
        self._planned_investment = [key for key, name in first.items() if "计划" in name and name.endswith("投资")]
        self.capacities = {key for key, name in first.items() if "产能" in name}
        self.wholes = {
            key: {gram for name in names for gram in grams(name)}
            for key, names in self.names.items()
            if _SHARE_OF.search(names[0])
        }
        self._called = _called(self.names)
        self._signed = {key for key, names in self.names.items() if re.search("签约|招引", "".join(names))}
        self._continued = [key for key, names in self.names.items() if "续建" in names[0]]
        self._key_started = [key for key, names in self.names.items() if "重点项目开工" in "".join(names)]
        self.together = [key for key, names in self.names.items() if names[0].startswith("集中")]
        self.attracted = [key for key, names in self.names.items() if "招引" in names[0]]
        self.heads = {key: {head for name in names if (head := head_of(name))} for key, names in self.names.items()}
        self._common = _common(dataset, self.heads)
        self._above = EntryNames(
            (name, key) for key, names in self.names.items() for name in names if len(name) >= _LONG_NAME
        )
        self._ends = _ends(self.names)
        self._follows = follows_in(dataset)

    def bonuses(self, own: str, words: str, previous: str, above: str, near: str) -> Mapping[str, float]:
        """What speaks for metrics that are called as ``words`` end, which are ``own`` without what fills them up; that
        the words above name; that often follow the metric before; or that most figures with this noun are of.
        """
        bonuses = dict.fromkeys(self._above.named(above), _ABOVE)
        if own.isascii():
            for key, more in self._in_english(own, previous, near):
                bonuses[key] = bonuses.get(key, 0.0) + more
            return bonuses
        for metric, often in self._follows.get(previous, _NOTHING).items():
            if often > 1:
                bonuses[metric] = bonuses.get(metric, 0.0) + _FOLLOWS * min(often, _OFTEN) / _OFTEN
        for key, more in self._by_what_is_done(own, words, previous, above):
            bonuses[key] = bonuses.get(key, 0.0) + more
        if common := self._common.get(head_of(words)):
            bonuses[common] = bonuses.get(common, 0.0) + _COMMON
        for length in range(min(len(words), _LONGEST_END), 2, -1):
            if metrics := self._ends.get(words[-length:]):
                bonuses.update((key, bonuses.get(key, 0.0) + _SAME_END * (length - 1)) for key in metrics)
                break
        return bonuses

    def _in_english(self, own: str, previous: str, near: str) -> Iterator[tuple[str, float]]:
        """What speaks for metrics by what English words say of projects, and by short names whose words all stand."""
        if english_projects.are_signed(own, near):
            yield from ((key, _SIGNED_TOGETHER) for key in self.attracted)
        if english_projects.COMMITTED.search(own):
            yield from ((key, _FOLLOWS + _ALL_SAID) for key in self.attracted)
        if english_projects.are_started(near):
            started = self._key_started if english_projects.are_key(own) else self.together
            yield from ((key, _STARTED_TOGETHER) for key in started)
        elif previous in self.together and english_projects.are_more(own, near):
            yield from ((key, _STARTED_TOGETHER) for key in self.together)
        if english_projects.are_continued(near):
            yield from ((key, _STARTED_TOGETHER + _SIGNED_TOGETHER) for key in self._continued)
        if english_projects.INVESTMENT_OF.search(own):
            signed = previous in self._signed  # introduced 62 projects with an investment of
            of_signed = self.together if previous in self.together else self.attracted
            yield from (
                (key, _FOLLOWS + _ALL_SAID * signed) for key in (of_signed if signed else self._planned_investment)
            )
        said = {*grams(re.split("[,;]", own)[-1])}
        yield from ((key, _ALL_SAID) for key, words in self.words_of if words <= said)

    def is_narrower(self, metric: str, name: str) -> bool:
        """True of a metric all of whose several Chinese names say more than a name does: 发明专利授权量, 专利授权量."""
        several = [{*grams(words)} for words in self.names[metric] if not words.isascii()]
        return len(several) > 1 and not set.intersection(*several) <= {*grams(name)}

    def _by_what_is_done(self, own: str, words: str, previous: str, above: str) -> Iterator[tuple[str, float]]:
        """What speaks for metrics by what is done: projects are planned, paid and attracted, goods are traded."""
        if verb := chinese_projects.TRADED.search(own):
            yield from ((key, _BY_VERB) for key in self._called.get(verb[1], ()))
        if chinese_projects.ALL_PLANNED.search(own):
            signed = previous in self._signed
            several = (key for key in self._planned_investment if signed or key not in self.attracted)
            yield from ((key, _ALL_THAT_IS_PLANNED) for key in several)
        if previous in self.projects and chinese_projects.COST.search(own):
            yield from ((key, _ALL_THAT_IS_PLANNED) for key in self._planned_investment if key not in self.attracted)
        if chinese_projects.PLANNED_OF_A_YEAR.search(own):
            yield from ((key, _ALL_THAT_IS_PLANNED) for key, names in self.names.items() if "年度计划投资" in names)
        if previous in self.projects and chinese_projects.SPENT.search(words):
            yield from ((key, _SPENT_ON_PROJECTS) for key in self.of_projects)
        if chinese_projects.TOGETHER.search(above[-_NEAR_BY:] + own):
            yield from ((key, _SIGNED_TOGETHER) for key in self.together)
        if chinese_projects.ATTRACTED.search(own):
            yield from ((key, _ABOVE) for key in self.attracted)


def _short_names(dataset: Dataset) -> Iterator[tuple[str, frozenset[str]]]:
    """The words of each short English name of a metric that is measured, and not counted."""
    for metric in dataset.metrics.values():
        if getattr(metric.unit, "dimension", "") in _MEASURED:
            for name in (metric.name, metric.short):
                words = frozenset(grams(name.en)) if name else frozenset()
                if 1 < len(words) <= _SEVERAL:
                    yield metric.id, words


def _standing(dataset: Dataset) -> Collection[str]:
    """The metrics of what there is, without those of what was added."""
    metrics = dataset.metrics.values()
    return {metric.id for metric in metrics if metric.kind == "stock" and not _OF_NEW.search(metric.name.zh)}


def _in_all(names: Mapping[str, Sequence[str]], standing: Collection[str]) -> Mapping[str, str]:
    bare = {several[0].removesuffix("(累计)"): key for key, several in names.items() if key in standing}
    wholes = {key: several[0].removeprefix("新增") for key, several in names.items() if several[0].startswith("新增")}
    return {key: bare[whole] for key, whole in wholes.items() if whole in bare}


def _called(names: Mapping[str, Sequence[str]]) -> Mapping[str, list[str]]:
    """Names → the metrics that are called so."""
    called: dict[str, list[str]] = {}
    for key, several in names.items():
        for name in several:
            called.setdefault(name, []).append(key)
    return called


def _common(dataset: Dataset, heads: Mapping[str, Collection[str]]) -> Mapping[str, str]:
    """The nouns of names → the metric with such a name that has most figures."""
    figures = Counter(figure.metric for figure in dataset.figures.values())
    common: dict[str, str] = {}
    for key, nouns in sorted(heads.items(), key=lambda entry: figures[entry[0]]):
        common.update(dict.fromkeys(nouns, key))
    return common


def _ends(names: Mapping[str, Sequence[str]]) -> Mapping[str, Collection[str]]:
    """How names end → the metrics whose names do."""
    ends: dict[str, set[str]] = {}
    for key, several in names.items():
        for name in several:
            for length in range(2, min(len(name), _LONGEST_END) + 1):
                ends.setdefault(name[-length:], set()).add(key)
    return ends


def head_of(words: str) -> str:
    """The noun at the end of some words that says what kind of amount follows; empty where none does."""
    match = _HEAD.search(BRACKETS.sub("", words))
    return match[1] if match else ""


_NOTHING: Final[Counter[str]] = Counter()


def _names(metric: Metric) -> Sequence[str]:
    short = [metric.short.zh] if metric.short else []
    return tuple(plain_forms(name) for name in (metric.name.zh, *short, *metric.also))


class Beside:
    """The words of one number, beside which metrics are tried: those before it, those near it, and all around it."""

    def __init__(  # noqa: PLR0913, PLR0917
        self, known: Suiting, own: str, near: str, after: str, context: str, head_en: str
    ) -> None:
        self._known, self._near, self._beside, self._context = known, near, near + after, context
        self._own, self._after = own, after
        self._english = f"{own} {after}"
        self.is_new_english = bool(NEW.search(re.split("[,;]", own)[-1][-_NEAR_BY:]) or NEW_THEN.search(after))
        self._is_standing_english = not self.is_new_english and bool(STANDS.search(re.split("[,;]", own)[-1]))
        self._is_new = NEWLY.search(own) is not None
        self.is_standing_chinese = is_of_all(own)
        self._is_made = _MADE_IN_A_YEAR.search(own) is not None and not _A_PLANT.search(near + after)
        self._words = FILLING.sub("", own)
        self._head = head_of(self._words)
        self._head_en = head_en if own.isascii() else ""
        if own.isascii():
            kind = OF_ANOTHER_KIND.search(f"{re.split('[,;]', own)[-1]} {after}")
        else:
            kind = _OF_ANOTHER_KIND.search(re.split("[,，;；、]", self._words)[-1])
        self._kind = kind[0].lower() if kind else ""
        self._factors: dict[str, float] = {}

    def bonuses(self, previous: str, above: str, rest: str) -> Mapping[str, float]:
        """What speaks for metrics here beside their likeness, by the metric before and the words above."""
        bonuses = self._known.bonuses(self._own, self._words, previous, above, self._near + rest)
        more: dict[str, float] = {}
        if chinese_projects.ALL_PLANNED.search(self._own) and chinese_projects.OF_ONE.match(self._after):
            more = dict.fromkeys(self._known.planned.difference(self._known.attracted), 2 * _ALL_THAT_IS_PLANNED)
        elif chinese_projects.STARTED.match(self._after) and previous in self._known.projects:  # 158个已开工
            more = dict.fromkeys(self._known.started, _BY_VERB)
        return {**bonuses, **{key: bonuses.get(key, 0.0) + value for key, value in more.items()}}

    def factor(self, metric: str, head: str) -> float:
        """What the likeness of a metric counts for here whose words in the dataset have the noun ``head``."""
        if metric not in self._factors:
            self._factors[metric] = self._of_metric(metric)
        if self._head and self._head not in self._known.heads[metric] and head != self._head:
            return self._factors[metric] * _NO_SUCH_HEAD
        return self._factors[metric]

    def narrowed(self, metric: str) -> float:
        """What counts for a metric in whose English name a word stands that says whose a number is, and against it."""
        said = [word for word in WHOSE if WHOSE_SAID[word].search(self._own)]
        if not said:
            return 1.0
        if metric in self._known.whose.wider:
            return _UNSAID
        own = self._known.whose.words.get(metric)
        return 1.0 if own is None else _NARROWER if own in said else _NO_SUCH_HEAD

    def is_of_another_kind(self, metric: str) -> bool:
        """True where the words say that a number is of a kind that a metric has no word for: 新开工面积, 门票收入."""
        return bool(self._kind) and self._kind not in self._known.all_names[metric]

    def _is_of_another_whole(self, metric: str) -> bool:
        """True of a share of something that is not what the metric counts shares of: 民生支出占财政支出的比重."""
        whole = self._known.wholes.get(metric)
        told = _SHARE_OF.search(self._own) if whole else None
        return whole is not None and told is not None and whole.isdisjoint(grams(told["whole"]))

    def _of_new_or_standing(self, metric: str) -> float:
        """What counts for a metric of what is new, or of how many there are, in English words that say one of them."""
        if self.is_new_english:
            return _NOT_NEW if metric in self._known.standing else _NEWER if metric in self._known.in_all else 1.0
        return _NOT_NEW if self._is_standing_english and metric in self._known.in_all else 1.0

    def _of_english(self, metric: str) -> float:
        """What counts for a metric in English words."""
        said = (pattern.search(self._english) for pattern in self._known.needed_en[metric])
        factor = self._of_new_or_standing(metric) * self.narrowed(metric)
        if not all(said):
            factor *= _UNSAID_ENGLISH
        if self._head_en and self._head_en not in self._known.heads_en[metric]:
            factor *= _NO_SUCH_HEAD
        return factor * _OTHER_KIND if self.is_of_another_kind(metric) else factor

    def _of_metric(self, metric: str) -> float:
        factor = 1.0
        if self._near.isascii():
            return self._of_english(metric)
        if any(not pattern.search(self._context) for pattern in self._known.needed[metric]):
            factor *= _UNSAID
        if any(not pattern.search(self._beside) for pattern in self._known.things[metric]):
            factor *= _UNSAID
        if any(pattern.search(self._own) and word not in self._own for word, pattern in self._known.contrary[metric]):
            factor *= _NO_SUCH_HEAD
        if self.is_of_another_kind(metric) or self._is_of_another_whole(metric):
            factor *= _OTHER_KIND
        if metric in self._known.capacities and self._is_made:
            factor *= _NO_PLANT
        if self._is_new and metric in self._known.standing:
            factor *= _NOT_NEW
        if metric in self._known.together and not chinese_projects.TOGETHER.search(self._context):
            factor *= _APART
        if metric in self._known.of_projects and not chinese_projects.OF_PROJECTS.search(self._near):
            factor *= _UNSAID
        return factor
