"""No text of a data file reaches a page as anything but the letters that it is (faults.md B07).

Streamlit reads Markdown, LaTeX, icons, links and images in nearly every text that it is given. The check is
conservative: text counts as safe only where it is constant, a sentence of the program's own, or escaped.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests import ROOT

UI = sorted(path for room in ("server", "ui") for path in (ROOT / "indicators" / room).rglob("*.py"))

Values = Mapping[str, Sequence[ast.expr]]
"""Name in a function → everything that it is ever set to, or that is added to it."""

_SINKS = {
    *("badge", "button", "caption", "checkbox", "dialog", "download_button", "error", "expander", "feedback"),
    *("file_uploader", "form_submit_button", "header", "info", "link_button", "markdown", "metric", "multiselect"),
    *("number_input", "page_link", "pills", "popover", "radio", "segmented_control", "select_slider", "selectbox"),
    *("slider", "spinner", "status", "subheader", "success", "tabs", "text_area", "text_input", "title", "toast"),
    *("date_input", "time_input", "toggle", "warning", "write", "write_stream", "progress", "update", "latex", "image"),
    *("camera_input", "audio_input", "chat_input", "chat_message", "color_picker", "menu_button"),
}
"""What reads Markdown, whether it is called of ``st`` or of a container."""
_POSITIONS = {"metric": 3, "write": 99, "page_link": 0, "progress": 2, "image": 2, "update": 0}
_NO_TEXTS = {"progress": 1, "image": 1}
"""How many of the first arguments can be text, where it is not one, and of how many before them no text is read."""
_TEXTS = {"body", "caption", "delta", "help", "label", "text", "title"}
_NOT_WIDGETS = {"access", "chart_format", "chart_frame", "data_format", "form", "names", "stories", "report", "logging"}
"""``names.metric(…)`` is a name, and ``form.write(…)`` makes a file: neither is a widget."""
_FORBIDDEN = {"components.html", "components.v1.html", "st.components.v1.html", "st.exception", "st.iframe", "st.table"}
_HTML = "document.py"
"""The one module that writes HTML: its own styles, and markup, in which every text is escaped."""
_OWN_WORDS = {"words", "terms"}
"""The modules that hold the program's own sentences."""


def leaks(module: ast.Module) -> Iterator[ast.expr | ast.stmt]:
    escaping = _escaping(module)
    yield from _renamed(module)
    for scope in _scopes(module):
        values = {**_values(scope), **escaping}
        for node in _within(scope):
            if isinstance(node, ast.Call):
                yield from _forbidden(node)
                yield from (text for text in _texts(node) if not _safe(text, values))


def _renamed(module: ast.Module) -> Iterator[ast.expr | ast.stmt]:
    """A sink that is not called where it is named: under another name nobody would see what it is given."""
    called = {id(node.func) for node in ast.walk(module) if isinstance(node, ast.Call)}
    for node in ast.walk(module):
        match node:
            case ast.ImportFrom(module="streamlit", names=names) if any(name.name in _SINKS for name in names):
                yield node
            case ast.Import(names=names) if any(name.name == "streamlit" and name.asname != "st" for name in names):
                yield node
            case ast.Attribute(value=ast.Name(id=name)) if name in _NOT_WIDGETS:
                continue
            case ast.Attribute(attr=attribute) if id(node) not in called and attribute in _SINKS:
                if attribute in _ALWAYS_SINKS or ast.unparse(node.value) == "st":
                    yield node
            case ast.Call(func=ast.Name(id="getattr"), args=[ast.Name(id="st"), *_]):
                yield node


_ALWAYS_SINKS = {"markdown", "subheader", "toast", "expander", "popover", "link_button", "download_button", "write"}
"""What nothing but a page or a container of one has."""


def _forbidden(call: ast.Call) -> Iterator[ast.expr]:
    name = ast.unparse(call.func)
    if name in _FORBIDDEN or name == "st.html":
        yield call
    for keyword in call.keywords:
        if keyword.arg in {"unsafe_allow_html", "unsafe_allow_javascript"} and ast.unparse(keyword.value) != "False":
            yield call


def _texts(call: ast.Call) -> list[ast.expr]:
    """The arguments in which Streamlit reads Markdown."""
    widget = call.func
    if not isinstance(widget, ast.Attribute) or widget.attr not in _SINKS:
        return []
    if isinstance(widget.value, ast.Name) and widget.value.id in _NOT_WIDGETS:
        return []
    texts = call.args[_NO_TEXTS.get(widget.attr, 0) : _POSITIONS.get(widget.attr, 1)]
    return texts + [keyword.value for keyword in call.keywords if keyword.arg in _TEXTS]


def _escaping(module: ast.Module) -> Values:
    """The functions of the module all of whose results are safe, each as its name with (), like a constant."""
    functions = [scope for scope in _scopes(module) if isinstance(scope, ast.FunctionDef)]
    escaping: dict[str, list[ast.expr]] = {}
    for _ in functions:  # one may call another
        for function in functions:
            values = {**_values(function), **escaping}
            results = [node.value for node in _within(function) if isinstance(node, ast.Return)]
            if results and all(result is not None and _safe(result, values) for result in results):
                escaping[f"{function.name}()"] = []
    return escaping


# --- where names get their values


def _scopes(module: ast.Module) -> Iterator[ast.Module | ast.FunctionDef]:
    """The module without its functions, and each outermost function with those in it."""
    yield module
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef):
            yield from (child for child in node.body if isinstance(child, ast.FunctionDef))


def _within(scope: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(scope):
        if isinstance(scope, ast.Module | ast.ClassDef) and isinstance(child, ast.FunctionDef):
            continue
        yield child
        yield from _within(child)


def _values(scope: ast.AST) -> Values:
    values: dict[str, list[ast.expr]] = {}
    for node in _within(scope):
        assigned: list[tuple[str, ast.expr]]
        match node:
            case ast.arg(arg=name):
                assigned = [(name, ast.Name("given"))]
            case ast.Assign(targets=targets, value=value):
                pairs = [pair for target in targets for pair in _pairs(target, value)]
                assigned = [(target.id, value) for target, value in pairs if isinstance(target, ast.Name)]
                items = [target.value for target in targets if isinstance(target, ast.Subscript)]
                assigned += [(container.id, value) for container in items if isinstance(container, ast.Name)]
            case ast.AugAssign(target=ast.Name(id=name), value=ast.expr() as value):
                assigned = [(name, value)]
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                assigned = [(name, value)]
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                assigned = [(name, value)]
            case ast.Call(func=ast.Attribute(attr=change, value=ast.Name(id=name)), args=[*_, value]) if (
                change in _ADDS
            ):
                assigned = [(name, value)]
            case _:
                continue
        for name, value in assigned:
            values.setdefault(name, []).append(value)
    return values


_ADDS = {"append", "extend", "insert", "add", "update", "setdefault", "appendleft"}
"""What puts a value into a container."""


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each name that an assignment sets and its value: ``a, b = c, d``."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        yield from zip(target.elts, value.elts, strict=True)
    else:
        yield target, value


# --- what is safe


def _safe(node: ast.expr, values: Values, seen: frozenset[str] = frozenset()) -> bool:
    if isinstance(node, ast.Constant) or _is_escaped(node) or _is_own(node):
        return True
    if isinstance(node, ast.Name):
        if node.id in seen:
            return True  # line += …: its other values are looked at already
        return node.id in values and all(_safe(value, values, seen | {node.id}) for value in values[node.id])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and f"{node.func.id}()" in values:
        return True
    parts = _parts(node)
    return bool(parts) and all(_safe(part, values, seen) for part in parts)


def _is_escaped(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "escape_markdown"


def _is_own(node: ast.expr) -> bool:
    """The program's own: ``names.of(words.TITLE)``, ``words.LINKS[kind].of(lang)``, ``words.MARKS[nature]``."""
    match node:
        case ast.Subscript():
            return _is_constant(node)
        case ast.Call(func=ast.Attribute(attr="of", value=receiver), args=[argument]):
            return _is_constant(argument) or _is_constant(receiver)
        case _:
            return False


def _is_constant(node: ast.expr) -> bool:
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.value.id in _OWN_WORDS and node.attr.isupper()
    return isinstance(node, ast.Name) and node.id.isupper()


def _parts(node: ast.expr) -> list[ast.expr]:
    """What a text is made of; nothing where that cannot be told."""
    match node:
        case ast.JoinedStr(values=parts):
            return [part for at, part in enumerate(parts) if not _is_address(parts, at)]
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return parts
        case (
            ast.FormattedValue(value=part)
            | ast.Starred(value=part)
            | ast.ListComp(elt=part)
            | ast.GeneratorExp(elt=part)
        ):
            return [part]
        case (
            ast.IfExp(body=left, orelse=right)
            | ast.BinOp(left=left, right=right)
            | ast.Call(func=ast.Attribute(attr="join", value=left), args=[right])
        ):
            return [left, right]
        case _:
            return []


def _is_address(parts: list[ast.expr], at: int) -> bool:
    """The address of a Markdown link, which was checked when the dataset was loaded: ``[…]({link.url})``."""
    if not 0 < at < len(parts) - 1:
        return False
    match parts[at - 1], parts[at], parts[at + 1]:
        case ast.Constant(value=before), ast.FormattedValue(value=ast.Attribute(attr="url")), ast.Constant(value=after):
            return str(before).endswith("](") and str(after).startswith(")")
        case _:
            return False


# --- tests


@pytest.mark.parametrize(
    "path", [path for path in UI if path.name != _HTML], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_text_reaches_the_page_as_it_is(path: Path) -> None:
    unsafe = leaks(ast.parse(path.read_text(encoding="utf-8")))
    places = [f"{path.relative_to(ROOT).as_posix()}:{node.lineno}: {ast.unparse(node)}" for node in unsafe]
    assert not places, "wrap it in escape_markdown, or make it a constant in words"


def test_html_is_markup_or_a_style_sheet() -> None:
    (source,) = [path.read_text(encoding="utf-8") for path in UI if "st.html(" in path.read_text(encoding="utf-8")]
    written = [line.strip() for line in source.splitlines() if "st.html(" in line]
    assert written == [
        "st.html(_broken(body, lang))",
        'st.html(f"<style>{_rules(theme)}</style>")',
    ]
    assert "def show(body: Markup, lang: Lang) -> None:" in source
    assert 'STYLE: Final = Path(__file__).with_name("style.css")' in source


@pytest.mark.parametrize(
    "code",
    [
        "st.markdown(name)",
        "st.markdown(f'# {name}')",
        "st.caption(names.of(metric.name))",
        "st.caption(names.of(words.NOTE).format(name=name))",
        "left.metric('GDP', value)",
        "st.metric('GDP', 1, delta=change)",
        "st.button('Open', help=note)",
        "def show(line):\n line += 'x'\n st.markdown(line)",
        "def show(label):\n st.button(label)",
        "def show():\n label = f'{name} **x**'\n st.button(label)",
        "def show():\n lines = ['x']\n lines.append(name)\n st.markdown(' '.join(lines))",
        "st.markdown(f'[x]({address})')",
        "st.markdown(f'{link.url}')",
        "st.error(str(error))",
        "st.markdown('x', unsafe_allow_html=True)",
        "st.markdown('x', unsafe_allow_html=given)",
        "st.html('<b>x</b>')",
        "st.exception(error)",
        "st.progress(0.5, name)",
        "bar.progress(0.5, text=name)",
        "status.update(label=name)",
        "st.image(path, name)",
        "st.chat_message(name)",
        "st.table(rows)",
        "show = st.markdown\nshow(name)",
        "show = box.markdown\nshow(name)",
        "list(map(st.caption, lines))",
        "partial(st.markdown, name)()",
        "{'a': st.info}[kind](name)",
        "getattr(st, kind)(name)",
        "from streamlit import markdown\nmarkdown(name)",
        "from streamlit import caption as show\nshow(name)",
        "import streamlit\nstreamlit.markdown('x')",
        "import streamlit as s\nshow = s.info",
        "st.columns(2)[0].markdown(name)",
        "with st.container() as box:\n box.caption(name)",
        "st.tabs([name])",
        "def show():\n lines = ['x']\n lines.insert(0, name)\n st.markdown(' '.join(lines))",
        "def show():\n lines = ['x']\n lines[0] = name\n st.markdown(' '.join(lines))",
        "def show():\n line = 'x'\n if (line := name):\n  st.markdown(line)",
        "def show():\n line, other = name, 'x'\n st.markdown(line)",
        "def show():\n for line in lines:\n  st.markdown(line)",
        "components.html('x')",
    ],
)
def test_leaks_are_found(code: str) -> None:
    assert list(leaks(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "st.markdown('plain')",
        "st.markdown(escape_markdown(name))",
        "st.markdown(f'# {escape_markdown(name)}')",
        "st.caption(names.of(words.NOTE))",
        "st.caption(names.of(words.LINKS[link.kind]))",
        "st.caption(words.NOTE.of(lang))",
        "st.caption(words.LINKS[kind].of(lang))",
        "def show():\n a = escape_markdown(b)\n a += f' [{escape_markdown(x)}]({link.url})'\n st.markdown(a)",
        "def show():\n lines = [f'| {escape_markdown(a)} |' for a in b]\n st.markdown('\\n'.join(['| |', *lines]))",
        "def show():\n colour = 'red' if x else 'blue'\n st.markdown(f':{colour}[{escape_markdown(y)}]')",
        "def escaped(a):\n return f'**{escape_markdown(a)}**'\ndef show():\n st.markdown(escaped(name))",
        "st.markdown('x', unsafe_allow_html=False)",
        "st.text(name)",
        "st.caption(escape_markdown(names.metric(name)))",
    ],
)
def test_what_is_safe_is_let_through(code: str) -> None:
    assert not list(leaks(ast.parse(code)))
