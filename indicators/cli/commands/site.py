"""``indicators site``: a dataset → a folder of pages for any web server, or for none."""

import argparse
import gc
import os
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from time import perf_counter

from indicators import study
from indicators.cli import shared
from indicators.cli.progress import ProgressBar
from indicators.cli.shared import NotRunError
from indicators.export import renderer
from indicators.reading import boundaries
from indicators.site import build, card_texts, manifest
from indicators.site.build import BuildResult
from indicators.values.text import Lang
from indicators.words import site as words
from indicators.words import terms


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=words.OUT.of(lang))
    shared.add_data_option(parser, lang)
    parser.add_argument("--base", default="", metavar="URL", help=words.BASE.of(lang))
    without_help = words.NO_CARDS.of(lang).format(most=card_texts.MOST)
    parser.add_argument("--no-cards", action="store_true", help=without_help)
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Make the site.

    Raises NotRunError for a bad address, a folder that holds another site, a card that cannot be drawn and a file that
    cannot be written, and what ``shared.load_dataset`` raises.
    """
    lang: Lang = options.lang
    base = shared.base_address(options.base, lang)
    _refuse_foreign_site(options.out, lang)
    dataset, loaded = shared.load_dataset(options.data, lang)
    draw = _draw_cards(options, base)
    started = perf_counter()
    outlines = boundaries.read(boundaries.beside(options.data)).outlines
    whole = study.of(dataset)
    gc.freeze()  # the study stays as it is: without this, the collector would look through it again and again
    try:
        with shared.writing(options.out, lang):
            written = build.build(
                whole,
                options.out,
                digest=loaded.digest,
                today=today(),
                base=base,
                outlines=outlines,
                draw=draw,
                problems=(*loaded.problems, *loaded.accepted),
                on_progress=ProgressBar(),
            )
    except renderer.FailedError as error:
        raise NotRunError(words.CARD_FAILED.of(lang).format(reason=error)) from error
    finally:
        gc.unfreeze()
        renderer.shared().close()
    _report(written, options, perf_counter() - started)
    return shared.FINE


def _refuse_foreign_site(folder: Path, lang: Lang) -> None:
    if os.path.lexists(folder / "index.html") and not os.path.lexists(folder / manifest.PATH):
        raise NotRunError(words.NOT_OURS.of(lang).format(path=folder))


def _draw_cards(options: argparse.Namespace, base: str) -> build.Draw | None:
    """What draws cards; None where they are not wanted, or where something is missing, which is reported."""
    if options.no_cards or not base:
        return None
    missing = renderer.missing()
    for part in missing:
        reason = words.LACKING[part].of(options.lang)
        print(words.WITHOUT_CARDS.of(options.lang).format(reason=reason), file=sys.stderr)
    if missing:
        return None
    draw: build.Draw = import_module("indicators.site.card_images").draw  # it needs a library of the extra
    return draw


def today() -> date:
    """The day of the build, or that of SOURCE_DATE_EPOCH for a reproducible build (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return now.date()


def _report(written: BuildResult, options: argparse.Namespace, seconds: float) -> None:
    lang: Lang = options.lang
    facts = {
        "files": terms.FILES.of(lang, written.made),
        "size": f"{written.size / 1e6:,.1f}",
        "written": f"{written.written:,}",
        "unchanged": f"{written.unchanged:,}",
        "removed": f"{written.removed:,}",
        "seconds": f"{seconds:.1f}",
    }
    print(words.DONE.of(lang).format(path=options.out, **facts))
    if not options.base:
        print(words.NO_SITEMAP.of(lang))
