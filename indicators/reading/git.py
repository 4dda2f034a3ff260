"""A folder → calls of git in the repository around it; no shell is involved."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

NEVER_ASKING: Final[Mapping[str, str]] = MappingProxyType({"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"})
"""Nobody is asked for a password, and messages are in English."""
PATIENCE: Final = 60
"""Seconds that a call may take."""
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class GitError(Exception):
    """Git is not there, or did not answer; the argument says why, if anything is known."""


class Git:
    """Calls of git in one folder, all with the same environment."""

    def __init__(self, folder: Path, environment: Mapping[str, str] = NEVER_ASKING) -> None:
        program = shutil.which("git")
        if program is None:
            raise GitError
        self._command = (program, "-C", str(folder))
        self._environment = {**os.environ, **environment}

    def call(
        self, *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] = _NOTHING, patience: float = PATIENCE
    ) -> subprocess.CompletedProcess[bytes]:
        """What git answers, whatever that is; raises GitError where it cannot be asked."""
        try:
            return subprocess.run(  # noqa: S603  # callers see to it that no argument can be taken for an option
                [*self._command, *arguments],
                input=stdin,
                env={**self._environment, **environment},
                capture_output=True,
                timeout=patience,
                check=False,
            )
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:  # ValueError: a NUL in a name
            raise GitError(str(error)) from error

    def object(self, name: str) -> str | None:
        """The hash of what has this name; None if nothing has."""
        parsed = self.call("rev-parse", "--verify", "--quiet", name)
        return None if parsed.returncode else parsed.stdout.decode().strip()

    def blobs(self, keys: Sequence[str]) -> Iterator[bytes]:
        """The contents of blobs by their hashes."""
        output = self.call("cat-file", "--batch", stdin="".join(f"{key}\n" for key in keys).encode()).stdout
        start = 0
        for _ in keys:
            end = output.index(b"\n", start)
            size = int(output[start:end].split()[2])
            yield output[end + 1 : end + 1 + size]
            start = end + 1 + size + 1
