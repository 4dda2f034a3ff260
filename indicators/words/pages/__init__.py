"""Words of pages that the dashboard and the site both show."""
