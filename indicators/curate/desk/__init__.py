"""The page Curate: a text → what its numbers may be; what a person decides of them → an entry of the data file."""
