"""Tidy frame → whether its figures may stand together, and if not, why."""
