"""School time: bells, terms, days without school, the school's calendar read in."""
