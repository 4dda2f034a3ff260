"""What a curator asks of the server: texts to read and figures to write, by a port of this machine alone."""
