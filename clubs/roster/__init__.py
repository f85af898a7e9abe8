"""People and clubs that a school brings along in files."""
