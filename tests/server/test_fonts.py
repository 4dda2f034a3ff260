"""The fonts of headlines are asked for with the first answer, so that they are there when headlines are drawn."""

import re
from pathlib import Path

from starlette.requests import Request
from streamlit import file_util

from indicators.server.shell import Shell
from tests import loops


def test_the_font_of_headlines_is_asked_for_at_once() -> None:
    shell = Shell(lambda: None, "", lambda: False)
    request = Request({"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []})
    answer = bytes(loops.run(shell.answer(request)).body).decode()
    asked = re.findall(r'<link rel="preload" href="\./([^"]*)" as="font" type="font/woff2" crossorigin>', answer)
    assert [Path(path).name.partition(".")[0] for path in asked] == ["SourceSerifVariable-Roman"]
    assert all((Path(file_util.get_static_dir()) / path).is_file() for path in asked)
