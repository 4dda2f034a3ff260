"""A checked dataset → its site in a folder, as the commands that make one share it."""

import argparse
import gc
import os
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

from indicators import study
from indicators.cli import shared
from indicators.cli.progress import ProgressBar
from indicators.cli.shared import NotRunError
from indicators.export import renderer
from indicators.loading.loader import Loaded
from indicators.model.dataset import Dataset
from indicators.reading import boundaries
from indicators.site import build, card_texts, manifest
from indicators.site.build import BuildResult
from indicators.values.text import Lang
from indicators.words import site as words
from indicators.words import terms


def add_base_option(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add ``--base``, the address that the site will have."""
    parser.add_argument("--base", default="", metavar="URL", help=words.BASE.of(lang))


def add_cards_option(parser: argparse.ArgumentParser, lang: Lang, *, drawn: bool) -> None:
    """Add ``--no-cards`` where cards are ``drawn`` unless it is given, else ``--cards``."""
    if drawn:
        help_text = words.NO_CARDS.of(lang).format(most=card_texts.MOST)
        parser.add_argument("--no-cards", dest="cards", action="store_false", help=help_text)
    else:
        parser.add_argument("--cards", action="store_true", help=words.CARDS.of(lang))


def refuse_foreign_site(folder: Path, lang: Lang) -> None:
    """Raise NotRunError where the folder holds a site that this program did not make."""
    if os.path.lexists(folder / "index.html") and not os.path.lexists(folder / manifest.PATH):
        raise NotRunError(words.NOT_OURS.of(lang).format(path=folder))


def build_site(dataset: Dataset, loaded: Loaded, out: Path, options: argparse.Namespace, base: str) -> BuildResult:
    """Make the site of the dataset at ``options.data``; files that have not changed stay as they are.

    Raises NotRunError for a card that cannot be drawn and a file that cannot be written.
    """
    lang: Lang = options.lang
    draw = _draw_cards(options, base)
    outlines = boundaries.read(boundaries.beside(options.data)).outlines
    whole = study.of(dataset)
    gc.freeze()  # the study stays as it is: without this, the collector would look through it again and again
    try:
        with shared.writing(out, lang):
            return build.build(
                whole,
                out,
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


def _draw_cards(options: argparse.Namespace, base: str) -> build.Draw | None:
    """What draws cards; None where they are not wanted, or where something is missing, which is reported."""
    if not options.cards or not base:
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


def summary(result: BuildResult, path: Path | str, seconds: float, lang: Lang) -> str:
    """How many files a build made, wrote and removed, and how long it took."""
    facts = {
        "files": terms.FILES.of(lang, result.made),
        "size": f"{result.size / 1e6:,.1f}",
        "written": f"{result.written:,}",
        "unchanged": f"{result.unchanged:,}",
        "removed": f"{result.removed:,}",
        "seconds": f"{seconds:.1f}",
    }
    return words.DONE.of(lang).format(path=path, **facts)
