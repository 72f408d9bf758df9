"""The blueprint, and what each of its pages needs."""

from typing import Any

from flask import Blueprint, redirect, url_for

from b2b.recurring.queries import Series
from b2b.web.detours import of_a_conversation, over_sign_in
from b2b.web.transactions import current_actor

recurring = Blueprint("recurring", __name__)

# A proposal waits in its form, an address never does.
over_sign_in(recurring, of_a_conversation, lambda known: url_for("recurring.show", series=known["series"]))


def me() -> int:
    """Return who asks."""
    return current_actor().member_id or 0


def back_to(series: Series) -> Any:
    """Go to the page of a series; who may no longer see it goes to their appointments."""
    if me() not in series.participants:
        return redirect(url_for("agreements.index"), 303)
    return redirect(url_for("recurring.show", series=series.reference), 303)
