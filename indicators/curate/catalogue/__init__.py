"""The indicators that statistics offices and newspapers print everywhere, for datasets that have not got them yet."""
