"""A candidate and what stands around it → where and when it is, and whether it is a result or a plan."""
