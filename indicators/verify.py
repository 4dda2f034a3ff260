"""Quotes of an article → where they stand in its text."""
