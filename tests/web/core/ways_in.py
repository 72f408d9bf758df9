"""The things of signing in that have an address: a passkey, and a municipality's provider."""

from b2b.accounts.models import Passkey
from b2b.core.ids import new_reference

NOWHERE = "I-0000-0000"
"""No provider is called this: one that is there would be asked, and this table asks nobody outside."""


def ways_in(make, member, now):
    """Make a passkey of `member`; return the references by name."""
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
    return {"passkey": passkey.reference, "identityprovider": NOWHERE}
