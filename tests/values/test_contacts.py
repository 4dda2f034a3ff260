"""Where errors are reported: addresses that lead to somebody, and messages that arrive as they were written."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.values import contacts
from indicators.values.problems import Fault

PAGE = "https://code.daily.cn/data/issues/new"


@pytest.mark.parametrize("contact", ["editor@daily.cn", "a.b+data@mail.daily.cn", PAGE])
def test_contacts(contact: str) -> None:
    assert contacts.check(contact) == contact


@pytest.mark.parametrize(
    ("contact", "code"),
    [
        ("editor", "contact-form"),
        ("editor@daily", "contact-form"),
        ("mailto:editor@daily.cn", "contact-form"),
        ("editor@daily.cn?bcc=all@daily.cn", "contact-form"),
        ("a@daily.cn, b@daily.cn", "contact-form"),
        ("javascript:alert(1)", "contact-form"),
        ("javascript://daily.cn/%0Aalert(1)", "url-scheme"),
        ("https://user@daily.cn/", "url-userinfo"),
        ("http://localhost/", "url-host"),
    ],
)
def test_what_leads_nowhere_is_refused(contact: str, code: str) -> None:
    with pytest.raises(Fault) as caught:
        contacts.check(contact)
    assert caught.value.code == code


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)


@given(TEXTS, TEXTS)
def test_a_message_arrives_as_it_was_written(subject: str, body: str) -> None:
    """RFC 6068: what a mail program reads from the address, and a server from that of a page."""
    mail = urlsplit(contacts.address("editor@daily.cn", subject, body))
    assert (mail.scheme, mail.path) == ("mailto", "editor@daily.cn")
    pairs = dict(pair.split("=") for pair in mail.query.split("&"))
    assert {key: unquote(value) for key, value in pairs.items()} == {"subject": subject, "body": body}
    page = urlsplit(contacts.address(f"{PAGE}?labels=data#form", subject, body))
    sent = {"labels": ["data"], "title": [subject], "body": [body]}
    assert parse_qs(page.query, keep_blank_values=True) == sent
    assert page.fragment == "form"
