"""The classes of a dataset: what a curator may write, and what every key means in both languages."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import model_validator

from indicators.model.bases import Acceptance, Entry, Identified, Named, SecondPlan, means
from indicators.model.declared_units import DeclaredUnit
from indicators.model.events import Event
from indicators.model.numbers import HELD_NUMBERS, NUMBERS
from indicators.model.scalars import (
    Amount,
    Boolean,
    Change,
    Code,
    Completion,
    Contact,
    Day,
    FigureAmount,
    Growth,
    Latitude,
    LocalHeadline,
    LocalName,
    LocalNote,
    Longitude,
    Phrase,
    Points,
    Reference,
    Share,
    ShortText,
    Slug,
    Span,
    UnitId,
    Url,
)
from indicators.model.subjects import Nature, Place, Subject
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.text import Lang

Level = Literal["country", "province", "prefecture", "district", "county", "development-zone", "town"]
PublisherKind = Literal[
    "newspaper",
    "news-agency",
    "news-site",
    "industry-site",
    "reprint",
    "social-media",
    "government",
    "statistics-office",
    "office",
    "company",
]
MetricKind = Literal["flow", "stock", "rate"]
Better = Literal["more", "less", "neither"]

ANNUAL: Final = "annual"
ALL: Final = "all"
"""The sector that stands for the whole economy, and the group of figures that count all that their metric names."""

INHERITED: Final = Subject._fields
"""The keys that a figure takes from its article's ``defaults`` where it does not have them itself."""


class About(Entry):
    """The dataset as a whole."""

    id: Annotated[Slug, means("数据集的标识，用于链接和文件名", "Id of the dataset, in links and file names")]
    title: Annotated[LocalName, means("数据集的标题", "Title of the dataset")]
    short: Annotated[LocalName | None, means("页眉上用的短名", "A shorter name, for the head of pages")] = None
    license: Annotated[ShortText, means("汇编的许可", "Licence of the compilation")]
    description: Annotated[LocalNote | None, means("数据集的说明", "What the dataset is")] = None
    contact: Annotated[
        Contact | None,
        means("报告错误的邮箱或网页", "Where errors are reported: an e-mail address, or a page, as that of new issues"),
    ] = None


class Theme(Identified):
    """A group of metrics; themes are shown in the order of the file."""

    id: Annotated[Slug, means("主题的标识", "Id of the theme")]
    name: Annotated[LocalName, means("主题的名称", "Name of the theme")]


class Publisher(Identified):
    """Who prints articles, or issues the numbers that they print."""

    id: Annotated[Slug, means("发布者的标识", "Id of the publisher")]
    name: Annotated[LocalName, means("发布者的名称", "Name of the publisher")]
    kind: Annotated[PublisherKind, means("发布者的类型", "What kind of publisher it is")]
    archive: Annotated[Url | None, means("过往版面的网址", "Address of its archive of past issues")] = None


class Region(Named):
    """A place that figures are about."""

    id: Annotated[Slug, means("地区的标识", "Id of the region")]
    name: Annotated[LocalName, means("地区的名称", "Name of the region")]
    short: Annotated[LocalName | None, means("图表上用的短名", "A shorter name, for charts")] = None
    level: Annotated[Level, means("地区的级别", "Level of the region")]
    part_of: Annotated[Reference | None, means("所属地区的标识", "Id of the region that it lies in")] = None
    gbt2260: Annotated[Code | None, means("GB/T 2260 行政区划代码", "GB/T 2260 code of the division")] = None
    location: Annotated[
        tuple[Latitude, Longitude] | None, means("标注位置：[纬度, 经度]", "Where to label it: [latitude, longitude]")
    ] = None


class Sector(Named):
    """A branch of the economy; ``all`` is the whole of it."""

    id: Annotated[Slug, means("行业的标识", "Id of the sector")]
    name: Annotated[LocalName, means("行业的名称", "Name of the sector")]
    short: Annotated[LocalName | None, means("图表上用的短名", "A shorter name, for charts")] = None
    part_of: Annotated[Reference | None, means("上级行业的标识", "Id of the sector that it belongs to")] = None
    isic: Annotated[Code | None, means("ISIC Rev.4 代码", "ISIC Rev.4 code")] = None


class Group(Named):
    """A part of what metrics count, other than a region or a sector: urban residents, new projects, the port group.

    Groups with the same ``part_of`` are parts of it that do not overlap. Those without one are parts of the whole
    (``all``, which no file lists) that can overlap, and are never added up.
    """

    id: Annotated[Slug, means("分组的标识", "Id of the group")]
    name: Annotated[LocalName, means("分组的名称", "Name of the group")]
    short: Annotated[LocalName | None, means("图表上用的短名", "A shorter name, for charts")] = None
    part_of: Annotated[
        Reference | None,
        means("上级分组的标识；同级互不重叠", "Id of the group that it and its like are parts of, without overlaps"),
    ] = None


class Metric(Named):
    """What is measured."""

    id: Annotated[Slug, means("指标的标识", "Id of the metric")]
    theme: Annotated[Reference, means("主题的标识", "Id of its theme")]
    name: Annotated[LocalName, means("指标的名称", "Name of the metric")]
    short: Annotated[LocalName | None, means("图表上用的短名", "A shorter name, for charts")] = None
    unit: Annotated[UnitId, means("显示所用的单位", "Unit that it is shown in")]
    kind: Annotated[MetricKind, means("流量、存量或比率", "Whether a flow, a stock or a rate")]
    additive: Annotated[Boolean, means("不相交地区的数可否相加", "Whether figures of disjoint regions add up")]
    better: Annotated[Better, means("多好、少好或不论", "Whether more is better, less is, or neither")]
    comparable_basis: Annotated[
        Boolean,
        means(
            "增速与数值是否同一口径（按可比价格计算的增速写 false）",
            "Whether growth and values are on one basis; false where growth is at constant prices",
        ),
    ] = True
    exact: Annotated[
        Boolean,
        means(
            "数是定下的而不是量出的（额度、拨款、基金）",
            "Whether its figures are decided, not measured: quotas, grants, funds",
        ),
    ] = False
    cumulative: Annotated[Boolean, means("是否只增不减的累计数", "Whether it counts up and never falls")] = False
    at_most: Annotated[Amount | None, means("不可能超过的数", "What no figure of it can exceed, such as 100%")] = None
    description: Annotated[LocalNote | None, means("指标的说明", "What the metric counts")] = None


class Pipeline(Identified):
    """Metrics that count the same things at successive steps: in talks, signed, under construction."""

    id: Annotated[Slug, means("流程的标识", "Id of the pipeline")]
    name: Annotated[LocalName, means("流程的名称", "Name of the pipeline")]
    steps: Annotated[tuple[Reference, ...], means("各步指标的标识，按先后", "Ids of the metrics of its steps")]
    subsets: Annotated[
        Boolean, means("后一步是否前一步的一部分", "Whether each step counts a part of what the step before counts")
    ] = False


class Ratio(Identified):
    """A quotient of two metrics that says something: tax per output, the price of a tonne."""

    id: Annotated[Slug, means("比值的标识", "Id of the ratio")]
    name: Annotated[LocalName, means("比值的名称", "Name of the ratio")]
    numerator: Annotated[Reference, means("分子指标的标识", "Id of the metric that is divided")]
    denominator: Annotated[Reference, means("分母指标的标识", "Id of the metric that it is divided by")]
    unit: Annotated[UnitId, means("显示所用的单位", "Unit that it is shown in")]


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


class Document(Entry):
    """One file of a dataset. A folder of them is a dataset too; ``dataset`` stands in exactly one."""

    dataset: Annotated[About | None, means("数据集本身", "The dataset as a whole")] = None
    themes: Annotated[tuple[Theme, ...], means("主题，按显示顺序", "Themes, in the order they are shown")] = ()
    publishers: Annotated[tuple[Publisher, ...], means("发布者", "Publishers")] = ()
    regions: Annotated[tuple[Region, ...], means("地区", "Regions")] = ()
    sectors: Annotated[tuple[Sector, ...], means("行业", "Sectors")] = ()
    groups: Annotated[tuple[Group, ...], means("分组", "Groups")] = ()
    units: Annotated[tuple[DeclaredUnit, ...], means("自定的单位", "Units of the dataset's own")] = ()
    metrics: Annotated[tuple[Metric, ...], means("指标", "Metrics")] = ()
    pipelines: Annotated[tuple[Pipeline, ...], means("流程", "Pipelines")] = ()
    ratios: Annotated[tuple[Ratio, ...], means("比值", "Ratios")] = ()
    events: Annotated[tuple[Event, ...], means("事件", "Events")] = ()
    articles: Annotated[tuple[Article, ...], means("报道", "Articles")] = ()


Document.model_rebuild()  # builds one validator for all classes, instead of one for each


REFERENCES: Final = ("plan", "part_of", "supersedes")
"""Keys of a figure under which the id of another can stand."""

NATURES: Final[tuple[Nature, ...]] = get_args(Nature)
