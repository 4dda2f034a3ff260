"""The fonts of this machine that have Chinese characters: whether there are any, and what they are called."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

CHINESE: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FILES: Final = re.compile(r"cjk|hans|wqy|wenquanyi|uming|ukai|simsun|msyh|yahei|droidsansfallback", re.IGNORECASE)
_SECONDS: Final = 60.0
"""How long fontconfig may take to list fonts, for which it reads all of them the first time."""
_USUAL: Final = (
    "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', "
    "'WenQuanYi Micro Hei', 'WenQuanYi Zen Hei', 'Droid Sans Fallback', 'SimHei', 'SimSun'"
)
"""Families with simplified Chinese, the most legible first, as CSS lists them."""
_LATIN: Final = (
    "'Source Sans', 'Source Sans 3', 'Segoe UI', 'Helvetica Neue', 'Roboto', 'Liberation Sans', 'DejaVu Sans', 'Arial'"
)


def has_chinese(figure: Any) -> bool:
    """True if any text in a Plotly figure is Chinese."""
    if isinstance(figure, str):
        return bool(CHINESE.search(figure))
    if isinstance(figure, dict):
        return any(has_chinese(part) for part in figure.values())
    return isinstance(figure, list | tuple) and any(has_chinese(part) for part in figure)


def has_chinese_font() -> bool:
    """True if a font with Chinese characters is installed. Windows and macOS always have one."""
    if sys.platform in {"win32", "darwin"}:
        return True
    families = _listed()
    return any(_FILES.search(path.name) for path in _font_files()) if families is None else bool(families)


def families(*, chinese: bool) -> str:
    """The fonts for a text as CSS lists them; with ``chinese`` the first that is installed has Chinese, too.

    One family should draw a whole text: for a character that it lacks, a program takes any other font that has it.
    """
    if not chinese:
        return f"{_LATIN}, {_USUAL}"
    quoted = {f"'{family}'" for family in _listed() or ()}
    usual = [family for family in _USUAL.split(", ") if family in quoted]
    others = sorted(quoted, key=lambda family: ("Sans" not in family, "Mono" in family, "SC" not in family, family))
    return ", ".join(dict.fromkeys((*usual, *others, _USUAL)))


def _listed() -> list[str] | None:
    """The families with Chinese that fontconfig knows; None where there is no fontconfig."""
    lister = shutil.which("fc-list")
    if lister is None:
        return None
    listed = subprocess.run([lister, ":lang=zh", "family"], capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603  # the program is the system's, the arguments are ours
    lines = listed.stdout.decode(errors="replace").splitlines()
    return [line.partition(",")[0].strip() for line in lines if line.strip()]


def _font_files() -> Iterable[Path]:
    homes = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
    return (path for home in homes if home.is_dir() for path in home.rglob("*.[ot]t[fc]"))
