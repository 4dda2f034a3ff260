"""Regions and sectors → their list, the page of each, and several side by side."""
