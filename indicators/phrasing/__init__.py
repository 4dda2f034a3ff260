"""Ids, figures, problems and refusals → the words that a reader sees, in one language."""
