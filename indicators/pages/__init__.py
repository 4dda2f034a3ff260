"""What a reader sees as one page, as HTML that the dashboard and the site both show."""
