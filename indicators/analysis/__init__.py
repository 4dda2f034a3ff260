"""What follows from figures: agreement, derived numbers, where quotes stand, where to read them."""
