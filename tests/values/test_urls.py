"""Addresses that a reader may be sent to, and those that only look like it: C01 to C06 of the fault matrix."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indicators.values import urls
from indicators.values.problems import Fault

GOOD = [
    ("http://paper.dzwww.com/dzrb/", "paper.dzwww.com"),
    ("https://www.daily.cn", "www.daily.cn"),
    ("https://www.daily.cn:443/a", "www.daily.cn"),
    ("http://www.daily.cn:80/a", "www.daily.cn"),
    ("https://www.daily.cn/a(b),c;d=1?x[0=1&y=@z#top".replace("[", "%5B"), "www.daily.cn"),
    ("https://www.daily.cn/%E6%97%A5%E7%85%A7", "www.daily.cn"),
    ("https://xn--fiqs8s.xn--fiqs8s/", "xn--fiqs8s.xn--fiqs8s"),
    ("https://1000-2000.163.com/", "1000-2000.163.com"),
    ("https://www.daily.cn/?to=https://other.cn/", "www.daily.cn"),
    ("https://www.daily.cn/" + "a" * (urls.LIMIT - 21), "www.daily.cn"),
]

# case of faults.md, address, code
BAD = [
    *(("C01", f"{scheme}:alert(1)", "url-scheme") for scheme in ("javascript", "vbscript", "data", "blob", "mailto")),
    ("C01", "data:text/html,hi", "url-scheme"),
    ("C01", "file:///etc/passwd", "url-scheme"),
    ("C01", "ftp://www.daily.cn/", "url-scheme"),
    ("C01", "//www.daily.cn/", "url-scheme"),
    ("C01", "/a.html", "url-scheme"),
    ("C01", "www.daily.cn", "url-scheme"),
    ("C01", "www.daily.cn:443/a", "url-scheme"),
    ("C01", "http:www.daily.cn", "url-scheme"),
    ("C01", "https:/www.daily.cn", "url-scheme"),
    ("C01", "https:///www.daily.cn", "url-host"),
    ("C01", "https://", "url-host"),
    ("C01", "", "url-form"),
    ("C02", " javascript:alert(1)", "url-form"),
    ("C02", "java\nscript:alert(1)", "url-form"),
    ("C02", "java\tscript:alert(1)", "url-form"),
    ("C02", "JaVaScRiPt:alert(1)", "url-scheme"),
    ("C02", "&#106;avascript:alert(1)", "url-scheme"),
    ("C02", "%6Aavascript:alert(1)", "url-scheme"),
    ("C02", "HTTPS://www.daily.cn/", "url-scheme"),
    ("C02", "https:\\\\www.daily.cn", "url-form"),
    ("C02", "https://www.daily.cn\\@evil.cn", "url-form"),
    ("C03", "https://ok.cn@evil.cn/", "url-userinfo"),
    ("C03", "https://ok.cn:pw@evil.cn/", "url-userinfo"),
    ("C03", "https://:pw@evil.cn/", "url-userinfo"),
    ("C03", "https://@evil.cn/", "url-userinfo"),
    ("C03", "https://ok.cn%40evil.cn/", "url-host"),
    ("C04", "http://127.0.0.1/", "url-host"),
    ("C04", "http://169.254.169.254/", "url-host"),
    ("C04", "http://2130706433/", "url-host"),
    ("C04", "http://0x7f.0.0.1/", "url-host"),
    ("C04", "http://0x7f000001/", "url-host"),
    ("C04", "http://127.1/", "url-host"),
    ("C04", "http://[::1]/", "url-form"),
    ("C04", "http://localhost/", "url-host"),
    ("C04", "http://www.localhost/", "url-host"),
    ("C04", "http://printer/", "url-host"),
    ("C04", "http://printer.local/", "url-host"),
    ("C04", "http://db.internal/", "url-host"),
    ("C04", "http://daily.cn./", "url-host"),
    ("C04", "http://daily..cn/", "url-host"),
    ("C04", "http://-daily.cn/", "url-host"),
    ("C04", "http://da_ily.cn/", "url-host"),
    ("C04", f"http://{'a' * 64}.cn/", "url-host"),
    ("C04", f"http://{'a.' * 130}cn/", "url-host"),
    ("C04", "https://www.daily.cn:8443/", "url-port"),
    ("C04", "https://www.daily.cn:/", "url-port"),
    ("C04", "https://www.daily.cn:99999/", "url-form"),
    ("C04", "https://www.daily.cn:a/", "url-form"),
    ("C05", "https://日照.中国/", "url-form"),
    ("C05", "https://www.dаily.cn/", "url-form"),
    ("C05", "https://www.Iqilu.com/", "url-host"),
    ("C05", "https://www．daily.cn/", "url-form"),
    ("C06", "https://www.daily.cn/a b", "url-form"),
    ("C06", "https://www.daily.cn/\r\nSet-Cookie: a", "url-form"),
    ("C06", 'https://www.daily.cn/"onclick=', "url-form"),
    ("C06", "https://www.daily.cn/<script>", "url-form"),
    ("C06", "https://www.daily.cn/)](https://evil.cn", "url-form"),
    ("C06", "https://www.daily.cn/\u202e", "url-form"),
    ("A30", "https://www.daily.cn/" + "a" * (urls.LIMIT - 20), "too-long"),
    ("A30", "https://" + "a" * 10_000_000, "too-long"),
]


@pytest.mark.parametrize(("url", "host"), GOOD)
def test_good(url: str, host: str) -> None:
    assert (urls.check(url), urls.host(url)) == (url, host)


@pytest.mark.parametrize(("case", "url", "code"), BAD, ids=[f"{case}-{url[:40]!r}" for case, url, _ in BAD])
def test_bad(case: str, url: str, code: str) -> None:
    with pytest.raises(Fault) as fault:
        urls.check(url)
    assert (fault.value.code, case) == (code, case)
    assert all(len(fact) <= 80 for fact in fault.value.facts.values())


def test_every_code_is_tested() -> None:
    assert {code for _, _, code in BAD} == urls.FAULTS


PIECES = st.sampled_from([
    *("http", "https", ":", "//", "/", "\\", "@", "www.daily.cn", "evil.cn", ":80", ":8080", "localhost", "127.0.0.1"),
    *("javascript:", "?", "#", "[", "]", " ", "\n", "\t", "%0a", "a", ".", "日照", "\u202e", "．", "-", "_", '"'),
])  # fmt: skip


def is_taken(url: str) -> bool:
    try:
        return urls.check(url) == url
    except Fault:
        return False


@given(st.text(max_size=40) | st.lists(PIECES, max_size=10).map("".join))
@example("https://www.daily.cn:080/a?b#c")
def test_what_passes_leads_where_it_says(url: str) -> None:
    if is_taken(url):
        assert re.fullmatch(r"https?://([a-z0-9-]+\.)+[a-z][a-z0-9-]*(:(0*80|0*443))?([/?#][!-~]*)?", url)
        assert f"//{urls.host(url)}" in url


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("https://data.example.org/rizhao", "https://data.example.org/rizhao/"),
        ("http://10.0.0.7:8501/", "http://10.0.0.7:8501/"),
        ("http://[::1]:8501/", "http://[::1]:8501/"),
        ("https://日照.中国:8443/数据", "https://xn--wgv19w.xn--fiqs8s:8443/数据/"),
        ("https://*.example.org/", None),
        (f"https://{'日' * 64}.cn/", None),
        *((wrong, None) for wrong in ("", "data.example.org", "ftp://e.org/", "https://", "https://e.org/?a=1")),
        *((wrong, None) for wrong in ("https://e.org/#a", "https://a@e.org/", "https://e.org:x/", "https://e.org/ a")),
        *(
            (wrong, None)
            for wrong in ('https://e.org/"', "https://e.org/<b>", "javascript:alert(1)", "https://e.org/?")
        ),
    ],
)
def test_a_base_is_an_address_to_which_a_query_can_be_added(address: str, base: str | None) -> None:
    assert urls.base(address) == base
