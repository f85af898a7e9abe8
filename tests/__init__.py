"""The tests: real database, real pages; only the outside world is played."""
