"""The classes of the vocabulary: what figures are about and who prints them, with what every key means."""

from typing import Annotated, Final, Literal

from indicators.model.bases import Identified, Named, means
from indicators.model.scalars import (
    Amount,
    Boolean,
    Code,
    Latitude,
    LocalName,
    LocalNote,
    Longitude,
    Reference,
    Slug,
    UnitId,
    Url,
)

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

ALL: Final = "all"
"""The sector that stands for the whole economy, and the group of figures that count all that their metric names."""


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
