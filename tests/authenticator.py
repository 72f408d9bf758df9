"""A device that keeps passkeys, in software: it answers what a page asks, rightly or wrongly as told."""

import base64
import json
import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from tests.client import soup

NEW, SIGN_IN = "/mijn/toegangssleutels/nieuw", "/inloggen/toegangssleutel"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def text(raw: bytes) -> str:
    """Return base64url without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def raw(written: str) -> bytes:
    """Return the bytes of base64url without padding."""
    return base64.urlsafe_b64decode(written + "=" * (-len(written) % 4))


@dataclass
class Authenticator:
    """A phone. `verified`: whose finger it was is checked; `origin` and `host`: where it thinks it is."""

    origin: str = "http://localhost"
    host: str = "localhost"
    verified: bool = True
    count: int = 1
    counts: bool = True
    credential: bytes = field(default_factory=lambda: os.urandom(16))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    handle: str = ""

    def make(self, options: dict[str, Any], **wrong: Any) -> str:
        """Answer a question for a new passkey, as JSON; `wrong` replaces parts of what is signed for."""
        self.handle = options["user"]["id"]
        said = self._said("webauthn.create", options, wrong)
        attested = bytes(16) + len(self.credential).to_bytes(2, "big") + self.credential + self._public()
        data = self._data(ATTESTED) + attested
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer({"clientDataJSON": text(said), "attestationObject": text(attestation)})

    def use(self, options: dict[str, Any], **wrong: Any) -> str:
        """Answer a question for a passkey, as JSON; `wrong` replaces parts of what is signed for."""
        if self.counts:
            self.count += 1
        said, data = self._said("webauthn.get", options, wrong), self._data()
        signature = self.key.sign(data + sha256(said).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            {
                "clientDataJSON": text(said),
                "authenticatorData": text(data),
                "signature": text(signature),
                "userHandle": self.handle,
            }
        )

    def _said(self, kind: str, options: dict[str, Any], wrong: dict[str, Any]) -> bytes:
        right = {"type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": False}
        return json.dumps(right | wrong).encode()

    def _data(self, more: int = 0) -> bytes:
        flags = PRESENT | (VERIFIED if self.verified else 0) | more
        count = self.count if self.counts else 0
        return sha256(self.host.encode()).digest() + bytes([flags]) + count.to_bytes(4, "big")

    def _public(self) -> bytes:
        numbers = self.key.public_key().public_numbers()
        x, y = numbers.x.to_bytes(32, "big"), numbers.y.to_bytes(32, "big")
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})

    def _answer(self, response: dict[str, str]) -> str:
        name = text(self.credential)
        return json.dumps(
            {"id": name, "rawId": name, "type": "public-key", "response": response, "clientExtensionResults": {}}
        )


def question(page: Any) -> dict[str, Any]:
    """Return what a page asks the device."""
    return json.loads(soup(page).select_one("form[data-passkey]")["data-options"])


def make_passkey(visitor: Any, phone: Authenticator, name: str = "Mijn telefoon", **wrong: Any) -> Any:
    """Open the page for a new passkey, let the phone make one, and send it; return the answer."""
    asked = question(visitor.get(NEW))
    return visitor.post(NEW, {"name": name, "credential": phone.make(asked, **wrong)})


def use_passkey(visitor: Any, phone: Authenticator, url: str = SIGN_IN, **wrong: Any) -> Any:
    """Open the page that asks for a passkey, let the phone show one, and send it; return the answer."""
    asked = question(visitor.get(url))
    return visitor.post(url, {"credential": phone.use(asked, **wrong)})
