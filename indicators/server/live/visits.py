"""News of the data → all pages that are open are drawn anew, without their readers asking."""

import logging
from typing import Any, Final

from streamlit.runtime import Runtime

_log: Final = logging.getLogger(__name__)


def draw_anew() -> None:
    """Draw all open pages anew, each with the view that its reader has. From any thread; nothing where none is open.

    It goes by what Streamlit does where its own scripts are saved. Should that have changed, pages find out for
    themselves, some seconds later (see ``ui.freshness``).
    """
    try:
        if not Runtime.exists():
            return
        for visit in _sessions(Runtime.instance()):
            visit.request_rerun(visit._client_state)  # as it does itself
    except Exception:  # noqa: BLE001  # the news come a little later
        _log.exception("open pages could not be told of news")


def _sessions(runtime: Any) -> list[Any]:
    return [info.session for info in runtime._session_mgr.list_active_sessions()]
