"""Calendars people's own devices read: public feeds, and a neutral file of one meeting."""
