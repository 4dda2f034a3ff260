"""What Streamlit runs for an installed program, alone in its folder with the settings that are read beside it."""
