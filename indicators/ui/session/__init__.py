"""A session of a reader: the view that it is at, the data that it sees, and what is kept for all sessions."""
