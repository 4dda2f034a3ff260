"""The numbers of a text → what each is, and which of them belong to one figure."""
