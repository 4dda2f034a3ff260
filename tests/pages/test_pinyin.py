"""How Chinese characters are read."""

import pytest

from indicators.pages import pinyin


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("莒县", "ju xian"),
        ("日照", "ri zhao"),
        ("五莲", "wu lian"),
        ("重点", "zhong dian"),  # and not chong, as in 重复
        ("增长", "zeng zhang"),  # and not chang, as in 长度
        ("“四上”企业", "si shang qi ye"),
        ("GDP总量", "gdp zong liang"),
        ("Rizhao", ""),
        ("", ""),
    ],
)
def test_syllables(text: str, read: str) -> None:
    assert pinyin.syllables(text) == read
