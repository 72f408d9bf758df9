"""The second step of signing in: six digits of an app, good once (RFC 6238, 30 seconds). Pure."""

from datetime import datetime, timedelta

import pyotp

STEP_SECONDS = 30
DRIFT_STEPS = 1
"""How many steps a phone's clock may be off, to either side."""
TOTP_TRIES = 5
TOTP_PAUSE = timedelta(minutes=15)
_ISSUER_MAX = 60


def new_secret() -> str:
    """Return 160 random bits in base32, as authenticator apps read them."""
    return pyotp.random_base32()


def matching_step(secret: str, code: str, moment: datetime, last_step: int | None) -> int | None:
    """Return the time step whose code this is, or None; a step that was used is never right again."""
    now = int(moment.timestamp()) // STEP_SECONDS
    generator = pyotp.HOTP(secret)
    for step in range(now - DRIFT_STEPS, now + DRIFT_STEPS + 1):
        fresh = last_step is None or step > last_step
        if fresh and generator.verify(code, step):
            return step
    return None


def app_address(secret: str, issuer: str, name: str) -> str:
    """Return the otpauth:// address that the QR code holds."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer[:_ISSUER_MAX])


def in_groups(secret: str) -> str:
    """Return the secret in groups of four, to type over."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
