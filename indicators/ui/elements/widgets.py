"""All that a page hears from a browser: the key of each widget, and what kind of value it sends.

Nothing else is listened to (server/guards/browser_messages.py), so a new widget has to be named here.
"""

import re
from collections.abc import Mapping
from typing import Final, Literal

from indicators.view import FILTERS

Kind = Literal["pressed", "open", "text", "texts", "row", "event"]
"""A button; whether something is open; a text that is typed or chosen; several that are chosen; the row that is
selected in a table; what happened in a component.
"""

_KINDS: Final[Mapping[str, Kind]] = {
    "None|now": "pressed",  # the dialog of the evidence has no key
    r"data-[\w.-]+|more-filters|report-charts|share|worked-out": "open",
    "day|filter-metric|find": "text",
    f"filter-({'|'.join(FILTERS)})": "texts",
    r"follow-[0-9]{1,6}": "row",
    r"(chart-[\w.-]+|curate-desk|navigator|player|search-box)__events": "event",
}
_NAMED: Final = tuple((re.compile(pattern), kind) for pattern, kind in _KINDS.items())
_ID: Final = re.compile(r"(?:\$\$STREAMLIT_INTERNAL_KEY_)?\$\$ID-[0-9a-f]{32}-(?P<key>[\w.-]{1,200})")


def kind(widget: str) -> Kind | None:
    """What the widget with this id of Streamlit's sends; None if we have none such."""
    named = _ID.fullmatch(widget)
    return next((kind for pattern, kind in _NAMED if named and pattern.fullmatch(named["key"])), None)
