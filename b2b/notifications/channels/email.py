"""Mail leaves by SMTP. The whole conversation has one deadline on the clock on the wall.

A timeout of smtplib counts from the last byte, so a server that sends one byte a second would
hold the worker for ever. Here a timer cuts the line.
"""

import smtplib
import socket
import ssl
import threading
from copy import copy
from email.message import EmailMessage
from typing import Any
from urllib.parse import unquote, urlsplit

from b2b.core.words import N_
from b2b.jobs.rules import GiveUp, RetryLater
from b2b.notifications.channels.base import NoSuchAddress

SECONDS = 20.0
"""For one mail, from the connection to the last word. Far below a job's lease."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

AWAY = N_("De mailserver antwoordt niet.")
BUSY = N_("De mailserver neemt nu geen mail aan.")
REFUSED = N_("De mailserver weigert deze mail.")
NO_ENTRY = N_("De mailserver laat ons niet binnen: kijk naar B2B_SMTP_URL.")


class SmtpDoor:
    """The mail server of `url`: smtp://user:password@host:25, or smtps:// for TLS from the start.

    With smtp:// TLS is used when the server offers it. A password is sent over TLS only, except
    to this machine.
    """

    def __init__(self, url: str, *, seconds: float = SECONDS, context: ssl.SSLContext | None = None):
        parts = urlsplit(url)
        self._host = parts.hostname or "localhost"
        self._implicit = parts.scheme == "smtps"
        self._port = parts.port or (465 if self._implicit else 25)
        self._user = unquote(parts.username or "")
        self._password = unquote(parts.password or "")
        self._seconds, self._context = seconds, context

    def send(self, message: EmailMessage) -> None:
        """Hand `message` to the server; raise RetryLater or GiveUp when it does not take it."""
        line = _Line(self._seconds, self._tls() if self._implicit else None)
        try:
            with line.deadline():
                line.connect(self._host, self._port)
                self._enter(line)
                line.send_message(*_enveloped(message))
                line.quit()
        except smtplib.SMTPRecipientsRefused as refusal:
            code, words = next(iter(refusal.recipients.values()))
            # 5.1.x speaks of the address; a bare 550 may as well be about us.
            raise (
                NoSuchAddress(f"{REFUSED} ({code})") if b"5.1." in words and code >= 500 else _refusal(code)
            ) from None
        except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as refusal:
            raise _refusal(refusal.smtp_code) from None
        except (smtplib.SMTPNotSupportedError, UnicodeEncodeError):
            raise GiveUp(REFUSED) from None
        except smtplib.SMTPAuthenticationError:
            raise RetryLater(NO_ENTRY) from None
        except smtplib.SMTPResponseException:
            raise RetryLater(BUSY) from None
        except (OSError, smtplib.SMTPException, ValueError):
            # ValueError: the timer closed the line between two words.
            if line.accepted:
                return  # the server took the mail and only its goodbye was lost
            raise RetryLater(AWAY) from None
        finally:
            line.close()

    def _enter(self, line: "_Line") -> None:
        line.ehlo_or_helo_if_needed()
        if not self._implicit and line.has_extn("starttls"):
            line.starttls(context=self._tls())
            line.ehlo_or_helo_if_needed()
        if self._user:
            if not (line.is_private or self._host in LOOPBACK):
                raise RetryLater(N_("De mailserver biedt geen TLS: het wachtwoord gaat er niet heen."))
            line.login(self._user, self._password)

    def _tls(self) -> ssl.SSLContext:
        if self._context is None:
            self._context = ssl.create_default_context()
        return self._context


def _enveloped(message: EmailMessage) -> tuple[EmailMessage, str | None]:
    """Return the mail without its Return-Path, which belongs on the envelope, and what stood there."""
    sender = str(message["Return-Path"] or "").strip("<>") or None
    bare = copy(message)
    del bare["Return-Path"]
    return bare, sender


def _refusal(code: int) -> Exception:
    """Read a refusal of one mail: 5xx is for good, anything else may pass."""
    return GiveUp(f"{REFUSED} ({code})") if 500 <= code < 600 else RetryLater(f"{BUSY} ({code})")


class _Line(smtplib.SMTP):
    """A conversation that a timer can cut, whatever it waits for."""

    def __init__(self, seconds: float, context: ssl.SSLContext | None):
        super().__init__(timeout=seconds)
        self._seconds, self._context = seconds, context
        self._cord: socket.socket | None = None
        self.accepted = False

    @property
    def is_private(self) -> bool:
        """Say whether nobody can listen in."""
        return isinstance(self.sock, ssl.SSLSocket)

    def deadline(self) -> "_Deadline":
        """Cut the line when the block takes longer than allowed."""
        return _Deadline(self._seconds, self.cut)

    def cut(self) -> None:
        """End the conversation now: whoever waits for the other side gets an empty answer."""
        if self._cord is not None:
            try:
                self._cord.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # the line was down already

    def close(self) -> None:
        """Hang up."""
        super().close()
        if self._cord is not None:
            self._cord.close()
            self._cord = None

    def data(self, msg: Any) -> tuple[int, bytes]:
        """Send the mail itself, and remember whether it was taken."""
        code, words = super().data(msg)
        self.accepted = code == 250
        return code, words

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        self._host = host  # whose certificate STARTTLS asks for; smtplib only sets it when it connects at once
        plain = socket.create_connection((host, port), timeout)
        self._cord = plain.dup()  # TLS takes the socket over; this end of the cord stays ours
        return self._context.wrap_socket(plain, server_hostname=host) if self._context else plain


class _Deadline:
    """Calls `cut` after `seconds`, unless the block was done before."""

    def __init__(self, seconds: float, cut: Any):
        self._timer = threading.Timer(seconds, cut)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()
