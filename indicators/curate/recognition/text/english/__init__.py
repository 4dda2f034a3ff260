"""What English prints: numbers, what they count, times."""
