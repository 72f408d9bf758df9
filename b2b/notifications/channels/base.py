"""What every way of sending mail looks like to the jobs that use it."""

from dataclasses import dataclass
from email.message import EmailMessage
from typing import Protocol

from b2b.jobs.rules import GiveUp


class NoSuchAddress(GiveUp):
    """The other side says that nobody has this address: it is no use to try it again with another mail."""


class MailDoor(Protocol):
    """The door that mail leaves by."""

    def send(self, message: EmailMessage) -> None:
        """Hand `message` over; return only when the other side has taken it.

        Raises RetryLater when trying again may help, GiveUp when it cannot.
        """


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a mail. `kind` is its MIME type, `parameters` belong to it (method=REQUEST)."""

    name: str
    kind: str
    content: str
    parameters: tuple[tuple[str, str], ...] = ()
