"""What readers take away, as bytes: tables, packages, citations, charts. formats.py lists the formats."""
