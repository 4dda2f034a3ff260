"""What a person has decided or filled in → the entries of the data file that hold exactly that."""
