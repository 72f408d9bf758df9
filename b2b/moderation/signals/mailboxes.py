"""Mailboxes that are made to be thrown away: an address that is gone tomorrow. No proof of anything, only a reason to look.

The list of domains is that of the package disposable-email-domains (MIT), which comes out anew every few days; a new
release of ours brings a new list. Forwarding services that protect somebody's own mailbox are not on it.
"""

from b2b.core.words import N_
from b2b.moderation.signals.shapes import Action, Detector, Finding, Group, Severity, Spans


def _never(_seen: object) -> Spans:
    return []


THROWAWAY = Detector(
    "mailboxes.throwaway",
    Group.PACE,
    Severity.LOW,
    Action.HOLD,
    Action.NONE,
    N_(
        "Het e-mailadres is van een dienst voor tijdelijke adressen. Dat mag. Sommige mensen doen dit voor hun "
        "privacy, anderen om snel weer weg te kunnen."
    ),
    N_("Je gebruikt een tijdelijk e-mailadres. Als het stopt, krijg je geen mail meer van ons."),
    _never,
)
DETECTORS = (THROWAWAY,)


def is_throwaway(address: str) -> bool:
    """Say whether a mailbox is at one of the domains on the list, or below one ("x.mailinator.com")."""
    from disposable_email_domains import blocklist  # ten thousand names: only who looks pays for them

    parts = address.rpartition("@")[2].lower().rstrip(".").split(".")
    return any(".".join(parts[first:]) in blocklist for first in range(len(parts) - 1))


def read_mailbox(address: str | None) -> tuple[Finding, ...]:
    """Return a finding when this mailbox is made to be thrown away; somebody without one has nothing to find."""
    return (Finding(THROWAWAY, ()),) if address and is_throwaway(address) else ()
