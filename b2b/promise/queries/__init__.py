"""Questions about promises, invitations and helpers. `HelpAsk` is here for our own views."""

from b2b.promise.queries.helpers import helpers_for, need_of, rests_of, terms_of, tired
from b2b.promise.queries.suggesting import to_suggest, told
from b2b.promise.queries.things import (
    due,
    invitation,
    invitation_by_id,
    invited_to,
    is_urgent,
    own_invitation,
    promise,
    promise_of,
    steps,
    unmet,
    wanted,
)

__all__ = [
    "due",
    "helpers_for",
    "invitation",
    "invitation_by_id",
    "invited_to",
    "is_urgent",
    "need_of",
    "own_invitation",
    "promise",
    "promise_of",
    "rests_of",
    "steps",
    "terms_of",
    "tired",
    "to_suggest",
    "told",
    "unmet",
    "wanted",
]
