"""The text of an article in plain forms → the numbers and the expressions of time that stand in it."""
