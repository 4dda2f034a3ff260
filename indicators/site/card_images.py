"""A card → the bytes of its picture, drawn by a browser of this machine."""

import io
from typing import Final

from PIL import Image

from indicators.export import renderer
from indicators.site.cards import WIDTH, Card

COLOURS: Final = 32
"""Words on paper need no more, and take a quarter of the room."""


def draw(card: Card) -> bytes:
    """The card as PNG; raises as ``renderer.Renderer.render`` does."""
    png = renderer.shared().render(card.figure, "png", width=WIDTH)
    with Image.open(io.BytesIO(png)) as image:
        few = image.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    sink = io.BytesIO()
    few.save(sink, "png")
    return sink.getvalue()
