"""The signed cookie of a browser, read with a signer that is made once."""

from datetime import timedelta
from functools import lru_cache
from time import time

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature, URLSafeTimedSerializer

REMEMBERED = 2048
"""Cookies of a process whose signature was checked before: the same browser asks again within the minute."""


class CookieSessions(SecureCookieSessionInterface):
    """Flask's own sessions. Flask makes the signer anew, and checks the same cookie again, for each request."""

    def __init__(self, app: Flask) -> None:
        signer = super().get_signing_serializer(app)
        if signer is None:
            raise ValueError("an app without a secret key has no sessions")
        self._signer: URLSafeTimedSerializer = signer
        self._checked = lru_cache(maxsize=REMEMBERED)(self._check)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer:
        """Return the signer of this app."""
        return self._signer

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """Return what the cookie of this browser says; nothing when it is not ours, or too old."""
        cookie = request.cookies.get(self.get_cookie_name(app))
        if not cookie:
            return self.session_class()
        try:
            payload, signed_at = self._checked(cookie)
        except BadSignature:
            return self.session_class()
        lifetime: timedelta = app.permanent_session_lifetime
        # Ages below zero are a clock that was set back: nobody has to sign in again for that.
        if time() - signed_at > lifetime.total_seconds():
            return self.session_class()
        return self.session_class(self._signer.load_payload(payload))

    def _check(self, cookie: str) -> tuple[bytes, float]:
        """Return the payload and the moment (UNIX seconds) of a cookie that we signed; else BadSignature."""
        for signer in self._signer.iter_unsigners():
            try:
                payload, moment = signer.unsign(cookie, return_timestamp=True)
            except BadSignature:
                continue
            return payload, moment.timestamp()
        raise BadSignature("no key of ours signed this")
