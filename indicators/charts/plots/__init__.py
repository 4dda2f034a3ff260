"""Rows → a Plotly figure as a plain dict: words come in translated, nothing is read, kept or changed."""
