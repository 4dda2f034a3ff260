"""The dashboard: the only place that knows Streamlit.

All of it is imported here at once. What is imported stays: to look for rubbish among it, as Python does again and
again, would take a fifth of the time.
"""

import gc
from importlib import import_module

_collecting = gc.isenabled()
gc.disable()
try:
    import_module("indicators.ui.app")
    gc.freeze()
finally:
    if _collecting:
        gc.enable()
