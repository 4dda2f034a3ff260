"""A study → the folder of its site: one page after the other, so that memory does not grow with them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from indicators.charts.plots.map import Outline
from indicators.site import captions, downloads, feed, manifest, plan, sitemap
from indicators.site.cards import Card
from indicators.site.inputs import Inputs
from indicators.site.manifest import Made, Manifest
from indicators.site.plan import Unit
from indicators.site.volume import volumes
from indicators.site.write import Writer, Written
from indicators.study import Study
from indicators.values.problems import Problem

Told = Callable[[int, int], None]
"""Hears how many units are there, of how many."""
Draw = Callable[[Card], bytes]
"""Makes the picture of a card."""


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
    told: Told = lambda _done, _all: None,
) -> Written:
    """Make the site in a folder. What an earlier build made there of the same inputs is not made again.

    ``digest`` is that of the data, ``base`` the address at which the site will lie (with a stroke at its end), if it
    is known. ``today`` is what the feed gives as the day of figures that an earlier build did not have. Where there is
    a ``draw``, pages have cards: of a site that knows its address, since theirs must be absolute. Raises what it does.
    ``problems`` are what the checks found, the accepted last.
    """
    writer, before = Writer(out), manifest.read(out)
    cards = draw is not None and bool(base)
    by_entry: dict[str, list[Problem]] = {}
    for problem in problems:
        by_entry.setdefault(problem.about, []).append(problem)
    both = volumes(study, base=base, outlines=outlines, cards=cards, problems=by_entry)
    cards_of = sorted(captions.own(study.dataset)) if cards else None
    given = Inputs(study, base, outlines, cards_of, downloads.offered(len(study.every)), problems=by_entry)
    known = manifest.compared(given.figures, before, today.isoformat())
    every = sum(1 for _ in plan.units(both, given, digest))
    made: dict[str, Made] = {}
    for number, unit in enumerate(plan.units(both, given, digest)):
        told(number, every)
        made[unit.key] = _made(unit, before.units.get(unit.key), writer, draw)
    for volume in both:
        writer.write(f"feed-{volume.lang}.xml", feed.feed(volume, known))
    paths = (path for one in made.values() for path in one.files)
    for path, content in sitemap.sitemaps(paths, base) if base else ():
        writer.write(path, content)
    writer.remove(before.files - {manifest.PATH})
    others = writer.done.files.difference(*(one.files for one in made.values()))
    writer.write(manifest.PATH, manifest.written(Manifest(made, frozenset({*others, manifest.PATH}), known)))
    told(every, every)
    return writer.done


def _made(unit: Unit, before: Made | None, writer: Writer, draw: Draw | None) -> Made:
    """The files of a unit, as an earlier build made them of the same, or made anew."""
    inputs = unit.inputs()
    if before is not None and before.inputs == inputs and writer.keep(before.files):
        return before
    files, cards = dict[str, str](), dict[str, str]()
    for path, content in unit.make():
        if not isinstance(content, Card):
            files[path] = writer.write(path, content)
        elif draw is not None:
            cards[path] = content.digest
            drawn = before.files.get(path) if before and before.cards.get(path) == cards[path] else None
            kept = drawn is not None and writer.keep({path: drawn})
            files[path] = drawn if drawn and kept else writer.write(path, draw(content))
    return Made(inputs, files, cards)
