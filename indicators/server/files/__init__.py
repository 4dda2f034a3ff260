"""Files that are made of what is shown: data, views of pages, and the whole static site."""
