"""Chinese words before a number → what is done: projects are planned, paid, begun and attracted, goods are traded."""

import re
from typing import Final

ALL_PLANNED: Final = re.compile(
    "(?<!年度)(?<!全年)(?<!今年)(?<!当年)(?<!年内)(?<![0-9]年)计划总?投资(?:总?额)?[为达约]*$"
)
"""What stands before all that projects are to cost, of which no year is said."""
PLANNED_OF_A_YEAR: Final = re.compile(
    "(?:(?:当年|今年|全年|年内)计划(?:完成)?投资(?:总?额)?|年度计划完成(?:投资)?|[需将](?:要|会)?完成投资|计划安排投资)[为达约]*$"
)
"""What stands before what a year is to bring of it."""
OF_ONE: Final = re.compile("的[^,，。;；、0-9]{2,24}(?:项目|工程|基地|园|中心)")
"""What stands behind what one project is to cost that was not told of before: 总投资50亿元的石化项目."""
COST: Final = re.compile("(?:^|[,，;；])投资总额(?:约?[为达]|约)?$")
"""What stands before what the projects just told of cost in all: 在建项目80个,投资总额40亿元."""
TRADED: Final = re.compile(
    "(?:^|[,，、;；:：]|企业|公司|其中|全[国省市县]|我[国省市县])([进出]口)(?![额总量值])[^,，、;；:：]{2,14}$"
)
"""What says by its verb that it is imports or exports: 进口集成电路65亿元."""
SPENT: Final = re.compile(
    "(?<![\u4e00-\u9fff])(?:其中|目前|截至目前|现|已经?|累计|实际|共|当年|今年|[0-9]{4}年|[上下]半年)*完成投资(?:总?额)?$"
)
"""What stands before what was spent on the projects told of just before: 计划投资9亿元,目前完成投资4亿元."""
STARTED: Final = re.compile("(?:重点|省级|市级)?(?:项目)?(?:全部|均|都)?已?(?:实现|全面)?(?:开工|动工)")
"""What stands behind the number of those projects that have begun."""
TOGETHER: Final = re.compile(
    "集中(?:签约|开工|启动|奠基|竣工|亮相)|集中[^,，。;；0-9]{0,4}(?:签约|开工)|(?:集体|同日|同时)开工|破土动工|开工动员"
)
"""What says that projects were signed or begun on one day."""
ATTRACTED: Final = re.compile("引进|招引|招商|引资")
"""What says that projects or money came from elsewhere."""
OF_PROJECTS: Final = re.compile("项目|工程")
NAME_OF_SPENT: Final = re.compile("项目(?:累计)?完成投资")
"""How metrics begin of what was spent on projects."""
