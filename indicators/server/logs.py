"""Whatever anybody logs in this process → one line an event, with nothing in it that controls a terminal."""

import logging
import sys
import traceback
from collections.abc import Callable
from typing import Any, Final

FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_ACCESS: Final = "uvicorn.access"
"""Its formatter takes the arguments apart, so they stay what they are."""
_OF_UVICORN: Final = ("uvicorn", "uvicorn.error", "uvicorn.asgi", _ACCESS)
_OF_STREAMLIT: Final = "streamlit.error_util"
_ABOUT_REFUSALS: Final = ("connection rejected (", "ASGI callable returned without completing handshake")
"""What uvicorn and its library add, one as an error, to the line about a websocket that was refused."""
_LONGEST: Final = 20_000
MakeRecord = Callable[..., logging.LogRecord]


def escaped(text: str) -> str:
    r"""The text on one line: control characters, line ends and what turns text around as ``\\n`` or ``\\u202e``."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def arrange() -> None:
    """Have everything that is logged from now on stand on one line, once. Twice is the same as once."""
    make: Any = logging.getLogRecordFactory()
    if not isinstance(make, _OneLine):
        logging.setLogRecordFactory(_OneLine(make))
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT))
    for name in ("indicators", *_OF_UVICORN):
        logger = logging.getLogger(name)
        silent = name == _ACCESS and not _own_handlers(logger)  # ``streamlit run`` writes no line for each request
        logger.handlers[:] = [] if silent else [handler]  # Streamlit and uvicorn have added one each
        logger.propagate = False
    logging.getLogger("indicators").setLevel(logging.INFO)
    logging.getLogger("uvicorn.error").addFilter(_is_not_said_already)
    logging.getLogger(_OF_STREAMLIT).addFilter(_is_not_of_a_script)


def _own_handlers(logger: logging.Logger) -> list[logging.Handler]:
    """The handlers of a logger that are not Streamlit's."""
    added = getattr(logger, "streamlit_console_handler", None)
    return [handler for handler in logger.handlers if handler is not added]


class _OneLine:
    """Makes records of one line each."""

    def __init__(self, make: MakeRecord) -> None:
        self._make = make

    def __call__(self, *args: Any, **kwargs: Any) -> logging.LogRecord:
        record = self._make(*args, **kwargs)
        if record.name == _ACCESS:
            if isinstance(record.args, tuple):
                record.args = tuple(escaped(arg) if isinstance(arg, str) else arg for arg in record.args)
            return record
        try:
            message = record.getMessage()
        except (TypeError, ValueError):  # the arguments do not fit; logging would write a trace of its own
            message = f"{record.msg} {record.args}"
        if record.exc_info and record.exc_info[0] is not None:
            message = f"{message} | {''.join(traceback.format_exception(*record.exc_info)).strip()}"
            record.exc_info = record.exc_text = None
        record.msg, record.args = escaped(message)[:_LONGEST], None
        return record


def _is_not_said_already(record: logging.LogRecord) -> bool:
    """False for what follows the line that says who asked for a websocket, and what the answer was."""
    return not record.getMessage().startswith(_ABOUT_REFUSALS)


def _is_not_of_a_script(record: logging.LogRecord) -> bool:
    """False for errors of pages, which ``errors`` logs with their references."""
    return not record.getMessage().startswith("Uncaught app execution")
