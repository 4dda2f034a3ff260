"""Ids, problems and numbers → the words that a reader sees, in one language."""
