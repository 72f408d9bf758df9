"""Who may not take part for now reaches only what is theirs to reach: this gate stands before every view."""

from typing import Any

from flask import redirect, request, url_for

from b2b.core.words import N_
from b2b.web.errors import failure
from b2b.web.transactions import SAFE, current_actor

IN_REACH = frozenset(
    {
        *("moderation.mine", "moderation.statement", "moderation.withdraw_links"),
        *("moderation.object_to", "moderation.file_objection"),
        *("moderation.linked", "moderation.linked_object", "moderation.linked_file"),
        *("accounts.my_data", "accounts.change_data", "accounts.sign_out", "accounts.signed_out"),
        *("consent.help", "consent.emergency", "consent.house_rules", "consent.privacy", "consent.accessibility"),
        *("consent.about", "municipalities.theme", "municipalities.source"),
    }
)
"""Why, an objection, one's own data, the way out; and the texts that are for everybody, also in danger."""

SENTENCE = N_("Je kunt nu niet meedoen. Bij “Besluiten over mij” lees je waarom, en kun je bezwaar maken.")


def only_what_is_theirs(_view: Any) -> Any:
    """Return the answer to somebody who cannot take part and asks for something else; None lets them through."""
    if not current_actor().suspended or request.endpoint in IN_REACH:
        return None
    if request.method in SAFE:
        return redirect(url_for("moderation.mine"), 303)
    return failure(403, SENTENCE)
