"""Changing the school's time; meetings follow."""
