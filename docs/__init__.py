"""What is written about the program, and the programs that keep it up to date."""
