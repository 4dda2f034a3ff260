"""The code of a problem → a sentence that names the fault and what to do about it.

The braces are filled with the facts of the problem; no text of a data file is ever itself a template.
"""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText
from indicators.words.problems import files, rules, texts, values

SENTENCES: Final[Mapping[str, LocalText]] = {
    **files.SENTENCES,
    **values.SENTENCES,
    **rules.SENTENCES,
    **texts.SENTENCES,
}
_NO_UNIT: Final[Mapping[str, LocalText]] = {"none": LocalText(zh="没有", en="none")}
NAMED: Final[Mapping[str, Mapping[str, LocalText]]] = {
    "kind": {**rules.KINDS, "nature": rules.NATURE},
    "guess": files.ENCODINGS,
    "fitting": _NO_UNIT,
}
"""Facts that are ids of ours → the words for them."""
