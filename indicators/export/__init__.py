"""What leaves the program, as bytes: tables, packages, citations, images, the site."""
