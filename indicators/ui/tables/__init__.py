"""Figures → their tables on a page, and the files of the same data."""
