"""Dataset → tables of rows, what may stand together in one, and the groups that a chart draws."""
