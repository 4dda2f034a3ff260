"""Commands of the command line that need more than the check does: each says its arguments, and runs."""
