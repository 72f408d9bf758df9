"""Help that comes back: a series of turns that a few neighbours share."""
