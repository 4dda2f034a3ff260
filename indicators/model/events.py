"""The class of events: what happened that explains a turn of figures, as an article printed it."""

from typing import Annotated

from indicators.model.bases import Identified, means
from indicators.model.scalars import Day, LocalName, Reference, Slug


class Event(Identified):
    """Something that happened on a day, or in a month or a year, wherever no more is known.

    It concerns the regions and sectors that it lists, all that lie in them, and all that they lie in; without a list it
    concerns all.
    """

    id: Annotated[Slug, means("事件的标识", "Id of the event")]
    date: Annotated[Day, means("日期，知道多细写多细", "When it happened, as exactly as it is known")]
    name: Annotated[LocalName, means("发生了什么，几个字", "What happened, in a few words")]
    regions: Annotated[
        tuple[Reference, ...], means("所涉地区的标识；不写为全部", "Ids of its regions; if none, all")
    ] = ()
    sectors: Annotated[
        tuple[Reference, ...], means("所涉行业的标识；不写为全部", "Ids of its sectors; if none, all")
    ] = ()
    article: Annotated[Slug, means("报道此事的报道的标识", "Id of the article that reports it")]
