"""A request → the part of its path that is the dashboard's own: below where it is mounted and below its base path."""

from typing import Any

from starlette.types import Scope


def below(base: str, scope: Scope) -> str | None:
    """The path below ``base``, beginning with a slash; None for another path. A base has no slash at its end."""
    path: str = scope["path"]
    for prefix in (scope.get("root_path", ""), base):
        if path == prefix and prefix:
            path = "/"
        elif path.startswith(f"{prefix}/"):
            path = path[len(prefix) :]
        else:
            return None
    return path


def base_of(configured: Any) -> str:
    """The base path as Streamlit's configuration has it → "" or "/base"."""
    name = str(configured or "").strip("/")
    return f"/{name}" if name else ""
