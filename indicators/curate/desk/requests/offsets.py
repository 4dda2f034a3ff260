"""Places in a text as Python counts them, in code points ↔ as a browser does, in UTF-16 units."""

from bisect import bisect_left


def without_lone_surrogates(text: str) -> str:
    """The text with U+FFFD for each half of a pair that stands alone; its length in UTF-16 units stays."""
    if not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Offsets:
    """The places of one text, which has no lone surrogates."""

    def __init__(self, text: str) -> None:
        wide = [place for place, char in enumerate(text) if char > "\uffff"] if not text.isascii() else []
        self._wide = wide
        self._wide_units = [place + index for index, place in enumerate(wide)]

    def units(self, place: int) -> int:
        """A place in code points as one in UTF-16 units."""
        return place + bisect_left(self._wide, place)

    def place(self, units: int) -> int:
        """A place in UTF-16 units as one in code points; inside a pair it is the place of the pair."""
        return units - bisect_left(self._wide_units, units)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A part of the text in UTF-16 units."""
        return self.units(start), self.units(end)

    def key(self, start: int, end: int) -> str:
        """What a number from ``start`` to ``end`` is called between the page and the server."""
        first, last = self.span(start, end)
        return f"{first}-{last}"
