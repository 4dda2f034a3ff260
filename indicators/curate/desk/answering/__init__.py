"""A process that holds a dataset → the answer to each request."""
