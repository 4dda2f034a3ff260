"""A store → the answers for who watches the server: does it live, and has it data to show."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from indicators.loading.snapshot import Snapshot
from indicators.loading.store import Store

_NOT_KEPT = {"Cache-Control": "no-store"}


def routes(shown: Store) -> Sequence[BaseRoute]:
    """``/livez`` and ``/readyz``."""

    def readyz(_request: Request) -> Response:  # Starlette runs it in a thread: it may look at the disk
        snapshot = shown.current() if shown.ready else None
        ready = snapshot is not None and snapshot.dataset is not None
        return JSONResponse(state_of(snapshot), 200 if ready else 503, _NOT_KEPT)

    return (Route("/livez", _livez), Route("/readyz", readyz))


async def _livez(_request: Request) -> Response:
    return JSONResponse({"alive": True}, headers=_NOT_KEPT)


def state_of(snapshot: Snapshot | None) -> Mapping[str, Any]:
    """What is shown: its digest, how many figures, since when, whether a newer file is broken, and the first error."""
    if snapshot is None:
        return {"digest": None, "figures": 0, "loaded_at": None, "degraded": True, "error": "loading"}
    dataset, at = snapshot.dataset, snapshot.loaded_at
    errors = (problem.code for problem in snapshot.problems if problem.severity == "error")
    return {
        "digest": snapshot.digest if dataset else None,
        "figures": len(dataset.figures) if dataset else 0,
        "loaded_at": at.isoformat(timespec="seconds") if dataset and at else None,
        "degraded": snapshot.stale or dataset is None,
        "error": next(errors, None),
    }
