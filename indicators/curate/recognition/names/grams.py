"""A text → the pairs of Chinese characters and the English words by which texts are compared."""

import re
from collections.abc import Iterator
from typing import Final

_RUN: Final = re.compile(r"[\u4e00-\u9fff]+|[a-z][a-z&'-]+")
_STOP: Final = frozenset(
    (
        *("the", "of", "to", "in", "and", "was", "were", "its", "for", "by", "reached", "total", "with", "from", "at"),
        *(
            "on",
            "up",
            "down",
            "increase",
            "increased",
            "rose",
            "rise",
            "grew",
            "growth",
            "fell",
            "declined",
            "decreased",
        ),
        *(
            "rmb",
            "cny",
            "yuan",
            "usd",
            "dollars",
            "thousand",
            "million",
            "billion",
            "trillion",
            "least",
            "than",
            "more",
        ),
        *(
            "nearly",
            "about",
            "exceed",
            "exceeded",
            "exceeding",
            "surpassed",
            "surpassing",
            "rising",
            "down",
            "compared",
        ),
        *("surged", "soared", "percent", "year", "year-on-year"),
    )
)


def grams(text: str) -> Iterator[str]:
    """Pairs of Chinese characters, and English words without their plural: what texts are compared by."""
    for run in _RUN.findall(text.lower()):
        if run[0].isascii():
            if run not in _STOP:
                yield run.rstrip("s")
        else:
            yield from (run[index : index + 2] for index in range(len(run) - 1))
            if len(run) == 1:
                yield run
