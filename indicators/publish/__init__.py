"""A dataset on its way to readers: what must hold before, ways to publish it, and what is there afterwards."""
