"""The classes of articles and the figures that they report, with what every key means in both languages."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Annotated, Any, Final

from pydantic import model_validator

from indicators.model.bases import Acceptance, Entry, Identified, SecondPlan, means
from indicators.model.numbers import HELD_NUMBERS, NUMBERS
from indicators.model.scalars import (
    Boolean,
    Change,
    Completion,
    Day,
    FigureAmount,
    Growth,
    LocalHeadline,
    LocalNote,
    Phrase,
    Points,
    Reference,
    Share,
    ShortText,
    Slug,
    Span,
    Url,
)
from indicators.model.subjects import Nature, Place, Subject
from indicators.model.vocabulary import ALL
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.text import Lang

ANNUAL: Final = "annual"
REFERENCES: Final = ("plan", "part_of", "supersedes")
"""Keys of a figure under which the id of another can stand."""

INHERITED: Final = Subject._fields
"""The keys that a figure takes from its article's ``defaults`` where it does not have them itself."""


class Figure(Identified):
    """One number that an article reports."""

    id: Annotated[Slug, means("数的标识，一经公开不再改", "Id of the figure; stable, since links carry it")]
    metric: Annotated[Reference, means("指标的标识", "Id of its metric")]
    region: Annotated[Reference, means("地区的标识", "Id of its region")]
    sector: Annotated[Reference, means("行业的标识", "Id of its sector")]
    group: Annotated[Reference, means("分组的标识", "Id of its group")] = ALL
    period: Annotated[Span, means("时期或时点", "Period, or the moment of a stock")]
    nature: Annotated[Nature, means("实际、目标或预计", "Whether a result, a target or an expectation")] = "actual"
    unit: Annotated[ShortText | None, means("数旁没有印的单位", "Its unit, where none is printed beside it")] = None
    text: Annotated[FigureAmount | None, means("照原文写的数和单位", "The number with its unit, as printed")] = None
    growth: Annotated[Growth | None, means("同比增长，照原文写", "Growth on the year, as printed")] = None
    growth_from: Annotated[
        Span | None,
        means("增长所比的时期，上年同期不用写", "What growth is against, where not a year earlier"),
    ] = None
    growth_quote: Annotated[
        Phrase | None, means("含有增速的最短原文", "The shortest phrase that holds the growth, where `quote` does not")
    ] = None
    change: Annotated[Change | None, means("增减的数量，照原文写", "The change in amount, as printed")] = None
    points: Annotated[Points | None, means("比率的增减，百分点", "The change of a rate, in percentage points")] = None
    share: Annotated[Share | None, means("占整体的比重，照原文写", "The share of its whole, as printed")] = None
    share_quote: Annotated[
        Phrase | None, means("含有比重的最短原文", "The shortest phrase that holds the share, where `quote` does not")
    ] = None
    completion: Annotated[Completion | None, means("完成计划的比例", "Share of the plan, as printed")] = None
    completion_quote: Annotated[
        Phrase | None,
        means("含有完成比例的最短原文", "The shortest phrase that holds the completion, where `quote` does not"),
    ] = None
    plan: Annotated[
        Slug | None, means("annual（年度计划）或目标数的标识", "`annual`, or the id of the figure that is the target")
    ] = None
    second_plan: Annotated[
        SecondPlan | None, means("此数同时对照的另一计划", "Another plan that the same number is measured against")
    ] = None
    part_of: Annotated[Slug | None, means("整体数的标识", "Id of the figure that this is a part of")] = None
    complete_parts: Annotated[
        Boolean, means("所列部分是否为全部", "On a whole: whether the listed parts are all of it")
    ] = False
    supersedes: Annotated[
        Slug | None, means("被此数更正的数的标识", "Id of the earlier figure that this one corrects")
    ] = None
    reason: Annotated[LocalNote | None, means("更正的缘由", "Why the earlier figure was corrected")] = None
    accept: Annotated[
        tuple[Acceptance, ...], means("已核实、照原样保留的提示", "Findings that are right as they stand, and why")
    ] = ()
    note: Annotated[LocalNote | None, means("读者需要知道的说明", "What a reader should know")] = None
    quote: Annotated[Phrase, means("含有此数的最短原文", "The shortest phrase of the article that holds it")]

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return Subject(self.metric, self.region, self.sector, self.group, self.period, self.nature)

    @property
    def place(self) -> Place:
        return Place(self.region, self.sector, self.group)

    @property
    def base_period(self) -> Period | None:
        """The period that growth, change and points are against; None of a holiday week, unless an article says it."""
        return self.growth_from or self.period.year_earlier()

    @property
    def annual_growth(self) -> Quantity | None:
        """The growth against the same period a year earlier; None where growth is against another one."""
        return self.growth if self.growth_from is None else None

    @property
    def refers_to(self) -> list[str]:
        """The ids of the figures that it names: its target, its whole, the one that it corrects."""
        return [key for key in (getattr(self, name) for name in REFERENCES) if key is not None and key != ANNUAL]

    @model_validator(mode="after")
    def _says_something(self) -> "Figure":
        if not any(_numbers(self)):  # a quantity is a tuple that is never empty
            raise Fault("figure-empty")
        if not self.model_fields_set.isdisjoint(_NEEDS):
            self._says_what_it_needs()
        if self.nature == "target" and self.text is not None:
            object.__setattr__(self, "text", self.text.decided())
        # Pydantic makes a set of 728 bytes for each figure; figures with the same keys share one.
        keys = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _KEY_SETS.setdefault(frozenset(keys), keys))
        return self

    def _says_what_it_needs(self) -> None:
        for key, (needed, code) in _NEEDS.items():
            if getattr(self, key) is not None and all(getattr(self, other) is None for other in needed):
                raise Fault(code, key=key, needed=" / ".join(needed))
        if self.growth_from is not None and self.growth_from.end >= self.period.end:
            raise Fault("growth-from-later", base=self.growth_from.text, period=self.period.text)
        if self.growth_from is not None and self.growth_from == self.period.year_earlier():
            raise Fault("growth-from-annual", base=self.growth_from.text)


_numbers: Final = attrgetter(*NUMBERS)

_NEEDS: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    **{words: (numbers, "words-without-number") for words, numbers in HELD_NUMBERS.items()},
    "growth_from": (HELD_NUMBERS["growth_quote"], "words-without-number"),
    "unit": (("text",), "words-without-number"),
    "share": (("part_of",), "share-without-whole"),
    "completion": (("plan",), "completion-without-plan"),
    "second_plan": (("completion",), "words-without-number"),
    "supersedes": (("reason",), "supersedes-without-reason"),
    "reason": (("supersedes",), "reason-without-supersedes"),
}
"""Keys of a figure → the keys of which one has to be there, too, and the problem where none is."""

_KEY_SETS: Final[dict[frozenset[str], set[str]]] = {}
"""The keys of figures → the set that these figures share; it never changes, since a copy of a figure gets its own."""


class Defaults(Entry):
    """What the figures of an article have in common."""

    metric: Annotated[Reference | None, means("指标的标识", "Id of the metric")] = None
    region: Annotated[Reference | None, means("地区的标识", "Id of the region")] = None
    sector: Annotated[Reference | None, means("行业的标识", "Id of the sector")] = None
    group: Annotated[Reference | None, means("分组的标识", "Id of the group")] = None
    period: Annotated[Span | None, means("时期或时点", "Period, or the moment of a stock")] = None
    nature: Annotated[Nature | None, means("实际、目标或预计", "Whether result, target or expectation")] = None


class Copy(Entry):
    """A reproduction of an article that the curator has seen."""

    url: Annotated[Url, means("转载页的网址", "Address of the reproduction")]
    publisher: Annotated[Reference | None, means("转载者的标识", "Id of who reproduced it")] = None
    seen: Annotated[Day | None, means("查看日期", "When it was seen")] = None


_DESCRIPTION: Final = "["  # with it a description begins that stands in place of a headline


class Article(Identified):
    """A printed piece and the figures that it reports."""

    id: Annotated[Slug, means("报道的标识", "Id of the article")]
    publisher: Annotated[Reference, means("发布者的标识", "Id of its publisher")]
    issuer: Annotated[Reference | None, means("数字的发布机关", "Id of who issued the numbers")] = None
    published: Annotated[Day, means("发表日期，知道多细写多细", "When published, as exactly as it is known")]
    headline: Annotated[
        LocalHeadline | None,
        means(
            "标题，另一种语言是我们的翻译；标题不详时写方括号里的描述",
            "Headline, in the other language our translation; where it is not known, a description in square brackets",
        ),
    ] = None
    language: Annotated[Lang, means("原标题的语言", "Language of the printed headline")] = "zh"
    url: Annotated[Url | None, means("确实见过此文的网址", "Address at which the article has really been seen")] = None
    copies: Annotated[tuple[Copy, ...], means("确实见过的转载", "Reproductions that have really been seen")] = ()
    note: Annotated[LocalNote | None, means("读者需要知道的说明", "What a reader should know")] = None
    accept: Annotated[
        tuple[Acceptance, ...], means("已核实、照原样保留的提示", "Findings that are right as they stand, and why")
    ] = ()
    defaults: Annotated[Defaults, means("各数共有的内容", "What its figures have in common")] = (
        Defaults.model_construct()
    )
    figures: Annotated[tuple[Figure, ...], means("所报道的数", "The figures that it reports")]

    @property
    def printed_headline(self) -> str:
        """The headline as it was printed; empty where there is only a description, or a translation, of it."""
        headline = self.headline.of(self.language) if self.headline else ""
        known = self.headline_language(self.language) == self.language
        return headline if known and not headline.startswith(_DESCRIPTION) else ""

    def headline_language(self, lang: Lang) -> Lang:
        """The language that the headline has where it is shown in ``lang``: the other where nobody translated it."""
        return lang if self.headline is None else self.headline.language_in(lang)

    @model_validator(mode="before")
    @classmethod
    def _inherit(cls, raw: Any) -> Any:
        """Figures take what they leave out from the article's defaults."""
        if not isinstance(raw, dict) or not isinstance(raw.get("defaults"), dict):
            return raw
        common = {key: value for key, value in raw["defaults"].items() if key in INHERITED and value is not None}
        figures = raw.get("figures")
        if not common or not isinstance(figures, list):
            return raw
        return {**raw, "figures": [common | item if isinstance(item, dict) else item for item in figures]}
