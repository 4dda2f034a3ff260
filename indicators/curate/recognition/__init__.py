"""The text of an article → its numbers, each with what it is, of what, where and when."""
