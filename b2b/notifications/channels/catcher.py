"""The demo's own mail server: a real SMTP conversation whose mails end up in a folder."""

import asyncio
import os
import socket
import time
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path
from typing import Any

from b2b.core.ids import new_reference
from b2b.notifications.channels.listening import Listening
from b2b.notifications.channels.twin import text_of

KEEP = 300
"""So many mails stay; the oldest make room."""
LARGEST = 512 * 1024


@dataclass(frozen=True)
class Caught:
    """A mail in the mailbox of the demo."""

    name: str
    to: str
    subject: str
    text: str
    at: datetime | None
    files: tuple[str, ...]
    answer_to: str = ""


class Mailbox:
    """Mails as files in `folder`, named so that they sort by time."""

    def __init__(self, folder: Path):
        self.folder = folder

    def put(self, raw: bytes) -> None:
        """Keep a mail; the oldest goes when there are too many."""
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / f"{time.time_ns():020}-{new_reference('M').lower()}.part"
        draft.write_bytes(raw)
        os.replace(draft, draft.with_suffix(".eml"))  # a half-written mail is never read
        for old in self._names()[KEEP:]:
            old.unlink(missing_ok=True)

    def mails(self, address: str | None = None, limit: int = 50) -> list[Caught]:
        """Return the newest mails (to one address), newest first."""
        found: list[Caught] = []
        for path in self._names():
            mail = _read(path)
            if mail is not None and address in (None, mail.to):
                found.append(mail)
                if len(found) == limit:
                    break
        return found

    def mail(self, name: str) -> Caught | None:
        """Return the mail with this name, or None when it made room."""
        return next((_read(path) for path in self._names() if path.stem == name), None)

    def addresses(self) -> list[str]:
        """Return everybody who got mail, by name."""
        return sorted({mail.to for mail in self.mails(limit=KEEP)})

    def empty(self) -> None:
        """Throw every mail away."""
        for path in self._names():
            path.unlink(missing_ok=True)

    def _names(self) -> list[Path]:
        return sorted(self.folder.glob("*.eml"), reverse=True)


def _read(path: Path) -> Caught | None:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None  # it made room while we were reading
    mail = message_from_bytes(raw, _class=EmailMessage, policy=default)
    try:
        at = parsedate_to_datetime(mail["Date"]) if mail["Date"] else None
    except ValueError:
        at = None
    files = tuple(part.get_filename() or "" for part in mail.iter_attachments())
    answer_to = parseaddr(str(mail["Reply-To"] or ""))[1]
    return Caught(path.stem, str(mail["To"] or ""), str(mail["Subject"] or ""), text_of(mail), at, files, answer_to)


class _Handler:
    def __init__(self, mailbox: Mailbox):
        self._mailbox = mailbox

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep what came in."""
        self._mailbox.put(envelope.content)
        return "250 OK"


class Catcher(Listening):
    """An SMTP server on this machine that delivers to `mailbox`."""

    def __init__(self, mailbox: Mailbox, *, port: int = 0):
        self._mailbox = mailbox
        super().__init__(_listening(port), "b2b-mail")

    @property
    def url(self) -> str:
        """Return the address, as B2B_SMTP_URL has it."""
        return f"smtp://127.0.0.1:{self.port}"

    def conversation(self, loop: asyncio.AbstractEventLoop) -> Any:
        """Speak SMTP with one sender."""
        from aiosmtpd.smtp import SMTP

        handler = _Handler(self._mailbox)
        return SMTP(handler, data_size_limit=LARGEST, enable_SMTPUTF8=True, hostname="localhost", loop=loop)


def _listening(port: int) -> socket.socket:
    """Return a socket on `port` of this machine, or on any free one when somebody has that."""
    try:
        return socket.create_server(("127.0.0.1", port))
    except OSError:
        return socket.create_server(("127.0.0.1", 0))
