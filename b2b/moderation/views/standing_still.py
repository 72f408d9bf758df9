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
        *("accounts.sign_in", "accounts.ask_code", "accounts.enter_code", "accounts.try_code"),
        *("accounts.link", "accounts.use_link", "accounts.passkey_sign_in", "accounts.do_passkey_sign_in"),
        *("privacy.everything", "privacy.copies", "privacy.ask_copy", "privacy.fetch_copy"),
        *("privacy.requests", "privacy.ask_request", "privacy.rest", "privacy.do_rest", "privacy.wake"),
        *("privacy.leave", "privacy.do_leave", "privacy.undo_by_link", "privacy.do_undo_by_link"),
        *("consent.help", "consent.emergency", "consent.house_rules", "consent.privacy", "consent.accessibility"),
        *("consent.about", "municipalities.theme", "municipalities.source"),
    }
)
"""Why, an objection, one's own data and rights, the way out; and the texts that are for everybody, also in danger."""

PAUSED = N_("Je account ligt stil, omdat jij dat wilt. Zet het eerst weer aan.")
SENTENCE = N_("Je kunt nu niet meedoen. Bij “Besluiten over mij” lees je waarom, en kun je bezwaar maken.")


def only_what_is_theirs(_view: Any) -> Any:
    """Return the answer to somebody who cannot take part and asks for something else; None lets them through."""
    if not current_actor().suspended or request.endpoint in IN_REACH:
        return None
    paused = current_actor().paused
    if request.method in SAFE:
        return redirect(url_for("privacy.rest" if paused else "moderation.mine"), 303)
    return failure(403, PAUSED if paused else SENTENCE)
