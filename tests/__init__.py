"""Tests: folders mirror the packages; what crosses packages is in acceptance, browser and architecture."""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
"""The checkout."""
SAMPLE: Final = ROOT / "tests" / "sample.yaml"
"""A dataset of real articles that does not grow with the shipped one: what most tests run on."""
