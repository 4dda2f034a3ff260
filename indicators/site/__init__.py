"""A study → a site of static files, which needs no server and requests nothing from other sites."""
