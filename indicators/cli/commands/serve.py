"""``indicators serve``: a dataset → its dashboard, on this machine or for readers."""

import argparse
import os
import re
import sys
from pathlib import Path
from typing import Final

from indicators import settings
from indicators.cli import shared
from indicators.cli.shared import NotRunError
from indicators.server import launcher
from indicators.server.launcher import Launch
from indicators.values.text import Lang
from indicators.words.cli import main as cli_words
from indicators.words.cli import serve as words

_LAPTOP: Final = "127.0.0.1"
_NO_PORT: Final = 2**16


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    data_help = cli_words.PATH.of(lang).format(default=shared.DEFAULT_DATA)
    parser.add_argument("path", nargs="?", type=Path, default=shared.DEFAULT_DATA, help=data_help)
    parser.add_argument("--port", type=int, help=words.PORT.of(lang).format(default=launcher.FIRST_PORT))
    parser.add_argument("--host", default=_LAPTOP, help=words.HOST.of(lang).format(default=_LAPTOP))
    parser.add_argument("--base-path", default="", metavar="PATH", help=words.BASE_PATH.of(lang))
    parser.add_argument("--public", action="store_true", help=words.PUBLIC.of(lang))
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Serve until the process is told to stop.

    Raises NotRunError where nothing is at the path (a public server waits for data, but has to know its name), and for
    a port that is taken.
    """
    lang: Lang = options.lang
    if not options.public:
        shared.existing(options.path, lang)
    elif not (os.environ.get(settings.HOSTS) or os.environ.get(settings.URL)):
        raise NotRunError(words.NO_NAME.of(lang).format(hosts=settings.HOSTS, url=settings.URL))
    elif not os.path.lexists(options.path):
        print(words.WAITING.of(lang).format(path=options.path), file=sys.stderr)
    if not re.fullmatch(r"[\w./~-]*", options.base_path, re.ASCII) or ".." in options.base_path:
        raise NotRunError(words.NO_PATH.of(lang).format(path=options.base_path))
    if options.port is not None and not 0 < options.port < _NO_PORT:
        raise NotRunError(words.NO_PORT.of(lang).format(port=options.port))
    port = launcher.free_port(options.host, options.port)
    if port is None:
        raise NotRunError(words.PORT_TAKEN.of(lang).format(port=options.port or launcher.FIRST_PORT, host=options.host))
    launch = Launch(options.path, options.host, port, options.base_path.strip("/"))
    launcher.run(launch, lambda: print(words.SERVING.of(lang).format(address=launch.address), flush=True))
    return shared.FINE
