"""An unexpected error: a sentence for the reader, the trace for the log, and one reference on both."""

import logging
import re

import pytest
from streamlit.testing.v1 import AppTest

from indicators.server import errors
from indicators.words import hosting as words


def _page() -> None:
    from indicators.server import errors  # noqa: PLC0415  # AppTest runs the text of this function

    try:
        raise ValueError("secret /private/path")
    except ValueError as error:
        if not errors.on_script_error(error):
            raise


def test_the_reader_gets_a_reference_under_which_the_log_has_the_trace(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    page = AppTest.from_function(_page).run(timeout=30)
    assert not page.exception
    (shown,) = page.error
    (record,) = [record for record in caplog.records if record.name == errors.__name__]
    (reference,) = re.findall(r"reference ([0-9a-f]{8})$", record.getMessage())
    assert reference in shown.value
    assert record.exc_info is not None
    assert "secret" in str(record.exc_info[1])
    assert not re.search(r"secret|private|ValueError|Traceback|\.py", shown.value)


def test_each_error_has_a_reference_of_its_own() -> None:
    assert len({errors.logged(ValueError("a")) for _ in range(50)}) == 50


def test_both_languages_say_the_reference() -> None:
    assert all("{reference}" in words.FAILED.of(lang) for lang in ("zh", "en"))
