"""A printed amount in the words of another language: exact arithmetic of number and unit."""

import pytest

from indicators.phrasing import glosses
from indicators.phrasing.names import Names
from indicators.values import quantity_parser
from indicators.values.text import Lang
from tests.builders import make_dataset

DATASET = make_dataset()


@pytest.mark.parametrize(
    ("printed", "lang", "gloss"),
    [
        ("56.92亿元", "en", "56.92 × 100 million yuan = 5.692 billion yuan"),
        ("16800万元", "en", "16800 × 10,000 yuan = 168.00 million yuan"),
        ("超3万亩", "en", "3 × 10,000 mu = over 30,000 mu"),
        ("250余万元", "en", "250 × 10,000 yuan = over 2.5 million yuan"),
        ("169 . 3亿元", "en", "169.3 × 100 million yuan = 16.93 billion yuan"),
        ("1亿2000万元", "en", "120.00 million yuan"),
        ("14家", "en", "14 enterprises"),
        ("5.692 billion yuan", "zh", "5.692 × 10亿元 = 56.92亿元"),
        ("20,154 yuan", "zh", "20154元"),
        ("56.92亿元", "zh", ""),
        ("30—50亿元", "en", ""),
    ],
)
def test_glosses(printed: str, lang: Lang, gloss: str) -> None:
    assert glosses.of(quantity_parser.parse(printed), Names(DATASET, lang)) == gloss
