"""The dashboard of INDICATORS_DATA, or of the folder in which it is started: ``indicators serve``.

An ASGI server runs it as ``indicators.server.start.dashboard:app``.
"""

from pathlib import Path

import streamlit as st

from indicators.server import door
from indicators.ui import app as page

if __name__ == "__main__":  # Streamlit runs this file for each visit
    page.run(Path.cwd())
else:  # a server imports it once
    app = st.App(__file__, **door.of(Path.cwd()))
