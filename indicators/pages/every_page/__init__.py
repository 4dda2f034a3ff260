"""What stands on every page: its head and its foot, its title, its styles and its scripts."""
