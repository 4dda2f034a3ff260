"""Figures that newspapers report: curated in YAML, checked, and drawn.

``indicators.load(path)`` gives ``Data``: its ``dataset``, ``problems`` and ``frame``, and ``chart`` for notebooks.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indicators.library import Data as Data
    from indicators.library import load as load

__version__ = "0.1.0"
__all__ = ["Data", "load"]


def __getattr__(name: str) -> Any:
    """Pandas and plotly take a second to import: only those who ask for data wait for it (PEP 562)."""
    if name in __all__:
        from indicators import library  # noqa: PLC0415

        return getattr(library, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
