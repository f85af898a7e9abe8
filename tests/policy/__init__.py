"""The promises, as tables and harnesses."""
