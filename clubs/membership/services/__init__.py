"""What changes who belongs to a club."""
