"""The e-mail connector: a mail to the desk with a reference and a link, and no content."""

from collections.abc import Callable

from b2b.handoff.connectors.base import Parcel, Receipt

MailTheDesk = Callable[[Parcel], None]


class EmailConnector:
    """Mails the address of the desk. `mail` sends one mail and keeps its Message-ID stable by key."""

    name = "email"

    def __init__(self, mail: MailTheDesk):
        self._mail = mail

    def deliver(self, parcel: Parcel) -> Receipt:
        """Send the mail; the receipt has no reference, because a mailbox gives none."""
        self._mail(parcel)
        return Receipt()
