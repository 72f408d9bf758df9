"""The door by which mail comes in: SMTP or LMTP, for the mail server of a municipality to deliver to.

It answers what delivering servers understand: taken (250), nobody here (550), too large (552), or later (451).
It stands behind that server, on this machine or in its own network: it asks no password and speaks no TLS.
"""

import asyncio
import logging
import socket
from collections.abc import Callable
from typing import Any

from b2b.notifications.channels.listening import Listening
from b2b.notifications.incoming.reading import LARGEST
from b2b.notifications.incoming.receiving import Verdict

log = logging.getLogger("b2b.mail")

Receive = Callable[[bytes, str, str], Verdict]
"""(mail, envelope sender, recipient) -> what came of it."""

TAKEN = "250 2.0.0 OK"
NOBODY = "550 5.1.1 Nobody has this address here"
LATER = "451 4.3.0 Try again later"
ONE_AT_A_TIME = "452 4.5.3 One recipient at a time"


class Hall:
    """Answers aiosmtpd. One recipient a mail, so that each gets an answer of its own."""

    def __init__(self, receive: Receive, known: Callable[[str], bool]):
        self._receive, self._known = receive, known

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Let in who has an address of ours."""
        if envelope.rcpt_tos:
            return ONE_AT_A_TIME
        if not self._known(address):
            return NOBODY
        envelope.rcpt_tos.append(address)
        return TAKEN

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Do what the mail asks, beside the conversations with others."""
        given = (bytes(envelope.content), envelope.mail_from or "", envelope.rcpt_tos[0])
        verdict = await asyncio.get_running_loop().run_in_executor(None, self._receive, *given)
        return TAKEN if verdict is Verdict.TAKEN else NOBODY

    async def handle_exception(self, error: Exception) -> str:
        """Let the sending server keep the mail and come back. Words of the mail stay out of the log."""
        log.warning("a mail could not be taken in: %s", type(error).__name__)
        return LATER


class Doorstep(Listening):
    """The door itself; `lmtp` for a server that delivers by LMTP."""

    def __init__(self, listening: socket.socket, hall: Hall, *, lmtp: bool = False):
        self._hall, self._lmtp = hall, lmtp
        super().__init__(listening, "b2b-mail-in")

    def conversation(self, loop: asyncio.AbstractEventLoop) -> Any:
        """Speak SMTP or LMTP with one server."""
        from aiosmtpd.lmtp import LMTP
        from aiosmtpd.smtp import SMTP

        return (LMTP if self._lmtp else SMTP)(
            self._hall,
            data_size_limit=LARGEST,
            enable_SMTPUTF8=True,
            hostname="buurthulp",
            ident="Buurthulp",
            loop=loop,
        )
