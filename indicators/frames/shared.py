"""A frame → the same frame for all who look at it: what is taken from it can be changed, and it cannot."""

from typing import Any, Final, NoReturn

import pandas as pd

_PLAIN: Final = pd.DataFrame()
_REFUSAL: Final = "all readers share this frame: change a copy of it"


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise TypeError(_REFUSAL)


# what a plain frame makes of its parts; a subclass is asked for them, and would be five times as slow
_frame: Final[Any] = _PLAIN._constructor_from_mgr
_column: Final[Any] = _PLAIN._constructor_sliced_from_mgr


class SharedFrame(pd.DataFrame):
    """A frame that refuses to be changed; rows, columns and copies of it are plain, and copied when they are changed.

    A shallow copy for each who looks at it would do the same, and takes longer than what most of them do with it.
    """

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame

    def _constructor_from_mgr(self, mgr: Any, axes: Any) -> Any:
        return _frame(mgr, axes)

    def _constructor_sliced_from_mgr(self, mgr: Any, axes: Any) -> Any:
        return _column(mgr, axes)

    __setitem__ = insert = _update_inplace = _refuse
    __delitem__ = _refuse  # type: ignore[misc]  # final to the stubs alone

    def __setattr__(self, name: str, value: Any) -> None:
        if not name.startswith("_"):  # a column, or the names of columns or rows
            _refuse()
        super().__setattr__(name, value)

    @property
    def loc(self) -> Any:
        return _INDEXERS["loc"]("loc", self)

    @property
    def iloc(self) -> Any:
        return _INDEXERS["iloc"]("iloc", self)

    @property
    def at(self) -> Any:
        return _INDEXERS["at"]("at", self)

    @property
    def iat(self) -> Any:
        return _INDEXERS["iat"]("iat", self)


_INDEXERS: Final[dict[str, Any]] = {
    name: type(f"Reading{name}", (type(getattr(_PLAIN, name)),), {"__setitem__": _refuse})
    for name in ("loc", "iloc", "at", "iat")
}
"""Those of pandas, which only read."""
