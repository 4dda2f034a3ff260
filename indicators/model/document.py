"""The classes of a data file and of the dataset as a whole: which entries a file may list, and under which keys."""

from typing import Annotated

from indicators.model.articles import Article
from indicators.model.bases import Entry, means
from indicators.model.declared_units import DeclaredUnit
from indicators.model.events import Event
from indicators.model.scalars import Contact, LocalName, LocalNote, ShortText, Slug
from indicators.model.vocabulary import Group, Metric, Pipeline, Publisher, Ratio, Region, Sector, Theme


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
