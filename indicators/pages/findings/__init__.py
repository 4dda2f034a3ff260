"""Findings → their list, with a small chart of each and a link to the view that shows the same."""
