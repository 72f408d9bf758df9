"""Verbs of places."""

from b2b.municipalities.builtin import seed_places

__all__ = ["seed_places"]
