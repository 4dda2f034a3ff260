"""What a curator may write, and the dataset that all files together are."""
