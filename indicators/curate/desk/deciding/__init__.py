"""The decisions of a person → the entry, what is missing in it, and the change of the file, written if it was seen."""
