"""Messages that a receiver can check: the signature of Standard Webhooks (standardwebhooks.com). Pure."""

import hmac
import secrets
from base64 import b64decode, b64encode
from datetime import datetime

_PREFIX = "whsec_"


def new_secret() -> str:
    """Return a fresh secret for one receiver: 32 random bytes, as its library reads them."""
    return _PREFIX + b64encode(secrets.token_bytes(32)).decode()


def signed(secret: str, message_id: str, at: datetime, body: str) -> dict[str, str]:
    """Return the headers by which the receiver knows that we sent `body`, and when (an aware moment)."""
    moment = str(int(at.timestamp()))
    digest = hmac.digest(b64decode(secret.removeprefix(_PREFIX)), f"{message_id}.{moment}.{body}".encode(), "sha256")
    return {
        "webhook-id": message_id,
        "webhook-timestamp": moment,
        "webhook-signature": f"v1,{b64encode(digest).decode()}",
    }
