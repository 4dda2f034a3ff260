"""``indicators publish check``: a folder or an address → what is wrong with the site or the dashboard there."""

import argparse
import http.client
from pathlib import Path

from indicators.cli import publishing, shared
from indicators.cli.shared import NotRunError
from indicators.publish import web_check
from indicators.publish.site_check import SiteFault
from indicators.publish.web_check import WebFault
from indicators.site import manifest
from indicators.values.text import Lang
from indicators.words import terms
from indicators.words.cli import publish as words


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.add_argument("target", metavar="URL|DIR", help=words.TARGET.of(lang))
    parser.add_argument("--data", type=Path, metavar="PATH", help=words.CHECK_DATA.of(lang))
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Print what is wrong. MISTAKES if anything is; raises NotRunError where nothing is there, or nothing answers."""
    lang: Lang = options.lang
    digest = None if options.data is None else shared.load_dataset(options.data, lang)[1].digest
    if options.target.startswith(("http://", "https://")):
        count, faults = _at_address(shared.base_address(options.target, lang), digest, lang)
    else:
        count, faults = _in_folder(shared.existing(Path(options.target), lang), digest)
    publishing.print_faults(faults, lang)
    wrong = sum(not (isinstance(fault, WebFault) and fault.advice) for fault in faults)
    facts = {"target": options.target, "files": terms.FILES.of(lang, count)}
    if not wrong:
        print(words.CHECKED_FINE.of(lang).format_map(facts))
        return shared.FINE
    print(words.CHECKED.of(lang).format(**facts, faults=words.FAULT_COUNT.of(lang, wrong)))
    return shared.MISTAKES


def _at_address(base: str, digest: str | None, lang: Lang) -> tuple[int, list[SiteFault | WebFault]]:
    try:
        return web_check.faults(base, digest)
    except (OSError, http.client.HTTPException) as error:
        detail = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise NotRunError(words.NOT_REACHED.of(lang).format(address=base, detail=detail)) from error


def _in_folder(folder: Path, digest: str | None) -> tuple[int, list[SiteFault | WebFault]]:
    known = manifest.read(folder)
    if not known.files:
        return 0, [WebFault("site", str(folder))]
    faults: list[SiteFault | WebFault] = list(publishing.faults_of_folder(folder))
    if digest is not None and known.data != digest:
        faults.append(WebFault("data", manifest.PATH, known.data))
    return len(known.files), faults
