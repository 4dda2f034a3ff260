"""/livez and /readyz: what a watcher of the server is told before, with and after a dataset."""

from pathlib import Path

import pytest
from starlette.applications import Starlette

from indicators.loading import store
from indicators.loading.store import Store
from indicators.server.live import health
from tests import SAMPLE
from tests.server.asgi import Answer, ask


def asked(shown: Store, path: str = "/readyz") -> Answer:
    return ask(Starlette(routes=health.routes(shown)), path)


def test_the_process_lives_before_it_has_data() -> None:
    answer = asked(Store(SAMPLE), "/livez")
    assert (answer.status, answer.json) == (200, {"alive": True})


def test_no_data_are_loaded_by_asking() -> None:
    shown = Store(SAMPLE)
    answer = asked(shown)
    assert (answer.status, answer.json["error"], shown.ready) == (503, "loading", False)


def test_ready_with_a_dataset() -> None:
    shown = Store(SAMPLE)
    snapshot = shown.current()
    assert snapshot.dataset is not None
    assert snapshot.loaded_at is not None
    answer = asked(shown)
    assert answer.status == 200
    assert answer.json == {
        "digest": snapshot.digest,
        "figures": len(snapshot.dataset.figures),
        "loaded_at": snapshot.loaded_at.isoformat(timespec="seconds"),
        "degraded": False,
        "error": None,
    }
    assert answer.header("Cache-Control") == "no-store"


def test_not_ready_with_a_broken_file_and_still_ready_when_a_good_one_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.0)
    monkeypatch.setattr(store, "GRACE", 10.0)
    path = tmp_path / "data.yaml"
    path.write_text("dataset: [", encoding="utf-8")
    shown = Store(path)
    shown.current()
    answer = asked(shown)
    assert (answer.status, answer.json["figures"], answer.json["error"]) == (503, 0, "yaml-syntax")
    path.write_bytes(SAMPLE.read_bytes())
    answer = asked(shown)
    good = answer.json
    assert (answer.status, good["degraded"], good["error"]) == (200, False, None)
    path.write_text("dataset: [", encoding="utf-8")
    answer = asked(shown)
    assert (answer.status, answer.json) == (200, {**good, "degraded": True, "error": "yaml-syntax"})
