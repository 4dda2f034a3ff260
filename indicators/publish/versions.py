"""The path that a web server shows → versions of it: a symbolic link that is replaced in one step, and folders."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from indicators.site import manifest

_UNFINISHED: Final = "building-"
_FORGOTTEN: Final = 24 * 3600
"""Seconds after which an unfinished version is taken for one whose process was killed."""

VersionObstacle = Literal["foreign", "folder", "none"]
"""What stands in the way: something that this program did not put there, a folder where the link has to be, or that
there is no version to go back to."""


class VersionError(Exception):
    """The switch cannot be made; the argument is the obstacle."""

    def __init__(self, obstacle: VersionObstacle) -> None:
        super().__init__(obstacle)
        self.obstacle: VersionObstacle = obstacle


class Versions:
    """The versions of the site that is shown at a path, which is a symbolic link to one of them.

    They lie beside it in ``.NAME-versions``, each a folder named by the time of its making. Raises VersionError for a
    path at which no link can be.
    """

    def __init__(self, shown: Path) -> None:
        self.shown = shown.absolute()
        if self.shown.name in {"", ".."}:
            raise VersionError("foreign")
        self.folder = self.shown.with_name(f".{self.shown.name}-versions")

    def current(self) -> Path | None:
        """The version that is shown, if any; raises VersionError where something else is at the path."""
        if not self.shown.is_symlink():
            if self.shown.exists():
                raise VersionError("folder" if (self.shown / manifest.PATH).is_file() else "foreign")
            return None
        target = self.shown.resolve()
        if target.parent != self.folder.resolve():
            raise VersionError("foreign")
        return target if target.is_dir() else None

    @contextmanager
    def new(self) -> Iterator[Path]:
        """A folder in which the next version is made, with all files of the current one; it goes if it is not kept.

        Files are hard links where the file system has them: who changes one has to replace it, as ``disk.write`` does.
        """
        current = self.current()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._remove_forgotten()
        building = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self.folder))
        try:
            building.chmod(0o755)  # a web server reads it as another user
            if current is not None:
                shutil.copytree(current, building, copy_function=_linked, symlinks=True, dirs_exist_ok=True)
            yield building
        finally:
            shutil.rmtree(building, ignore_errors=True)

    def switch(self, building: Path) -> Path:
        """Show what was built, and keep the version before it; older ones go. The version's folder is returned."""
        before = self.current()
        version = self.folder / datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        building.rename(version)
        self._show(version)
        kept = {version, before, self.current()}  # somebody else may have switched since
        for folder in self._all():
            if folder not in kept and folder < version:
                shutil.rmtree(folder, ignore_errors=True)
        return version

    def roll_back(self) -> Path:
        """Show the version before the current one, which is kept; raises VersionError where there is none."""
        current = self.current()
        earlier = [folder for folder in self._all() if current is not None and folder < current]
        if not earlier:
            raise VersionError("none")
        self._show(earlier[-1])
        return earlier[-1]

    def _all(self) -> list[Path]:
        """All finished versions, the oldest first."""
        folder = self.folder.resolve()
        if not folder.is_dir():
            return []
        return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(_UNFINISHED))

    def _show(self, version: Path) -> None:
        link = self.folder / f"{_UNFINISHED}link-{os.urandom(4).hex()}"
        link.symlink_to(os.path.relpath(version, self.shown.parent), target_is_directory=True)
        try:
            link.replace(self.shown)
        except BaseException:
            link.unlink(missing_ok=True)
            raise

    def _remove_forgotten(self) -> None:
        now = datetime.now(UTC).timestamp()
        for path in self.folder.glob(f"{_UNFINISHED}*"):
            with suppress(OSError):
                if now - path.lstat().st_mtime > _FORGOTTEN:
                    path.unlink() if path.is_symlink() else shutil.rmtree(path)


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
