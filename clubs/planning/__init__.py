"""Series and their meetings: which days, which sittings, following the calendar."""
