"""A metric and the words around a number → how well they suit each other, beside how much they are alike."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from indicators.curate.recognition.names import chinese_projects
from indicators.curate.recognition.names.english import heads as english_heads
from indicators.curate.recognition.names.english import projects as english_projects
from indicators.curate.recognition.names.english.narrowing import NARROWED_BY, Whose
from indicators.curate.recognition.names.entry_names import BRACKETS, EntryNames
from indicators.curate.recognition.names.following import follows_in
from indicators.curate.recognition.names.grams import grams
from indicators.curate.recognition.names.words_around import WordsAround
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Metric
from indicators.values.text import plain_forms

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
    "吞吐量": re.compile("吞吐|港|码头|装卸|接卸|泊位|机场|航空|民航|集装箱|标箱|TEU"),
    "产能": re.compile("产能|能力|年产|年可|生产线|项目|[投达]产"),
    "瞪羚": re.compile("瞪羚"),
    "专精特新": re.compile("专精特新|巨人"),
    "高新技术": re.compile("高新|高企|高技术"),
}
"""Words in the name of a metric that narrow it → what has to stand near a number of it."""
_OF_NEW: Final = re.compile("(?<![高创])新")
NEAR_BY: Final = 90
_SEVERAL: Final = 3
_MEASURED: Final = frozenset({"visits", "people", "mass", "containers", "area"})
_ALL_SAID: Final = 0.5
"""What it counts that all words of a metric's name are said, be it with others between them."""
_SIGNED_TOGETHER: Final = 0.3
_ATTRACTED_IN_ENGLISH: Final = 0.5
_STARTED_TOGETHER: Final = 0.5
_THINGS: Final[Mapping[str, re.Pattern[str]]] = {
    "企业": re.compile("企业|公司|主体|巨人|瞪羚|商户|合作社"),
    "主体": re.compile("企业|公司|主体|个体|[商门店]户|商家|合作社|农场|[登注]记|注册"),
    "项目": re.compile("项目|工程"),
}
"""What the name of a metric ends with → what has to stand beside a number of it: 新增停车位300个 are no enterprises."""
_CONTRARY: Final[Mapping[str, re.Pattern[str]]] = {
    "城镇": re.compile("农[村民]|乡村"),
    "农村": re.compile("城[镇市]"),
}
"""Words in the name of a metric → what a number of it is not of, unless it is of both."""
_ALL_THAT_IS_PLANNED: Final = 0.6
_BY_VERB: Final = 0.4
SHARE_OF: Final = re.compile("占(?P<whole>[^占,，。;；]{2,16}?)的?(?:比[重例])[^,，。;；0-9]{0,4}$")
"""The whole of which something is a share: 民生支出占一般公共预算支出的比重达到."""
_SPENT_ON_PROJECTS: Final = 0.3
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
        self._started = [key for key, name in first.items() if name.startswith("已开工")]
        self._planned_investment = [key for key, name in first.items() if "计划" in name and name.endswith("投资")]
        self.capacities = {key for key, name in first.items() if "产能" in name}
        self.wholes = {
            key: {gram for name in names for gram in grams(name)}
            for key, names in self.names.items()
            if SHARE_OF.search(names[0])
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

    def bonuses(self, around: WordsAround, words: str) -> Mapping[str, float]:
        """What speaks for metrics that are called as ``words`` end, which are own ones without what fills them up; that
        the words above name; that often follow the metric before; or that most figures with this noun are of.
        """
        bonuses = dict.fromkeys(self._above.named(around.paragraph), _ABOVE)
        if around.own.isascii():
            for key, more in self._in_english(around):
                bonuses[key] = bonuses.get(key, 0.0) + more
            return bonuses
        for metric, often in self._follows.get(around.previous, _NOTHING).items():
            if often > 1:
                bonuses[metric] = bonuses.get(metric, 0.0) + _FOLLOWS * min(often, _OFTEN) / _OFTEN
        for key, more in self._by_what_is_done(around, words):
            bonuses[key] = bonuses.get(key, 0.0) + more
        if common := self._common.get(head_of(words)):
            bonuses[common] = bonuses.get(common, 0.0) + _COMMON
        for length in range(min(len(words), _LONGEST_END), 2, -1):
            if metrics := self._ends.get(words[-length:]):
                bonuses.update((key, bonuses.get(key, 0.0) + _SAME_END * (length - 1)) for key in metrics)
                break
        return bonuses

    def _in_english(self, around: WordsAround) -> Iterator[tuple[str, float]]:
        """What speaks for metrics by what English words say of projects, and by short names whose words all stand."""
        own, previous, rest = around.own, around.previous, around.rest
        if english_projects.are_signed(own, rest):
            yield from ((key, _ATTRACTED_IN_ENGLISH) for key in self.attracted)
        if english_projects.COMMITTED.search(own):
            yield from ((key, _FOLLOWS + _ALL_SAID) for key in self.attracted)
        if english_projects.are_started(own, rest):
            started = self._key_started if english_projects.are_key(own) else self.together
            more = _SIGNED_TOGETHER * (previous in self.attracted)  # signed 29 projects, with 13 starting construction
            yield from ((key, _STARTED_TOGETHER + more) for key in started)
        elif previous in self.together and english_projects.are_more(own, rest):
            yield from ((key, _STARTED_TOGETHER) for key in self.together)
        if english_projects.are_continued(f"{own}{rest}"):
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

    def _by_what_is_done(self, around: WordsAround, words: str) -> Iterator[tuple[str, float]]:
        """What speaks for metrics by what is done: projects are planned, paid and attracted, goods are traded."""
        own, previous = around.own, around.previous
        if verb := chinese_projects.TRADED.search(own):
            yield from ((key, _BY_VERB) for key in self._called.get(verb[1], ()))
        if chinese_projects.ALL_PLANNED.search(own):
            signed = previous in self._signed
            several = (key for key in self._planned_investment if signed or key not in self.attracted)
            yield from ((key, _ALL_THAT_IS_PLANNED) for key in several)
        if chinese_projects.ALL_PLANNED.search(own) and chinese_projects.OF_ONE.match(around.after):
            yield from ((key, 2 * _ALL_THAT_IS_PLANNED) for key in self.planned.difference(self.attracted))
        elif previous in self.projects and chinese_projects.STARTED.match(around.after):  # 158个已开工
            yield from ((key, _BY_VERB) for key in self._started)
        if previous in self.projects and chinese_projects.COST.search(own):
            yield from ((key, _ALL_THAT_IS_PLANNED) for key in self._planned_investment if key not in self.attracted)
        if chinese_projects.PLANNED_OF_A_YEAR.search(own):
            yield from ((key, _ALL_THAT_IS_PLANNED) for key, names in self.names.items() if "年度计划投资" in names)
        if previous in self.projects and chinese_projects.SPENT.search(words):
            yield from ((key, _SPENT_ON_PROJECTS) for key in self.of_projects)
        if chinese_projects.TOGETHER.search(around.paragraph[-NEAR_BY:] + own):
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
