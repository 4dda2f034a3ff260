"""Where a module lets data become code: calls by whatever name they come, and what can stand for them."""

import ast
from collections.abc import Iterator, Mapping
from typing import Final

NEVER_IMPORTED: Final = frozenset(
    {
        *("pickle", "_pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "code", "codeop"),
    }
)
_BUILTINS: Final = frozenset({"eval", "exec", "compile", "__import__"})
_METHODS: Final = frozenset(
    {"eval", "read_pickle", "to_pickle", "unsafe_load", "unsafe_load_all", "full_load", "full_load_all"}
)
"""Names so telling that whatever has them is meant."""
_FUNCTIONS: Final = frozenset({
    *("yaml.load", "yaml.load_all", "yaml.full_load", "yaml.full_load_all", "yaml.unsafe_load", "yaml.unsafe_load_all"),
    *("os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput"),
    *("pandas.read_pickle", "pandas.eval", "numpy.load", "importlib.reload", "types.FunctionType", "types.CodeType"),
    *(f"builtins.{name}" for name in ("eval", "exec", "compile", "__import__")),
    *(f"os.{kind}{end}" for kind in ("exec", "spawn") for end in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")),
})  # fmt: skip
_MODULES: Final = frozenset({name.rpartition(".")[0] for name in _FUNCTIONS})
_SHELLS: Final = frozenset({"sh", "bash", "/bin/sh", "/bin/bash", "cmd", "cmd.exe", "powershell"})
"""What runs a text as a program, where it is the first word of a command."""


def dangers(module: ast.Module) -> Iterator[ast.AST]:
    """The nodes where data could become code (faults.md I03).

    A dangerous function is meant wherever it is named, called or not, under any name that an import or an assignment
    has given it, and as a text in ``getattr``.
    """
    names = _names(module)
    for node in ast.walk(module):
        if _names_a_danger(node, names) or _hides_a_name(node, names) or _asks_for_a_shell(node):
            yield node


def _names_a_danger(node: ast.AST, names: Mapping[str, str]) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return any(map(_never_imported, _imported(node)))
    if isinstance(node, ast.Attribute) and node.attr in _METHODS:
        return True
    return isinstance(node, ast.Name | ast.Attribute) and _dangerous(_full_name(node, names))


def _hides_a_name(node: ast.AST, names: Mapping[str, str]) -> bool:
    """True where a function is named by a text: ``getattr(os, name)``, ``vars(os)[name]``."""
    match node:
        case ast.Subscript(value=ast.Attribute(attr="__dict__") | ast.Call(func=ast.Name(id="vars" | "globals"))):
            return True
        case ast.Call():
            return _by_text(node, names)
    return False


def _asks_for_a_shell(node: ast.AST) -> bool:
    match node:
        case ast.Call():
            return _in_a_shell(node) or _shell_first(node)
        case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value="shell"))], value=value):
            return not _is_false(value)
        case ast.Dict(keys=keys, values=values):
            return any(_is_shell(key, value) for key, value in zip(keys, values, strict=True))
    return False


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names]


def _never_imported(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] in NEVER_IMPORTED or name in _FUNCTIONS


def _names(module: ast.Module) -> Mapping[str, str]:
    """What each name of the module stands for, as far as imports and plain assignments say."""
    names = {name: name for name in (*_BUILTINS, "builtins")}
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {alias.asname or alias.name.partition(".")[0]: _root(alias) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    for _ in range(3):  # one may be assigned to another
        for node in ast.walk(module):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name | ast.Attribute):
                full = _full_name(node.value, names)
                if full in _MODULES or _dangerous(full):
                    names |= {target.id: full for target in node.targets if isinstance(target, ast.Name)}
    return names


def _root(alias: ast.alias) -> str:
    return alias.name if alias.asname else alias.name.partition(".")[0]


def _full_name(node: ast.expr, names: Mapping[str, str]) -> str:
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute):
        before = _full_name(node.value, names)
        return f"{before}.{node.attr}" if before else ""
    return ""


def _dangerous(full: str) -> bool:
    return full in _BUILTINS or full in _FUNCTIONS


def _in_a_shell(call: ast.Call) -> bool:
    """``shell=`` with anything but False."""
    return any(keyword.arg == "shell" and not _is_false(keyword.value) for keyword in call.keywords)


def _is_shell(key: ast.expr | None, value: ast.expr) -> bool:
    """``{"shell": True}``, which can be handed over as keywords."""
    return isinstance(key, ast.Constant) and key.value == "shell" and not _is_false(value)


def _shell_first(call: ast.Call) -> bool:
    """A command that begins with a shell: ``run(["sh", "-c", text])``."""
    for argument in call.args[:1]:
        first = argument.elts[0] if isinstance(argument, ast.List | ast.Tuple) and argument.elts else argument
        if isinstance(argument, ast.List | ast.Tuple) and isinstance(first, ast.Constant) and first.value in _SHELLS:
            return True
    return False


def _by_text(call: ast.Call, names: Mapping[str, str]) -> bool:
    """A dangerous function or module named by a text, or by one that is not known: ``getattr(os, name)``."""
    function = ast.unparse(call.func)
    if function in {"import_module", "importlib.import_module"} and call.args:
        name = call.args[0]
        return isinstance(name, ast.Constant) and str(name.value).split(".")[0] in NEVER_IMPORTED
    if function not in {"getattr", "attrgetter", "operator.attrgetter", "methodcaller", "operator.methodcaller"}:
        return False
    if function == "getattr" and len(call.args) > 1:
        owner, attribute = _full_name(call.args[0], names), call.args[1]
        if not isinstance(attribute, ast.Constant):
            return owner in _MODULES
        return _dangerous(f"{owner}.{attribute.value!s}") or attribute.value in _METHODS | {"__import__"}
    return any(isinstance(name, ast.Constant) and str(name.value).split(".")[-1] in _METHODS for name in call.args)


def _is_false(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is False
