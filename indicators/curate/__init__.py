"""The text of an article → the figures that it may report, each with its words; nothing that is not in the text."""
