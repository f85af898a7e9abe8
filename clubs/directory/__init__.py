"""Find a club, read about it, see who else could."""
