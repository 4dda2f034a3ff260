"""Words around a number that say nothing of what it is of: places in general, times, growth."""

import re
from typing import Final

GENERIC: Final = re.compile(
    r"(?=[其同增的为是有达由共东中西南北全各该本地合数大小a-z])"
    r"(?:其中|同期|增速|增幅|[的为是有达由共]|[东中西南北]部|[全各该本]|地区|合计|数量|大幅|小幅"
    r"|\b(?:the|figure|reading|number|volume|total|while|that|this|it|came|stood|amount|at|in|has|have|had|was|were|a|an|of|year"
    r"|percent|on|to|up|down|by|rise|rose|grew|growth|fell|increased?|decreased?|from|same|period|be|with|and|for|its|over"
    r"|city|province|county|district|country|nation|they|there|which|s|recorded|achieved|posted|reported|reali[sz]ed|saw|seen"
    r"|reached|reaching|hit|totall?ed|exceeded|topped|surpassed|climbed|jumped|surged|first|second|third|fourth|half|quarter"
    r"|months?|last|end|about|nearly|more|than|some|also|already|alone|years|high|record)\b)"
)
"""What is left out where the last words before a number are weighed."""
NO_MEANING: Final = re.compile(
    r"同比|增长|下降|达到|其中|今年|去年|全[省市县区]|累计|上半年|年度|截至|以来|目前|共|亿元|万元|分别|实现|完成(?!投资)"
)
"""What no words are compared by."""
