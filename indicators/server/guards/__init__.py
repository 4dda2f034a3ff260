"""What keeps the server and its readers safe: what is open, who may ask, and what a browser may do or send."""
