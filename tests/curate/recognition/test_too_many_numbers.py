"""A text with more numbers than are read says so at its head, wherever it is shown."""

from pathlib import Path

import pytest

from indicators.cli.main import main
from indicators.curate.claims import page
from indicators.curate.claims.checking import ClaimChecker
from indicators.curate.recognition.text import crowds
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from tests import SAMPLE
from tests.curate.desk.desks import review
from tests.curate.recognition.test_reading import reader

TEXT = "上半年，五莲县投资12.5亿元，东港区投资8亿元，岚山区投资7亿元，莒县投资6亿元。"
"""A made-up article of four numbers."""
TOLD = "2 numbers were not read"


@pytest.fixture(autouse=True)
def _two_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowds, "MOST", 2)


@pytest.mark.parametrize("command", [["draft"], ["draft", "--format", "html"], ["claim"]])
def test_commands_tell_at_the_head_how_many_numbers_were_not_read(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "text.txt"
    text.write_text(TEXT, "utf-8")
    main([*command, str(text), "--data", str(SAMPLE), "--published", "2023-07-20", "--lang", "en"])
    printed = capsys.readouterr().out
    assert TOLD in printed
    assert printed.index(TOLD) < printed.index("12.5亿元")


def test_pages_tell_it_before_all_else() -> None:
    names = Names(reader().dataset, "en")
    html = page.answer(ClaimChecker(reader().dataset), TEXT, None, names, QueryAddresses("en", "")).html
    assert html.index(TOLD) < html.index("12.5亿元")
    assert html.count("6亿元") == 1  # in the draft, and not once more in the list of what is not looked at
    assert TOLD in review(TEXT, lang="en")["articles"][0]["account"]
