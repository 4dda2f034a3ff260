"""Words that say what a figure is, how it was worked out, and how far it can be trusted."""
