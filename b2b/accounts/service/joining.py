"""Becoming a member, and coming back in."""

from collections.abc import Callable
from dataclasses import dataclass

from b2b.accounts.events import MemberJoined, SignedInOnNewDevice
from b2b.accounts.models import Member, SignInChallenge
from b2b.accounts.queries import by_email, email_key, knows_device
from b2b.accounts.rules import AddressTaken, normal_email
from b2b.accounts.service import sessions
from b2b.accounts.service.locks import one_at_a_time
from b2b.core.db import Work
from b2b.core.ids import new_reference


@dataclass(frozen=True)
class NewMember:
    """What somebody new tells: no more than this. Age and house rules were said yes to."""

    first_name: str
    neighbourhood_id: int
    language: str = "nl"


def sign_in(work: Work, challenge: SignInChallenge) -> str | None:
    """Open a session for the member whose address was proven; None when there is no such member.

    Who may not take part for now gets in as well: to read why, to object, to see their own data.
    """
    member = by_email(work, challenge.municipality_id, challenge.email)
    if member is None:
        return None
    return enter(work, member, challenge.device)


def enter(work: Work, member: Member, device: str, *, second_factor: bool = False) -> str:
    """Sign a member in on a device; return the token. An unknown kind of device is told by mail."""
    new_device = not knows_device(work, member.id or 0, device)
    token = sessions.open_session(work, member, device, second_factor=second_factor)
    if new_device:
        reference = sessions.reference(work, token)
        work.record(SignedInOnNewDevice(member.id or 0, member.municipality_id, reference))
    return token


DOORKEEPERS: list[Callable[[Work, int, str, str, str], bool]] = []
"""Asked before an account is made (municipality, address, first name, language): False means that a person looks first."""


def may_join(work: Work, challenge: SignInChallenge, who: NewMember) -> bool:
    """Say whether an account can be made now; False: a person was asked to look first, and answers by mail."""
    given = (challenge.municipality_id, challenge.email, who.first_name, who.language)
    return all(ask(work, *given) for ask in DOORKEEPERS)


def join(work: Work, challenge: SignInChallenge, who: NewMember) -> str | None:
    """Make a member of whoever proved this address, and sign them in; return the token.

    None when the address has become a member meanwhile (a double click, a second tab): the code
    was for one session only, so the second one signs in anew.
    """
    try:
        member = add(work, challenge.municipality_id, challenge.email, who)
    except AddressTaken:
        return None
    work.actor_id = member.id
    token = sessions.open_session(work, member, challenge.device)
    work.record(MemberJoined(member.id or 0, member.municipality_id))
    return token


def add(work: Work, municipality_id: int, email: str, who: NewMember) -> Member:
    """Make a member of whoever has this address, without signing them in; AddressTaken when there is one."""
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
    work.flush()  # sessions, roles and those who listen need the key
    return member
