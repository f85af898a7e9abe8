"""The school's desk and what admins set."""
