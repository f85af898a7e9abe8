"""The school's desk: people, clubs, settings, the record."""
