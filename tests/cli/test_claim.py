"""``indicators claim``: what it prints, and how it ends."""

import json
from pathlib import Path

import pytest

import indicators
from indicators.cli.main import main
from indicators.values.text import LANGS, Lang
from tests import SAMPLE
from tests.builders import GOOD, changed, write

RIGHT = "2022年上半年，日照市重点交通项目完成投资56.92亿元，同比增长152%。\n"
WRONG = "2022年上半年，日照市重点交通项目完成投资56.92万元，同比增长152%。\n"
UNKNOWN = "2031年上半年，日照市重点交通项目完成投资77.123亿元。\n"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("text", "code"), [(RIGHT, 0), (UNKNOWN, 0), ("没有数。", 0), (WRONG, 1)])
def test_the_exit_code_says_whether_a_number_is_wrong(text: str, code: int, lang: Lang, tmp_path: Path) -> None:
    draft = write(tmp_path, text, "draft.txt")
    assert main(["claim", str(draft), "--data", str(SAMPLE), "--lang", lang]) == code


def test_what_cannot_be_run_is_no_verdict(tmp_path: Path) -> None:
    draft = write(tmp_path, RIGHT, "draft.txt")
    broken = write(tmp_path, changed(("text: 14家", "text: 14")), "errors.yaml")
    assert main(["claim", str(tmp_path / "missing.txt"), "--data", str(SAMPLE)]) == 2
    assert main(["claim", str(draft), "--data", str(broken)]) == 2
    assert main(["claim", str(draft), "--data", str(SAMPLE), "--published", "August"]) == 2
    assert main(["claim", str(draft), "--data", str(write(tmp_path, GOOD, "fine.yaml"))]) == 0


def test_a_verdict_has_the_words_the_outlet_the_day_and_the_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["claim", str(write(tmp_path, WRONG, "draft.txt")), "--data", str(SAMPLE), "--lang", "en"])
    printed = capsys.readouterr().out
    for words in (
        "Off by 10,000",
        "“完成投资56.92亿元”",
        "Dazhong Daily",
        "August 2022",
        "rizhao-transport-investment",
    ):
        assert words in printed


def test_a_text_cannot_control_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = write(tmp_path, "\x1b[31m2022年上半年\u202e，日照市\x07完成投资56.92亿元", "draft.txt")
    main(["claim", str(draft), "--data", str(SAMPLE)])
    assert not {"\x1b", "\x07", "\u202e"} & set(capsys.readouterr().out)


def test_the_json_holds_what_the_documentation_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["claim", str(write(tmp_path, WRONG, "draft.txt")), "--data", str(SAMPLE), "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    assert document["wrong"] is True
    amount, growth = document["claims"]
    assert WRONG[amount["start"] : amount["end"]] == amount["text"] == "56.92万元"
    assert (amount["verdict"], amount["factor"], growth["verdict"]) == ("slip", 0.0001, "agrees")
    assert amount["reports"][0]["printed"] == "56.92亿元"
    assert amount["reports"][0]["link"] == f"?figure={amount['reports'][0]['figure']}"
    documented = (Path(__file__).parents[2] / "docs" / "curate.md").read_text(encoding="utf-8")
    for key in {*document, *amount, *amount["reports"][0]}:
        assert f"`{key}`" in documented, key


def test_the_library_has_the_same_verdicts() -> None:
    data = indicators.load(SAMPLE)
    assert [claim.verdict for claim in data.claims(WRONG)] == ["slip", "agrees"]
    amount, _ = data.claims(WRONG.replace("2022年", ""), published="2022-08-08")
    assert (amount.verdict, data.claims(WRONG.replace("2022年", ""))[0].verdict) == ("slip", "not-reported")
    with pytest.raises(ValueError, match="date-form"):
        data.claims(WRONG, published="August")
