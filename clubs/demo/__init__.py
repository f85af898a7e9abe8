"""A fictional school to look around in: its people, clubs, proposals and events."""
