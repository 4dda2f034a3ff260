"""The figures of a text → what the page Curate shows: a card for each number, and the vocabulary to choose from."""
