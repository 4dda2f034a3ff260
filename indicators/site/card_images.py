"""A social card → the bytes of its PNG, drawn by a browser of this machine; needs pillow (the extra export)."""

import io
from typing import Final

from PIL import Image

from indicators.export import renderer
from indicators.site.cards import WIDTH, Card

COLOURS: Final = 32
"""Enough for text on paper, in a quarter of the bytes."""


def draw(card: Card) -> bytes:
    """The card as PNG; raises what ``renderer.Renderer.render`` raises."""
    png = renderer.shared().render(card.figure, "png", width=WIDTH)
    with Image.open(io.BytesIO(png)) as image:
        reduced = image.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    sink = io.BytesIO()
    reduced.save(sink, "png")
    return sink.getvalue()
