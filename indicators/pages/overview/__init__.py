"""The overview and its sections: what stands out, the districts, the themes, plans, articles, and what is covered."""
