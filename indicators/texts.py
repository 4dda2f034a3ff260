"""Texts of articles that lie beside a dataset → what was printed in full; they are never exported."""
