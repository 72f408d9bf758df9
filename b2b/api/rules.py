"""Systems that talk with us: what they may, for how long, and where our messages to them may go. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from b2b.core.errors import Conflict, Refusal
from b2b.core.words import N_

NAME_MAX = 80
URL_MAX = 500
TOKEN_LIFE = timedelta(hours=1)
CLIENT_MAX = timedelta(days=2 * 365)
"""The longest that a client may go on before somebody says again that it should."""
KEEP_ENDED = timedelta(days=365)
"""An ended client stays this long, to explain what stands in the audit."""
KEEP_ANSWER = timedelta(days=1)
"""So long a repeated request with the same Idempotency-Key gets the same answer."""
IDEMPOTENCY_MAX = 64
TOKENS_AN_HOUR = 60
SUBSCRIPTIONS_MAX = 20
"""Of one client at a time."""


class Scope(StrEnum):
    """What a client may do; an administrator chooses them one by one."""

    HANDOFFS_READ = "doorverwijzingen:lezen"
    """See which handoffs there are and how they stand; no words of residents."""
    HANDOFFS_CONTENT = "doorverwijzingen:inhoud"
    """Read the question and the contact of one handoff; each time it is written down."""
    HANDOFFS_MOVE = "doorverwijzingen:bijwerken"
    """Say how a handoff goes; the resident is told."""
    SUBSCRIBE = "abonnementen:beheren"
    """Ask to be told when something changes."""


SCOPE_WORDS = {
    Scope.HANDOFFS_READ: N_("Zien welke overdrachten er zijn, zonder inhoud"),
    Scope.HANDOFFS_CONTENT: N_("De vraag en het contact van een bewoner lezen"),
    Scope.HANDOFFS_MOVE: N_("Doorgeven hoe een overdracht verder gaat"),
    Scope.SUBSCRIBE: N_("Een seintje krijgen als er iets verandert"),
}


class Happening(StrEnum):
    """What a client can be told of."""

    HANDED_OVER = "doorverwijzing.ingediend"
    MOVED = "doorverwijzing.gewijzigd"
    WITHDRAWN = "doorverwijzing.ingetrokken"


OLD_SECRET_HOLDS = timedelta(days=7)
"""So long after a new secret was given the one before signs too: a receiver changes over without loss."""
KEEP_MESSAGE = timedelta(days=30)
"""So long after it happened a message can be sent again."""
REPLAY_MAX = 1000
"""Messages that one click sends again."""


class MessageState(StrEnum):
    """How a message to a subscriber stands."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    """Given up; an administrator can send it again."""


MESSAGE_WORDS = {
    MessageState.WAITING: N_("Onderweg"),
    MessageState.DELIVERED: N_("Bezorgd"),
    MessageState.FAILED: N_("Niet gelukt"),
}


def signing(secret: str, old: str | None, old_until: datetime | None, now: datetime) -> list[str]:
    """Return the secrets that sign now, the newest first."""
    return [secret, old] if old and old_until and now < old_until else [secret]


class ClientOver(Conflict):
    """An ended client does not come back: a new one starts with a new secret."""

    sentence = N_("Dit systeem is gestopt. Maak een nieuwe koppeling.")


class TooManySubscriptions(Conflict):
    """One client asked to be told in too many places."""

    sentence = N_("Deze client heeft al 20 abonnementen. Stop er eerst een.")


class BadClient(Refusal):
    """The client does not exist, is over, or this is not its secret: all three sound the same."""

    sentence = N_("Deze client en dit geheim horen niet bij elkaar, of de client is gestopt.")


class ScopeRefused(Refusal):
    """A client asked for more than an administrator gave it."""

    sentence = N_("Deze client mag niet alles wat bij scope staat.")


@dataclass(frozen=True)
class NewClient:
    """What an administrator says of a system: its name, what it may, and the last day."""

    name: str
    scopes: frozenset[Scope]
    ends_on: date


def is_over(ends_on: date, ended: bool, today: date) -> bool:
    """Say whether a client may no longer ask anything."""
    return ended or today > ends_on


def granted(wanted: str | None, held: frozenset[Scope]) -> frozenset[Scope]:
    """Return the scopes of a token: what was asked for, or all that the client has. Raises ScopeRefused."""
    if not wanted:
        return held
    asked = set(wanted.split())
    if not asked or not asked <= set(held):
        raise ScopeRefused()
    return frozenset(scope for scope in held if scope in asked)


def may_send_to(url: str, *, local: bool) -> bool:
    """Say whether a subscription may name this address: https, a host, no password, no strange port.

    `local` (the demo, tests): plain http on this machine passes as well.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    if len(url) > URL_MAX or not host or parts.username is not None or parts.fragment or "\\" in url:
        return False
    if local and host in ("localhost", "127.0.0.1", "::1"):
        return parts.scheme in ("http", "https")
    if parts.scheme != "https" or (port is not None and port != 443 and port < 1024):
        return False
    try:
        return may_reach(host, local=local)  # an address in numbers is judged at once
    except ValueError:
        return "." in host


def may_reach(number: str, *, local: bool) -> bool:
    """Say whether a name may lead to this IP address: the open internet only. `local`: also this machine."""
    address = ip_address(number.partition("%")[0])
    address = getattr(address, "ipv4_mapped", None) or address
    if address.is_loopback:
        return local
    return address.is_global and not address.is_multicast


SITES = "embed.sites"
"""The setting of a municipality: origins ("https://www.utrecht.nl") that may show its list in a frame."""
SITES_MAX = 20
ROOM_LEAST = 200


def is_site(origin: str) -> bool:
    """Say whether this is the origin of a site: https and a host, nothing behind it."""
    return re.fullmatch(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?", origin) is not None


def frame_policy(policy: str, sites: Sequence[str]) -> str:
    """Return the Content-Security-Policy of the small list: no script at all, and a frame only on these sites."""
    kept = [part for part in policy.split("; ") if not part.startswith(("frame-ancestors", "script-src"))]
    nobody = "'none'"
    allowed = [site for site in sites if is_site(site)]
    return "; ".join([*kept, "script-src 'none'", f"frame-ancestors {' '.join(allowed) or nobody}"])


def room(asked: str | None, usual: int) -> int:
    """Return how many pixels a frame gets: what was asked for, within reason."""
    if not asked or not (asked.isascii() and asked.isdigit()):
        return usual
    return max(ROOM_LEAST, min(int(asked[:6]), usual))
