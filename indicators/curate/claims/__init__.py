"""The numbers of a journalist's text, held against the figures of a dataset."""
