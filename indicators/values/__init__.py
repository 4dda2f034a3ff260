"""What is printed: amounts, units, periods, words in two languages; nothing here knows of a dataset."""
