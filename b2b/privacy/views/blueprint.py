"""The blueprint of rights, and what its pages share."""

from typing import Any

from flask import Blueprint, g, make_response, redirect, url_for

from b2b.accounts.models import Member
from b2b.web.transactions import current_actor

privacy = Blueprint("privacy", __name__)


def me() -> Member:
    """Return the member who is signed in here."""
    found: Member = g.work.get_one(Member, current_actor().member_id)
    return found


def go(endpoint: str, **values: Any) -> Any:
    """Send the visitor to a page of ours, after a form."""
    return make_response(redirect(url_for(endpoint, **values), 303))
