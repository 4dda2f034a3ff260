"""The dashboard as a server: what is answered beside its pages, and what surrounds every answer."""
