"""Calendars for devices: public ones of open clubs, one neutral meeting for a member."""
