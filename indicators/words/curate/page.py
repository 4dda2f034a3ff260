"""Words of the page Curate, where the text of an article becomes figures; the browser fills in what is in braces."""

from collections.abc import Mapping
from typing import Any, Final

from indicators.values.text import Lang, LocalText

NOT_OFFERED: Final = LocalText(zh="本站没有开放整理。", en="This site does not offer Curate.")

_EXAMPLE: Final = (
    "某市重点项目建设 完成投资12.3亿元\n□ 记者 某某 报道\n本报某市讯 1—6月份，某市重点项目建设完成投资12.3亿元，"
    "占年度计划的54.3%，同比增长15.2%。"
)
_EXAMPLE_EN: Final = (
    "Key projects of a city take shape\nBy Some Reporter\nIn the first half of the year, investment in key projects of "
    "the city reached 1.23 billion yuan, up 15.2 percent."
)
"""Made up: there are no such articles."""
_PASTE: Final[Mapping[str, LocalText]] = {
    "title": LocalText(zh="把一篇报道变成数据", en="Turn an article into data"),
    "lead": LocalText(
        zh="贴上原文，程序逐个认出其中的数；采不采用，由您定。",
        en="Paste the text. The program finds each number in it; whether to accept it is yours to say.",
    ),
    "boxLabel": LocalText(
        zh="报道原文，连标题和电头一起贴", en="The text of the article, with its headline and dateline"
    ),
    "example": LocalText(zh=f"例如（虚构）：\n\n{_EXAMPLE}", en=f"For example (made up):\n\n{_EXAMPLE_EN}"),
    "boxNote": LocalText(
        zh="一次贴整版也行，各篇会分开。公报里的表格，从网页或电子表格连格子一起贴。",
        en="A whole page is fine, its articles are told apart. Paste tables with their cells from a "
        "web page or a spreadsheet.",
    ),
    "length": LocalText(zh="{length} / {limit} 字", en="{length} / {limit} characters"),
    "publisher": LocalText(zh="哪家刊登的", en="Who printed it"),
    "published": LocalText(zh="哪天刊登的", en="When"),
    "url": LocalText(zh="网址（没有可空着，以后补）", en="Its address (may be added later)"),
    "headline": LocalText(zh="标题", en="Headline"),
    "dateExample": LocalText(zh="2022-08 或 2022-08-09", en="2022-08 or 2022-08-09"),
    "choose": LocalText(zh="请选", en="Choose"),
    "noDate": LocalText(zh="日期请写成 2022-08 或 2022-08-09。", en="Write the date as 2022-08 or 2022-08-09, please."),
    "noAddress": LocalText(zh="网址请从 https:// 写起。", en="An address begins with https://."),
    "read": LocalText(zh="认出其中的数", en="Read the numbers"),
    "reading": LocalText(zh="正在认……", en="Reading…"),
    "former": LocalText(zh="回到刚才那篇", en="Back to the last text"),
    "stop": LocalText(zh="停", en="Stop"),
    "file": LocalText(zh="选一个文本文件…", en="Choose a text file…"),
    "drop": LocalText(zh="也可以把文件拖进框里", en="or drop a file into the box"),
    "notText": LocalText(
        zh="这个文件不是文字（UTF-8 或 GB 18030）。", en="This file is not text (in UTF-8 or GB 18030)."
    ),
    "how": LocalText(zh="怎么做", en="How it goes"),
    "never": LocalText(zh="原文里没有的，绝不会提议。", en="What does not stand in the text is never proposed."),
    "askKeys": LocalText(zh="一个键也不记得不要紧：按", en="No need to remember a key: press"),
}
_STEPS: Final = (
    LocalText(
        zh="程序把每个数标在原文上：数额、增速、占计划、时期、地区。",
        en="The program marks each number in the text: amount, growth, share of plan, period, place.",
    ),
    LocalText(
        zh="一张卡片，一次问一个数。看得对，就采用。",
        en="One card asks about one number at a time. If it is right, accept it.",
    ),
    LocalText(
        zh="全部定了，看一眼改动，复制、下载或写入。",
        en="When all are decided, look at the change; then copy it, download it or write it.",
    ),
)
_PRIVACY: Final = (
    LocalText(zh="文章只留在这次会话里。", en="The article stays in this session."),
    LocalText(
        zh="送到本站识别，不存盘，不记日志，不转给别人；关上页面就没有了。将来随数据公布的，"
        "只有您采用的数和含有它的那几个字。",
        en="It is read on this site, not stored, not logged, not passed on; close the page and it is gone. "
        "All that will be published with the data are the numbers that you accept, and the few words that hold them.",
    ),
)
_PRIVACY_OWN: Final = (
    LocalText(zh="文章不离开您的电脑。", en="The article does not leave your computer."),
    LocalText(
        zh="将来随数据公布的，只有您采用的数和含有它的那几个字。",
        en="All that will be published with the data are the numbers that you accept, and the few "
        "words that hold them.",
    ),
)

_REVIEW: Final[Mapping[str, LocalText]] = {
    "reviewTitle": LocalText(zh="整理一篇报道", en="Curate an article"),
    "text": LocalText(zh="原文", en="Text"),
    "card": LocalText(zh="眼前的数", en="The current number"),
    "articles": LocalText(zh="本页各篇", en="Articles of this page"),
    "articleNumber": LocalText(zh="第 {number} 篇", en="Article {number}"),
    "articleOf": LocalText(zh="本页第 {number} 篇，共 {count} 篇", en="article {number} of {count}"),
    "noPublisher": LocalText(zh="未选报刊", en="no outlet yet"),
    "noPublished": LocalText(zh="日期未填", en="no date yet"),
    "noUrl": LocalText(zh="网址未填", en="no address yet"),
    "changeSource": LocalText(zh="改出处", en="change the source"),
    "leaveArticle": LocalText(zh="这篇都不收", en="leave this article out"),
    "articleLeft": LocalText(zh="这篇里还没定的，都不收", en="All that was open in this article is left out"),
    "sourceChanged": LocalText(zh="出处已改", en="The source is changed"),
    "save": LocalText(zh="就这样", en="Save"),
    "cancel": LocalText(zh="不改了", en="Cancel"),
    "decided": LocalText(zh="已定", en="Decided"),
    "doubtFirst": LocalText(zh="最拿不准的先看", en="Most doubtful first"),
    "inOrder": LocalText(zh="按原文的次序", en="In the order of the text"),
    "seeChange": LocalText(zh="先看改动", en="See the change now"),
    "allKeys": LocalText(zh="全部按键", en="All keys"),
    "previous": LocalText(zh="上一个", en="previous"),
    "notChecked": LocalText(zh="还没有校核成，先不能带走。", en="It is not checked yet, and cannot be taken along."),
    "working": LocalText(zh="正在改文件……", en="Changing the file…"),
    "next": LocalText(zh="下一个", en="next"),
    "numbered": LocalText(zh="第 {number} 个数额，共 {count} 个", en="Amount {number} of {count}"),
    "lastCard": LocalText(zh="最后一张", en="Last card"),
    "accept": LocalText(zh="采用", en="Accept"),
    "edit": LocalText(zh="修改", en="Edit"),
    "leaveOut": LocalText(zh="不收", en="Leave out"),
    "noFigure": LocalText(zh="不算指标", en="Not a figure"),
    "noneIsFigure": LocalText(zh="都不算指标", en="None is a figure"),
    "undo": LocalText(zh="撤销", en="Undo"),
    "twoReadings": LocalText(zh="两种读法", en="Two readings"),
    "yours": LocalText(zh="您选的", en="your choice"),
    "carried": LocalText(zh="与您给另一个数选的相同", en="as you chose for another number"),
    "another": LocalText(zh="其他…", en="other…"),
    "otherMetrics": LocalText(zh="其他，共 {count} 个指标…", en="Another of the {count} metrics…"),
    "findMetric": LocalText(
        zh="找指标：名称、英文名、拼音首字母或 id", en="Find a metric: name, Chinese name, pinyin initials or id"
    ),
    "noMetric": LocalText(zh="没有这样的指标。要新添一个吗？", en="No such metric. Add a new one?"),
    "addMetric": LocalText(zh="新添一个指标“{name}”", en="Add a new metric “{name}”"),
    "newMetric": LocalText(zh="新指标：{name}", en="New: {name}"),
    "otherUnit": LocalText(zh="{unit}，单位不同", en="{unit}, another unit"),
    "find": LocalText(
        zh="找{field}：名称、英文名、拼音首字母或 id", en="Find: {field} by name, Chinese name, initials or id"
    ),
    "noEntry": LocalText(zh="数据里没有这一项。", en="The data have no such entry."),
    "findPeriod": LocalText(zh="写出时期", en="Write the period"),
    "periodExample": LocalText(zh="2022、2022-S1、2022-Q2、2022-06", en="2022, 2022-S1, 2022-Q2, 2022-06"),
    "asTyped": LocalText(zh="照此核对", en="have it checked"),
    "notTaken": LocalText(zh="不记", en="leave it out"),
    "quoted": LocalText(zh="“{quote}”", en="“{quote}”"),
    "giveReason": LocalText(zh="照这样采用，请写一句缘由", en="To accept this, give one sentence of reason"),
    "fillFirst": LocalText(zh="先把“{field}”定下来", en="First: {field}"),
    "rest": LocalText(zh="这 {count} 个数，看来不算指标", en="These {count} numbers look like no figures"),
    "restOne": LocalText(zh="这个数，看来不算指标", en="This number looks like no figure"),
    "restName": LocalText(zh="余下的数", en="the numbers that are left"),
    "restLead": LocalText(
        zh="扫一眼。都对就按 Enter，一次放下；有一个不对，点“其实是”。",
        en="Run your eye over them. If all are right, press Enter; if one is not, choose “It is one”.",
    ),
    "restLeadTouch": LocalText(
        zh="扫一眼。都对就一次放下；有一个不对，点“其实是”。",
        en="Run your eye over them. If all are right, lay them aside; if one is not, choose “It is one”.",
    ),
    "isOne": LocalText(zh="其实是", en="It is one"),
    "isOneLabel": LocalText(zh="{text} 其实是指标", en="{text} is a figure"),
    "andDates": LocalText(zh="还有 {count} 个日期，都不算…", en="and {count} dates, which are none…"),
    "pulled": LocalText(zh="{text} 移作候选，现在就问它", en="{text} is a candidate now, and asked about"),
    "checks": LocalText(zh="校核", en="Checks"),
    "known": LocalText(zh="已有的报道", en="Already reported"),
    "noChecks": LocalText(zh="没有要说的。", en="Nothing to say."),
    "restChecked": LocalText(zh="全文的数，个个有着落。", en="Every number of the text is accounted for."),
    "nothingKnown": LocalText(zh="没有要比对的。", en="Nothing to compare."),
    "evidence": LocalText(zh="看出处", en="see the source"),
    "acceptedSign": LocalText(zh="标 ✓ 的已采用", en="✓ accepted"),
    "missed": LocalText(zh="漏了哪个？在原文上拖选，补上", en="One missed? Drag over it to add it"),
    "addTyped": LocalText(zh="或输入漏掉的数…", en="or type the number that was missed…"),
    "addLabel": LocalText(zh="照原文输入漏掉的数", en="The number that was missed, as it is printed"),
    "addExample": LocalText(zh="例如 12.3亿元", en="such as 12.3亿元"),
    "notInText": LocalText(zh="这一篇里没有这几个字。", en="These words are not in this article."),
    "add": LocalText(zh="把“{text}”补为一个数？", en="Add “{text}” as a figure?"),
    "addTouch": LocalText(zh="补为一个数", en="Add as a figure"),
    "added": LocalText(zh="{text} 已补为候选", en="{text} is a candidate now"),
    "notOneNumber": LocalText(
        zh="划出的不是一个数，什么也没有采用。", en="What is selected is not one number; nothing was accepted."
    ),
    "notAdded": LocalText(zh="这几个字里读不出数。", en="No number can be read in these words."),
    "checking": LocalText(zh="校核中……", en="Checking…"),
    "unread": LocalText(
        zh="只读了前 200,000 字；其余 {rest} 字没有读。",
        en="Only the first 200,000 characters were read; {rest} were not.",
    ),
    "noNumber": LocalText(zh="这段文字里没有数。", en="There is no number in this text."),
    "onlyRest": LocalText(
        zh="没有认出指标；各个数都列在这里，各有缘由。",
        en="No figure was found; all numbers are listed with the reason.",
    ),
    "again": LocalText(zh="再试一次", en="Try again"),
    "undated": LocalText(
        zh="刊登日期还没有填，“今年”“1—6月”就不知道是哪一年。",
        en="Without a day of publication, nobody knows which year “this year” is.",
    ),
    "giveDate": LocalText(zh="填上日期", en="Give the date"),
    "noAnswer": LocalText(
        zh="服务器没有应答。稿子和已定的都还在，稍后再试。",
        en="The server did not answer. The text and your decisions are still here; try again in a while.",
    ),
    "notOffered": NOT_OFFERED,
    "tooLong": LocalText(zh="稿子太长，请分段再试。", en="The text is too long; try it in parts."),
    "renewed": LocalText(
        zh="数据文件在您核对时变了，已按新文件重做，请再看一眼。",
        en="The file changed meanwhile; this was made again from it, please look once more.",
    ),
    "undone": LocalText(zh="已撤销", en="Undone"),
    "nothingToUndo": LocalText(zh="没有可撤销的", en="Nothing to undo"),
    "askModel": LocalText(zh="问自己的模型…", en="Ask your own model…"),
    "willSend": LocalText(
        zh="将把这一段（{count} 字）发往 {address}。",
        en="This paragraph ({count} characters) will be sent to {address}.",
    ),
    "send": LocalText(zh="发送", en="Send"),
    "doNotSend": LocalText(zh="不发送", en="Do not send"),
    "asking": LocalText(zh="已发送，正在等模型……", en="Sent; waiting for the model…"),
    "stopAsking": LocalText(zh="不等了", en="Stop waiting"),
}
_END: Final[Mapping[str, LocalText]] = {
    "endTitle": LocalText(zh="{number}个数，可以收进来了", en="{number} figures, ready to be taken in"),
    "endOne": LocalText(zh="{number}个数，可以收进来了", en="{number} figure, ready to be taken in"),
    "stuckTitle": LocalText(zh="{number}个数，还差一步", en="{number} figures, one step to go"),
    "stuckOne": LocalText(zh="{number}个数，还差一步", en="{number} figure, one step to go"),
    "mendFirst": LocalText(zh="先把标 ✗ 的补好。", en="See to what has a ✗ first."),
    "giveSource": LocalText(zh="填上出处", en="Give the source"),
    "noneTitle": LocalText(zh="一个也没有采用", en="Nothing was accepted"),
    "nothingAccepted": LocalText(
        zh="没有采用任何一个，没有改动可写。", en="Nothing was accepted, so there is nothing to write."
    ),
    "writtenTitle": LocalText(zh="已写入 {file}", en="Written into {file}"),
    "writtenAt": LocalText(
        zh="写在 {path} 里，注释和次序没有动。开着的面板一两秒内自己换上新数。",
        en="It stands in {path}, where comments and order are as they were. Open pages show it within two seconds.",
    ),
    "writtenSealed": LocalText(
        zh="写在 {path} 里。数据有封条，它不再相符：请再运行 indicators seal，面板才会显示新数。",
        en="It stands in {path}. The dataset is sealed, and the seal no longer matches: run indicators seal again, or "
        "the dashboard goes on showing the old figures.",
    ),
    "seeTitle": LocalText(zh="看一看", en="Have a look"),
    "seeArticle": LocalText(zh="这篇报道和它的数", en="The article and its figures"),
    "takeBackTitle": LocalText(zh="写错了？", en="A mistake?"),
    "takeBackHow": LocalText(
        zh="文件没有再改过的话，可以撤回，文件回到写入之前的样子；您的选择都还在。",
        en="As long as the file has not been changed since, it can be taken back: the file is what it was before, and "
        "your decisions stay.",
    ),
    "takeBack": LocalText(zh="撤回写入", en="Take it back"),
    "lookAtIt": LocalText(zh="看这个数", en="look at it"),
    "figureTable": LocalText(zh="收进来的数", en="The figures that are taken in"),
    "numberHead": LocalText(zh="数", en="Number"),
    "ratesHead": LocalText(zh="增速等", en="Growth and shares"),
    "passes": LocalText(
        zh="全部 {all} 个数通过校核，新增 {count} 个。", en="All {all} figures pass the checks; {count} are new."
    ),
    "doesNotPass": LocalText(zh="有通不过校核的，没有写入。", en="A check fails; nothing was written."),
    "stillOpen": LocalText(
        zh="还有 {count} 个数没有定，不在其中。", en="{count} numbers are still open and not in it."
    ),
    "change": LocalText(zh="改动", en="The change"),
    "changeOf": LocalText(zh="{file}，新增 {count} 行", en="{file}, {count} lines added"),
    "asideNumbers": LocalText(zh="另有 {count} 个数没有收：{list}。", en="Not taken in ({count}): {list}."),
    "comma": LocalText(zh="、", en=", "),
    "lookAgain": LocalText(zh="撤销上一步，回去再看", en="Undo the last step and look again"),
    "ways": LocalText(zh="怎样带走", en="Ways to take it along"),
    "copy": LocalText(zh="复制", en="Copy"),
    "copyHow": LocalText(
        zh="这篇报道的 YAML，贴进数据文件的末尾。", en="The article as YAML, to paste at the end of the data file."
    ),
    "copyButton": LocalText(zh="复制 YAML", en="Copy YAML"),
    "copied": LocalText(zh="已复制", en="Copied"),
    "copyByHand": LocalText(
        zh="浏览器不让复制；改动已选中，请按复制键。",
        en="The browser does not allow it; the change is selected, copy it.",
    ),
    "download": LocalText(zh="下载", en="Download"),
    "downloadHow": LocalText(
        zh="补丁可用 git apply 打上，也可以交给管仓库的人。",
        en="A patch for git apply, or for whoever keeps the repository.",
    ),
    "downloadPatch": LocalText(zh="下载补丁 .patch", en="Download a patch"),
    "downloadYaml": LocalText(zh="下载 .yaml", en="Download .yaml"),
    "write": LocalText(zh="写入文件", en="Write into the file"),
    "writeButton": LocalText(zh="写入文件", en="Write into the file"),
    "writeHow": LocalText(
        zh="加到 {file} 末尾；注释和次序不动。写之前再校核一遍，不通过就不写。",
        en="Added at the end of {file}; comments and order stay. It is checked once more first, and "
        "not written if it fails.",
    ),
    "writeWhy": LocalText(
        zh="看得见这个按钮，是因为程序就在您自己的电脑上。",
        en="You see this button because the program runs on your own computer.",
    ),
    "sealed": LocalText(
        zh="这份数据是封存过的；写入后请再运行 indicators seal。",
        en="This dataset is sealed; run indicators seal again after writing.",
    ),
    "publicEnd": LocalText(
        zh="这是公开的网站：它不写任何文件，也不留下您的文章。请复制或下载，再贴进您自己的数据文件。"
        "关上此页，文章就没有了。",
        en="This is a public site: it writes no file and keeps no article. Copy or download the entry, and paste "
        "it into your own data file. Close this page and the article is gone.",
    ),
    "anotherDraft": LocalText(zh="换一篇稿子", en="Another draft"),
}
_NUMBERS: Final = LocalText(zh="一 两 三 四 五 六 七 八 九 十", en="One Two Three Four Five Six Seven Eight Nine Ten")

_KEYS: Final[Mapping[str, LocalText]] = {
    "keysTitle": LocalText(zh="按键", en="Keys"),
    "keysNote": LocalText(
        zh="在输入框里打字时，这些键都不起作用。", en="None of these keys acts while you type in a box."
    ),
    "close": LocalText(zh="关上", en="Close"),
}
_HELP: Final[tuple[tuple[LocalText, LocalText], ...]] = (
    (LocalText(zh="J K", en="J K"), LocalText(zh="下一个、上一个", en="next, previous")),
    (LocalText(zh="Enter", en="Enter"), LocalText(zh="采用眼前这一个", en="accept the one you see")),
    (
        LocalText(zh="X", en="X"),
        LocalText(zh="不收：是指标，但这里不要", en="leave out: a figure, but not wanted here"),
    ),
    (
        LocalText(zh="N", en="N"),
        LocalText(zh="不算指标：名称、编号、重复", en="not a figure: a name, a number plate, a repeat"),
    ),
    (
        LocalText(zh="E", en="E"),
        LocalText(
            zh="修改：在全部指标里找；Tab 往下逐项走", en="edit: find any metric; Tab goes on to the other fields"
        ),
    ),
    (
        LocalText(zh="1 2 3", en="1 2 3"),
        LocalText(zh="换指标的第一、二、三个提议", en="take the first, second or third metric"),
    ),
    (
        LocalText(zh="R", en="R"),
        LocalText(zh="换另一种读法（有两种读法时）", en="take the other reading, where there are two"),
    ),
    (LocalText(zh="U", en="U"), LocalText(zh="撤销，可以一直退到开头", en="undo, as far back as the start")),
    (
        LocalText(zh="D", en="D"),
        LocalText(
            zh="最拿不准的先看；再按一次回到原文顺序",
            en="most doubtful first; again for the order of the text",
        ),
    ),
    (
        LocalText(zh="拖选 Enter", en="drag Enter"),
        LocalText(zh="在原文上拖选漏掉的数，Enter 补上", en="over a number that was missed, then Enter to add it"),
    ),
    (
        LocalText(zh="C W", en="C W"),
        LocalText(zh="在最后一页：复制、写入", en="on the last page: copy, write into the file"),
    ),
    (LocalText(zh="?", en="?"), LocalText(zh="打开或关上这张表", en="open or close this table")),
)


def of(lang: Lang) -> dict[str, Any]:
    """All words in one language, by the names that browser/curate*.js has for them."""

    def each(named: Mapping[str, LocalText]) -> dict[str, str]:
        return {name: words.of(lang) for name, words in named.items()}

    return {
        **each(_PASTE),
        **each(_REVIEW),
        **each(_END),
        **each(_KEYS),
        "steps": [step.of(lang) for step in _STEPS],
        "privacy": [sentence.of(lang) for sentence in _PRIVACY],
        "privacyOwn": [sentence.of(lang) for sentence in _PRIVACY_OWN],
        "numbers": _NUMBERS.of(lang).split(),
        "help": [[keys.of(lang), meaning.of(lang)] for keys, meaning in _HELP],
    }
