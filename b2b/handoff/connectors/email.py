"""The e-mail connector: a mail to the desk with a reference and a link, and no content."""

from collections.abc import Callable

from b2b.core.words import N_
from b2b.handoff.connectors.base import Finding, Logbook, Parcel, Receipt, Seen, Way
from b2b.notifications.rules import is_address

MailTheDesk = Callable[[Parcel], None]


class EmailConnector:
    """Mails the address of the desk. `mail` sends one mail and keeps its Message-ID stable by key."""

    name = "email"
    writes_message = False

    def __init__(self, mail: MailTheDesk):
        self._mail = mail

    def deliver(self, parcel: Parcel, log: Logbook) -> Receipt:
        """Send the mail; the receipt has no reference, because a mailbox gives none."""
        self._mail(parcel)
        return Receipt()

    def look(self, parcel: Parcel) -> Seen | None:
        """A mailbox does not tell what became of a mail."""
        return None

    def take_back(self, parcel: Parcel) -> bool:
        """The mail held nothing of the resident, and its link opens nothing once the question is withdrawn."""
        return True

    def finish(self, parcel: Parcel) -> bool:
        """A link to a question that is over opens nothing: nobody has to be told."""
        return True

    def pass_on(self, parcel: Parcel) -> str | None:
        """Hear of it by the mail that the new desk gets, like everybody who looks after that neighbourhood."""
        return None

    def link_case(self, parcel: Parcel, case: str, *, stands: bool) -> None:
        """The page behind the link in the mail is our own: there is nothing to link."""

    def test(self, way: Way) -> list[Finding]:
        """Say whether this is a mail address; whether somebody reads it, only a mail can tell."""
        advice = N_("Vul een e-mailadres in, bijvoorbeeld loket@gemeente.nl.")
        return [Finding(N_("Dit is een e-mailadres"), is_address(way.address), advice)]
