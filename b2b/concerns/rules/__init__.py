"""Worries of neighbours and early signals, as far as they need no database. Pure."""
