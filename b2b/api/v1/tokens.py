"""Toegangstokens: OAuth 2.0 client credentials (RFC 6749 §4.4). A secret for a token that lasts an hour."""

from typing import Literal

from flask import g, request
from pydantic import Field

from b2b.api import service
from b2b.api.rules import TOKEN_LIFE, BadClient, ScopeRefused
from b2b.api.v1.blueprint import api_v1
from b2b.api.v1.guard import for_clients
from b2b.api.v1.problems import Refused
from b2b.api.v1.shapes import Asked, Sent
from b2b.api.v1.speaking import speaks
from b2b.core.ids import read_reference
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_site


class TokenForm(Asked):
    """What OAuth asks for. The client may stand here, or in the header Authorization (Basic)."""

    grant_type: Literal["client_credentials"]
    scope: str | None = Field(
        default=None, max_length=200, description="Wat je nodig hebt; zonder: alles wat je mag."
    )
    client_id: str | None = Field(default=None, max_length=20)
    client_secret: str | None = Field(default=None, max_length=100)


class TokenShape(Sent):
    """A token. The names are those of OAuth."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"
    expires_in: int = Field(description="Zoveel seconden geldt het.")
    scope: str = Field(description="Wat je ermee mag.")


@api_v1.post("/toegangstokens")
@for_clients
@speaks("Een toegangstoken halen met een geheim", TokenShape, form=TokenForm, refuses=(401,))
@limiter.limit("120/hour")
def token(form: TokenForm) -> TokenShape:
    """Give a client a token for its secret."""
    client, secret = _said(form)
    try:
        found, scopes = service.open_token(g.work, current_site().municipality_id or 0, client, secret, form.scope)
    except BadClient as refusal:
        basic = {"WWW-Authenticate": 'Basic realm="api"'}
        raise Refused(401, refusal.sentence, error="invalid_client", headers=basic) from None
    except ScopeRefused as refusal:
        raise Refused(400, refusal.sentence, error="invalid_scope") from None
    seconds = int(TOKEN_LIFE.total_seconds())
    return TokenShape(access_token=found, expires_in=seconds, scope=" ".join(sorted(scopes)))


def _said(form: TokenForm) -> tuple[str, str]:
    basic = request.authorization
    if basic is not None and basic.type == "basic":
        client, secret = basic.username, basic.password
    else:
        client, secret = form.client_id, form.client_secret
    return read_reference(client or "") or "", secret or ""
