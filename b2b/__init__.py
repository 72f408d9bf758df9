"""Buurthulp: neighbours help neighbours. Read factory.py first."""

__version__ = "0.1.0"
