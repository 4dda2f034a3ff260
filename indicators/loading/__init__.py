"""A path → the checked dataset that lies there, from its files or from a cache."""
