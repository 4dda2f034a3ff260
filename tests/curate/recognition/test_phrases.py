"""The quotes that a dataset has accepted, each kind's once."""

from indicators.curate.recognition.names.phrases import quotes_in
from tests.curate.recognition.test_reading import reader


def test_each_quote_is_looked_at_once_for_each_kind_and_none_is_lost() -> None:
    dataset = reader().dataset
    looked_at: list[str] = []
    quotes = quotes_in(dataset, lambda words: looked_at.append(words) or words)  # type: ignore[func-returns-value]
    assert len({(quote.kind, quote.words) for quote in quotes}) == len(quotes)
    assert len(set(looked_at)) == len(looked_at)
    assert {quote.kind for quote in quotes} == {
        (figure.metric, figure.sector, figure.group) for figure in dataset.figures.values()
    }
