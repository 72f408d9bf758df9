"""The signed cookie of a browser, read with a signer that is made once."""

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer


class CookieSessions(SecureCookieSessionInterface):
    """Flask's own sessions. Flask makes the signer anew for each request; the keys do not change."""

    _signer: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Return the signer of this app."""
        if self._signer is None:
            self._signer = super().get_signing_serializer(app)
        return self._signer
