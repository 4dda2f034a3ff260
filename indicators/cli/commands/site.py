"""``indicators site``: the whole dataset as a folder of pages for any web server, or for none.

Exit codes: 0 the site is made, 1 the dataset has errors, 2 the program could not run.
"""

import argparse
import gc
import os
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from indicators import study
from indicators.cli.main import DEFAULT
from indicators.cli.progress import Bar
from indicators.export import renderer
from indicators.loading.loader import load
from indicators.reading import boundaries
from indicators.site import build, captions, manifest
from indicators.site.write import Written
from indicators.values.text import LANGS, Lang
from indicators.words import cli as cli_words
from indicators.words import site as words


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.description = cli_words.SITE.of(lang)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=words.OUT.of(lang))
    data_help = cli_words.PATH.of(lang).format(default=DEFAULT)
    parser.add_argument("--data", type=Path, default=DEFAULT, metavar="PATH", help=data_help)
    parser.add_argument("--base", default="", metavar="URL", help=words.BASE.of(lang))
    without_help = words.NO_CARDS.of(lang).format(most=captions.MOST)
    parser.add_argument("--no-cards", action="store_true", help=without_help)
    parser.add_argument("--lang", choices=LANGS, default=lang, help=cli_words.LANG.of(lang))


def run(options: argparse.Namespace) -> int:
    """Make the site that the options ask for; the exit code."""
    lang: Lang = options.lang
    base = _base(options.base)
    if reason := _reason(options, base):
        return _not_run(reason, lang)
    loaded = load(options.data)
    if loaded.dataset is None:
        print(words.HAS_ERRORS.of(lang).format(path=options.data), file=sys.stderr)
        return 1
    draw = _draw(options, base or "")
    started = perf_counter()
    outlines, _ = boundaries.read(boundaries.beside(options.data))
    whole = study.of(loaded.dataset)
    gc.freeze()  # the study stays as it is: without this, it is searched for garbage again and again
    try:
        done = build.build(
            whole,
            options.out,
            digest=loaded.digest,
            today=today(),
            base=base or "",
            outlines=outlines,
            draw=draw,
            told=Bar(),
        )
    except renderer.FailedError as failure:
        return _not_run(words.CARD_FAILED.of(lang).format(reason=failure), lang)
    except OSError as error:
        facts = {"path": error.filename or options.out, "detail": error.strerror or type(error).__name__}
        return _not_run(words.CANNOT_WRITE.of(lang).format(**facts), lang)
    finally:
        gc.unfreeze()
        renderer.shared().close()
    _report(done, options, perf_counter() - started)
    return 0


def _base(given: str) -> str | None:
    """The address with a stroke at its end, or None where it is none."""
    if not given:
        return ""
    parts = urlsplit(given)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        return None
    return given.rstrip("/") + "/"


def _reason(options: argparse.Namespace, base: str | None) -> str:
    """Why the program cannot run; empty where it can."""
    lang: Lang = options.lang
    if base is None:
        return words.NOT_A_BASE.of(lang).format(base=options.base)
    if not os.path.lexists(options.data):
        return cli_words.NO_SUCH_PATH.of(lang).format(path=options.data)
    if os.path.lexists(options.out / "index.html") and not os.path.lexists(options.out / manifest.PATH):
        return words.NOT_OURS.of(lang).format(path=options.out)
    return ""


def _draw(options: argparse.Namespace, base: str) -> build.Draw | None:
    """What draws cards, where they are wanted and can be had; that they cannot is said, and the site has none."""
    if options.no_cards or not base:
        return None
    lang: Lang = options.lang
    lacking = renderer.missing()
    for one in lacking:
        print(words.WITHOUT_CARDS.of(lang).format(reason=words.LACKING[one].of(lang)), file=sys.stderr)
    if lacking:
        return None
    draw: build.Draw = import_module("indicators.site.pictures").draw  # with a library of the extra
    return draw


def _not_run(reason: str, lang: Lang) -> int:
    print(cli_words.NOT_RUN.of(lang).format(reason=reason), file=sys.stderr)
    return 2


def today() -> date:
    """The day of the build, or the one that a reproducible build is told to take (reproducible-builds.org)."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(given), UTC) if given.isdigit() else datetime.now(UTC)
    return now.date()


def _report(done: Written, options: argparse.Namespace, seconds: float) -> None:
    lang: Lang = options.lang
    facts = {
        "files": words.FILES.of(lang, done.made),
        "size": f"{done.size / 1e6:,.1f}",
        "written": f"{done.written:,}",
        "unchanged": f"{done.unchanged:,}",
        "removed": f"{done.removed:,}",
        "seconds": f"{seconds:.1f}",
    }
    print(words.DONE.of(lang).format(path=options.out, **facts))
    if not options.base:
        print(words.NO_SITEMAP.of(lang))
