"""The dashboard: ``streamlit run dashboard.py`` or ``uvicorn dashboard:app``."""

from pathlib import Path

import streamlit as st

from indicators.server import door
from indicators.ui import app as page

HOME = Path(__file__).parent

if __name__ == "__main__":  # Streamlit runs this file for each visit
    page.run(HOME)
else:  # a server imports it once
    app = st.App(__file__, **door.of(HOME))
