"""Start the dashboard: ``streamlit run dashboard.py``."""

from pathlib import Path

from indicators.ui import app

app.run(Path(__file__).parent)
