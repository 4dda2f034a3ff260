"""Import contracts, what starts without heavy imports, code that is never run, and what no file may name."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT
from tests.architecture.dangers import dangers
from tests.architecture.test_layout import FILES, PACKAGE, parsed


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)[:100]}"


# --- imports ---------------------------------------------------------------------------------------------------------


def test_import_contracts() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    linted = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_no_import_hides_in_a_function() -> None:
    """Such imports hide circles. The only one keeps pandas out of ``import indicators``."""
    hidden = {
        (path.relative_to(PACKAGE).as_posix(), ast.unparse(node))
        for path in FILES
        for function in ast.walk(parsed(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert hidden == {("__init__.py", "from indicators import library")}


@pytest.mark.parametrize(
    "program",
    [
        "import indicators",
        "from indicators.cli.main import main; assert main(['check', 'data/indicators.yaml']) == 0",
        "from indicators.cli.main import main; assert main(['schema']) == 0",
        "from indicators.cli.main import main; assert main(['diff', 'tests/good.yaml', 'tests/good.yaml']) == 0",
    ],
)
def test_what_starts_fast_leaves_the_heavy_ones_alone(program: str) -> None:
    heavy = "{'numpy', 'pandas', 'plotly', 'pyarrow', 'streamlit'}"
    program += f"; import sys; loaded = {heavy} & set(sys.modules); assert not loaded, loaded"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_the_dashboard_starts_without_the_checks_of_plotly_and_the_readings_of_characters() -> None:
    """Streamlit imports plotly, but not the part that checks figures, which takes as long as a change of a filter.

    How Chinese characters are read is needed when somebody searches.
    """
    program = "import indicators.ui.app, sys; assert not {'plotly.graph_objs._figure', 'pypinyin'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# --- code that is never run ------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_no_data_becomes_code() -> None:
    assert not [place(path, node) for path in FILES for node in dangers(parsed(path))]


DANGEROUS = [
    *("eval(text)", "exec(text)", "compile(text, '', 'exec')", "__import__(name)", "run = eval", "map(eval, texts)"),
    *("builtins.eval(text)", "import builtins as b\nb.exec(text)", "from builtins import eval as read\nread(text)"),
    *(
        "getattr(builtins, 'ev' + 'al')(text)",
        "import builtins\ngetattr(builtins, 'eval')(text)",
        "vars(os)['system'](text)",
    ),
    *("globals()['eval'](text)", "os.__dict__['system'](text)", "pd.eval(text)", "frame.eval(text)"),
    *("import yaml\nyaml.load(text, Loader=yaml.FullLoader)", "import yaml as y\ny.load(text, y.Loader)"),
    *("from yaml import load\nload(text, Loader)", "from yaml import unsafe_load", "import yaml\nyaml.full_load(text)"),
    *("import yaml\nread = yaml.load\nread(text, Loader)", "import yaml\ngetattr(yaml, 'unsafe_load')(text)"),
    *("import pickle", "import pickle as p", "from pickle import loads", "import_module('pickle')", "import _pickle"),
    *("import os\nos.system(text)", "import os as o\no.popen(text)", "from os import system as run\nrun(text)"),
    *(
        "import os\nrun = os.system\nrun(text)",
        "import os\no = os\no.system(text)",
        "import os\ngetattr(os, name)(text)",
    ),
    *("import os\nos.execvp(name, words)", "import subprocess\nsubprocess.getoutput(text)"),
    *("subprocess.run(text, shell=True)", "subprocess.run(text, **{'shell': True})", "run(text, shell=yes)"),
    *("options = dict(shell=True)\nrun(text, **options)", "options['shell'] = True\nrun(text, **options)"),
    *("subprocess.run(['sh', '-c', text])", "subprocess.Popen(('/bin/bash', '-c', text))"),
    *("pandas.read_pickle(path)", "frame.to_pickle(path)", "import numpy as np\nnp.load(path, allow_pickle=True)"),
    *("import os.path\nos.system(text)", "getattr(frame, 'eval')(text)", "getattr(builtins, '__import__')(name)"),
    *("methodcaller('unsafe_load', text)(yaml)", "operator.methodcaller('eval', text)(frame)"),
    *("attrgetter('io.read_pickle')(pandas)(path)", "operator.attrgetter('full_load')(yaml)(text)"),
    *("importlib.import_module('pickle')", "import_module('joblib.numpy_pickle')"),
    *(f"loader.{name}(text)" for name in ("unsafe_load", "unsafe_load_all", "full_load", "full_load_all")),
    *(f"import {name}" for name in ("marshal", "shelve", "dill", "cloudpickle", "joblib", "code", "codeop")),
    *(f"from yaml import {name} as read" for name in ("load_all", "full_load", "full_load_all", "unsafe_load_all")),
    *("from subprocess import getstatusoutput", "from pandas import eval as run", "from pandas import read_pickle"),
    *("from importlib import reload", "from types import FunctionType", "from types import CodeType"),
    *("from builtins import compile as c", "from builtins import __import__ as i"),
    *(f"from os import exec{end}" for end in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")),
    *(f"from os import spawn{end}" for end in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")),
    *(f"run(['{shell}', text])" for shell in ("bash", "/bin/sh", "/bin/bash", "cmd", "cmd.exe", "powershell")),
]


@pytest.mark.parametrize("code", DANGEROUS)
def test_dangers_are_found_by_whatever_name_they_come(code: str) -> None:
    assert list(dangers(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        *("import re\nre.compile(text)", "from re import compile\ncompile(text)", "import yaml\nyaml.safe_load(text)"),
        *("subprocess.run(['git', 'status'], shell=False)", "loader.load(path)", "json.loads(text)", "view.query()"),
        *("import os\nos.environ['x']", "getattr(entry, name)", "page.evaluate(text)", "import_module('kaleido')"),
        *(
            "{'shell': False, 'text': True}",
            "run(text, text=True)",
            "run(['git', 'sh'])",
            "run([program, '-c'])",
            "run('sh')",
        ),
        *("import os\ngetattr(os, 'environ')", "getattr(entry, 'name')", "getattr(*pair)", "import_module(name)"),
        *(
            "methodcaller('upper')",
            "attrgetter(name)",
            "import_module(*names)",
            "upper('eval')",
            "run([])",
            "{**facts}",
        ),
    ],
)
def test_what_is_harmless_is_let_through(code: str) -> None:
    assert not list(dangers(ast.parse(code)))


# --- files that other people get -------------------------------------------------------------------------------------

_REGISTRY = re.compile(
    r"(?i)\b(?:pypi\.(?!name)[a-z]+|(?:files\.)?pythonhosted\.org|registry\.npmjs\.org|npmmirror\.com|conda\.anaconda\.org"
    r"|mirrors?\.[a-z0-9.]+\.(?:com|cn|org)|docker\.io|ghcr\.io|quay\.io|(?:extra-)?index[-]url|find[-]links)\b"
)
_MACHINE = re.compile(r"(?<![\w./-])/(?:work|root)/")
_BINARY = {".png", ".woff2", ".ico", ".xlsx", ".parquet", ".zip"}


def files() -> list[Path]:
    """What is under version control or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607  # wherever git is
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("pattern", [_REGISTRY, _MACHINE], ids=["registry", "machine"])
def test_no_file_names_a_registry_or_a_machine(pattern: re.Pattern[str]) -> None:
    places = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in files()
        if path.suffix not in _BINARY
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not places


@pytest.mark.parametrize("line", ["--index" + "-url x", "https://py" + "pi.org/simple", "pip.mirrors.example" + ".com"])
def test_a_registry_is_found(line: str) -> None:
    assert _REGISTRY.search(line)


@pytest.mark.parametrize("line", ['open("/wo' + 'rk/main/x")', "cd /ro" + "ot/x"])
def test_a_machine_is_found(line: str) -> None:
    assert _MACHINE.search(line)
