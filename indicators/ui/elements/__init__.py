"""What pages are put together of, as elements of Streamlit: HTML, scripts, links, the search box and widgets."""
