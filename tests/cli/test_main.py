"""The command line as a person or a build starts it: what is printed where, in which language, and the exit code."""

import io
import json
import locale
import os
import re
import resource
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from indicators.cli import main as cli
from indicators.cli import reports
from indicators.loading.loader import load
from indicators.model import schema
from indicators.model.vocabulary import PublisherKind
from indicators.values.text import LocalText
from tests import ROOT
from tests.builders import GOOD, changed, write

BAD = changed(("text: 14家", "text: 14"), ("kind: newspaper", "kind: news-paper"))
WARNED = changed(("sectors:\n", "sectors:\n  - {id: roads, name: {zh: 公路, en: Roads}}\n"))
NOTED = changed(("    url: https://www.daily.cn/a.html\n", ""))
NOTE = (
    "The article has neither `url` nor `copies`. If you find it on the web, add where: readers look it up. [no-address]"
)
PUBLISHER_KINDS = ", ".join(get_args(PublisherKind))
WHY = LocalText(zh="查过，没有。", en="Looked for, and not there.")
ACCEPTED = changed(
    (
        "    copies: []\n",
        "    accept: [{code: no-address, reason: {zh: 查过，没有。, en: 'Looked for, and not there.'}}]\n",
    ),
    text=NOTED,
)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def start(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env={"PATH": os.environ["PATH"], **environment},
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
    )


# --- exit codes ------------------------------------------------------------------------------------------------------


def test_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, GOOD)
    assert run(capsys, "check", path) == (0, f"{path}: no problems. 1 article, 2 figures.\n", "")


def test_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, BAD)
    code, out, err = run(capsys, "check", path)
    assert (code, err) == (1, "Found 2 errors and 0 warnings.\n")
    assert out.splitlines() == [
        f"{path}:8:50: daily: “kind” cannot be “news-paper”. Possible: {PUBLISHER_KINDS}."
        " Did you mean “newspaper”? [not-one-of]",
        f"{path}:39:15: east-firms: “14” has no unit. Write number and unit, such as 36.7亿元, 17 enterprises or 32%."
        " Where the article prints none, give it under `unit`. [quantity-unit-missing]",
    ]


def test_warnings_are_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, WARNED)
    code, out, err = run(capsys, "check", path)
    assert (code, err) == (0, "Found 0 errors and 1 warning.\n")
    assert out == f"{path}:13:10: warning: Nothing uses the sector “roads”. Use it or remove it. [unused-entry]\n"


def test_strictly_they_are_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in get_args(reports.ReportFormat):
        assert run(capsys, "check", write(tmp_path, WARNED), "--strict", "--format", form)[0] == 1
        assert run(capsys, "check", write(tmp_path, BAD), "--strict", "--format", form)[0] == 1
        assert run(capsys, "check", write(tmp_path, NOTED), "--strict", "--format", form)[0] == 0
        assert run(capsys, "check", write(tmp_path, GOOD), "--strict", "--format", form)[0] == 0


# the file, and the closing line in both languages
CLOSINGS = [
    (GOOD, "{path}: no problems. 1 article, 2 figures.", "{path}：没有问题。1 篇报道，2 个数。"),
    (
        ACCEPTED,
        "{path}: no problems; 1 accepted. 1 article, 2 figures.",
        "{path}：没有问题；1 处已说明理由。1 篇报道，2 个数。",
    ),
    (
        NOTED,
        "{path}: no errors or warnings, 1 note. 1 article, 2 figures.",
        "{path}：没有错误，也没有要注意的；1 条提示。1 篇报道，2 个数。",
    ),
    (WARNED, "Found 0 errors and 1 warning.", "发现 0 个错误、1 处需要注意。"),
    (
        changed(("text: 14家", "text: 14万元"), text=ACCEPTED),
        "Found 2 errors and 0 warnings; 1 accepted.",
        "发现 2 个错误、0 处需要注意；1 处已说明理由。",
    ),
    (
        changed(("text: 14家", "text: 14万元"), text=NOTED),
        "Found 2 errors, 0 warnings and 1 note.",
        "发现 2 个错误、0 处需要注意、1 条提示。",
    ),
]


@pytest.mark.parametrize(("text", "english", "chinese"), CLOSINGS)
def test_the_closing_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, english: str, chinese: str
) -> None:
    path = write(tmp_path, text)
    for lang, expected in (("en", english), ("zh", chinese)):
        _, out, err = run(capsys, "check", path, "--lang", lang)
        assert (out + err).splitlines()[-1] == expected.format(path=path)
        assert bool(err) == any(problem.severity != "information" for problem in load(path).problems)


def test_notes_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, NOTED)
    code, out, err = run(capsys, "check", path)
    assert (code, out.splitlines()[0], err) == (0, f"{path}:18:5: note: first: {NOTE}", "")
    assert run(capsys, "check", path, "--lang", "zh")[1].startswith(f"{path}:18:5: 提示：first：")
    assert run(capsys, "check", path, "--format", "github") == (
        0,
        f"::notice file={path},line=18,col=5::first: {NOTE}\n",
        "",
    )


@pytest.mark.parametrize("name", ["missing.yaml", "no/such/folder/data.yaml", "x" * 5_000, "x" * 300 + ".yaml"])
@pytest.mark.parametrize("form", get_args(reports.ReportFormat))
def test_no_such_path(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, form: str) -> None:
    path = tmp_path / name
    assert run(capsys, "check", path, "--format", form) == (2, "", f"could not run: there is nothing at {path}\n")


@pytest.mark.parametrize(
    "arguments",
    [[], ["chek"], ["check", "--format", "xml"], ["check", "--lang", "fr"], ["schema", "a"]],
)
def test_unknown_arguments(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: indicators")


def test_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", tmp_path)[:2] == (
        1,
        f"{tmp_path}: There is no .yaml file in this folder. Put the data files into it. [folder-empty]\n",
    )
    half = GOOD.index("articles:")
    write(tmp_path, GOOD[:half], "vocabulary.yaml")
    write(tmp_path, GOOD[half:], "articles.yaml")
    assert run(capsys, "check", tmp_path)[:2] == (0, f"{tmp_path}: no problems. 1 article, 2 figures.\n")


def test_a_broken_link_is_a_problem_of_the_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "link.yaml").symlink_to("nowhere")
    code, out, _ = run(capsys, "check", tmp_path / "link.yaml")
    assert (code, out[-15:]) == (1, "[file-missing]\n")


# --- languages -------------------------------------------------------------------------------------------------------


def test_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, BAD)
    code, out, err = run(capsys, "check", path, "--lang", "zh")
    assert (code, err) == (1, "发现 2 个错误、0 处需要注意。\n")
    assert f"“kind”不能是“news-paper”。可用：{PUBLISHER_KINDS}。是否想写“newspaper”？" in out
    assert run(capsys, "check", write(tmp_path, GOOD), "--lang", "zh")[1].endswith("没有问题。1 篇报道，2 个数。\n")
    assert "注意：没有任何条目用到行业“roads”。" in run(capsys, "check", write(tmp_path, WARNED), "--lang=zh")[1]
    assert run(capsys, "check", "nowhere", "--lang", "zh") == (2, "", "没有运行：找不到 nowhere\n")


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_TW"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "C"}, False),
        ({"LANG": ""}, False),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, False),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "C"}, True),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, True),
    ],
)
def test_the_language_is_that_of_the_system(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], chinese: bool
) -> None:
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    assert (run(capsys, "check", "nowhere")[2] == "没有运行：找不到 nowhere\n") is chinese
    assert run(capsys, "check", "nowhere", "--lang", "zh")[2] == "没有运行：找不到 nowhere\n"
    assert run(capsys, "check", "nowhere", "--lang", "en")[2] == "could not run: there is nothing at nowhere\n"


@pytest.mark.parametrize(("lang", "words"), [("zh", "逐行指出错误"), ("en", "report every mistake with its line")])
def test_help(capsys: pytest.CaptureFixture[str], lang: str, words: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["check", "--lang", lang, "--help"])
    assert (stopped.value.code, words in capsys.readouterr().out) == (0, True)


# --- several paths ---------------------------------------------------------------------------------------------------


def test_each_of_several_paths_is_a_dataset(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = write(tmp_path, GOOD, "a.yaml"), write(tmp_path, BAD, "b.yaml")
    code, out, err = run(capsys, "check", good, bad, good)
    assert (code, err) == (1, "Found 2 errors and 0 warnings.\n")
    assert out.count(f"{good}: no problems. 1 article, 2 figures.\n") == 1
    assert out.count(f"{bad}:") == 2
    assert run(capsys, "check", good, write(tmp_path, WARNED, "c.yaml"), "--strict")[0] == 1
    report = json.loads(run(capsys, "check", bad, good, "--format", "json")[1])
    assert (report["errors"], len(report["problems"])) == (2, 2)
    assert run(capsys, "check", good, tmp_path / "none") == (
        2,
        "",
        f"could not run: there is nothing at {tmp_path / 'none'}\n",
    )


def test_the_standard_input_is_a_dataset(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, code, place in ((GOOD, 0, "-: no problems."), (BAD, 1, "-:8:50: ")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        done, out, _ = run(capsys, "check", "-")
        assert (done, out.startswith(place)) == (code, True)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert run(capsys, "check", "-", write(tmp_path, GOOD))[0] == 1
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe")))
    assert run(capsys, "check", "-")[1].startswith("-:1:1: The file is not UTF-8")


# --- as a process ----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a27_fifty_thousand_bad_records(tmp_path: Path) -> None:
    kinds = (
        "text: 3, quote: 3家",
        "text: 3圆, qoute: 3家",
        "text: 3家, quote: 3家, region: {}",
        "period: 2022年1月, quote: x",
    )
    rows = (f"      - {{id: f{n}, metric: firms, {kinds[n % 4]}}}\n" for n in range(50_000))
    path = write(tmp_path, GOOD + "".join(rows))
    begun = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = start("-m", "indicators", "check", path, "--lang", "zh")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - begun < 20
    assert done.returncode == 1
    assert len(done.stdout) < 20_000
    *lines, last = done.stdout.decode().splitlines()
    assert len(lines) == 50
    counted = int(done.stderr.decode().split()[1].replace(",", ""))
    assert last == f"……另有 {counted - 50:,} 处问题。"
    assert counted > 50_000


def test_a_thin_process_with_a_poor_locale(tmp_path: Path) -> None:
    """Prints UTF-8 where the locale is C, and imports none of what takes a second."""
    program = (
        "import sys\nfrom indicators.cli.main import main\ncode = main(sys.argv[1:])\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\nsys.exit(code)"
    )
    done = start(
        "-c",
        program,
        "check",
        write(tmp_path, BAD),
        "--lang",
        "zh",
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )
    assert done.returncode == 1
    assert "是否想写“newspaper”？" in done.stdout.decode("utf-8")
    assert {"indicators", "yaml", "pydantic"} <= set(done.stderr.decode().split())
    assert not {"pandas", "numpy", "plotly", "streamlit", "pyarrow", "jsonschema"} & set(done.stderr.decode().split())


def test_the_module_is_the_program() -> None:
    done = start("-m", "indicators", "check", LANG="zh_CN.UTF-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert re.search(r"[0-9]+ 篇报道，[0-9]+ 个数。$", done.stdout.decode().splitlines()[-1])


def test_the_command_is_installed() -> None:
    command = Path(sys.executable).with_name("indicators")
    done = subprocess.run([command, "schema"], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.decode()) == (0, schema.render())


def test_the_locale_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    before = locale.setlocale(locale.LC_ALL)
    run(capsys, "check", "nowhere")
    assert locale.setlocale(locale.LC_ALL) == before
