"""Series and their meetings: their days, their bells, their rooms."""
