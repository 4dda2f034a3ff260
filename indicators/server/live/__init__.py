"""What is shown now, and whether the server lives: the data are looked at all the time."""
