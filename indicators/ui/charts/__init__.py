"""Charts → elements of a page, with what a browser is sent and may download of each."""
