"""``python -m indicators`` is ``indicators``."""

import sys

from indicators.cli import main

if __name__ == "__main__":
    sys.exit(main())
