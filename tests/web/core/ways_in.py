"""The things of one member that have an address: a passkey, a municipality's provider, a message."""

from b2b.accounts.models import Passkey
from b2b.core.ids import new_reference
from b2b.handoff.models import Connection
from b2b.notifications.models import Notification

NOWHERE = "I-0000-0000"
"""No provider is called this: one that is there would be asked, and this table asks nobody outside."""


def ways_in(make, member, now):
    """Make a passkey of `member` and a message to them; return the references by name."""
    passkey = make.save(
        Passkey(
            reference=new_reference("Y"),
            municipality_id=member.municipality_id,
            member_id=member.id,
            host="localhost",
            name="Telefoon",
            credential_id=b"c",
            public_key=b"p",
            created_at=now,
        )
    )
    news = make.save(
        Notification(
            reference=new_reference("J"),
            municipality_id=member.municipality_id,
            member_id=member.id,
            event="joined",
            created_at=now,
        )
    )
    connection = make.save(
        Connection(
            reference=new_reference("U"),
            municipality_id=member.municipality_id,
            connector="email",
            address="loket@voorbeeld.nl",
            created_at=now,
        )
    )
    return {
        "notification": news.reference,
        "mail": "chosen--offer",
        "passkey": passkey.reference,
        "identityprovider": NOWHERE,
        "connection": connection.reference,
        "connector": "email",
    }
