"""Frame → Plotly figure: words come in translated, nothing is read, kept or changed."""
