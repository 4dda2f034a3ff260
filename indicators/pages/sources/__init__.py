"""What numbers rest on: the articles, what the checks found, and the numbers of a draft held against them."""
