"""The connection of a session → whether its reader is offered the pages that read a text."""

import streamlit as st

from indicators import settings
from indicators.settings import Caller, CurateAccess

_LOOPBACK = "127.0.0.1"


def curate_access() -> CurateAccess:
    """What the reader of this session is offered; ``write`` says that it is the curator's own machine.

    Streamlit gives no address for a reader on the same machine.
    """
    headers = {name: ", ".join(st.context.headers.get_all(name)) for name in st.context.headers}
    return settings.curate_access(settings.current(), Caller.of(headers, st.context.ip_address or _LOOPBACK))
