"""Three stand-ins for a mail server: one takes everything, one refuses everything, one breaks."""

from email.message import EmailMessage

from b2b.core.words import N_
from b2b.jobs.rules import GiveUp, RetryLater


class MailTwin:
    """Takes every mail and keeps it in `sent`."""

    def __init__(self) -> None:
        self.sent: list[EmailMessage] = []

    def send(self, message: EmailMessage) -> None:
        """Keep `message`."""
        self.sent.append(message)

    def to(self, address: str) -> list[EmailMessage]:
        """Return the mails that went to `address`, oldest first."""
        return [message for message in self.sent if message["To"] == address]

    def last(self, address: str | None = None) -> EmailMessage:
        """Return the newest mail (to `address`); AssertionError when there is none."""
        found = self.sent if address is None else self.to(address)
        assert found, f"no mail to {address or 'anybody'}; sent: {[str(m['To']) for m in self.sent]}"  # noqa: S101
        return found[-1]


class RefusingTwin:
    """Takes no mail. `for_good` says whether trying again could help; `tries` counts."""

    def __init__(self, *, for_good: bool = False) -> None:
        self.for_good, self.tries = for_good, 0

    def send(self, message: EmailMessage) -> None:
        """Refuse `message`."""
        self.tries += 1
        if self.for_good:
            raise GiveUp(N_("De mailserver weigert dit adres."))
        raise RetryLater(N_("De mailserver heeft het te druk."))


class ExplodingTwin:
    """Breaks in a way that nobody foresaw; its message quotes the address, as libraries do."""

    def __init__(self) -> None:
        self.tries = 0

    def send(self, message: EmailMessage) -> None:
        """Break."""
        self.tries += 1
        raise RuntimeError(f"cannot deliver to {message['To']}")


def text_of(message: EmailMessage) -> str:
    """Return the plain text of a mail: for tests and for the demo's mailbox."""
    part = message.get_body(preferencelist=("plain",))
    return part.get_content() if part is not None else ""
