"""Settings: read once from the environment, frozen, checked; incomplete means no start."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent


class BadSettings(Exception):
    """The installation cannot start as it is configured; the message says what to do."""


@dataclass(frozen=True)
class Settings:
    """Each field is the environment variable `B2B_<NAME>`; its docstring is its manual."""

    secret_key: str
    """At least 32 characters; seals fields, signs links and sessions. Keep it outside the database."""
    secret_key_fallbacks: tuple[str, ...] = ()
    """Older secrets, comma separated, the oldest last: what they sealed or signed stays readable after a rotation."""
    lookup_key: str = ""
    """64 hex digits by which addresses are looked up, of `b2b keys lookup`; empty: made from the oldest secret."""
    database_url: str = "sqlite:///var/b2b.sqlite3"
    """sqlite:///path, or postgresql://user:password@host/name (PostgreSQL 16 or later)."""
    base_url: str = "http://127.0.0.1:8000"
    """The address residents use; mails link to it. https turns on Secure cookies and HSTS."""
    trusted_hosts: tuple[str, ...] = ()
    """Host names we answer to, comma separated; empty means: the host of base_url and localhost."""
    proxies: int = 0
    """How many proxies of our own stand in front and set X-Forwarded-For and -Proto."""
    smtp_url: str = "smtp://127.0.0.1:8025"
    """Where mail goes: smtp://user:password@host:25, or smtps:// for TLS from the start."""
    mail_from: str = "Buurthulp <buurthulp@localhost>"
    """The sender of every mail."""
    mail_in: str = ""
    """The mailbox for answers and for mail that comes back, such as antwoord@in.gemeente.nl; empty: mail is one way."""
    push_key: str = ""
    """The private key for push, of `b2b push keys`; empty: no device can ask for it. A new one ends what was asked."""
    backup_to: str = ""
    """The public half (age1…) of the key for backups, of `b2b keys backup`: it seals a copy and opens none."""
    erasures_file: str = ""
    """Where marks of erased accounts are kept outside the database, best on another disk; empty: in our folder."""
    demo: bool = False
    """Seed demo people, list them on the sign-in page, show a mailbox. Refuses a public host."""
    limits_url: str = "appdb://"
    """Where rate limits are counted: our own database, or redis://… when there is one."""
    limits: bool = True
    """Count at all. Off only for load tests on this machine."""
    worker: bool = True
    """Run one background worker inside the web process (right for SQLite)."""
    busy_seconds: float = 5.0
    """How long a write waits for its turn before the page says: try again."""

    def __post_init__(self) -> None:
        if len(self.secret_key) < 32:
            raise BadSettings("B2B_SECRET_KEY is missing or shorter than 32 characters.")
        if self.lookup_key and not re.fullmatch(r"[0-9a-f]{64}", self.lookup_key):
            raise BadSettings("B2B_LOOKUP_KEY is 64 hex digits: `b2b keys lookup` prints them.")
        host = urlsplit(self.base_url).hostname or ""
        if self.demo and host not in ("localhost", "127.0.0.1", "::1"):
            raise BadSettings(f"The demo does not run on a public host ({host}): unset B2B_DEMO.")
        if self.mail_in and not re.fullmatch(r"[A-Za-z0-9._-]{1,20}@[A-Za-z0-9.-]{1,200}", self.mail_in):
            raise BadSettings("B2B_MAIL_IN is one address, such as antwoord@in.example, without a plus.")
        if self.push_key and not re.fullmatch(r"[A-Za-z0-9_-]{43}", self.push_key):
            raise BadSettings("B2B_PUSH_KEY is one line of 43 characters: `b2b push keys` prints one.")
        if not urlsplit(self.base_url).scheme.startswith("http"):
            raise BadSettings("B2B_BASE_URL starts with http:// or https://.")

    @property
    def mailbox(self) -> str:
        """Return the mailbox for answers; the demo has one of its own, whose mail never leaves this machine."""
        return self.mail_in or ("antwoord@demo.b2b.example" if self.demo else "")

    @property
    def https(self) -> bool:
        return self.base_url.startswith("https://")

    @property
    def folder(self) -> Path:
        """Return where this installation keeps its files: beside its SQLite file, else in var/."""
        kind, _, path = self.database_url.partition(":///")
        return Path(path.partition("?")[0]).parent if kind.startswith("sqlite") and path else Path("var")

    @property
    def ledger(self) -> Path:
        """Return where it is kept which accounts were erased."""
        return Path(self.erasures_file) if self.erasures_file else self.folder / "erasures.txt"

    @property
    def hosts(self) -> list[str]:
        """Return the host names we answer to."""
        own = urlsplit(self.base_url).hostname or "localhost"
        return list(self.trusted_hosts) or [own, "localhost", "127.0.0.1"]

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read B2B_* variables; raise BadSettings when one cannot be read."""
        values: dict[str, object] = {"secret_key": ""}
        for field in fields(cls):
            raw = environment.get(f"B2B_{field.name.upper()}")
            if raw is not None:
                values[field.name] = _read(field.name, field.type, raw)
        return cls(**values)  # type: ignore[arg-type]


def _read(name: str, kind: object, raw: str) -> object:
    try:
        if kind is bool:
            return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[raw.lower()]
        if kind in (int, float):
            return kind(raw)
    except (KeyError, ValueError):
        raise BadSettings(f"B2B_{name.upper()} cannot be read: {raw!r}.") from None
    if kind == tuple[str, ...]:
        return tuple(part.strip() for part in raw.split(",") if part.strip())
    return raw
