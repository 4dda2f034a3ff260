"""Sentences for what is wrong or odd with the texts of articles, and between them and the figures."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

SENTENCES: Final[Mapping[str, LocalText]] = {
    "text-of-nobody": LocalText(
        zh="“{name}”不是哪篇报道的原文：没有这个标识。文件名应为报道的标识加 .txt。",
        en="“{name}” belongs to no article: none has that id. Name the file after the id of its article, with "
        ".txt at the end.",
    ),
    "text-empty": LocalText(
        zh="原文是空的。请把报道的文字存进去，或删去这个文件。",
        en="The text is empty. Save the words of the article in it, or remove the file.",
    ),
    "text-kind": LocalText(
        zh="这不是普通文件。原文应是 UTF-8 编码的 .txt 文件。",
        en="This is not a regular file. A text is a .txt file in UTF-8.",
    ),
    "text-size": LocalText(
        zh="原文超过 {limit} MB。请只留下这篇报道所在的版面。",
        en="The text exceeds {limit} MB. Keep only the page that the article is on.",
    ),
    "quote-moved": LocalText(
        zh="引文“{quote}”不在这篇报道里，而在同一原文的别处。请核对它是否出自这篇报道。",
        en="The quote “{quote}” is in the text, but outside this article. Check whether it is from this article.",
    ),
    "quote-changed": LocalText(
        zh="报道原文与引文“{quote}”有出入。请对照：“indicators verify {article}”。",
        en="The text of the article differs from the quote “{quote}”. Compare both with “indicators verify {article}”.",
    ),
    "rate-far": LocalText(
        zh="在报道原文里，引文“{quote}”附近没有“{printed}”。请对照原文；确实印在别处就写 accept。",
        en="In the text of the article, “{printed}” stands nowhere near the quote “{quote}”. Compare it with the text; "
        "if it is printed elsewhere, `accept` it.",
    ),
    "rate-of-another": LocalText(
        zh="在报道原文里，“{printed}”说的不是引文“{quote}”里的数，而是另一个数。请对照原文；没有写错就写 accept。",
        en="In the text of the article, “{printed}” belongs to another number than that of the quote “{quote}”. "
        "Compare it with the text; if it is right, `accept` it.",
    ),
    "quote-missing": LocalText(
        zh="报道原文里没有引文“{quote}”。请照原文改正。",
        en="The quote “{quote}” is not in the text of the article. Quote what is printed.",
    ),
}
