"""Words → whether they are the name of a place by their form alone: 甲乙县, Ding County."""

import re
from typing import Final

_CHAR: Final = r"(?![全我该本各年月从在至已等是省市县区镇乡])[\u4e00-\u9fff]"
PLACE: Final = re.compile(
    r"(?![两三多上下城超股都夜个]|中心|主城|重点|所在|部分)(?:"
    rf"(?:{_CHAR}){{2,3}}(?:省|自治区)"
    rf"|(?:{_CHAR}){{1,6}}?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新区|经开区|开发区|保税区|度假区)"
    rf"|(?:{_CHAR}){{1,5}}?(?:自治县|(?<![百强大小郡州外贫邻])县(?![域乡级城委政长区市])"
    r"|(?<=..)(?<![城地园社灾景山小库港新老沿辖厂校片街商郊专军特湖牧农林矿疫发术务灌])区(?![域间内外长级委政县市])"
    r"|(?<=..)(?<![城都上股夜超门])市(?![场民委政级域区长值县])"
    r"|(?<=..)(?<![小大强重古名城集])镇(?![区域村江静])|(?<=..)(?<![家老下侨故城水返入])乡(?![村愁土亲贤])|街道))"
    r"|(?!The|This|That|Each|Our|Its|In |Every)[A-Z][a-z]+(?: [A-Z][a-z]+)? "
    r"(?:County|District|City|Town|Township|Province|Zone)(?![a-z])"
)
"""What is the name of a place by its form alone, where one can begin."""
INNER: Final = re.compile(
    rf"(?:(?!部){_CHAR}[山湖]区(?![域间内外长级委政县市])|(?:{_CHAR}){{1,3}}(?:(?<![百强大小郡外贫邻])县(?![域乡级城委政长区市])"
    r"|(?<=..)(?<![城地园社灾景山小库港新老沿辖厂校片街商郊专军特湖牧农林矿疫发术务灌])区(?![域间内外长级委政县市])))"
)
"""A county or a district right behind the name of the city that it lies in: (日照市)丁县."""
TOWN: Final = (
    r"(?:(?![全我该本各年月日从地已占的])[\u4e00-\u9fff]){1,3}(?:(?<![小强重古名城集乡建各个制心点范级色市大])镇(?![区域村江静长街])"
    r"|(?<![家老下侨故城水返入])乡(?![村愁土亲贤镇])|(?<=..)街道)"
)
"""A town: 街头镇, 库山乡, 洪凝街道; no 小城镇, and none of 乡镇企业."""
_ZONE: Final = (
    "(?:国家级|省级)?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术开发区|高新区|经开区|开发区|保税区|度假区|示范区|新区"
    "|(?:[\u4e00-\u9fff]{2}){0,2}(?:工业|产业|科技|物流|化工)园区?)"
)
ENGLISH_ZONE: Final = (
    r"(?:(?:['’]s)? (?:National|Provincial|[Ss]tate-level|[Ee]conomic|[Tt]echnolog(?:y|ical)"
    r"|[Hh]igh-?[Tt]ech(?:nology)?|[Hh]i-?[Tt]ech|[Ii]ndustr(?:y|ial)|[Dd]evelopment|[Ss]cience|[Bb]onded|[Ff]ree|[Tt]rade|[Pp]ilot|[Dd]emonstration"
    r"|[Tt]ourism|[Ee]xport|[Pp]rocessing|[Cc]omprehensive|[Ll]ogistics|[Pp]ort|[Ss]oftware|[Ii]nnovation|and)){1,8}"
    r" (?:[Zz]one|[Pp]ark|[Aa]rea)(?![a-z])"
    r"| (?:New Area|Zone|Park)(?![a-z])"
)
"""What stands behind the name of a place where a zone in it is meant: (Hefei) National High-tech Development Zone."""
COMPANY: Final = (
    r"(?: (?:[A-Z][A-Za-z&'-]+|and)){0,5} "
    r"(?:Group|Branch|Co|Company|Corp|Corporation|Bank|University|College|Technology|Motor|Steel|Securities|Exchange"
    r"|Daily|News|Times|Post)\b"
)
"""What stands behind the name of a place where a firm, a school or a newspaper is meant: Sichuan Airport Group."""
_VILLAGE: Final = "(?:(?![农乡全各多个行政试点示范美丽])[\u4e00-\u9fff]){1,3}村(?![民级庄镇干支两])"
WITHIN: Final = re.compile(
    rf"(?P<zone>{_ZONE}|(?: [A-Z][A-Za-z-]+){{1,4}} (?:Zone|Park|New Area)(?![a-z]))"
    rf"|(?P<town>{TOWN})|(?P<village>{_VILLAGE})|(?P<part>(?:主|中心|老)?城区)"
)
"""A part of a county or a district, right behind its name: a zone, a town, a village, or its urban area."""
WITHIN_BEFORE: Final = re.compile(r"[A-Z][a-z]+ (?:[Tt]own|[Tt]ownship|[Vv]illage|[Ss]ubdistrict)(?: in| of|,) $")
"""A part of a county right before its name."""
ALL_OF_IT: Final = r"[全我该本](?P<level>[省市县区])(?![里场民委政人长])"
THE_WHOLE: Final = (
    r"(?<![a-z])the (?P<whole>(?:city|county|district|province)(?='s [a-z])"
    r"|(?:city|county|district|province)(?= (?:is|was|also|now|plans|aims"
    r"|created|added|had|has|saw|recorded|registered|achieved|posted"
    r"|received|attracted|reported|took in|generated|welcomed|completed)\b)"
    r"|(?<=(?:of|in) the )zone(?![a-z]| of))"
)
"""The city or county that a sentence before named: The city created 29,500 jobs; the province's exports."""
