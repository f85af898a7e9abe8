"""School-wide awareness events: propose, announce, come along."""
