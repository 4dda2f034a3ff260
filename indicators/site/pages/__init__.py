"""One module for each kind of page of the site: what stands between its head and its foot."""
