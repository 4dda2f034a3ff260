"""The program: ``indicators``, and ``python -m indicators``."""

import gc
import os
import sys
from typing import Final

from indicators.cli import main as cli

_NOT_READ: Final = 141
"""What a shell says of a program that was ended because nobody reads its output: 128 and SIGPIPE."""


def program() -> int:
    """Run the command line with the arguments of this process, and return the exit code.

    Imported modules stay until the process ends: without the freezing, the collector would look through them again and
    again, which takes a seventh of the time of a short check.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else pydantic asks every installed package for one
    gc.disable()
    options = cli.parse(sys.argv[1:])
    gc.freeze()
    gc.enable()
    try:
        code = cli.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads it has read enough, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = _NOT_READ
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(program())
