"""What may stand where a file stood."""

import os
from collections.abc import Callable
from pathlib import Path


def replaced_by(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


HARMS = {
    "deleted": (Path.unlink, "file-missing"),
    "folder": (replaced_by(Path.mkdir), "folder-empty"),
    "nowhere": (replaced_by(lambda path: path.symlink_to("nowhere")), "file-missing"),
    "loop": (replaced_by(lambda path: path.symlink_to(path)), "file-unreadable"),
    "pipe": (replaced_by(os.mkfifo), "file-kind"),
    "zero": (replaced_by(lambda path: path.symlink_to("/dev/zero")), "file-kind"),
}
