"""The site as a load test serves it: what a server serves, nothing else changed."""

from app import app

__all__ = ["app"]
