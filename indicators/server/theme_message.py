"""The theme that Streamlit sends with each run → made once: it looks through 500 settings for it, six times a run.

That was a sixth of what a change of a filter cost.
"""

import logging
from collections.abc import Callable
from typing import Any, Final

from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_NAME: Final = "_populate_theme_msg"
"""What Streamlit fills a section of the theme with. Not public."""
_WHOLE: Final = "theme"
_log: Final = logging.getLogger(__name__)


def keep() -> None:
    """Fill the theme of each message from the first one, until the settings are read anew.

    Where Streamlit fills it in another way by now, it goes on as it does.
    """
    populate: Any = getattr(app_session, _NAME, None)
    if populate is None:
        _log.warning("Streamlit has no %s any more: each run reads the settings of the theme", _NAME)
    elif not isinstance(populate, _KeptTheme):
        kept = _KeptTheme(populate)
        config.on_config_parsed(kept.forget, force_connect=True)
        setattr(app_session, _NAME, kept)


class _KeptTheme:
    """Fills a section of a message as ``populate`` has filled it first."""

    def __init__(self, populate: Callable[[CustomThemeConfig, str], None]) -> None:
        self._populate = populate
        self._sections: dict[str, CustomThemeConfig] = {}

    def __call__(self, message: CustomThemeConfig, section: str = _WHOLE) -> None:
        if section not in self._sections:
            kept = CustomThemeConfig()
            self._populate(kept, section)
            self._sections[section] = kept
        if self._sections[section].ListFields():  # else the message would say that there is such a section
            message.MergeFrom(self._sections[section])

    def forget(self) -> None:
        """Read the settings again for the next message."""
        self._sections = {}
