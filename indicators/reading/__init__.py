"""Bytes of a file → documents, with the line and column of everything in them."""
