"""Limits that hold over processes and restarts: counted in our own database.

Only the few posts that guard something are limited (signing in, posting, writing, reporting);
reading never is, because a limiter costs more than the rest of Flask.
"""

import time
from ipaddress import ip_address, ip_network
from typing import Any

from flask import Flask, request
from flask_limiter import Limiter
from flask_limiter.errors import RateLimitExceeded
from limits.storage import Storage
from sqlalchemy import Engine, delete, text
from sqlmodel import Field, SQLModel, col

from b2b.core.columns import BigId
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.web.errors import failure
from b2b.web.transactions import SAFE


class LimitCounter(SQLModel, table=True):
    """Hits on one limit within one window. `key` holds fingerprints, no addresses."""

    __tablename__ = "limit_counters"

    key: str = Field(primary_key=True, max_length=200)
    hits: int = Field(sa_type=BigId)
    expires_at: float = Field(index=True)


_HIT = text("""
INSERT INTO limit_counters (key, hits, expires_at) VALUES (:key, :amount, :expires)
ON CONFLICT (key) DO UPDATE SET
  hits = CASE WHEN limit_counters.expires_at <= :now THEN :amount ELSE limit_counters.hits + :amount END,
  expires_at = CASE WHEN limit_counters.expires_at <= :now THEN :expires ELSE limit_counters.expires_at END
RETURNING hits
""")


class DatabaseStorage(Storage):
    """The `limits` storage on our own table: fixed windows, one upsert a hit."""

    STORAGE_SCHEME = ["appdb"]
    engine: Engine

    def __init__(self, uri: str | None = None, wrap_exceptions: bool = False, **options: Any):
        super().__init__(uri, wrap_exceptions=wrap_exceptions, **options)
        self.engine = options["engine"]

    @property
    def base_exceptions(self) -> type[Exception]:
        return Exception

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        now = time.time()
        values = {"key": key[:200], "amount": amount, "now": now, "expires": now + expiry}
        with self.engine.begin() as connection:
            return int(connection.execute(_HIT, values).scalar_one())

    def get(self, key: str) -> int:
        return int(self._value("hits", key) or 0)

    def get_expiry(self, key: str) -> float:
        return float(self._value("expires_at", key) or time.time())

    def check(self) -> bool:
        return True

    def reset(self) -> int | None:
        with self.engine.begin() as connection:
            return connection.execute(delete(LimitCounter)).rowcount

    def clear(self, key: str) -> None:
        with self.engine.begin() as connection:
            connection.execute(delete(LimitCounter).where(col(LimitCounter.key) == key[:200]))

    def _value(self, column: str, key: str) -> Any:
        query = text(f"SELECT {column} FROM limit_counters WHERE key = :key AND expires_at > :now")  # noqa: S608
        with self.engine.begin() as connection:
            return connection.execute(query, {"key": key[:200], "now": time.time()}).scalar()


def client_key() -> str:
    """Return who asks, as a fingerprint: the IPv4 address, or the /64 of an IPv6 one."""
    address = request.remote_addr or "0.0.0.0"  # noqa: S104 - a name for "unknown", nothing listens
    if ip_address(address).version == 6:
        address = str(ip_network(f"{address}/64", strict=False).network_address)
    return keyring().fingerprint("limit", address)[:12].hex()


class EarlyLimiter(Limiter):
    """Counts before the view's unit of work opens, and only what changes something.

    The library counts once more around the view itself. There the transaction of this request is
    open, and on SQLite a second writer in the same thread would wait for itself.
    """

    def _check_request_limit(self, callable_name: str | None = None, in_middleware: bool = True) -> None:
        if in_middleware and request.method not in SAFE:
            super()._check_request_limit(callable_name, in_middleware=False)


limiter = EarlyLimiter(key_func=client_key, headers_enabled=False, strategy="fixed-window")


def too_fast(error: RateLimitExceeded) -> Any:
    """Answer with the waiting time; what was typed comes back."""
    window = error.limit.limit.get_expiry() if error.limit else 60
    return failure(429, retry_after=min(int(window), 3600))


def purge(work: Work) -> int:
    """Forget windows that are over; return how many."""
    over = delete(LimitCounter).where(col(LimitCounter.expires_at) < work.now().timestamp())
    return work.connection().execute(over).rowcount


def init_app(app: Flask, engine: Engine, uri: str, enabled: bool) -> None:
    """Count in our table, or in Redis when a municipality runs one."""
    app.config.update(
        RATELIMIT_STORAGE_URI=uri,
        RATELIMIT_STORAGE_OPTIONS={"engine": engine} if uri.startswith("appdb") else {},
        RATELIMIT_ENABLED=enabled,
    )
    limiter.init_app(app)
    app.register_error_handler(RateLimitExceeded, too_fast)
