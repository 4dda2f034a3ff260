"""What is safe to keep, what is compared, and what is shown to the letter."""

import re
import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.values.text import (
    LocalText,
    escape_markdown,
    escape_marks,
    escape_plotly,
    fold,
    nearest,
    one_line,
    plain_forms,
    unsafe_at,
)

UNSAFE = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
JOINERS = "\u200c\u200d"


def test_a19_a20_every_control_and_format_character_is_found() -> None:
    """Wherever it stands: among digits no joiner is fine, among letters they alone are."""
    unsafe = [char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) in UNSAFE - {"Co"}]
    for char in (*unsafe, "\ue000", "\U0010fffd"):
        assert unsafe_at(f"7{char}6") == 1, hex(ord(char))
        assert unsafe_at(f"日照{char}市") == (None if char in JOINERS else 2), hex(ord(char))


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("日照 56.92亿元 (AT&T) “四上” — A01", None),
        ("", None),
        ("café naïve Škoda", None),
        ("👨‍👩‍👧 ❤️‍🔥", None),
        ("می‌خواهم", None),
        ("क्‍ष", None),
        ("\u202e7.63", 0),
        ("日照\u2066市", 2),
        ("日照\ufeff", 2),
        ("36\u00ad.7", 2),
        ("a\u200bb", 1),
        ("a\nb", 1),
        ("a\tb", 1),
        ("\x1b[31m", 0),
        ("a\u2028b", 1),
        ("\u200d日", 0),
        ("日\u200d", 1),
        ("日\u200d\u200d照", 1),
        ("日\u200d1", 1),
        ("1\u200c照", 1),
        ("日\u200d照\u202e", 3),
    ],
)
def test_unsafe_at(text: str, index: int | None) -> None:
    assert unsafe_at(text) == index


@given(st.text())
def test_unsafe_at_is_the_first(text: str) -> None:
    index = unsafe_at(text)
    if index is None:
        assert not [char for char in text if unicodedata.category(char) in UNSAFE and char not in JOINERS]
    else:
        assert unicodedata.category(text[index]) in UNSAFE
        assert unsafe_at(text[:index].rstrip(JOINERS)) is None


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("３６．７亿元", "36.7亿元"),
        ("36.7 亿\n元", "36.7亿元"),
        ("“四上”企业", '"四上"企业'),
        ("‘a’", "'a'"),
        ("−2.7％", "-2.7%"),
        ("1—6月", "1–6月"),
        ("日照:\u3000港口", "日照：港口"),
    ],
)
def test_folded_alike(text: str, other: str) -> None:
    assert fold(text) == fold(other)


@pytest.mark.parametrize(("text", "other"), [("36.7亿元", "36.70亿元"), ("1.5", "15"), ("日照", "曰照"), ("-5", "5")])
def test_folded_apart(text: str, other: str) -> None:
    assert fold(text) != fold(other)


@given(st.text("0１２.．，,亿元日Aａ “”‘’—–−〜～％%\u3000\u00a0\n\t"))
def test_folding_is_done_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(plain_forms(text)) == fold(text)
    assert not re.search(r"\s", fold(text))


def test_plain_forms_keep_words_apart() -> None:
    assert plain_forms(" in　2022 \n30,000 mu ") == "in 2022 30,000 mu"


# What CommonMark does with a backslash and a sign: it shows the sign.
def shown_by_markdown(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


JOINER = "\u2060"

HOSTILE = [
    "$5bn to $7bn",
    ":red[x] :material/delete: :smile:",
    "[l](http://e) ![i](http://127.0.0.1/x)",
    "**b** _i_ ~~s~~ `c`",
    "$\\rule{9999em}{9999em}$",
    "<script>alert(1)</script>",
    "# heading",
    "a | b",
    "\\",
    "AT&T &lt; C#",
]


@pytest.mark.parametrize(
    ("text", "limit", "line"),
    [
        ("产值 36.7亿元", None, "产值 36.7亿元"),
        ("a\nb\tc\r\n d", None, "a b c  d"),
        ("\x1b[31mred\u202e", None, "\ufffd[31mred\ufffd"),
        ("key\xa0", None, "key␣"),
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
    ],
)
def test_one_line(text: str, limit: int | None, line: str) -> None:
    assert one_line(text, limit) == line


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_keeps_the_letter(text: str) -> None:
    escaped = escape_markdown(text)
    assert escape_marks(text) == escaped.replace(JOINER, "")
    assert shown_by_markdown(escaped).replace(JOINER, "") == text
    assert not re.search(r"(?<!\\)(?:\\\\)*[!-/:-@\[\]-`{-~]", escaped)


# As mdast-util-gfm-autolink-literal has them: what it looks for in a text that is unescaped already.
LINKED_BY_STREAMLIT = re.compile(r"(?i:https?://|www(?=\.))[-.\w]+|[-.\w+]+@[-\w]+(?:\.[-\w]+)+")


@pytest.mark.parametrize(
    "text",
    [
        *("www.evil.cn", "x_www.evil.cn", "(WWW.evil.cn)", "http://evil.cn/x", "HTTPS://evil.cn", "a.b+c@evil.cn"),
        *(
            "“www.evil.cn” is an address",
            "www.www.evil.cn",
            "http://a@evil.cn",
            "https://http://evil.cn",
            "x@www.evil.cn",
        ),
    ],
)
def test_markdown_makes_no_link_of_an_address(text: str) -> None:
    """faults.md C07: Streamlit looks for addresses after it has taken the escapes away."""
    assert LINKED_BY_STREAMLIT.search(text)
    assert not LINKED_BY_STREAMLIT.search(shown_by_markdown(escape_markdown(text)))


ADDRESS_LIKE = st.sampled_from(
    ["www", "WWW", ".", "http", "https", "s", ":", "//", "/", "@", "a", "x-y_z", "evil.cn", " "]
)


@given(st.lists(ADDRESS_LIKE).map("".join))
def test_no_text_becomes_a_link(text: str) -> None:
    """Letters drawn one by one are hardly ever an address."""
    assert not LINKED_BY_STREAMLIT.search(shown_by_markdown(escape_markdown(text)))


@given(st.text())
def test_markdown_of_any_text(text: str) -> None:
    escaped = escape_markdown(text)
    assert shown_by_markdown(escaped).replace(JOINER, "") == " ".join(text.split()).replace(JOINER, "")
    assert len(escaped.splitlines()) <= 1 or not {"\n", "\r"} & set(escaped)
    assert re.fullmatch(r"(?:[^!-/:-@\[-`{-~]|\\[!-/:-@\[-`{-~])*", escaped)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("AT&T 5 < 6 > 4", "AT&amp;T 5 &lt; 6 &gt; 4"),
        ('<a href="http://e">x</a><br>', '&lt;a href="http://e"&gt;x&lt;/a&gt;&lt;br&gt;'),
        ("&lt;", "&amp;lt;"),
        ("two\nlines", "two lines"),
        ("36.7亿元", "36.7亿元"),
    ],
)
def test_plotly_keeps_the_letter(text: str, escaped: str) -> None:
    assert escape_plotly(text) == escaped


@given(st.text())
def test_plotly_of_any_text(text: str) -> None:
    escaped = escape_plotly(text)
    assert not set("<>\n") & set(escaped)
    back = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert back == " ".join(text.split())


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("metrics", ["metric", "region"], "metric"),
        ("qoute", ["note", "quote"], "quote"),
        ("rizhao-etzd", ["rizhao", "rizhao-etdz", "rizhao-hitech"], "rizhao-etdz"),
        ("fr", ["zh", "en"], ""),
        ("x", [], ""),
        ("", ["a"], ""),
    ],
)
def test_nearest(word: str, known: list[str], meant: str) -> None:
    assert nearest(word, known) == meant


def test_nearest_of_very_many() -> None:
    start = time.process_time()
    assert nearest("region-x", ["city", *(f"region-{n}" for n in range(100_000))]).startswith("region-")
    assert time.process_time() - start < 1


def test_both_languages() -> None:
    words = LocalText(zh="中文", en="English")
    assert (words.of("zh"), words.of("en")) == ("中文", "English")
