"""Figures over time: what can be chosen, the strip of all, the steps of one metric, and what was known when."""
