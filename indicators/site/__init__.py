"""A study → a complete site of plain files, which needs no server and asks nobody else for anything."""
