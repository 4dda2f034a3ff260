"""Sentences for what is wrong with a file as a whole, or with its YAML."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

ENCODINGS: Final[Mapping[str, LocalText]] = {
    "GB18030": LocalText(zh="GBK 或 GB18030", en="GBK or GB18030"),
    "UTF-16": LocalText(zh="UTF-16", en="UTF-16"),
    "unknown": LocalText(zh="别的编码，或者文件已损坏", en="something else, or a damaged file"),
}
_FILES: Final[Mapping[str, LocalText]] = {
    "folder-empty": LocalText(
        zh="文件夹里没有 .yaml 文件。", en="There is no .yaml file in this folder. Put the data files into it."
    ),
    "folder-unreadable": LocalText(
        zh="打不开这个文件夹（系统提示：“{detail}”）。请检查它的权限。",
        en="The folder cannot be opened (the system says “{detail}”). Check its permissions.",
    ),
    "file-missing": LocalText(
        zh="找不到这个文件，或者它是失效的链接。请检查文件名和位置。",
        en="There is no such file, or it is a broken link. Check its name and folder.",
    ),
    "file-kind": LocalText(
        zh="这不是普通文件。请指定一个 .yaml 文件，或存放它们的文件夹。",
        en="This is not a regular file. Give a .yaml file, or a folder of them.",
    ),
    "file-permission": LocalText(
        zh="没有读取这个文件的权限。请检查权限设置。",
        en="There is no permission to read this file. Check its permissions.",
    ),
    "file-unreadable": LocalText(
        zh="读不了这个文件（系统提示：“{detail}”）。", en="The file cannot be read (the system says “{detail}”)."
    ),
    "file-changing": LocalText(
        zh="文件正在被改写。请等保存完再试。", en="The file is being written. Try again once it is saved."
    ),
    "file-size": LocalText(
        zh="文件有 {size} MB，最大 {limit} MB。请拆成几个文件，放进同一个文件夹。",
        en="The file has {size} MB; at most {limit} MB are possible. Split it into several files in one folder.",
    ),
    "file-empty": LocalText(
        zh="文件是空的，或者只有注释。请从“dataset:”和“articles:”写起。",
        en="The file is empty or holds only comments. Begin with “dataset:” and “articles:”.",
    ),
    "file-encoding": LocalText(
        zh="文件不是 UTF-8 编码，看来是：{guess}。请在编辑器里另存为 UTF-8。",
        en="The file is not UTF-8; it looks like {guess}. Save it as UTF-8 in your editor.",
    ),
    "load-failed": LocalText(
        zh="读取没有完成，原因见日志。如果是内存不够，请把文件拆成几个，或给程序更多内存。",
        en="Reading ended before it was done; the log says why. If there was not enough memory, split the file into "
        "several ones, or give the program more.",
    ),
    "dataset-shrunk": LocalText(
        zh="新文件只有 {after} 个数，原来有 {before} 个，少了一半以上，像是不完整，因此没有采用。如果确实如此，请运行"
        "“indicators seal --fewer”确认。",
        en="The new file has {after} figures where there were {before}. That is less than half, as if it were cut off, "
        "so it is not shown. If this is meant, confirm it with “indicators seal --fewer”.",
    ),
    "dataset-fewer": LocalText(
        zh="新文件有 {after} 个数，原来有 {before} 个。变少可能是文件不完整，所以要等一分钟内没有人再改动才采用。",
        en="The file has {after} figures where there were {before}. It may be incomplete, so it is shown only after "
        "nobody has touched it for a minute.",
    ),
    "seal-gone": LocalText(
        zh="原来有封存清单，现在没有了；新的内容要等一分钟内没有人再改动才采用。请用“indicators seal”重新封存。",
        en="There was a seal and it is gone, so what is new is shown only after nobody has touched it for a minute. "
        "Seal it again with “indicators seal”.",
    ),
    "seal-unreadable": LocalText(
        zh="封存清单读不懂或不完整，无法确认数据是否齐全。请用“indicators seal”重新封存，或删去它。",
        en="The seal cannot be read or is incomplete, so nothing says that the data are complete. Seal them again with "
        "“indicators seal”, or remove it.",
    ),
    "seal-lacks": LocalText(
        zh="缺少清单里的文件“{file}”：数据还没有到齐，或者封存之后删去了它。如果确实如此，请用“indicators seal”重新"
        "封存。",
        en="The file “{file}” of the seal is not there: the data are still arriving, or it was removed after they were "
        "sealed. If this is meant, seal them again with “indicators seal”.",
    ),
    "seal-unknown": LocalText(
        zh="清单里没有文件“{file}”：数据还没有到齐，或者封存之后添了它。如果确实如此，请用“indicators seal”重新封存。",
        en="The seal knows no file “{file}”: the data are still arriving, or it was added after they were sealed. If "
        "this is meant, seal them again with “indicators seal”.",
    ),
    "seal-differs": LocalText(
        zh="文件“{file}”与清单不符：数据还没有到齐，或者封存之后改过。如果确实如此，请用“indicators seal”重新封存。",
        en="The file “{file}” is not as it was sealed: the data are still arriving, or it was edited since. If this is "
        "meant, seal them again with “indicators seal”.",
    ),
    "seal-count": LocalText(
        zh="清单记着 {sealed} 个数，读出的却有 {figures} 个。请用“indicators seal”重新封存。",
        en="The seal says {sealed} figures, but {figures} were read. Seal the data again with “indicators seal”.",
    ),
    "boundaries-form": LocalText(
        zh="读不懂这个 GeoJSON 文件（{reason}），地图不画边界。请用 FeatureCollection，各 feature 的 id 写地区的标识。",
        en="This GeoJSON file cannot be read ({reason}), so the map has no outlines. It should be a FeatureCollection "
        "whose features have the ids of regions.",
    ),
    "boundaries-kind": LocalText(
        zh="边界文件不是普通文件，地图不画边界。",
        en="The file of outlines is not a regular file, so the map has no outlines.",
    ),
    "boundaries-size": LocalText(
        zh="边界文件超过 {limit} MB。请先简化边界。", en="The file of outlines exceeds {limit} MB. Simplify it first."
    ),
    "dataset-missing": LocalText(
        zh="没有“dataset:”一节。请在一个文件里写上数据集的 id、title 和 license。",
        en="There is no “dataset:” section. Give the dataset its id, title and license in one of the files.",
    ),
    "dataset-twice": LocalText(
        zh="“dataset:”已写在 {first} 里，只能写一处。",
        en="“dataset:” is already in {first}; keep it in one file only.",
    ),
}

_SOURCE: Final[Mapping[str, LocalText]] = {
    "yaml-syntax": LocalText(zh="从这里起读不懂。", en="From here on the file cannot be read."),
    "not-a-mapping": LocalText(
        zh="文件应由“键: 值”组成，例如“articles:”，这里却是“{found}”。",
        en="A file is made of “key: value” pairs such as “articles:”, but this is “{found}”.",
    ),
    "yaml-documents": LocalText(
        zh="一个文件只能有一份内容。请删去“---”，或把它后面的内容放进另一个文件。",
        en="A file holds one document. Remove the “---”, or put what follows it into a file of its own.",
    ),
    "yaml-anchor": LocalText(
        zh="不能用锚点“&{name}”，请把内容直接写出来。以 & 开头的文字要放进引号。",
        en="The anchor “&{name}” is not allowed; write the content out. Words that begin with & need quotation marks.",
    ),
    "yaml-alias": LocalText(
        zh="不能用引用“*{name}”，请把内容直接写出来。以 * 开头的文字要放进引号。",
        en="The alias “*{name}” is not allowed; write the content out. Words that begin with * need quotation marks.",
    ),
    "yaml-tag": LocalText(
        zh="不能用标签“{tag}”，请删去。以 ! 开头的文字要放进引号。",
        en="The tag “{tag}” is not allowed; remove it. Words that begin with ! need quotation marks.",
    ),
    "yaml-merge": LocalText(
        zh="不能用合并键“<<”，请把内容直接写出来。", en="The merge key “<<” is not allowed; write the content out."
    ),
    "yaml-key": LocalText(
        zh="键应是一个词，不能空着，也不能是列表或花括号。",
        en="A key is a word: it cannot be empty, a list or in braces.",
    ),
    "yaml-depth": LocalText(
        zh="嵌套超过了 {limit} 层。请检查括号和缩进。",
        en="The nesting is more than {limit} levels deep. Check brackets and indentation.",
    ),
    "yaml-size": LocalText(
        zh="内容超过 {limit} 项。请拆成几个文件，放进同一个文件夹。",
        en="There are more than {limit} items. Split the file into several files in one folder.",
    ),
    "yaml-dense": LocalText(
        zh="前 {characters} 个字符里就有 {items} 项，数据文件不会这样密。请检查这里的列表。",
        en="There are {items} items in the first {characters} characters, which no data file has. Check the list here.",
    ),
    "yaml-scalar": LocalText(
        zh="这段文字有 {length} 个字符，最多 {limit} 个。多半是引号没有成对。",
        en="This text has {length} characters; at most {limit} are possible. Probably a quotation mark is missing.",
    ),
    "duplicate-key": LocalText(
        zh="“{key}”在第 {first_line} 行已经写过。请只留一处。",
        en="“{key}” is already in line {first_line}. Keep one of them.",
    ),
    "line-break": LocalText(
        zh="这个值断成了几行。请写在一行里，或者先写“>-”再另起一行。",
        en="This value is broken into several lines. Write it on one line, or put “>-” first and begin below.",
    ),
    "unsafe-character": LocalText(
        zh="有一个看不见的字符 {character}（{name}），会让文字看起来与实际不同。请删去。",
        en="There is an invisible character, {character} ({name}), which can make the text look different. Remove it.",
    ),
}

HINTS: Final[Mapping[str, LocalText]] = {
    "fullwidth-colon": LocalText(
        zh="键后面要用半角冒号加空格“: ”，不是全角“：”。",
        en=" After a key write an ordinary colon and a space, “: ”, not the wide “：”.",
    ),
    "wide-space": LocalText(
        zh="键的前后要用普通空格，不是全角空格或不间断空格。",
        en=" Around a key write ordinary spaces, not wide or non-breaking ones.",
    ),
    "tab": LocalText(zh="缩进要用空格，不能用 Tab。", en=" Indent with spaces, not with tabs."),
    "indent": LocalText(
        zh="这一行的缩进与上面的不齐。", en=" This line is not indented like the lines that it belongs to."
    ),
    "colon": LocalText(
        zh="每个键后面要有冒号和空格；值里面有“: ”时，要把值放进引号。",
        en=" A key is followed by a colon and a space; a value that itself holds “: ” goes into quotation marks.",
    ),
    "quote": LocalText(
        zh="引号没有成对，或者引号后面还有字。", en=" A quotation mark is not closed, or something follows it."
    ),
    "bracket": LocalText(
        zh="括号 [ ] 或 { } 没有成对，或者少了逗号；全角的｛｝，不算。",
        en=" A bracket [ ] or { } is not closed, or a comma is missing; the wide ｛｝， do not count.",
    ),
    "escape": LocalText(
        zh="双引号里的反斜杠写法不对。改用单引号，反斜杠就照原样。",
        en=" This backslash has no meaning in double quotation marks; in single ones it is an ordinary character.",
    ),
    "character": LocalText(
        zh="值不能以这个符号开头。请把值放进引号。",
        en=" A value cannot begin with this sign. Put the value into quotation marks.",
    ),
    "other": LocalText(
        zh="请检查这一行和上一行的缩进、引号和冒号。",
        en=" Check indentation, quotation marks and colons in this line and the one above.",
    ),
}
"""Why a file cannot be read → what to do about it."""

SENTENCES: Final = {**_FILES, **_SOURCE}
