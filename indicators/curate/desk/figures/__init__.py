"""A text → its figures, each with its fields, the reasons for them, its links, and what the checks say of it."""
