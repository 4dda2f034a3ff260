"""What a curator may write in a data file, and the dataset that all files make together."""
