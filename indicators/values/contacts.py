"""Where errors in a dataset are reported: an e-mail address, or a web page such as the issues of a repository."""

import re
from typing import Final
from urllib.parse import quote, urlencode

from indicators.values import urls
from indicators.values.problems import Fault

_EMAIL: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
"""The addresses that people have: no quoted names, and a domain with a dot."""


def check(contact: str) -> str:
    """The contact itself, if a reader may be sent there; raises Fault (contact-form, or ``urls.FAULTS``)."""
    if "://" in contact:
        return urls.check(contact)
    if not _EMAIL.fullmatch(contact):
        raise Fault("contact-form", value=contact[:80])
    return contact


def address(contact: str, subject: str, body: str) -> str:
    """The address of a new message: a mail with subject and body, or the page, with both as the parameters that the
    forms for new issues of GitHub, Gitea and others read (title, body).
    """
    if is_email(contact):
        return f"mailto:{quote(contact, safe='@+')}?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"
    page, hash_sign, fragment = contact.partition("#")
    joint = "&" if "?" in page else "?"
    return f"{page}{joint}{urlencode({'title': subject, 'body': body}, quote_via=quote)}{hash_sign}{fragment}"


def is_email(contact: str) -> bool:
    """True of an e-mail address, False of a web page."""
    return "://" not in contact
