"""The program that runs → a wheel of it, and the distributions that it needs."""

import base64
import hashlib
import io
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

import indicators

NAME: Final = "reported-indicators"
_WHEEL: Final = "Wheel-Version: 1.0\nGenerator: indicators\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The same for all files, so that equal programs are equal wheels."""
_UNWANTED: Final = frozenset({".pyc", ".pyo"})


def wheel() -> tuple[str, bytes]:
    """Name and content of a wheel of the program as it runs, from a checkout as from an installation."""
    installed = distribution(NAME)
    top = f"{NAME.replace('-', '_')}-{installed.version}"
    files = {path: content.read_bytes() for path, content in _package().items()}
    about = f"{top}.dist-info"
    files |= {f"{about}/{name}": text.encode() for name, text in _metadata(installed).items()}
    files |= {f"{about}/licenses/{path}": content for path, content in _licences(installed).items()}
    records = [f"{path},sha256={_digest(content)},{len(content)}" for path, content in files.items()]
    files[f"{about}/RECORD"] = "\n".join((*records, f"{about}/RECORD,,", "")).encode()
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            info = zipfile.ZipInfo(path, _DAY)
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return f"{top}-py3-none-any.whl", sink.getvalue()


def _package() -> dict[str, Path]:
    root = Path(indicators.__file__).parent
    paths = (path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix not in _UNWANTED)
    return {f"{root.name}/{path.relative_to(root).as_posix()}": path for path in paths}


def _metadata(installed: Distribution) -> dict[str, str]:
    names = {"METADATA": installed.read_text("METADATA"), "entry_points.txt": installed.read_text("entry_points.txt")}
    return {**{name: text for name, text in names.items() if text}, "WHEEL": _WHEEL}


def _licences(installed: Distribution) -> dict[str, bytes]:
    """The texts of licences that lie beside the metadata."""
    licences = {}
    for path in installed.files or ():
        _, beside_metadata, name = path.as_posix().partition(".dist-info/licenses/")
        if beside_metadata:
            licences[name] = Path(str(path.locate())).read_bytes()
    return licences


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
