"""Rooms: what there is, who may have them when, taking one back."""
