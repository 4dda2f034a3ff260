"""A number of an article while it is not known of what it is."""

from typing import NamedTuple

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.names.vocabulary import Vocabulary
from indicators.values.unit_table import Unit


class OpenNumber(NamedTuple):
    """A number whose metric is looked for: where it stands, its unit, the headline above, and the names of the data."""

    text: str
    candidate: Candidate
    unit: Unit | None
    headline: str
    known: Vocabulary

    def may_be_of(self, metric: str) -> bool:
        """True of a metric that is counted in such units."""
        return self.known.fits(metric, self.unit)

    def is_named_by(self, words: str) -> bool:
        """True of words that name a metric of such units."""
        return self.known.names_metric(words, self.unit)
