"""Meetings: plan them, move them, count heads."""
