"""A provider that lies: it speaks the protocol over HTTP, and each of its answers can be made wrong."""

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey

CLIENT = "b2b"
LOGOUT = {"http://schemas.openid.net/event/backchannel-logout": {}}


def lines(text: str) -> str:
    """Return base64url of a text, without padding."""
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@dataclass
class Liar:
    """What the twin answers. `said` changes the claims, `facts` the discovery document, `answers` whole answers."""

    issuer: str = ""
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256"))
    said: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    raw: str | None = None
    nonce: str = ""
    asked: list[str] = field(default_factory=list)

    def claims(self, **more: Any) -> dict[str, Any]:
        """Return right claims for now, changed as told; a claim that is told to be None is left out."""
        now = int(time.time())
        right = {"iss": self.issuer, "sub": "piet", "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": self.nonce}
        right |= {"groups": ["wijkteam"], "amr": ["pwd", "mfa"], "given_name": "Piet"}
        return {name: value for name, value in (right | self.said | more).items() if value is not None}

    def logout_claims(self, **more: Any) -> dict[str, Any]:
        """Return right claims of a logout token, changed as told."""
        bare = {"nonce": None, "groups": None, "amr": None, "given_name": None}
        return self.claims(**bare | {"jti": f"jti-{time.time_ns()}", "events": LOGOUT} | more)

    def token(self, claims: dict[str, Any], key: Any = None, **header: Any) -> str:
        """Return `claims` signed by the twin's key, or by another."""
        signing = key or self.key
        told = {"alg": "ES256", "kid": self.key.thumbprint(), **header}
        return jwt.encode(told, claims, signing, algorithms=[told["alg"]])

    def unsigned(self, claims: dict[str, Any]) -> str:
        """Return a token that says itself that nobody signed it."""
        return f"{lines(json.dumps({'alg': 'none'}))}.{lines(json.dumps(claims))}."

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """Return (status, headers, body) for a path."""
        if path in self.answers:
            return self.answers[path]
        if path == "/.well-known/openid-configuration":
            return self._json(
                {
                    "issuer": self.issuer,
                    "authorization_endpoint": f"{self.issuer}/auth",
                    "token_endpoint": f"{self.issuer}/token",
                    "jwks_uri": f"{self.issuer}/keys",
                    **self.facts,
                }
            )
        if path == "/keys":
            return self._json({"keys": [{**self.key.as_dict(private=False), "kid": self.key.thumbprint()}]})
        if path == "/token":
            token = self.raw if self.raw is not None else self.token(self.claims())
            return self._json({"access_token": "a", "token_type": "Bearer", "id_token": token})
        return 404, {}, b""

    @staticmethod
    def _json(found: Any) -> tuple[int, dict[str, str], bytes]:
        return 200, {"Content-Type": "application/json"}, json.dumps(found).encode()


@contextmanager
def lying() -> Iterator[Liar]:
    """Run a twin while the block runs."""
    liar = Liar()

    class Desk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            liar.asked.append(self.path)
            status, headers, body = liar.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.do_GET()

        def log_message(self, *_words: Any) -> None:
            """Say nothing: a refusal is what is tested."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    liar.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield liar
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
