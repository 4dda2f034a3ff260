"""A dataset → the folder from which a container with its dashboard is built."""

from collections.abc import Iterator
from importlib.resources import files as resources
from pathlib import Path
from typing import Final

from indicators.loading import loader
from indicators.publish import program
from indicators.reading import boundaries, disk

SETTINGS: Final = "settings.env"
_FOREIGN: Final = "Containerfile"
_COPIED: Final = (
    *("Containerfile", "compose.yaml", "nginx.conf", "kubernetes.yaml"),
    *("requirements.lock", "requirements-export.lock"),
)
_IGNORED: Final = "*\n!data\n!*.whl\n!requirements*.lock\n"
"""What the build does not see."""
_SETTINGS: Final = """\
# The address under which readers know the dashboard; it stands in links that they take away.
INDICATORS_URL={base}
# Names under which it may be asked for, with commas between; others are refused.
INDICATORS_HOSTS={hosts}
# The static site below /site/: it needs memory and some 100 MB among the temporary files.
INDICATORS_SITE=off
# Who may show its pages in a frame: none, all, or origins such as https://example.org
INDICATORS_EMBED=none
# The same for all processes, if there are several: 32 random bytes in hex.
#STREAMLIT_SERVER_COOKIE_SECRET=
"""


def contents(data: Path, base: str, host: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file; ``base`` is the public address, if it is known, and ``host`` its name.

    Raises OSError where a file of the dataset cannot be read. Texts of articles are not copied: they are not ours.
    """
    folder = resources("indicators.publish") / "container_files"
    for name in _COPIED:
        yield name, (folder / name).read_bytes()
    yield program.wheel()
    yield SETTINGS, _SETTINGS.format(base=base, hosts=",".join(filter(None, (host, "localhost", "127.0.0.1")))).encode()
    yield ".dockerignore", _IGNORED.encode()
    for file in loader.files(data):
        yield f"data/{file.name}", file.read_bytes()
    outlines = boundaries.beside(data)
    if outlines.is_file():
        yield f"data/{outlines.name}", outlines.read_bytes()


def is_foreign(folder: Path) -> bool:
    """True where the folder has a Containerfile that was not written by this program."""
    try:
        text = (folder / _FOREIGN).read_text("utf-8", errors="replace")
    except OSError:
        return False
    return "indicators publish container" not in text


def write(folder: Path, data: Path, base: str, host: str) -> list[str]:
    """Write the folder and return the paths of its files; settings that are there stay. Raises OSError."""
    written = []
    for path, content in contents(data, base, host):
        target = folder / path
        if path != SETTINGS or not target.exists():
            disk.write(target, content)
            if target.parent != folder:  # the container runs as another user, whoever writes the folder
                target.parent.chmod(0o755)
                target.chmod(0o644)
        written.append(path)
    for old in [*folder.glob("reported_indicators-*.whl"), *(folder / "data").iterdir()]:
        if old.relative_to(folder).as_posix() not in written:
            old.unlink()  # of an earlier version of the program, or of the dataset
    return written
