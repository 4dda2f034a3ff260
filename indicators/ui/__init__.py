"""The dashboard: the only package that imports Streamlit.

All of it is imported here at once, with garbage collection off: collecting again and again among objects that stay
would take a fifth of the time.
"""

import gc

_collecting = gc.isenabled()
gc.disable()
try:
    from indicators.ui import app  # noqa: F401

    gc.freeze()
finally:
    if _collecting:
        gc.enable()
