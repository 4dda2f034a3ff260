"""The words around a number → the metrics, sectors and groups of a dataset that they name, best first."""
