"""A study → the folder of its site: one part after the other, so that memory does not grow with the site."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from indicators.charts.plots.tile_map import Outline
from indicators.loading.loader import OnProgress, no_progress
from indicators.reading import disk
from indicators.site import card_texts, downloads, feed, indexes, manifest, plan
from indicators.site.cards import Card
from indicators.site.manifest import BuiltPart, Manifest
from indicators.site.page_digests import PageDigests, digest_of
from indicators.site.plan import SitePart
from indicators.site.volume import volumes
from indicators.study import Study
from indicators.values.problems import Problem

Draw = Callable[[Card], bytes]
"""Makes the picture of a card."""


@dataclass
class BuildResult:
    """How many files of a build were written, unchanged and removed; ``size`` is the sum of all in bytes."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    size: int = 0
    files: set[str] = field(default_factory=set)

    @property
    def made(self) -> int:
        return self.written + self.unchanged


@dataclass(frozen=True)
class Writer:
    """Writes files into a folder unless they are there already, and counts them."""

    folder: Path
    result: BuildResult = field(default_factory=BuildResult)

    def keep(self, files: Mapping[str, str]) -> bool:
        """True if all these files are there with these digests. Then they count as unchanged."""
        sizes = {path: self._size(path, content) for path, content in files.items()}
        if None in sizes.values():
            return False
        self.result.files.update(files)
        self.result.size += sum(filter(None, sizes.values()))
        self.result.unchanged += len(files)
        return True

    def _size(self, path: str, content: str) -> int | None:
        """The size of the file if it has this digest, else None."""
        try:
            data = (self.folder / path).read_bytes()
        except OSError:
            return None
        return len(data) if digest_of(data) == content else None

    def write(self, path: str, content: str | bytes) -> str:
        """Write a file unless it has this content already, and return its digest."""
        data = content.encode() if isinstance(content, str) else content
        self.result.files.add(path)
        self.result.size += len(data)
        target = self.folder / path
        if _same(target, data):
            self.result.unchanged += 1
            return digest_of(data)
        disk.write(target, data, durable=False)  # thousands of files, which another build makes again
        self.result.written += 1
        return digest_of(data)

    def remove(self, paths: Collection[str]) -> None:
        """Remove those of the files that this build did not make, and folders that are then empty."""
        emptied = set()
        for path in sorted(set(paths) - self.result.files):
            target = self.folder / path
            if not target.resolve().is_relative_to(self.folder.resolve()):
                continue  # a folder in it has become a link to another place
            try:
                target.unlink()
            except (FileNotFoundError, IsADirectoryError):
                continue
            self.result.removed += 1
            emptied.add(target.parent)
        for folder in sorted(emptied, reverse=True):
            if folder != self.folder:
                with suppress(OSError):  # it is not empty
                    folder.rmdir()


def _same(path: Path, data: bytes) -> bool:
    """True if the file has this content; its size is compared first."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


# --- the build -------------------------------------------------------------------------------------------------------


def build(  # noqa: PLR0913  # what a site is made of and where it goes
    study: Study,
    out: Path,
    *,
    digest: str,
    today: date,
    base: str = "",
    outlines: Mapping[str, Outline] | None = None,
    draw: Draw | None = None,
    problems: Iterable[Problem] = (),
    on_progress: OnProgress = no_progress,
) -> BuildResult:
    """Make the site in a folder. Parts that an earlier build made there of the same inputs are kept.

    ``digest`` is that of the data, ``base`` the address of the site (ending in a slash) if it is known. The feed dates
    figures that an earlier build did not have ``today``. With ``draw`` and ``base`` pages have social cards, whose
    addresses must be absolute; what ``draw`` raises is raised. ``problems`` are those of the checks, the accepted last.
    """
    writer, before = Writer(out), manifest.read(out)
    cards = draw is not None and bool(base)
    by_figure: dict[str, list[Problem]] = {}
    for problem in problems:
        by_figure.setdefault(problem.about, []).append(problem)
    both = volumes(study, base=base, outlines=outlines, cards=cards, problems=by_figure, digest=digest, today=today)
    own_cards = sorted(card_texts.with_own_cards(study.dataset)) if cards else None
    page_digests = PageDigests(
        study, base, outlines, own_cards, downloads.offered(len(study.every)), problems=by_figure
    )
    figures = manifest.compared(page_digests.figures, before, today.isoformat())
    total = sum(1 for _ in plan.parts(both, page_digests, digest))
    built: dict[str, BuiltPart] = {}
    for number, part in enumerate(plan.parts(both, page_digests, digest)):
        on_progress(number, total)
        built[part.key] = _build_part(part, before.parts.get(part.key), writer, draw)
    for volume in both:
        writer.write(f"feed-{volume.lang}.xml", feed.feed(volume, figures))
    paths = (path for part in built.values() for path in part.files)
    for path, content in indexes.sitemaps(paths, base, study.dataset) if base else ():
        writer.write(path, content)
    writer.remove(before.files - {manifest.PATH})
    others = writer.result.files.difference(*(part.files for part in built.values()))
    writer.write(manifest.PATH, manifest.to_json(Manifest(built, frozenset({*others, manifest.PATH}), figures, digest)))
    on_progress(total, total)
    return writer.result


def _build_part(part: SitePart, before: BuiltPart | None, writer: Writer, draw: Draw | None) -> BuiltPart:
    """Write the files of a part, or keep those that an earlier build made of the same inputs."""
    inputs = part.inputs()
    if before is not None and before.inputs == inputs and writer.keep(before.files):
        return before
    files, cards = dict[str, str](), dict[str, str]()
    for path, content in part.make():
        if not isinstance(content, Card):
            files[path] = writer.write(path, content)
        elif draw is not None:
            cards[path] = content.digest
            drawn = before.files.get(path) if before and before.cards.get(path) == cards[path] else None
            kept = drawn is not None and writer.keep({path: drawn})
            files[path] = drawn if drawn and kept else writer.write(path, draw(content))
    return BuiltPart(inputs, files, cards)
