"""What an identity provider says about itself: its addresses and its keys, kept for ten minutes.

Loaded only when somebody signs in there. Every failure is one of the refusals of `rules.oidc`.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2
from authlib.oidc.discovery import get_well_known_url
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, import_key
from joserfc.jws import JWSRegistry

from b2b.accounts.models import IdentityProvider
from b2b.accounts.rules.oidc import ALGORITHMS, OUTGOING_SECONDS, ClientMethod, Distrusted, ProviderDown, may_call
from b2b.accounts.service.provider_door import Door

FRESH_SECONDS = 600.0
ASK_AGAIN_SECONDS = 30.0
"""How soon the keys may be asked for again because a token names one we do not know."""
DOWN_SECONDS = 5.0
"""How long a provider that gave no answer is left alone: else each click would wait for it again."""
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True)
class Provider:
    """What is known of a provider beforehand. `local`: it may be on this machine, without https."""

    issuer: str
    client_id: str
    method: ClientMethod
    secret: str = field(repr=False)
    scope: str
    ask_acr: str = ""
    hosts: tuple[str, ...] = ()
    local: bool = False


@dataclass
class _Known:
    """What a provider said about itself, and when (seconds on the monotonic clock)."""

    facts: dict[str, Any]
    at: float
    keys: KeySet | None = None
    keys_at: float = 0.0


_known: dict[Provider, _Known] = {}
_down: dict[Provider, tuple[float, str]] = {}


def provider_of(row: IdentityProvider, *, local: bool) -> Provider:
    """Return what a row says about a provider, frozen."""
    return Provider(
        row.issuer, row.client_id, row.method, row.secret, row.scope, row.ask_acr, tuple(row.hosts), local
    )


def forget() -> None:
    """Ask every provider anew next time."""
    _known.clear()
    _down.clear()


def discover(provider: Provider) -> dict[str, Any]:
    """Return what the provider says about itself; ProviderDown or Distrusted when that cannot be used."""
    known = _known.get(provider)
    if known is None or time.monotonic() - known.at > FRESH_SECONDS:
        facts = _asked(provider)
        if facts.get("issuer") != provider.issuer:
            raise Distrusted("discovery-issuer")
        for name in NEEDED:
            _check_address(provider, facts.get(name), name)
        known = _known[provider] = _Known(facts, time.monotonic())
    return known.facts


def _asked(provider: Provider) -> dict[str, Any]:
    since, clue = _down.get(provider, (0.0, ""))
    if clue and time.monotonic() - since < DOWN_SECONDS:
        raise ProviderDown(clue)
    try:
        facts = _json(provider, get_well_known_url(provider.issuer, external=True), "discovery")
    except ProviderDown as silent:
        _down[provider] = (time.monotonic(), silent.clue)
        raise
    _down.pop(provider, None)
    return facts


def count_keys(provider: Provider) -> int:
    """Return how many keys the provider shows that we can use."""
    return len(_keys(provider, again=True).keys)


def verified(provider: Provider, raw: str) -> jwt.Token:
    """Return the token when a key of the provider signed it; of an unknown key, the keys are asked for once more."""
    for again in (False, True):
        keys = _keys(provider, again=again)
        try:
            return jwt.decode(raw, keys, algorithms=ALGORITHMS, registry=JWSRegistry(algorithms=ALGORITHMS))
        except (JoseError, ValueError) as wrong:
            if again or not _asks_anew(provider):
                raise Distrusted(fault(wrong)) from None
    raise Distrusted("signature")


def _keys(provider: Provider, *, again: bool) -> KeySet:
    facts = discover(provider)
    known = _known[provider]
    if known.keys is None or again:
        found = _json(provider, facts["jwks_uri"], "keys").get("keys")
        usable = []
        for each in found if isinstance(found, list) else []:
            # Only what signs: a secret of two sides ("oct") never proves who made a token.
            if isinstance(each, dict) and each.get("kty") in ("RSA", "EC", "OKP") and each.get("use") != "enc":
                try:
                    usable.append(import_key(each))
                except (JoseError, ValueError):
                    continue  # a kind of key that we do not know is no reason to refuse the others
        known.keys, known.keys_at = KeySet(usable), time.monotonic()
    return known.keys


def _asks_anew(provider: Provider) -> bool:
    known = _known.get(provider)
    return known is None or time.monotonic() - known.keys_at > ASK_AGAIN_SECONDS


def _json(provider: Provider, url: str, what: str) -> dict[str, Any]:
    with httpx2.Client(**ways_out(provider)) as client, outside(what):
        answer = client.get(url, headers={"Accept": "application/json"})
        if answer.status_code != 200:
            raise ProviderDown(f"{what}-{answer.status_code}")
        found = json.loads(answer.content)
    if not isinstance(found, dict):
        raise ProviderDown(f"{what}-shape")
    return found


def ways_out(provider: Provider) -> dict[str, Any]:
    """Return how a client of httpx2 may go to this provider: through our door, and never on by itself."""

    def its_own(url: str) -> bool:
        return may_call(url, provider.issuer, provider.hosts, local=provider.local)

    door = Door(its_own, local=provider.local)
    return {"transport": door, "timeout": OUTGOING_SECONDS, "follow_redirects": False, "trust_env": False}


@contextmanager
def outside(what: str) -> Iterator[None]:
    """Turn whatever goes wrong between us and the provider into ProviderDown."""
    try:
        yield
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as broken:
        raise ProviderDown(f"{what}-{type(broken).__name__}") from broken


def _check_address(provider: Provider, url: Any, name: str) -> None:
    if not isinstance(url, str) or not may_call(url, provider.issuer, provider.hosts, local=provider.local):
        raise Distrusted(f"discovery-{name}")


def fault(wrong: Exception) -> str:
    """Return what was wrong with a token, as one word for a log."""
    claim = getattr(wrong, "claim", None) or getattr(wrong, "claim_name", None)
    return word(str(claim or getattr(wrong, "error", "") or "token"))


def word(text: str) -> str:
    """Return text from outside as a word that can do no harm in a log or on a page."""
    return "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in text)[:40]
