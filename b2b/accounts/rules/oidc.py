"""Signing in at the municipality's own identity provider: what is believed, and what is refused. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from b2b.authz.predicates import Role
from b2b.core.errors import Conflict, Forbidden, Gone, Refusal, Unavailable
from b2b.core.words import N_

PROVIDER_NAME_MAX = 80
URL_MAX = 500
CLIENT_ID_MAX = 255
SUBJECT_MAX = 255
CLAIM_MAX = 120
GROUP_MAX = 255
GROUPS_MAX = 500
"""Of the groups in a token, so many are looked at."""
ATTEMPT_LIFE = timedelta(minutes=10)
LEEWAY_SECONDS = 60
"""How far the clock of the provider may be off."""
OUTGOING_SECONDS = 8.0
"""How long one call to the provider may take from beginning to end."""
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
LOGOUT_SECONDS = 3600
"""How old a word that somebody signed out may be, and how long it may count: that long we know it again."""
STRONG = ("mfa",)
"""The `acr` or `amr` that shows a second factor, unless the municipality says otherwise (RFC 8176)."""
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519", "EdDSA")
"""Signatures of a key that only the provider has. Never `none`, never one made with our own secret."""

Areas = frozenset[tuple[Role, int | None]]


class ClientMethod(StrEnum):
    """How we prove to the provider who we are."""

    SECRET_BASIC = "client_secret_basic"
    SECRET_POST = "client_secret_post"
    PRIVATE_KEY = "private_key_jwt"


class ProviderRefusal(Refusal):
    """Signing in at the provider did not work. `clue` is a word for who looks into it, and no secret."""

    def __init__(self, clue: str):
        super().__init__()
        self.clue = clue


class ProviderDown(ProviderRefusal, Unavailable):
    """The provider cannot be reached, or answers nonsense."""

    sentence = N_("De inlogdienst van je gemeente geeft nu geen goed antwoord. Probeer het over een paar minuten.")


class ProviderSaidNo(ProviderRefusal, Forbidden):
    """The provider refused, or somebody pressed "cancel" there."""

    sentence = N_("De inlogdienst van je gemeente liet je niet binnen, of je bent zelf gestopt.")


class AttemptOver(ProviderRefusal, Gone):
    """The answer belongs to no attempt of this browser, came too late, or came twice."""

    sentence = N_("Deze poging om in te loggen is al gebruikt, of duurde te lang. Begin opnieuw.")


class Distrusted(ProviderRefusal, Forbidden):
    """The answer is not signed, not for us, not for this attempt, or too old."""

    sentence = N_("Het antwoord van de inlogdienst klopt niet. Voor de zekerheid ben je niet ingelogd.")


class NoRoleThere(ProviderRefusal, Forbidden):
    """None of the groups gives a role here."""

    sentence = N_("Je werkaccount heeft hier geen rol. Vraag je beheerder om je aan de juiste groep toe te voegen.")


class AddressInUse(ProviderRefusal, Conflict):
    """Somebody here has the same e-mail address: an address is no proof, so they must link it themselves."""

    sentence = N_(
        "Er is al een account met het e-mailadres van je werk. Log daarmee in met een code per e-mail. "
        "Koppel daarna je werkaccount op je eigen pagina, bij Hoe je inlogt."
    )


class LinkedElsewhere(ProviderRefusal, Conflict):
    """The work account belongs to another account here."""

    sentence = N_("Dit werkaccount hoort al bij een ander account.")


@dataclass(frozen=True)
class Rule:
    """Who is in `group` has `role`, in one neighbourhood or (None) everywhere."""

    group: str
    role: Role
    neighbourhood_id: int | None = None


def roles_for(groups: Iterable[str], rules: Iterable[Rule]) -> Areas:
    """Return the (role, neighbourhood) pairs that these groups give. An administrator is one everywhere."""
    held = set(groups)
    return frozenset(
        (rule.role, None if rule.role is Role.ADMINISTRATOR else rule.neighbourhood_id)
        for rule in rules
        if rule.group in held
    )


def groups_in(claims: dict[str, Any], claim: str) -> list[str]:
    """Return the groups in a token; `claim` may be a path ("realm_access.roles").

    Raises Distrusted when the provider left them out because there are too many: no roles at all
    would then be taken for an answer.
    """
    if claim in (claims.get("_claim_names") or {}):
        raise Distrusted("groups-left-out")
    found: Any = claims.get(claim)
    if found is None:
        found = claims
        for part in claim.split("."):
            found = found.get(part) if isinstance(found, dict) else None
    if isinstance(found, str):
        return [found]
    return [group for group in found[:GROUPS_MAX] if isinstance(group, str)] if isinstance(found, list) else []


def shows_second_factor(claims: dict[str, Any], strong: Iterable[str]) -> bool:
    """Say whether `acr` or `amr` tells that more than a password was asked."""
    methods = claims.get("amr")
    said = [claims.get("acr"), *(methods if isinstance(methods, list) else [])]
    return bool({word for word in said if isinstance(word, str)} & set(strong))


def first_name_in(claims: dict[str, Any], longest: int) -> str:
    """Return what to call a new colleague: the given name, else the first word of the name."""
    given = claims.get("given_name") or str(claims.get("name") or "").strip().partition(" ")[0]
    name = " ".join(str(given).split()) if isinstance(given, str) else ""
    return name[:longest].strip() or N_("Medewerker")


def may_call(url: str, issuer: str, hosts: Iterable[str], *, local: bool) -> bool:
    """Say whether an address belongs to the provider: its own origin, or a host that the operator named.

    Only https; `local` (a demo or a test on this machine) also allows http to this machine itself.
    """
    try:
        asked, own = urlsplit(url), urlsplit(issuer)
        ports = asked.port, own.port
    except ValueError:
        return False
    if not asked.hostname or asked.username is not None or asked.fragment:
        return False
    if asked.scheme != "https" and not (local and asked.scheme == "http" and is_loopback(asked.hostname)):
        return False
    same = (asked.scheme, asked.hostname, ports[0]) == (own.scheme, own.hostname, ports[1])
    return same or (asked.scheme == "https" and ports[0] in (None, 443) and asked.hostname in set(hosts))


def is_issuer(url: str, *, local: bool) -> bool:
    """Say whether this can be an issuer: an https address without a question in it."""
    return len(url) <= URL_MAX and "?" not in url and may_call(url, url, (), local=local)


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine itself, by name or by number."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def may_connect(address: str, *, local: bool) -> bool:
    """Say whether a name may lead to this IP address.

    A municipality's provider may stand in its own network, so private addresses pass. Never this
    machine itself (unless `local`), nor the link-local ones where a cloud keeps its secrets.
    """
    number = ip_address(address.partition("%")[0])
    mapped = getattr(number, "ipv4_mapped", None)
    number = mapped or number
    if number.is_loopback:
        return local
    return not (number.is_link_local or number.is_unspecified or number.is_multicast)
