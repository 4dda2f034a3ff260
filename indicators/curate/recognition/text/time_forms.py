"""How expressions of time are written, in Chinese and in English → the pattern that finds them."""

import re
from typing import Final

from indicators.values.dates import MONTHS

_YEAR: Final = r"(?:(?:19|20)[0-9]{2} ?年(?:度)?|[今去上本明前当]年|[二〇零一三四五六七八九十]{4}年)"
_M: Final = r"(?:1[0-2]|0?[1-9])"
_D: Final = r"(?:3[01]|[12][0-9]|0?[1-9])"
_TO: Final = r" ?(?:[-—–~至到]|——) ?"
_COUNT: Final = r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})"
_MONTH_IN_WORDS: Final = "(?:首|十[一二]?|[一二三四五六七八九])月"
_NO_DAY: Final = "(?![0-9零一二三四五六七八九十至到—–-]|节|革命)"
_CHINESE: Final = (
    rf"(?:19|20)[0-9]{{2}} ?年?{_TO}(?:19|20)[0-9]{{2}} ?年(?![0-9]| ?{_M} ?月)",
    rf"{_YEAR}{_M}月{_TO}{_YEAR}{_M}月",
    rf"(?:{_YEAR})? ?{_M} ?(?:月份?)?{_TO}{_M} ?月份?",
    rf"(?:{_YEAR})?[元一]月?[至到—-]+(?:{_M}|[二三四五六七八九十]{{1,2}}) ?月份?",
    rf"(?:{_YEAR})? ?{_M} ?月 ?{_D} ?日?{_TO}(?:{_M} ?月 ?)?{_D} ?日",
    rf"(?:{_YEAR})?前{_COUNT}个?(?:月|季度)",
    rf"(?:{_YEAR})?(?:上|下)半年",
    rf"(?:{_YEAR})?[1一](?:季度)?[至到—–~-]{{1,2}}[2-4二三四]季度",
    rf"(?:{_YEAR})?(?:第?[一二三四1-4]季度|首季度?)",
    rf"(?:{_YEAR})? ?{_M} ?月 ?(?:{_D} ?日|份|[底末初]|[上中下]旬)?(?! ?\d)",
    rf"(?:{_YEAR})?{_MONTH_IN_WORDS}[至到]{_MONTH_IN_WORDS}份?",
    rf"(?:{_YEAR})?{_MONTH_IN_WORDS}(?:[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])日",
    rf"{_YEAR}{_MONTH_IN_WORDS}(?:份|[底末初]|[上中下]旬)?{_NO_DAY}",
    rf"(?<![0-9.零一二三四五六七八九十百多余几数]){_MONTH_IN_WORDS}(?:份|[上中下]旬){_NO_DAY}",
    rf"(?<![^\n，。,；;：:（(“ ])(?:首月|{_MONTH_IN_WORDS}{_NO_DAY})|(?<=[开新]年)首月",
    rf"{_YEAR}[底末初]?(?:全年)?(?:以来)?",
    r"[今本](?:月|季度)|上个?月|全年|年[底末初]|年初以来|开年以来|目前|截至目前|近日|日前",
    r"[“\"]?十[一二三四五]?五[”\"]?(?:规划)?(?:时期|期间|以来|末)",
    rf"过去的?{_COUNT}年(?:[来间])?|(?<![0-9.几多余周每]){_COUNT}年来",
)
MONTH: Final = "(?:" + "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS) + "|Sept\\.?)(?! Day)"
DAY: Final = "[0-9]{1,2}(?![0-9])"
_WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![a-z])"
_IN_YEAR: Final = (
    r"(?i:(?: \([A-Z][A-Z0-9]{1,3}\))?(?:,| of| in)? "
    r"(?:the year|this year|last year|(?:19|20)[0-9]{2})(?![-a-z0-9]))?"
)
END: Final = r"(?:the )?(?:end|close)(?:[- ]of)?[- ](?:the )?"
_NUMBER: Final = "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNTED_BACK: Final = (
    r"(?:[Aa]|[Oo]ne) (?:year|month|quarter) (?:earlier|before|ago)(?![a-z])",
    r"(?:[Tt]he )?(?:previous|preceding|prior) (?:year|month|quarter)(?![a-z])"
    r"|[Tt]he (?:year|month|quarter) (?:before|earlier)(?![a-z])",
    rf"(?:[Tt]he )?(?:past|last|previous|preceding|next|coming|following) (?:(?:{_NUMBER}|[0-9]{{1,2}}) )?"
    r"(?:years|months|quarters|weeks|decades?)(?! of|[a-z])|recent years",
    rf"(?:[Tt]he )?{_NUMBER} years (?:to|through|ended|ending)(?: in)? (?:{END})?(?:19|20)[0-9]{{2}}(?![0-9])",
    rf"(?:[Tt]he|[Tt]h[eo]se) {_NUMBER}(?:[- ](?:months?|years?)(?: period)?| quarters)"
    r"(?![a-z]| (?:to|through|ended|ending|earlier|ago|before|from|between|of)\b)",
    rf"(?:(?i:{_NUMBER}) years|[Aa] decade) (?:ago|earlier|before)(?![a-z])",
    rf"{END}(?:month|quarter|period|(?:previous|preceding) year)(?![a-z])",
    r"(?:[Ll]ast|[Tt]his) quarter(?! of)|(?:[Tt]he )?(?:past|current) (?:year|quarter|month)(?![a-z])",
    rf"(?:[Tt]he )?(?i:{_NUMBER})-month(?= (?:total|figure|income|revenue|profit|sales|output|export|import|trade"
    r"|turnover|period)s?(?![a-z]))",
)
COUNTED_BACK: Final = re.compile("|".join(_COUNTED_BACK))
"""English words for a time that count from another one, be it that of the article."""
UP_TO_NOW: Final = "[Uu]p (?:to|until) now|[Uu]ntil now|[Tt]o date|[Aa]s of (?:now|today)|So far(?=,)"
"""Words for the day of print, up to which something was done since nobody says when."""
_ENGLISH: Final = (
    rf"(?:the )?(?:(?:{_NUMBER}|[0-9]{{1,2}})(?: months|[- ]month period| quarters)|quarter|half[- ]year"
    r"|(?:(?:fiscal|financial) )?year)(?:,? (?:that|which))? (?:to|through|ended|ending)(?: on| in)?"
    rf"(?: {END})? ?{MONTH}(?![a-z])(?: {DAY}(?![0-9]))?(?:,? (?:19|20)[0-9]{{2}})?",
    *_COUNTED_BACK,
    r"(?:the )?(?:fiscal|financial)(?: year)? (?:19|20)[0-9]{2}(?: ?[-/–] ?[0-9]{2,4})?",
    r"(?:the |last |this )?(?:fiscal|financial) year",
    r"FY ?(?:20)?[0-9]{2}(?: ?[-/–] ?[0-9]{2,4})?(?![0-9a-z])",
    r"(?:the )?(?:whole|full|entire)(?: of the)?[- ]year(?![a-z]| (?:of )?(?:19|20)[0-9])",
    r"(?:(?<=[a-z0-9] in )|(?<=[a-z0-9] for )|(?<=In )|(?<=For ))the year(?=[,.;]| (?:and|is|was|the|it) )",
    r"(?<=in )the (?:year|month)(?= alone)|(?<=uring )the (?:year|month)(?! (?:ended|ending|to) )",
    rf"[Ff]rom the (?:beginning|start) of (?:the|this) year (?:to|until|through) (?:{END})?{MONTH}(?![a-z])",
    r"[Ff]rom the (?:beginning|start) of (?:(?:the|this) year|(?:19|20)[0-9]{2}) (?:to|until|up to) (?:now|date)",
    r"[Ss]o far this year|[Ss]ince the (?:beginning|start) of (?:the|this) year|(?:the )?[Yy]ear[- ]to[- ]date",
    rf"{END}(?:year|last year|this year)(?![a-z]| (?:earlier|before|ago))",
    rf"(?:the )?(?:year-end|year['’]s end){_IN_YEAR}",
    rf"{END}(?:first|second|third|fourth) (?:half|quarter){_IN_YEAR}",
    rf"{END}(?:late )?{MONTH}(?:,? (?:19|20)[0-9]{{2}}| this year| last year)?(?![a-z])",
    r"(?:the )?[Hh]alf[- ]year(?! ago)",
    rf"{MONTH} (?:of )?(?:19|20)[0-9]{{2}} ?(?:to|-|–|through) ?{MONTH} (?:of )?(?:19|20)[0-9]{{2}}",
    rf"(?<=etween ){MONTH} (?:of )?(?:19|20)[0-9]{{2}} and {MONTH} (?:of )?(?:19|20)[0-9]{{2}}",
    r"(?i:(?:the )?first[- ](?:half|quarter|two quarters|three quarters|(?:[a-z]+|[0-9]{1,2}) months))" + _IN_YEAR,
    rf"(?i:(?:the )?(?:second|third|fourth)[- ](?:half|quarter)){_IN_YEAR}",
    rf"(?i:(?:the )?(?:final|latter|closing|opening|last(?=[- a-z]+ of ))[- ](?:half|quarter|three months|six months))"
    rf"{_IN_YEAR}|(?:the )?(?:March|June|September|December) quarter{_IN_YEAR}",
    rf"(?i:{_NUMBER}|[0-9]{{1,2}}) months into (?:the year|this year|(?:19|20)[0-9]{{2}})(?![a-z0-9])",
    rf"(?:the )?first {DAY} days of {MONTH}(?:,? (?:19|20)[0-9]{{2}})?(?![a-z])",
    rf"{DAY}(?: {MONTH}(?: (?:19|20)[0-9]{{2}})?)? ?(?:to|-|–|through) ?"
    rf"{DAY} {MONTH}(?: (?:19|20)[0-9]{{2}})?(?![a-z])",
    rf"{MONTH} {DAY} ?(?:to|-|–|through) ?(?:{MONTH} )?{DAY}"
    r"(?:,? (?:19|20)[0-9]{2})?(?![a-z0-9])",
    rf"(?<=etween ){MONTH} {DAY} and (?:{MONTH} )?{DAY}"
    r"(?:,? (?:19|20)[0-9]{2})?(?![a-z0-9])",
    rf"(?:(?<=etween )|(?<=uring )){MONTH} and {MONTH}(?:,? (?:19|20)[0-9]{{2}})?(?![a-z])",
    r"January and February(?:,? (?:19|20)[0-9]{2})?",
    rf"{MONTH}(?: {DAY})?(?:(?: ?(?:to|-|–|through|until) ?|-to-){MONTH})?"
    r"(?:,? (?:19|20)[0-9]{2}| of (?:19|20)[0-9]{2}| (?:of )?(?:last|this) year)?(?![a-z])",
    rf"{DAY} {MONTH}(?: (?:19|20)[0-9]{{2}})?(?![a-z])",
    r"(?:the )?(?:(?<=uring )|(?<=uring the )|(?<=n the )|(?<=ver the ))1[0-9]th Five-Year Plan(?! for| on)(?: period)?"
    r"|(?:the )?1[0-9]th Five-Year Plan period",
    r"(?:19|20)[0-9]{2} ?[-–—] ?(?:19|20)[0-9]{2}(?![0-9]|[.,-][0-9]|年)",
    r"(?<=[Ff]rom )(?:19|20)[0-9]{2} (?:to|through) (?:19|20)[0-9]{2}(?![0-9]|[.,-][0-9])"
    r"|(?<=etween )(?:19|20)[0-9]{2} and (?:19|20)[0-9]{2}(?![0-9]|[.,-][0-9])",
    r"(?:19|20)[0-9]{2}/(?:(?:19|20)[0-9]{2}|1[3-9]|[2-9][0-9])(?![0-9/]|[.,-][0-9]|年)",
    r"(?:19|20)[0-9]{2}[-–](?:1[3-9]|[2-9][0-9])(?![0-9]|[.,-][0-9]|年)"
    r"|(?<=\()(?:19|20)[0-9]{2}[-–][0-9]{2}(?=\))",
    rf"(?:{END})?(?<![0-9.,])(?:19|20)[0-9]{{2}}(?![0-9,.]\d|[0-9])"
    r"(?! (?:yuan|tonn?e?s|people|projects)"
    r"| ?[万亿千百元家个人户项吨亩米公年余多件台辆艘架头只株所座处名位场次篇条张份支枚套平立斤度级％%])",
    rf"(?:(?<=p to )|(?<=s of ))(?:last )?{_WEEKDAY}",
    r"(?:[Ll]ast|[Tt]his) (?:[Yy]ear|[Mm]onth)|[Nn]ext [Yy]ear|(?:[Tt]hat|[Tt]he same) year(?![a-z])",
    r"(?<![A-Za-z0-9])(?:H[12]|Q[1-4])(?![A-Za-z0-9])(?: (?:of )?(?:19|20)[0-9]{2})?",
    r"(?:[1-4]Q|[12]H)(?![A-Za-z])(?: ?(?:of )?(?:19|20)[0-9]{2}(?![0-9])|[0-9]{2}(?![0-9])|(?![0-9]))",
    rf"(?:{UP_TO_NOW})(?![a-z])",
)
_BEGINNINGS: Final = (
    (r"[0-9]{1,4} ?[年月季A-Zt—–~至到-]|(?<![0-9.,])(?:19|20)[0-9]{2}| [0-9]", (*_CHINESE, *_ENGLISH)),
    (
        r"(?<![万亿百千0-9])元月?[至到—-]|一月?[至到]|[今去上本明前当]年|[二〇零一三四五六七八九十]{4}年|[上下]半|上个?月|[今本][月季]|前[0-9一二两三四五六七八九十]"
        r"|第?[一二三四1-4]季|首[季月]|全年|年[底末初]|开年|(?:十[一二]?|[一二三四五六七八九])月|目前|截至|近日|日前|过去|[一二两三四五六七八九十]年来|[“\"]?十[一二三四五]?五",
        _CHINESE,
    ),
    (
        r"(?<![A-Za-z])(?:[A-Z]|the |this |last |whole|fi(?:rst|nal|scal|nanc|ve|fth|ft)|four|full|ne(?:xt|w)|nin"
        r"|se(?:cond|ven)|si(?:x|nce)|so far|te[nr]|th(?:at|r|ir)|twe|two|e(?:i[gt]|l|nd|nt|v)|half|year|quarter"
        r"|from the|to date|up (?:to|until) now|until now|as of (?:now|today))",
        _ENGLISH,
    ),
    (
        r"(?<![A-Za-z])(?:past |current |previous |preceding |recent |(?:a|one) (?:year|month|quarter|decade) )",
        _COUNTED_BACK,
    ),
)
"""How expressions of time begin, with the forms of those that begin so: most places of a text are passed at once."""
_WORDS: Final = "|".join(f"(?={begins})(?:{'|'.join(forms)})" for begins, forms in _BEGINNINGS)
_MAY_BEGIN: Final = (
    r"(?=[0-9今去上本明前当元二〇零一三四五六七八九十第首下全年开目截近日到至力过两“\" A-Zabcefhlnopqrstuwy])"
    r"(?<![A-Za-z](?=[A-Za-z]))(?! [^0-9]|[“\"][^十]|[0-9]{5})"
)
"""What is true where an expression of time begins, and of few other places."""
TIME: Final = re.compile(
    rf"{_MAY_BEGIN}(?P<until>截[至止]到?|[到至](?={_YEAR}|年[底末])|力争到"
    rf"|(?:[Bb]y |[Aa]s (?:of|at) )(?:late |mid-|early )?|[Aa]t |(?:Up to|Through) (?={MONTH}|{_WEEKDAY})"
    rf"|(?:[Uu]p to|[Uu]p until|[Uu]ntil) (?={MONTH}|{END}|[1-4]Q|Q[1-4]|(?:the )?(?:first|second|third|fourth) ))?"
    rf"(?P<words>{_WORDS})(?P<since>以来)?"
)
