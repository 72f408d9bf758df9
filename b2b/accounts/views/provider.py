"""Staff sign in at their municipality's own provider: there, back, and out when they sign out there."""

import json
import logging
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from flask import Response, abort, current_app, g, make_response, redirect, request, session, url_for

from b2b.accounts import login
from b2b.accounts.models import IdentityProvider
from b2b.accounts.queries import oidc as providers
from b2b.accounts.rules.oidc import (
    ATTEMPT_LIFE,
    AttemptOver,
    Distrusted,
    NoRoleThere,
    ProviderRefusal,
    ProviderSaidNo,
    is_loopback,
    may_call,
)
from b2b.accounts.service import oidc, people, sessions
from b2b.accounts.service.spent import spend
from b2b.accounts.views.blueprint import accounts, address, device, fresh, new_secret, onwards, signed_in, wanted_page
from b2b.core.crypto import WrongKey, opened_text, sealed_text
from b2b.web.errors import STATUS
from b2b.web.guard import public, stateless
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor, current_site

log = logging.getLogger("b2b.accounts")
TRIES_KEPT = 3
"""How many attempts a browser may have under way: one a tab."""


@dataclass(frozen=True)
class Attempt:
    """One try to sign in, kept sealed in the browser that began it. Moments are seconds since 1970."""

    provider: str
    state: str
    nonce: str
    verifier: str
    begun: float
    next: str | None
    again: bool = False
    link_to: int | None = None
    named: bool = False
    """The answer must name its issuer (RFC 9207)."""


@accounts.get("/inloggen/gemeente/<ref:identityprovider>")
@public
def provider_start(identityprovider: str) -> Response:
    """Send somebody to the provider. A link, because a form may lead only to ourselves (form-action)."""
    row = _provider(identityprovider)
    link_to = current_actor().member_id if "koppel" in request.args and fresh() else None
    attempt = Attempt(
        row.reference,
        state=new_secret(),
        nonce=new_secret(),
        verifier=new_secret(),
        begun=g.work.now().timestamp(),
        next=wanted_page(),
        again="opnieuw" in request.args,
        link_to=link_to,
    )
    try:
        return _go(row, attempt)
    except ProviderRefusal as refusal:
        return _refused(row, refusal)


@accounts.get("/inloggen/gemeente/<ref:identityprovider>/terug")
@public
def provider_back(identityprovider: str) -> Response:
    """Take the answer. It must be a GET, for that is how a provider sends people back; it works once."""
    row = _provider(identityprovider)
    attempt = _take(request.args.get("state", ""))
    if attempt is None and signed_in():
        return onwards(None)  # the way back in the browser's history
    try:
        token = _let_in(row, attempt)
    except ProviderRefusal as refusal:
        return _refused(row, refusal)
    login.remember(token)
    return onwards(attempt.next if attempt else None)


@accounts.post("/inloggen/gemeente/<ref:identityprovider>/uitgelogd")
@stateless
@limiter.limit("120/minute")
def back_channel(identityprovider: str) -> Response:
    """End our sessions of who signed out there. The provider's server asks, with a signed token and no cookie."""
    from b2b.accounts.service import oidc_client, oidc_discovery

    app: Any = current_app
    with app.reading() as work:
        town = app.load_site(work, request.host).municipality_id or 0
        row = providers.provider(work, town, identityprovider)
    if row is None:
        abort(404)
    try:
        # Outside any transaction: reading the token may fetch the provider's keys.
        known, now = oidc_discovery.provider_of(row, local=_local()), app.clock()
        claims = oidc_client.read_logout(known, request.form.get("logout_token", ""), int(now.timestamp()))
        with app.writing() as work:
            _end(work, row, claims)
    except ProviderRefusal as refusal:
        log.warning("a sign-out from provider %s was refused: %s", row.reference, refusal.clue)
        return _told({"error": "invalid_request", "error_description": refusal.clue}, 400)
    return _told({}, 200)


def way_out() -> tuple[str, str] | None:
    """Return (name, address) for signing out at the provider as well, on the page after signing out."""
    found = providers.way_out(g.work, current_site().municipality_id or 0, request.args.get("gemeente", "")[:11])
    if found is None:
        return None
    name, there, client_id = found
    back = {"client_id": client_id, "post_logout_redirect_uri": address("accounts.signed_out")}
    return name, f"{there}{'&' if '?' in there else '?'}{urlencode(back)}"


def _go(row: IdentityProvider, attempt: Attempt) -> Response:
    from b2b.accounts.service import oidc_client, oidc_discovery

    g.work.close()  # no connection is held while the provider is asked
    there, named = oidc_client.way_in(
        oidc_discovery.provider_of(row, local=_local()),
        _back(row),
        state=attempt.state,
        nonce=attempt.nonce,
        verifier=attempt.verifier,
        again=attempt.again,
    )
    kept = dict(session.get("provider") or {})
    kept[attempt.state] = sealed_text(json.dumps(asdict(attempt) | {"named": named}))
    session["provider"] = dict(list(kept.items())[-TRIES_KEPT:])
    response = make_response(redirect(there, 303))
    response.headers["Cache-Control"] = "no-store"
    return response


def _take(state: str) -> Attempt | None:
    kept = dict(session.get("provider") or {})
    sealed = kept.pop(state, None)
    if sealed is None:
        return None
    session["provider"] = kept
    try:
        return Attempt(**json.loads(opened_text(sealed)))
    except (ValueError, TypeError, WrongKey):
        return None


def _let_in(row: IdentityProvider, attempt: Attempt | None) -> str:
    """Return the token of a session for whom the provider vouches, or raise ProviderRefusal."""
    from b2b.accounts.service import oidc_client, oidc_discovery

    now: datetime = g.work.now()
    if attempt is None or attempt.provider != row.reference or now.timestamp() > attempt.begun + ATTEMPT_LIFE.seconds:
        raise AttemptOver("state")
    _check_answer(row, attempt)
    g.work.close()  # no connection is held while the provider is asked
    known = oidc_discovery.provider_of(row, local=_local())
    claims = oidc_client.exchange(
        known,
        _back(row),
        code=request.args.get("code", "")[:4096],
        nonce=attempt.nonce,
        verifier=attempt.verifier,
        now=int(now.timestamp()),
        fresh_since=int(attempt.begun) if attempt.again else None,
    )
    there = oidc_discovery.discover(known).get("end_session_endpoint")
    its_own = isinstance(there, str) and may_call(there, row.issuer, row.hosts, local=_local())
    app: Any = current_app
    with app.writing() as work:
        if not spend(work, "nonce", attempt.nonce, now + ATTEMPT_LIFE * 2):
            raise AttemptOver("nonce")
        oidc.remember_way_out(work, row, there if its_own else None)
        member = people.known(work, attempt.link_to) if attempt.link_to else None
        token = oidc.enter(work, row, claims, device(), member)
        if token and (before := current_actor().session_key):
            sessions.end(work, before)
    if token is None:
        raise NoRoleThere("group-gone")
    return token


def _check_answer(row: IdentityProvider, attempt: Attempt) -> None:
    said = request.args.get("iss")
    if said != row.issuer and (said is not None or attempt.named):
        raise Distrusted("iss")
    if refused := request.args.get("error"):
        raise ProviderSaidNo("".join(letter for letter in refused if letter.isalnum() or letter in "_-")[:40])
    if not request.args.get("code"):
        raise AttemptOver("code")
    if attempt.link_to is not None and attempt.link_to != current_actor().member_id:
        raise AttemptOver("somebody-else")


def _end(work: Any, row: IdentityProvider, claims: dict[str, Any]) -> None:
    until = datetime.fromtimestamp(claims["exp"], tz=work.now().tzinfo) + ATTEMPT_LIFE
    if not spend(work, f"logout {row.reference}", claims["jti"], until):
        raise Distrusted("jti")
    oidc.end(work, row, claims.get("sub"), claims.get("sid"))


def _told(words: dict[str, str], status: int) -> Response:
    response = make_response(words, status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _refused(row: IdentityProvider, refusal: ProviderRefusal) -> Response:
    clue = refusal.clue
    log.warning("a sign-in at provider %s was refused: %s", row.reference, clue)
    status = next(STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS)
    return page(
        "accounts/provider_refused.html",
        status=status,
        sentence=refusal.sentence,
        clue=clue,
        again=url_for("accounts.provider_start", identityprovider=row.reference),
    )


def _provider(reference: str) -> IdentityProvider:
    row = providers.provider(g.work, current_site().municipality_id or 0, reference)
    if row is None:
        abort(404)
    return row


def _back(row: IdentityProvider) -> str:
    return address("accounts.provider_back", identityprovider=row.reference)


def _local() -> bool:
    """Say whether this is a demo or a test on this machine, where a provider may be too."""
    settings = current_app.settings  # type: ignore[attr-defined]
    host = settings.base_url.partition("://")[2].partition("/")[0].rsplit(":", 1)[0]
    return not settings.https and is_loopback(host)
