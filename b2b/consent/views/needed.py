"""What a member has not accepted yet of the texts that changed."""

from flask import g, session

from b2b.consent import queries
from b2b.consent.rules import Asked, needed
from b2b.web.transactions import current_actor, current_site

AGREED = "agreed"
"""In the signed cookie: what this member accepted, so that the next page need not ask the database."""


def still_needed() -> dict[str, str]:
    """Return subject -> hash of what the actor has not accepted yet."""
    wanted = needed((Asked.of(one) for one in current_site().asked), g.work.now())
    mark = [current_actor().member_id, sorted(wanted.values())]
    if not wanted or session.get(AGREED) == mark:
        return {}
    known = queries.accepted_of(g.work, current_actor().member_id or 0, wanted.values())
    left = {subject: digest for subject, digest in wanted.items() if digest not in known}
    if not left:
        session[AGREED] = mark
    return left
