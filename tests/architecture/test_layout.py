"""How the package is laid out: no circles, short files and functions, one meaning of each type name, no stale paths."""

import ast
import io
import re
import tokenize
from collections import defaultdict
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests import ROOT

PACKAGE = ROOT / "indicators"
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FUNCTION = 50
LONGEST_FILE = 400


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in FILES}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


# --- circles ---------------------------------------------------------------------------------------------------------


def imports(module: ast.Module) -> set[str]:
    """The modules of ours that a module imports, at its top, in a function or by ``import_module``."""
    names: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            members = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= {member if member in MODULES else str(node.module) for member in members}
    if "import_module" in ast.unparse(module):
        names |= {name for pattern in _patterns(module) for name in MODULES if re.fullmatch(pattern, name)}
    return names & MODULES.keys()


def _patterns(module: ast.Module) -> Iterator[str]:
    """A pattern for each string that can name a module of ours; what an f-string puts in can be any name."""
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr) and ast.unparse(node)[2:].startswith("indicators."):
            yield "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+" for part in node.values
            )


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """The modules of a circle, the first of them again at the end; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        modules: list[str] = error.args[1]
        return modules
    return []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert not circle({name: imports(parsed(path)) - {name} for name, path in MODULES.items()})


@pytest.mark.parametrize(
    "code",
    [
        "from indicators.export import xlsx",
        "import indicators.export.xlsx",
        "from indicators.export.xlsx import write",
        "def later():\n    from indicators.export import xlsx",
        "import_module('indicators.export.xlsx')",
        "importlib.import_module(f'indicators.export.{name}')",
        "ROOMS = {'xlsx': 'indicators.export.xlsx'}\nimport_module(ROOMS[name])",
    ],
)
def test_every_way_to_import_is_seen(code: str) -> None:
    assert "indicators.export.xlsx" in imports(ast.parse(code))


def test_modules_are_imported_by_name_only_for_libraries_that_may_be_missing_or_slow() -> None:
    users = {name for name, path in MODULES.items() if "import_module" in ast.unparse(parsed(path))}
    assert users == {
        "indicators.cli.site_builder",  # pictures need Pillow
        "indicators.cli.main",  # check starts without pandas
        "indicators.export.formats",  # workbooks need xlsxwriter, packages pysdmx
        "indicators.export.pdf_file",  # vl-convert
        "indicators.export.renderer",  # kaleido
        "indicators.loading.process_limits",  # Windows does not limit what a process may take
        "indicators.pages.pinyin",  # pypinyin reads its phrases when it is imported
        "indicators.server.files.twin_build",  # Pillow
        "indicators.reading.disk",  # Windows locks files otherwise
    }


def test_a_circle_is_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})
    assert not circle({"a": {"b", "c"}, "b": {"c"}, "c": set()})


# --- sizes -----------------------------------------------------------------------------------------------------------


def test_no_function_is_long() -> None:
    lengths = {
        f"{module_name(path)}.{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in FILES
        for function in functions(parsed(path))
    }
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}


def test_no_file_is_long() -> None:
    long = {
        path.relative_to(PACKAGE).as_posix()
        for path in FILES
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE
    }
    assert not long


def test_the_root_has_few_modules() -> None:
    assert len({path.name for path in PACKAGE.glob("*.py")} - {"__init__.py", "__main__.py"}) <= 4


# --- names -----------------------------------------------------------------------------------------------------------


def type_names(module: ast.Module) -> set[str]:
    """The public classes and type aliases that a module defines: names in CapWords."""
    names = {node.name for node in module.body if isinstance(node, ast.ClassDef)}
    for node in module.body:
        if isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign):
            names.add(ast.unparse(node.target))
    return {name for name in names if re.fullmatch(r"[A-Z]\w*[a-z]\w*", name)}


def test_a_type_name_has_one_meaning() -> None:
    defined: dict[str, set[str]] = defaultdict(set)
    for name, path in MODULES.items():
        for type_name in type_names(parsed(path)):
            defined[type_name].add(name)
    shared = {name: modules for name, modules in defined.items() if len(modules) > 1}
    assert not shared


# --- docstrings and comments -----------------------------------------------------------------------------------------

_PATH = re.compile(r"(?<![\w*/.-])(?:[a-z_]+/)*[a-z_]+\.py\b")
_PATHS = [
    f"/{path.relative_to(ROOT).as_posix()}" for path in (*FILES, *ROOT.glob("*.py"), *(ROOT / "tests").rglob("*.py"))
]
_MODULE = re.compile(r"(?<!/)\bindicators(?:\.[A-Za-z_]+)+")


def prose(source: str) -> str:
    """The docstrings (of attributes, too) and comments of a module."""
    strings = (
        node.value.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    )
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return "\n".join([*strings, *(token.string for token in tokens if token.type == tokenize.COMMENT)])


def stale(text: str) -> list[str]:
    """The files and modules of ours that a text cites and that do not exist."""
    paths = [name for name in _PATH.findall(text) if not any(path.endswith(f"/{name}") for path in _PATHS)]
    return paths + [name for name in _MODULE.findall(text) if not _exists(name)]


def _exists(name: str) -> bool:
    """Whether it is a module, or something that a module defines."""
    if name in MODULES:
        return True
    home, _, member = name.rpartition(".")
    return home in MODULES and bool(re.search(rf"\b{member}\b", MODULES[home].read_text(encoding="utf-8")))


def test_no_docstring_cites_what_is_not_there() -> None:
    cited = {name: stale(prose(path.read_text(encoding="utf-8"))) for name, path in MODULES.items()}
    assert not {name: names for name, names in cited.items() if names}


def test_what_is_not_there_is_found() -> None:
    code = '"""See ui/app.py, ``indicators.view``, ``indicators.load`` and dashboard.py."""'
    assert not stale(prose(code))
    code = '"""See ui/gone.py."""\nX = 1  # as indicators.gone and indicators.view.gone say\n"""As gone.py says."""'
    assert sorted(stale(prose(code))) == ["gone.py", "indicators.gone", "indicators.view.gone", "ui/gone.py"]
