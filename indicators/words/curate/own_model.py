"""Words around the curator's own language model: what is sent where, what came of it, and why there is no answer."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import Counted, Lang, LocalText

MODEL_HELP: Final = LocalText(
    zh="也问自己的模型（INDICATORS_LLM_URL）：先显示发往哪里、发多少，再问是否发送",
    en="also ask your own model (INDICATORS_LLM_URL): says first what is sent where, and asks before it is",
)
YES_HELP: Final = LocalText(zh="与 --model 同用：不再问，直接发送", en="with --model: send without asking")
NOT_SET_UP: Final = LocalText(
    zh="没有设置模型的地址（环境变量 INDICATORS_LLM_URL）",
    en="no model is set up (environment variable INDICATORS_LLM_URL)",
)
WILL_SEND: Final = LocalText(
    zh="将把 {paragraphs} 段（{characters} 字）和词表中可能用到的名称发往 {address}（模型 {name}）。",
    en="This will be sent to {address} (model {name}): paragraphs {paragraphs}, characters {characters}, "
    "and the names of the vocabulary that may fit them.",
)
NOTHING_TO_ASK: Final = LocalText(
    zh="没有要问模型的：各段里没有数。", en="There is nothing to ask the model: no paragraph has a number."
)
ASK: Final = LocalText(zh="发送？[y/N] ", en="Send? [y/N] ")
ASK_FIRST: Final = LocalText(
    zh="没有发送：这里无法问您。请加 --yes，或在终端里运行",
    en="nothing was sent, since you cannot be asked here; add --yes, or run this in a terminal",
)
NOT_SENT: Final = LocalText(zh="没有发送，以下只是规则认出的。", en="Nothing was sent; these are the rules' own.")
NO_ANSWER: Final = LocalText(
    zh="模型没有应答，以下只是规则认出的。", en="The model did not answer; these are the rules' own."
)
SOME_ANSWERS: Final = LocalText(
    zh="{asked} 段中有 {answered} 段得到应答，其余只是规则认出的。",
    en="Of {asked} paragraphs {answered} were answered; the others are the rules' own.",
)
REASONS: Final[Mapping[str, LocalText]] = {
    "unreachable": LocalText(zh="连不上", en="it cannot be reached"),
    "not-private": LocalText(
        zh="这个地址不在本机或内网，须用 https", en="its address is not of a private network, which needs https"
    ),
    "slow": LocalText(zh="太慢，已不再等", en="it took too long"),
    "too-long": LocalText(zh="应答太长", en="its answer was too long"),
    "redirect": LocalText(zh="它指向别处，没有跟去", en="it points elsewhere, where nothing was sent"),
    "status": LocalText(zh="它回答 {status}", en="it answered {status}"),
    "no-json": LocalText(zh="应答读不懂", en="its answer cannot be read"),
}
READS_SO: Final = LocalText(zh="模型这样读", en="so the model reads it")
PROPOSED: Final = Counted(
    LocalText(zh="模型提了 1 个", en="The model proposed 1"),
    LocalText(zh="模型提了 {count} 个", en="The model proposed {count}"),
)
NOT_IN_TEXT: Final = Counted(
    LocalText(zh="1 个在原文中找不到，已弃", en="1 was not in the text and was dropped"),
    LocalText(zh="{count} 个在原文中找不到，已弃", en="{count} were not in the text and were dropped"),
)
UNUSABLE: Final = Counted(
    LocalText(zh="1 个不能用，已弃", en="1 could not be used and was dropped"),
    LocalText(zh="{count} 个不能用，已弃", en="{count} could not be used and were dropped"),
)


def account(proposed: int, not_in_text: int, unusable: int, lang: Lang) -> str:
    """How many proposals a model made, and how many of them were dropped for what."""
    dropped = [NOT_IN_TEXT.of(lang, not_in_text)] * bool(not_in_text) + [UNUSABLE.of(lang, unusable)] * bool(unusable)
    before, between, end = ("，", "；", "。") if lang == "zh" else ("; ", "; ", ".")
    return before.join(filter(None, (PROPOSED.of(lang, proposed), between.join(dropped)))) + end


def no_answer(reason: str, status: int, lang: Lang) -> str:
    """Why there is no answer, in brackets behind the sentence that there is none."""
    why = REASONS[reason].of(lang).format(status=status)
    return f"（{why}）" if lang == "zh" else f" ({why})"
