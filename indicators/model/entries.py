"""The classes of a dataset: what a curator may write, and what every key means in both languages.

All scalars arrive as the strings that were printed (see source.py); the types here make values of them. A value that
cannot be taken raises a Fault, which the loader turns into a Problem with line and column.
"""

import re
from collections.abc import Callable
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from indicators.values import periods, quantities, urls
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.text import LocalText
from indicators.values.units import FORMS

Nature = Literal["actual", "target", "expected"]
Level = Literal["country", "province", "prefecture", "district", "county", "development-zone", "town"]
PublisherKind = Literal["newspaper", "news-site", "office", "social-media"]
MetricKind = Literal["flow", "stock", "rate"]
Better = Literal["more", "less", "neither"]

FAULTS: Final = frozenset({
    "address-in-text",
    "completion-without-plan",
    "empty-value",
    "figure-empty",
    "location-form",
    "location-range",
    "not-a-boolean",
    "not-text",
    "quote-sentence",
    "reason-without-supersedes",
    "supersedes-without-reason",
    "too-long",
    "unknown-unit",
})  # fmt: skip

NAME_LIMIT: Final = 120
HEADLINE_LIMIT: Final = 300
NOTE_LIMIT: Final = 2000
QUOTE_LIMIT: Final = 100
ANNUAL: Final = "annual"
ALL: Final = "all"
"""The sector that stands for the whole economy."""
INHERITED: Final = ("metric", "region", "sector", "period", "nature")
"""What a figure takes from its article's ``defaults`` where it does not say so itself."""


# Streamlit makes links of these, escaped or not; those that readers may follow stand under ``url`` and are checked.
_ADDRESS: Final = re.compile(r"https?://\S*|(?<!\w)www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w+", re.IGNORECASE)
_IN_ADDRESSES: Final = re.compile(r"://|[wW]\.|@")
"""One of these stands in each of them, and is found in a tenth of the time."""


def _at_most(limit: int) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not text.strip():
            raise Fault("empty-value")
        if len(text) > limit:
            raise Fault("too-long", limit=str(limit), length=str(len(text)))
        if _IN_ADDRESSES.search(text) and (found := _ADDRESS.search(text)):
            raise Fault("address-in-text", value=found[0][:60])
        return text

    return check


def _both_at_most(limit: int) -> Callable[[LocalText], LocalText]:
    check = _at_most(limit)

    def both(words: LocalText) -> LocalText:
        check(words.zh)
        check(words.en)
        return words

    return both


def _boolean(printed: str) -> bool:
    if printed not in {"true", "false"}:
        raise Fault("not-a-boolean", value=printed[:60])
    return printed == "true"


def _degrees(limit: int) -> Callable[[str], float]:
    def parse(printed: str) -> float:
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,6})?", printed, re.ASCII):
            raise Fault("location-form", value=printed[:60])
        if abs(degrees := float(printed)) > limit:
            raise Fault("location-range", value=printed, limit=str(limit))
        return degrees

    return parse


def _from_text(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    def of(printed: Any) -> Any:
        if not isinstance(printed, str):
            raise Fault("empty-value" if printed is None else "not-text")
        return parse(printed)

    return of


_at_most_a_quote: Final = _at_most(QUOTE_LIMIT)
_SENTENCE: Final = re.compile(r"[。！？!?]|\.\s")
_NUMBER_IN_WORDS: Final = re.compile(r"[0-9\u4e00-\u9fff%，、]+(?:\.[0-9][0-9\u4e00-\u9fff%，、]*)*")


def _phrase(text: str) -> str:
    if len(text) <= QUOTE_LIMIT and _NUMBER_IN_WORDS.fullmatch(text):  # so most are, and nothing is wrong with those
        return text
    _at_most_a_quote(text)
    if _SENTENCE.search(text.strip()):
        raise Fault("quote-sentence", value=text[:60])
    return text


SLUG: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
SLUG_LIMIT: Final = 80


def _scalar(example: str, *others: str) -> WithJsonSchema:
    """An editor reads 36.70 and 2022 as numbers, and both are fine as printed."""
    return WithJsonSchema({"type": ["string", "number"], "examples": [example, *others]})


# Half of all values are ids: pydantic's own check of them takes a third of the time that a function of ours would.
Slug = Annotated[
    str,
    StringConstraints(pattern=SLUG, max_length=SLUG_LIMIT),
    WithJsonSchema({"type": "string", "pattern": SLUG}),
]
Name = Annotated[LocalText, AfterValidator(_both_at_most(NAME_LIMIT))]
Headline = Annotated[LocalText, AfterValidator(_both_at_most(HEADLINE_LIMIT))]
Note = Annotated[LocalText, AfterValidator(_both_at_most(NOTE_LIMIT))]
Phrase = Annotated[str, AfterValidator(_phrase)]
Boolean = Annotated[bool, BeforeValidator(_from_text(_boolean)), WithJsonSchema({"type": "boolean"})]
Latitude = Annotated[float, PlainValidator(_from_text(_degrees(90))), WithJsonSchema({"type": "number"})]
Longitude = Annotated[float, PlainValidator(_from_text(_degrees(180))), WithJsonSchema({"type": "number"})]
Url = Annotated[str, AfterValidator(urls.check), WithJsonSchema({"type": "string", "format": "uri"})]
Amount = Annotated[
    Quantity, PlainValidator(_from_text(quantities.parse)), _scalar("36.7亿元", "250余万元", "over 30,000 mu")
]
Growth = Annotated[Quantity, PlainValidator(_from_text(quantities.parse_growth)), _scalar("32%", "-2.7%")]
Completion = Annotated[Quantity, PlainValidator(_from_text(quantities.parse_completion)), _scalar("52.1%", "超额314%")]
Span = Annotated[Period, PlainValidator(_from_text(periods.parse)), _scalar("2022-S1", "2022", "2024-01-01/P7M")]
Day = Annotated[Period, PlainValidator(_from_text(periods.parse_date)), _scalar("2022-08", "2022-08-05")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,12}$"), _scalar("371100")]


def _means(zh: str, en: str) -> Any:
    return Field(description=f"{en}\n\n{zh}")


class Entry(BaseModel):
    """Something written in the file: no key but the known ones, and never changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)


class About(Entry):
    """The dataset as a whole."""

    id: Annotated[Slug, _means("数据集的标识，用于链接和文件名", "Id of the dataset, in links and file names")]
    title: Annotated[Name, _means("数据集的标题", "Title of the dataset")]
    license: Annotated[str, AfterValidator(_at_most(NAME_LIMIT)), _means("汇编的许可", "Licence of the compilation")]
    description: Annotated[Note | None, _means("数据集的说明", "What the dataset is")] = None


class Theme(Entry):
    """A group of metrics; themes are shown in the order of the file."""

    id: Annotated[Slug, _means("主题的标识", "Id of the theme")]
    name: Annotated[Name, _means("主题的名称", "Name of the theme")]


class Publisher(Entry):
    """Who prints articles, or issues the numbers that they print."""

    id: Annotated[Slug, _means("发布者的标识", "Id of the publisher")]
    name: Annotated[Name, _means("发布者的名称", "Name of the publisher")]
    kind: Annotated[PublisherKind, _means("发布者的类型", "What kind of publisher it is")]
    archive: Annotated[Url | None, _means("过往版面的网址", "Address of its archive of past issues")] = None


class Region(Entry):
    """A place that figures are about."""

    id: Annotated[Slug, _means("地区的标识", "Id of the region")]
    name: Annotated[Name, _means("地区的名称", "Name of the region")]
    short: Annotated[Name | None, _means("图表上用的短名", "A shorter name, for charts")] = None
    level: Annotated[Level, _means("地区的级别", "Level of the region")]
    part_of: Annotated[Slug | None, _means("所属地区的标识", "Id of the region that it lies in")] = None
    gbt2260: Annotated[Code | None, _means("GB/T 2260 行政区划代码", "GB/T 2260 code of the division")] = None
    location: Annotated[
        tuple[Latitude, Longitude] | None, _means("标注位置：[纬度, 经度]", "Where to label it: [latitude, longitude]")
    ] = None


class Sector(Entry):
    """A branch of the economy; ``all`` is the whole of it."""

    id: Annotated[Slug, _means("行业的标识", "Id of the sector")]
    name: Annotated[Name, _means("行业的名称", "Name of the sector")]
    short: Annotated[Name | None, _means("图表上用的短名", "A shorter name, for charts")] = None
    part_of: Annotated[Slug | None, _means("上级行业的标识", "Id of the sector that it belongs to")] = None
    isic: Annotated[Code | None, _means("ISIC Rev.4 代码", "ISIC Rev.4 code")] = None


def _known_unit(unit: str) -> str:
    if unit not in quantities.UNITS:
        meant = FORMS.get(unit.lower())  # 元 is CNY here
        suggestion = meant.id if meant else ""
        raise Fault("unknown-unit", value=unit[:60], suggestion=suggestion, known=", ".join(quantities.UNITS))
    return unit


class Metric(Entry):
    """What is measured."""

    id: Annotated[Slug, _means("指标的标识", "Id of the metric")]
    theme: Annotated[Slug, _means("主题的标识", "Id of its theme")]
    name: Annotated[Name, _means("指标的名称", "Name of the metric")]
    short: Annotated[Name | None, _means("图表上用的短名", "A shorter name, for charts")] = None
    unit: Annotated[
        str,
        AfterValidator(_known_unit),
        WithJsonSchema({"type": "string", "enum": list(quantities.UNITS)}),
        _means("显示所用的单位", "Unit that it is shown in"),
    ]
    kind: Annotated[MetricKind, _means("流量、存量或比率", "Whether a flow, a stock or a rate")]
    additive: Annotated[Boolean, _means("不相交地区的数可否相加", "Whether figures of disjoint regions add up")]
    better: Annotated[Better, _means("多好、少好或不论", "Whether more is better, less is, or neither")]
    comparable_basis: Annotated[
        Boolean,
        _means(
            "增速与数值是否同一口径（按可比价格计算的增速写 false）",
            "Whether growth and values are on one basis; false where growth is at constant prices",
        ),
    ] = True
    description: Annotated[Note | None, _means("指标的说明", "What the metric counts")] = None


class Pipeline(Entry):
    """Metrics that count the same things at successive steps: in talks, signed, under construction."""

    id: Annotated[Slug, _means("流程的标识", "Id of the pipeline")]
    name: Annotated[Name, _means("流程的名称", "Name of the pipeline")]
    steps: Annotated[tuple[Slug, ...], _means("各步指标的标识，按先后", "Ids of the metrics of its steps, in order")]


class Ratio(Entry):
    """A quotient of two metrics that says something: tax per output, the price of a tonne."""

    id: Annotated[Slug, _means("比值的标识", "Id of the ratio")]
    name: Annotated[Name, _means("比值的名称", "Name of the ratio")]
    numerator: Annotated[Slug, _means("分子指标的标识", "Id of the metric that is divided")]
    denominator: Annotated[Slug, _means("分母指标的标识", "Id of the metric that it is divided by")]
    unit: Annotated[
        str,
        AfterValidator(_known_unit),
        WithJsonSchema({"type": "string", "enum": list(quantities.UNITS)}),
        _means("显示所用的单位", "Unit that it is shown in"),
    ]


class Acceptance(Entry):
    """A finding that is right as it stands, and why."""

    code: Annotated[str, AfterValidator(_at_most(NAME_LIMIT)), _means("校核的代号", "Code of the finding")]
    reason: Annotated[Note, _means("为什么照原样保留", "Why the entry stays as it is")]


class Figure(Entry):
    """One number that an article reports."""

    id: Annotated[Slug, _means("数的标识，一经公开不再改", "Id of the figure; stable, since links carry it")]
    metric: Annotated[Slug, _means("指标的标识", "Id of its metric")]
    region: Annotated[Slug, _means("地区的标识", "Id of its region")]
    sector: Annotated[Slug, _means("行业的标识", "Id of its sector")]
    period: Annotated[Span, _means("时期或时点", "Period, or the moment of a stock")]
    nature: Annotated[Nature, _means("实际、目标或预计", "Whether a result, a target or an expectation")] = "actual"
    text: Annotated[Amount | None, _means("照原文写的数和单位", "The number with its unit, as printed")] = None
    growth: Annotated[Growth | None, _means("同比增长，照原文写", "Growth on the year, as printed")] = None
    completion: Annotated[Completion | None, _means("完成计划的比例", "Share of the plan, as printed")] = None
    plan: Annotated[
        Slug | None, _means("annual（年度计划）或目标数的标识", "`annual`, or the id of the figure that is the target")
    ] = None
    part_of: Annotated[Slug | None, _means("整体数的标识", "Id of the figure that this is a part of")] = None
    complete_parts: Annotated[
        Boolean, _means("所列部分是否为全部", "On a whole: whether the listed parts are all of it")
    ] = False
    supersedes: Annotated[
        Slug | None, _means("被此数更正的数的标识", "Id of the earlier figure that this one corrects")
    ] = None
    reason: Annotated[Note | None, _means("更正的缘由", "Why the earlier figure was corrected")] = None
    accept: Annotated[
        tuple[Acceptance, ...], _means("已核实、照原样保留的提示", "Findings that are right as they stand, and why")
    ] = ()
    note: Annotated[Note | None, _means("读者需要知道的说明", "What a reader should know")] = None
    quote: Annotated[Phrase, _means("含有此数的最短原文", "The shortest phrase of the article that holds it")]

    @model_validator(mode="after")
    def _says_something(self) -> "Figure":
        if self.text is None and self.growth is None and self.completion is None:
            raise Fault("figure-empty")
        if self.completion is not None and self.plan is None:
            raise Fault("completion-without-plan")
        if self.supersedes is not None and self.reason is None:
            raise Fault("supersedes-without-reason")
        if self.reason is not None and self.supersedes is None:
            raise Fault("reason-without-supersedes")
        # Pydantic makes a set of 728 bytes for each figure: those that say the same things have one together.
        said = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _SAID.setdefault(frozenset(said), said))
        return self


_SAID: Final[dict[frozenset[str], set[str]]] = {}
"""The keys that figures have → a set of them, which nobody changes: a copy of a figure has one of its own."""


class Defaults(Entry):
    """What the figures of an article have in common."""

    metric: Annotated[Slug | None, _means("指标的标识", "Id of the metric")] = None
    region: Annotated[Slug | None, _means("地区的标识", "Id of the region")] = None
    sector: Annotated[Slug | None, _means("行业的标识", "Id of the sector")] = None
    period: Annotated[Span | None, _means("时期或时点", "Period, or the moment of a stock")] = None
    nature: Annotated[Nature | None, _means("实际、目标或预计", "Whether result, target or expectation")] = None


class Copy(Entry):
    """A reproduction of an article that has really been seen."""

    url: Annotated[Url, _means("转载页的网址", "Address of the reproduction")]
    publisher: Annotated[Slug | None, _means("转载者的标识", "Id of who reproduced it")] = None
    seen: Annotated[Day | None, _means("查看日期", "When it was seen")] = None


class Article(Entry):
    """A printed piece and the figures that it reports."""

    id: Annotated[Slug, _means("报道的标识", "Id of the article")]
    publisher: Annotated[Slug, _means("发布者的标识", "Id of its publisher")]
    issuer: Annotated[Slug | None, _means("数字的发布机关", "Id of who issued the numbers")] = None
    published: Annotated[Day, _means("发表日期，知道多细写多细", "When published, as exactly as it is known")]
    headline: Annotated[
        Headline | None, _means("标题；英文为我们的翻译", "Headline; the English is our translation")
    ] = None
    url: Annotated[Url | None, _means("确实见过此文的网址", "Address at which the article has really been seen")] = None
    copies: Annotated[tuple[Copy, ...], _means("确实见过的转载", "Reproductions that have really been seen")] = ()
    note: Annotated[Note | None, _means("读者需要知道的说明", "What a reader should know")] = None
    accept: Annotated[
        tuple[Acceptance, ...], _means("已核实、照原样保留的提示", "Findings that are right as they stand, and why")
    ] = ()
    defaults: Annotated[Defaults, _means("各数共有的内容", "What its figures have in common")] = (
        Defaults.model_construct()
    )
    figures: Annotated[tuple[Figure, ...], _means("所报道的数", "The figures that it reports")]

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

    dataset: Annotated[About | None, _means("数据集本身", "The dataset as a whole")] = None
    themes: Annotated[tuple[Theme, ...], _means("主题，按显示顺序", "Themes, in the order they are shown")] = ()
    publishers: Annotated[tuple[Publisher, ...], _means("发布者", "Publishers")] = ()
    regions: Annotated[tuple[Region, ...], _means("地区", "Regions")] = ()
    sectors: Annotated[tuple[Sector, ...], _means("行业", "Sectors")] = ()
    metrics: Annotated[tuple[Metric, ...], _means("指标", "Metrics")] = ()
    pipelines: Annotated[tuple[Pipeline, ...], _means("流程", "Pipelines")] = ()
    ratios: Annotated[tuple[Ratio, ...], _means("比值", "Ratios")] = ()
    articles: Annotated[tuple[Article, ...], _means("报道", "Articles")] = ()


Document.model_rebuild()  # one validator in which all classes are, instead of one for each


REFERENCES: Final = ("plan", "part_of", "supersedes")
"""Keys of a figure under which the id of another can stand."""

NATURES: Final[tuple[Nature, ...]] = get_args(Nature)
