"""Messages that a receiver can check: the signature of Standard Webhooks (standardwebhooks.com). Pure."""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import datetime
from secrets import token_bytes

_PREFIX = "whsec_"


def new_secret() -> str:
    """Return a fresh secret for one receiver: 32 random bytes, as its library reads them."""
    return _PREFIX + b64encode(token_bytes(32)).decode()


def signed(secrets: Sequence[str], message_id: str, at: datetime, body: str) -> dict[str, str]:
    """Return the headers by which the receiver knows that we sent `body`, and when (an aware moment).

    Each of `secrets` signs, so that a receiver which knows one of them is content.
    """
    moment = str(int(at.timestamp()))
    said = f"{message_id}.{moment}.{body}".encode()
    signatures = [hmac.digest(b64decode(secret.removeprefix(_PREFIX)), said, "sha256") for secret in secrets]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": moment,
        "webhook-signature": " ".join(f"v1,{b64encode(digest).decode()}" for digest in signatures),
    }
