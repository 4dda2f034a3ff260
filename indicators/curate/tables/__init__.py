"""The tables of a text → their values, each with what its row, its column and its titles say."""
