"""Propose a club or a change, and decide on it."""
