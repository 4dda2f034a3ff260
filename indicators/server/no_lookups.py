"""Streamlit's look-ups of the addresses of this machine → none: it asks an outside service for one of them."""

from typing import Final

from streamlit import net_util

_NAMES: Final = ("_external_ip", "_internal_ip")
"""What Streamlit has found out about itself; where it knows something, it asks nobody. Not public."""


def forbid() -> None:
    """Tell Streamlit that it has no other address than the one that it listens at.

    It would ask at a start without a browser, and for each websocket that a foreign page opens, and serve nobody
    meanwhile. What can be reached from outside is in the settings.
    """
    for name in _NAMES:
        setattr(net_util, name, "")
