"""Passkeys: how long a question stands, what is refused, and where they can work at all. Pure."""

from datetime import timedelta
from ipaddress import ip_address

from b2b.core.errors import Conflict, Forbidden
from b2b.core.words import N_

PASSKEY_NAME_MAX = 40
PASSKEYS_MAX = 10
HOST_MAX = 253
ASKED_FOR = timedelta(minutes=5)
"""How long a browser may take to answer: a person looks for the phone first."""


class PasskeyRefused(Forbidden):
    """What the browser sent does not prove the passkey: another site, no finger or PIN, or a copy."""

    sentence = N_("Deze toegangssleutel klopt niet. Probeer het opnieuw, of gebruik een code per e-mail.")


class PasskeyTaken(Conflict):
    """The passkey was registered before."""

    sentence = N_("Deze toegangssleutel heb je al.")


class TooManyPasskeys(Conflict):
    """Ten is more than anybody has devices."""

    sentence = N_("Je hebt al 10 toegangssleutels. Haal er eerst een weg.")


class SecondStepFirst(Forbidden):
    """Who has a role and a second step adds no other one without doing it: a mailbox alone is not enough."""

    sentence = N_("Doe eerst de tweede stap van inloggen. Daarna kun je een toegangssleutel maken.")


def works_at(host: str) -> bool:
    """Say whether passkeys work at this host name: a browser refuses them at a bare number."""
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return True
    return False
