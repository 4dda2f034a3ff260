"""What each English number is, and what belongs to what."""
