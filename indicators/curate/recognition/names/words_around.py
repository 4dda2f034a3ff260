"""What stands around a number of a text: the words that say of what it is."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class WordsAround:
    """The words around a number: its own before it, those of its sentence before these, those after it, and above it.

    ``previous`` is the metric of the number before it, which it may be a part of: 第二产业投资. ``in_stretch`` says
    that the sentence tells of a stretch of time, which a total to date is not of; ``rest`` is that of an English
    sentence behind the number.
    """

    own: str
    sentence: str
    after: str
    paragraph: str
    previous: str = ""
    in_stretch: bool = False
    rest: str = ""

    @property
    def near(self) -> str:
        """The last words of the sentence before, and its own."""
        return self.sentence[-NEAR:] + self.own


NEAR: Final = 18
"""So many characters are near."""
