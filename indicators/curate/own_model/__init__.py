"""The curator's own language model as a second reader: what it says counts only where the text bears it out."""
