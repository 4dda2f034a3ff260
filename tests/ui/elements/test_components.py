"""The scripts of the dashboard as components of Streamlit."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep
from typing import Any

import pytest

from indicators.ui.elements import components


class SlowManager:
    """Registers the components one after the other, as Streamlit does, but so slowly that others come meanwhile."""

    def __init__(self) -> None:
        self.known: set[str] = set()

    def get_component_asset_root(self, name: str) -> str | None:
        return "browser" if name in self.known else None

    def register_from_manifest(self, _manifest: Any, _package: Any) -> None:
        for name in components.NAMES:
            self.known.add(components.full_name(name))
            sleep(0.01)


def test_readers_who_come_together_find_every_component(monkeypatch: pytest.MonkeyPatch) -> None:
    manager, together = SlowManager(), Barrier(4)
    monkeypatch.setattr(components, "get_bidi_component_manager", lambda: manager)

    def known_after(_reader: int) -> int:
        together.wait()
        components._register()
        return len(manager.known)

    with ThreadPoolExecutor(4) as readers:
        assert list(readers.map(known_after, range(4))) == [len(components.NAMES)] * 4
