"""Displays in a hallway: today's open clubs and events, by lunch and room, very large."""
