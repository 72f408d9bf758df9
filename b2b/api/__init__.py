"""Talking with other systems: the REST API, feeds, and lists for other sites."""
