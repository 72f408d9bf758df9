"""A question for a passkey: a challenge that this browser alone may answer, once, within five minutes."""

import json
import secrets
from datetime import datetime
from urllib.parse import urlsplit

from flask import g, session

from b2b.accounts.rules.passkeys import ASKED_FOR
from b2b.accounts.service.passkeys import Place
from b2b.accounts.views.blueprint import origin
from b2b.core.crypto import WrongKey, opened_text, sealed_text
from b2b.web.transactions import current_site

CHALLENGE_BYTES = 32


def place() -> Place:
    """Return where passkeys of this page count: the host name of this municipality's site."""
    site = current_site()
    name = f"{site.name} {site.municipality_name}".strip()
    return Place(urlsplit(origin()).hostname or "", origin(), name)


def new_question(purpose: str) -> bytes:
    """Return a new challenge; it is sealed into this browser's session, where it replaces an older one."""
    challenge = secrets.token_bytes(CHALLENGE_BYTES)
    said = {"purpose": purpose, "challenge": challenge.hex(), "at": g.work.now().isoformat()}
    session["passkey"] = sealed_text(json.dumps(said))
    return challenge


def asked(purpose: str) -> bytes:
    """Return the challenge that this browser was asked for `purpose`; nothing when there is none, or it is old."""
    try:
        said = json.loads(opened_text(session.pop("passkey")))
        late = g.work.now() - datetime.fromisoformat(said["at"]) > ASKED_FOR
    except (KeyError, ValueError, WrongKey):
        return b""
    return b"" if late or said["purpose"] != purpose else bytes.fromhex(said["challenge"])
