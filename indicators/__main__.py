"""The program: ``indicators``, and ``python -m indicators``."""

import gc
import os
import sys

from indicators.cli import main as cli


def program() -> int:
    """Run the command line with the arguments of this process, and return the exit code.

    What is imported stays, and at the end all goes at once: to look for rubbish among it, as Python does again and
    again, would take a seventh of the time of a short check.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # pydantic asks every installed package for one
    gc.disable()
    options = cli.called(sys.argv[1:])
    gc.freeze()
    gc.enable()
    code = cli.run(options)
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(program())
