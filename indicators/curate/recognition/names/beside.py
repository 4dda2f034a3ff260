"""A metric and the words of one number → what counts for the metric there, beside how much they are alike."""

import re
from collections.abc import Mapping
from typing import Final

from indicators.curate.recognition.names import chinese_projects
from indicators.curate.recognition.names.english.names import NEW, NEW_THEN, STANDS
from indicators.curate.recognition.names.english.narrowing import OF_ANOTHER_KIND, WHOSE, WHOSE_SAID
from indicators.curate.recognition.names.grams import grams
from indicators.curate.recognition.names.head_nouns import is_of_all
from indicators.curate.recognition.names.suiting import NEAR_BY, SHARE_OF, Suiting, head_of
from indicators.curate.recognition.names.words_around import WordsAround

FILLING: Final = re.compile(
    r"(?=[总额累合共完实达为是约近超突预有将已按扣同环分名均比较增下减上提回降\s,，]|$)"
    r"(?:(?:总?额|总量)?(?:累计|合计|共计)?(?:完成|实现|达到?|为|是|约|近|超过?|突破|预计|预期|有望|将|已)"
    r"|(?:按|扣除)[^,，]{0,12}(?:计算|因素),?|同比|环比|分别|累计|合计|共计|实际|名义|均|[比较](?:上年|去年)(?:同期)?"
    r"|增长|下降|增加|减少|上升|上涨|提高|回落|增|降|[\s,，])*$"
)
"""What stands between the noun and its number, and says nothing of what the number is."""
NEWLY: Final = re.compile(
    "[发投]放(?=[^,，]{0,12}贷款)|新(?:增|设|登记|注册|认定|培育|引进|建|开工|发展|创建|评)|净增|(?<![共计经已])认定(?=[^,，有]{2,}$)"
)
"""Words of what was added in a time, of which no metric of what there is is told."""
_OF_ANOTHER_KIND: Final = re.compile(
    "人均|户均|亩均|县均|每股|成本|研发|亩产|单产|顺差|逆差|存贷比|货邮|门票|有效(?=发明|专利)|(?:新开工|施工|竣工|待售|养殖|海域|实养|农田|核心区|车间)(?=面积)|(?:协议|合同)(?=利用外资|外资)|(?:投产|投用|竣工|施工|达产|完工|储备)(?=[\u4e00-\u9fff]{0,2}项目)|国民总收入|政府性基金|基金(?=预算|收入|支出)|国有资本经营|净利润|红利|分红|营业利润|国税|地税|注销|能耗|排放|[在出]站(?=博士后)|(?:领军|杰出|后备级?|高层次(?:专业)?)(?=人才)|(?:村|镇|经济)集体|集体(?=经济|收入|经营|资产|增收)|贡献率"
)
"""Words that say that a number is not of a metric that has no such word in its names: 政府性基金收入."""
_A_PLANT: Final = re.compile(
    "产能|能力|项目|生产线|投产|建成|建设|设计|公司|集团|工厂|厂|车间|基地|机组|总投资|占地|投资"
)
"""What stands near a number of what a plant can make in a year: 年产鲜菇380吨 of a village was made."""
_MADE_IN_A_YEAR: Final = re.compile("年产(?![能量值])")
_NO_PLANT: Final = 0.55
_NO_SUCH_HEAD: Final = 0.35
_OTHER_KIND: Final = 0.25
_UNSAID: Final = 0.7
_APART: Final = 0.8
_UNSAID_ENGLISH: Final = 0.7
_NARROWER: Final = 1.25
_NOT_NEW: Final = 0.5
_NEWER: Final = 1.3


class Beside:
    """The words of one number, beside which metrics are tried: those before it, those near it, and all around it."""

    def __init__(self, known: Suiting, around: WordsAround, head_en: str) -> None:
        own, after = around.own, around.after
        self._known, self._around, self._own, self._near = known, around, own, around.near
        self._beside = around.near + after
        self._context = around.paragraph + around.sentence + own + after
        self._english = f"{own} {after}"
        self.is_new_english = bool(NEW.search(re.split("[,;]", own)[-1][-NEAR_BY:]) or NEW_THEN.search(after))
        self._is_standing_english = not self.is_new_english and bool(STANDS.search(re.split("[,;]", own)[-1]))
        self._is_new = NEWLY.search(own) is not None
        self.is_standing_chinese = is_of_all(own)
        self._is_made = _MADE_IN_A_YEAR.search(own) is not None and not _A_PLANT.search(self._beside)
        self._words = FILLING.sub("", own)
        self._head = head_of(self._words)
        self._head_en = head_en if own.isascii() else ""
        if own.isascii():
            kind = OF_ANOTHER_KIND.search(f"{re.split('[,;]', own)[-1]} {after}")
        else:
            kind = _OF_ANOTHER_KIND.search(re.split("[,，;；、]", self._words)[-1])
        self._kind = kind[0].lower() if kind else ""
        self._factors: dict[str, float] = {}

    def bonuses(self) -> Mapping[str, float]:
        """What speaks for metrics here beside their likeness."""
        return self._known.bonuses(self._around, self._words)

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

    def goes_on_with(self, metric: str) -> bool:
        """True where the words may go on to tell of a metric: they name no other kind of amount, as of revenue."""
        return not (self.is_of_another_kind(metric) or self._has_other_head(metric))

    def _has_other_head(self, metric: str) -> bool:
        return bool(self._head_en) and self._head_en not in self._known.heads_en[metric]

    def _is_of_another_whole(self, metric: str) -> bool:
        """True of a share of something that is not what the metric counts shares of: 民生支出占财政支出的比重."""
        whole = self._known.wholes.get(metric)
        told = SHARE_OF.search(self._own) if whole else None
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
        if self._has_other_head(metric):
            factor *= _NO_SUCH_HEAD
        return factor * _OTHER_KIND if self.is_of_another_kind(metric) else factor

    def _of_metric(self, metric: str) -> float:
        factor = 1.0
        if self._near.isascii():
            return self._of_english(metric)
        if any(not pattern.search(self._context) for pattern in self._known.needed[metric]):
            factor *= _UNSAID
        if any(not pattern.search(self._beside) for pattern in self._known.things[metric]):
            factor *= _OTHER_KIND if self._words.endswith(("项目", "企业")) else _UNSAID  # 工业项目8个 are no firms
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
