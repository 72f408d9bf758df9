"""Reacting to a post, talking, choosing."""
