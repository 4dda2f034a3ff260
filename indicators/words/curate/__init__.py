"""Words of drafts and claims: of the page Curate, of the page “Is this number right?”, and of their commands."""
