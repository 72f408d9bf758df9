"""Which addresses of push services we call, and what a browser may hand us. Pure."""

import binascii
import json
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from urllib.parse import urlsplit

from b2b.core.words import N_

HOSTS = ("fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com")
SUFFIXES = (".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com")
"""The push services of the browsers that people use: an address comes from a browser, so nothing else is called."""
RAW_MAX = 2000
POINT, AUTH = 65, 16
"""Bytes of the key and of the secret that a browser makes (RFC 8291)."""
SETTING = "push.enabled"
KIND = "push:send"


class BadSubscription(ValueError):
    """What the browser handed over is none."""

    sentence = N_("Dit apparaat kan geen meldingen krijgen, of je zei nee tegen je browser. Je krijgt gewoon mail.")


@dataclass(frozen=True)
class Subscription:
    """Where one browser hears of news, and the keys only it can open (base64url)."""

    endpoint: str
    p256dh: str
    auth: str

    def packed(self) -> str:
        """Return it as text, to be sealed."""
        return json.dumps([self.endpoint, self.p256dh, self.auth])

    @classmethod
    def unpacked(cls, text: str) -> "Subscription":
        """Read what `packed` made."""
        return cls(*json.loads(text))


def is_push_service(url: str) -> bool:
    """Say whether an address is that of a push service of a known browser, over https."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    known = host in HOSTS or host.endswith(SUFFIXES)
    return parts.scheme == "https" and known and port in (None, 443) and not parts.username and not parts.password


def read_subscription(raw: str) -> Subscription:
    """Read what a browser made (PushSubscription.toJSON()), or raise BadSubscription."""
    if len(raw) > RAW_MAX:
        raise BadSubscription
    try:
        said = json.loads(raw)
        found = Subscription(str(said["endpoint"]), said["keys"]["p256dh"], said["keys"]["auth"])
        sizes = (len(_bytes(found.p256dh)), len(_bytes(found.auth)))
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise BadSubscription from None
    if sizes != (POINT, AUTH) or not is_push_service(found.endpoint):
        raise BadSubscription
    return found


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
