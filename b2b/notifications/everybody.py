"""Tell everybody in a municipality something by mail: a round in small steps, so that nobody waits for it."""

from collections.abc import Callable
from typing import Any

from b2b.accounts.queries import active_after
from b2b.core.db import Work
from b2b.jobs.service import enqueue
from b2b.jobs.worker import Desk, Ticket
from b2b.notifications.service import notify

KIND = "mail:everybody"
STEP = 200
"""Members in one transaction; the job of the next step is made in the same one, so that none is skipped."""


def telling_everybody(mail: str, *ids: str) -> Callable[[Work, Any], None]:
    """Return a reaction that begins a round of `mail`; `ids` are what the words need of the event."""

    def begin(work: Work, event: Any) -> None:
        about = {name: getattr(event, name) for name in ids}
        _next(work, {"mail": mail, "municipality_id": event.municipality_id, "about": about, "after": 0})

    return begin


def step(desk: Desk, _ticket: Ticket, payload: dict[str, Any]) -> None:
    """Tell the next STEP members, and leave a job for those after them."""
    with desk.writing() as work:
        members = active_after(work, payload["municipality_id"], payload["after"], STEP)
        for member_id in members:
            notify(work, member_id, payload["mail"], municipality_id=payload["municipality_id"], **payload["about"])
        if len(members) == STEP:
            _next(work, {**payload, "after": members[-1]})


def _next(work: Work, payload: dict[str, Any]) -> None:
    """Ask for a step. A step that is tried again after a crash leaves one job, not two."""
    about = "-".join(f"{name}={value}" for name, value in sorted(payload["about"].items()))
    key = f"{KIND}:{payload['mail']}:{payload['municipality_id']}:{about}:{payload['after']}"
    enqueue(work, KIND, payload, dedupe_key=key)
