"""``python -m indicators.server.files.twin_build``: data → their static site, built while others go first."""

import argparse
import os
import signal
import sys
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Final

from indicators import study
from indicators.export import renderer
from indicators.loading import cache
from indicators.reading import boundaries
from indicators.site import build
from indicators.site.build import Draw

OTHER_DATA: Final = 3
"""Exit code: what lies at the path now is not what is shown."""
_NICENESS: Final = 19


def main(arguments: list[str]) -> int:
    """Build the site of the data with a digest; see ``twin.Twin``."""
    parser = argparse.ArgumentParser()
    for name in ("path", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("digest")
    parser.add_argument("base")
    parser.add_argument("--cards", action="store_true")
    options = parser.parse_args(arguments)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    with suppress(OSError):  # where memory is short, this process goes before the dashboard
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    signal.signal(signal.SIGTERM, _leave)
    loaded = cache.load(options.path)
    if loaded.dataset is None or loaded.digest != options.digest:
        return OTHER_DATA
    whole, parent = study.of(loaded.dataset), os.getppid()
    outlines = boundaries.read(boundaries.beside(options.path)).outlines

    def on_progress(_done: int, _total: int) -> None:
        if os.getppid() != parent:  # who would show the site is gone
            raise SystemExit(1)

    def site(draw: Draw | None) -> None:
        build.build(
            whole,
            options.out,
            digest=loaded.digest,
            today=datetime.now(UTC).date(),
            base=options.base,
            outlines=outlines,
            draw=draw,
            problems=(*loaded.problems, *loaded.accepted),
            on_progress=on_progress,
        )

    try:
        site(import_module("indicators.site.card_images").draw if options.cards else None)  # it needs an extra library
    except renderer.FailedError as error:
        sys.exit(str(error))
    finally:
        renderer.shared().close()
    return 0


def _leave(_signal: int, _frame: object) -> None:
    """Close the browser that draws cards on the way out."""
    raise SystemExit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
