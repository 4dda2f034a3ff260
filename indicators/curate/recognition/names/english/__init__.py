"""What English words say a number is of."""
