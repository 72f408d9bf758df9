"""Making a member of somebody whose address needs no proof: an operator vouches for it, or it is made up."""

from b2b.accounts.events import MemberJoined
from b2b.accounts.models import Member
from b2b.accounts.queries import by_email, email_key
from b2b.accounts.rules import AddressTaken, normal_email
from b2b.accounts.service.joining import NewMember
from b2b.accounts.service.locks import one_at_a_time
from b2b.core.db import Work
from b2b.core.ids import new_reference


def add(work: Work, municipality_id: int, email: str, who: NewMember) -> Member:
    """Make a member who joins as if through the pages; raise AddressTaken when the address has one."""
    key = email_key(email)
    one_at_a_time(work, key)
    if by_email(work, municipality_id, email) is not None:
        raise AddressTaken()
    member = Member(
        reference=new_reference("B"),
        municipality_id=municipality_id,
        neighbourhood_id=who.neighbourhood_id,
        first_name=who.first_name,
        email=normal_email(email),
        email_key=key,
        language=who.language,
        sixteen_confirmed_at=work.now(),
        created_at=work.now(),
    )
    work.add(member)
    work.flush()  # those who listen need the key
    work.record(MemberJoined(member.id or 0, municipality_id))
    return member
