"""OpenID Connect as a client: discovery, the address to go to, the code for a token, and what a token proves.

Loaded only when somebody signs in at a provider. What it is told about the provider is a frozen
`Provider`; what it returns is claims. Every failure is one of the refusals of `rules.oidc`.
"""

from collections.abc import Mapping
from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from b2b.accounts.rules.oidc import (
    LEEWAY_SECONDS,
    LOGOUT_EVENT,
    LOGOUT_SECONDS,
    SUBJECT_MAX,
    AttemptOver,
    ClientMethod,
    Distrusted,
    ProviderDown,
)
from b2b.accounts.service.oidc_discovery import Provider, discover, fault, outside, verified, ways_out, word


def way_in(
    provider: Provider, back: str, *, state: str, nonce: str, verifier: str, again: bool = False
) -> tuple[str, bool]:
    """Return the address to send a browser to, and whether the answer must name its issuer (RFC 9207).

    `again` asks somebody who is signed in there to prove it once more.
    """
    facts = discover(provider)
    extra: dict[str, Any] = {"acr_values": provider.ask_acr} if provider.ask_acr else {}
    if again:
        extra |= {"prompt": "login", "max_age": 0}
    with _client(provider, back) as client:
        address, _ = client.create_authorization_url(
            facts["authorization_endpoint"], state=state, code_verifier=verifier, nonce=nonce, **extra
        )
    return address, bool(facts.get("authorization_response_iss_parameter_supported"))


def exchange(
    provider: Provider, back: str, *, code: str, nonce: str, verifier: str, now: int, fresh_since: int | None = None
) -> dict[str, Any]:
    """Return the claims of the ID token that this code buys, all checked.

    `now` and `fresh_since` (the moment after which they must have signed in there) are in seconds
    since 1970.
    """
    facts = discover(provider)
    with _client(provider, back) as client, outside("token"):
        try:
            token = client.fetch_token(
                facts["token_endpoint"], grant_type="authorization_code", code=code, code_verifier=verifier
            )
        except OAuthError as refused:
            if refused.error == "invalid_grant":
                raise AttemptOver("code-refused") from None
            raise ProviderDown(f"token-{word(refused.error)}") from None
    raw = token.get("id_token")
    if not isinstance(raw, str):
        raise Distrusted("no-id-token")
    signed = verified(provider, raw)
    _check_for_us(provider, signed.claims)
    rules = {"iss": {"essential": True, "value": provider.issuer}, "aud": {"essential": True}}
    params = {"nonce": nonce, "client_id": provider.client_id, "access_token": token.get("access_token")}
    try:
        CodeIDToken(signed.claims, signed.header, rules, params).validate(now=now, leeway=LEEWAY_SECONDS)
    except JoseError as wrong:
        raise Distrusted(fault(wrong)) from None
    _check_subject(signed.claims)
    if fresh_since is not None and not _number(signed.claims.get("auth_time")) >= fresh_since - LEEWAY_SECONDS:
        raise Distrusted("auth-time")
    return signed.claims


def read_logout(provider: Provider, raw: str, now: int) -> dict[str, Any]:
    """Return the claims of a logout token (OpenID Connect Back-Channel Logout 1.0, §2.6), all checked.

    Whether its `jti` was seen before is for the caller to ask, in the transaction that ends sessions.
    """
    signed = verified(provider, raw)
    claims = signed.claims
    options: dict[str, Any] = {
        "iss": {"essential": True, "value": provider.issuer},
        **{name: {"essential": True} for name in ("aud", "iat", "exp", "jti")},
    }
    try:
        jwt.JWTClaimsRegistry(now=now, leeway=LEEWAY_SECONDS, **options).validate(claims)
    except JoseError as wrong:
        raise Distrusted(fault(wrong)) from None
    _check_for_us(provider, claims)
    if _number(claims["iat"]) < now - LOGOUT_SECONDS or _number(claims["exp"]) > now + LOGOUT_SECONDS:
        raise Distrusted("exp")
    if str(signed.header.get("typ", "JWT")).lower() not in ("jwt", "logout+jwt"):
        raise Distrusted("typ")
    events = claims.get("events")
    if not isinstance(events, dict) or not isinstance(events.get(LOGOUT_EVENT), dict):
        raise Distrusted("events")
    if "nonce" in claims:
        raise Distrusted("nonce")
    if not any(isinstance(claims.get(name), str) and claims[name] for name in ("sub", "sid")):
        raise Distrusted("nobody")
    return claims


def check_secret(method: ClientMethod, secret: str) -> None:
    """Raise ValueError unless this secret can be used with this method: a PEM key of RSA or EC, or 16 characters."""
    if method is not ClientMethod.PRIVATE_KEY:
        if len(secret) < 16:
            raise ValueError("a client secret has at least 16 characters")
        return
    try:
        key = _private_key(secret)
    except JoseError as wrong:
        raise ValueError("this is no private key in PEM, of RSA or EC") from wrong
    if not key.is_private:
        raise ValueError("this is the public half of a key")


def public_key(secret: str) -> dict[str, Any]:
    """Return the public half of our key as a JWK, with `kid` and `use`, for who registers us at the provider."""
    key = _private_key(secret)
    return {**key.as_dict(private=False), "kid": key.thumbprint(), "use": "sig", "alg": _algorithm(key)}


def _client(provider: Provider, back: str) -> OAuth2Client:
    secret: Any = provider.secret
    key = _private_key(secret) if provider.method is ClientMethod.PRIVATE_KEY else None
    client = OAuth2Client(
        client_id=provider.client_id,
        client_secret=key or secret,
        token_endpoint_auth_method=provider.method.value,
        scope=provider.scope,
        redirect_uri=back,
        code_challenge_method="S256",
        **ways_out(provider),
    )
    if key is not None:
        client.register_client_auth_method(
            PrivateKeyJWT(
                token_endpoint=discover(provider)["token_endpoint"],
                alg=_algorithm(key),
                headers={"kid": key.thumbprint()},
            )
        )
    return client


def _check_for_us(provider: Provider, claims: Mapping[str, Any]) -> None:
    audience = claims.get("aud")
    if provider.client_id not in ([audience] if isinstance(audience, str) else audience or []):
        raise Distrusted("aud")


def _check_subject(claims: Mapping[str, Any]) -> None:
    if not 1 <= len(str(claims.get("sub") or "")) <= SUBJECT_MAX:
        raise Distrusted("sub")


def _private_key(secret: str) -> Any:
    try:
        return RSAKey.import_key(secret)
    except (JoseError, ValueError):
        return ECKey.import_key(secret)


def _algorithm(key: Any) -> str:
    if isinstance(key, RSAKey):
        return "PS256"
    return {"P-256": "ES256", "P-384": "ES384", "P-521": "ES512"}[key.curve_name]


def _number(value: Any) -> float:
    return value if isinstance(value, int | float) else -1
