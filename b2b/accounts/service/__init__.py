"""Verbs of people: signing in, sessions, roles, blocking."""
