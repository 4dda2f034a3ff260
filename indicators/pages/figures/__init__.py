"""Figures → the list of all, the page of each, and what is shown of one metric."""
