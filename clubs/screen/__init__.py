"""A display in a hallway: what is on today for everybody."""
