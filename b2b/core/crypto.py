"""Secrets at rest: fields sealed with AES-GCM, look-ups by keyed fingerprint, signed links.

Every key is derived (HKDF-SHA256) from one secret that lives outside the database. The first
secret seals; older ones still open, so that a secret can be rotated without losing anything.
Fingerprints cannot be made anew, because what they were made of is gone: their key has to stay when
the secret changes. It is a setting of its own then, which opens nothing.
"""

import hashlib
import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import LargeBinary
from sqlalchemy.types import TypeDecorator

from b2b.config import Settings

_NONCE = 12
_KEY_ID = 4
UNSEALED = bytes(_KEY_ID)
"""Stands where the number of a key stands: readable words follow. A migration that makes a column sealed writes this,
because it has no key; `core/resealing.py` seals them right after."""


class WrongKey(Exception):
    """Sealed data does not open with any secret we have: check B2B_SECRET_KEY."""


class Keyring:
    """Everything made from the installation's secrets, newest first; `lookup` is the key of fingerprints, in hex."""

    def __init__(self, *secrets: str, lookup: str = ""):
        if not secrets or len(secrets[0]) < 32:
            raise ValueError("a secret has at least 32 characters")
        self._sealing = [_Key(_derive(s, b"field")) for s in secrets]
        self._fingerprint = bytes.fromhex(lookup) if lookup else _derive(secrets[-1], b"fingerprint")
        self._signing = [_derive(s, b"signing") for s in secrets]

    @classmethod
    def of(cls, settings: Settings) -> "Keyring":
        """Return the keyring of an installation."""
        return cls(settings.secret_key, *settings.secret_key_fallbacks, lookup=settings.lookup_key)

    @property
    def newest(self) -> bytes:
        """What everything starts with that is sealed from now on."""
        return self._sealing[0].id

    @property
    def lookup(self) -> str:
        """The key of fingerprints, in hex: what B2B_LOOKUP_KEY is set to before the secret changes."""
        return self._fingerprint.hex()

    def seal(self, plain: str) -> bytes:
        """Return `plain` encrypted: key id, nonce, ciphertext with its tag."""
        key, nonce = self._sealing[0], os.urandom(_NONCE)
        return key.id + nonce + key.cipher.encrypt(nonce, plain.encode(), key.id)

    def open(self, sealed: bytes) -> str:
        """Return the plain text of `sealed`, or raise WrongKey."""
        key_id, nonce, body = sealed[:_KEY_ID], sealed[_KEY_ID : _KEY_ID + _NONCE], sealed[_KEY_ID + _NONCE :]
        for key in self._sealing:
            if key.id == key_id:
                try:
                    return key.cipher.decrypt(nonce, body, key.id).decode()
                except InvalidTag:
                    break
        raise WrongKey("sealed data does not open with B2B_SECRET_KEY or its fallbacks")

    def fingerprint(self, purpose: str, value: str) -> bytes:
        """Return 32 bytes by which `value` can be looked up but not read back."""
        return hmac.digest(self._fingerprint, f"{purpose}\0{value}".encode(), "sha256")

    def sign(self, purpose: str, value: str) -> str:
        """Return `value.signature`, good for one purpose only."""
        return f"{value}.{self._signature(self._signing[0], purpose, value)}"

    def verify(self, purpose: str, signed: str) -> str | None:
        """Return the value of a signed text, or None when the signature is not ours."""
        value, _, signature = signed.rpartition(".")
        for key in self._signing:
            if hmac.compare_digest(self._signature(key, purpose, value).encode(), signature.encode()):
                return value
        return None

    @staticmethod
    def _signature(key: bytes, purpose: str, value: str) -> str:
        digest = hmac.digest(key, f"{purpose}\0{value}".encode(), "sha256")
        return urlsafe_b64encode(digest[:24]).decode()


class _Key:
    def __init__(self, raw: bytes):
        self.id = hashlib.sha256(raw).digest()[:_KEY_ID]
        self.cipher = AESGCM(raw)


def _derive(secret: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=b"b2b/1", info=purpose).derive(secret.encode())


_keyring: Keyring | None = None


def use(keyring: Keyring) -> None:
    """Make `keyring` the one that sealed columns use: the factory calls this once."""
    global _keyring
    _keyring = keyring


def keyring() -> Keyring:
    """Return the keyring in use, or raise when the factory has not set one."""
    if _keyring is None:
        raise RuntimeError("no keyring: create_app() or the command line sets one")
    return _keyring


class Sealed(TypeDecorator[str]):
    """A text column that is encrypted in the store and plain in Python."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> bytes | None:
        return None if value is None else keyring().seal(value)

    def process_result_value(self, value: Any, dialect: Any) -> str | None:
        return None if value is None else opened(bytes(value))


def opened(stored: bytes) -> str:
    """Return the plain text of what a sealed column holds; a migration may have marked it as readable.

    What comes from outside is never read this way: anybody can write such a mark.
    """
    return stored[_KEY_ID:].decode() if stored.startswith(UNSEALED) else keyring().open(stored)


def starts_with(sealed_text: str) -> bytes:
    """Return which key closed what `sealed_text` made, to compare with `Keyring.newest`."""
    return urlsafe_b64decode(sealed_text)[:_KEY_ID]


def sealed_text(plain: str) -> str:
    """Return `plain` sealed as URL-safe text: for a job payload that must carry a secret."""
    return urlsafe_b64encode(keyring().seal(plain)).decode()


def opened_text(sealed: str) -> str:
    """Return the plain text of what `sealed_text` made."""
    return keyring().open(urlsafe_b64decode(sealed))


def new_push_key() -> str:
    """Return a fresh private key (P-256) as one line of text: for B2B_PUSH_KEY."""
    from cryptography.hazmat.primitives.asymmetric import ec

    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return urlsafe_b64encode(number.to_bytes(32, "big")).decode().rstrip("=")


def public_push_key(key: str) -> str:
    """Return the public half of a private key, as browsers want it; raise ValueError for what is no key."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    raw = urlsafe_b64decode(key + "=" * (-len(key) % 4))
    if len(raw) != 32:
        raise ValueError("a key has 32 bytes")
    point = ec.derive_private_key(int.from_bytes(raw, "big"), ec.SECP256R1()).public_key()
    plain = point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(plain).decode().rstrip("=")
