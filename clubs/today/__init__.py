"""Today: what is on, what waits for an answer, what changed."""
