"""Where the pages of handoffs hang."""

from typing import Any

from flask import Blueprint, redirect, url_for

from b2b.handoff.models import Handoff

handoff = Blueprint("handoff", __name__)


def back_to(thing: Handoff) -> Any:
    """Go back to the page of one question."""
    return redirect(url_for("handoff.show", handoff=thing.reference), 303)
