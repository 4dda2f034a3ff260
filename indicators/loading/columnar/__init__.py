"""A large dataset as columns on disk, which says what one of objects says."""
