"""Streamlit knows the addresses of this machine from us, and asks nobody for them."""

import socket

import pytest
from streamlit import net_util

from indicators.server import no_lookups


def test_streamlit_asks_nobody_for_its_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings keep it from asking, too; here it is told to, and has no socket to do it with."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in no_lookups._NAMES:
        monkeypatch.setattr(net_util, name, None)
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    no_lookups.forbid()
    assert (net_util.get_external_ip(), net_util.get_internal_ip()) == ("", "")
