"""The blueprint of pilots, and what its pages share."""

from flask import Blueprint, g

from b2b.municipalities.queries import Places, places
from b2b.web.transactions import current_site

pilots = Blueprint("pilots", __name__)


def town() -> int:
    """Return the municipality of this page."""
    return current_site().municipality_id or 0


def here() -> Places:
    """Return the places of this municipality."""
    return places(g.work, town())
