"""Figures of one key from several articles → whether they agree."""
