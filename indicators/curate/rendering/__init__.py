"""A draft → YAML to paste, JSON for programs, or one offline page."""
