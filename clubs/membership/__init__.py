"""Join, ask, leave, answer: belonging is always one's own choice."""
