"""What a proven sign-in at the provider means here: who it is, which roles go with it, when it ends."""

import re
from typing import Any

from sqlalchemy import update
from sqlmodel import col, select

from b2b.accounts import queries
from b2b.accounts.models import IdentityProvider, Member, MemberIdentity, ProviderSession
from b2b.accounts.queries import oidc as providers
from b2b.accounts.rules import EMAIL_MAX, FIRST_NAME_MAX, MemberState, normal_email
from b2b.accounts.rules.oidc import (
    SUBJECT_MAX,
    AddressInUse,
    LinkedElsewhere,
    NoRoleThere,
    first_name_in,
    groups_in,
    roles_for,
    shows_second_factor,
)
from b2b.accounts.service import joining, sessions
from b2b.accounts.service.locks import one_at_a_time
from b2b.accounts.service.oidc_roles import follow
from b2b.core import audit
from b2b.core.db import Work
from b2b.core.ids import new_reference

_ADDRESS = re.compile(r"[^@\s<>\",;:]+@[^@\s<>\",;:]+")


def enter(
    work: Work, provider: IdentityProvider, claims: dict[str, Any], device: str, link_to: Member | None = None
) -> str | None:
    """Sign in whoever these claims are about; return the token of the session.

    None when no group gives a role any more: what the provider gave before is then taken away,
    which must be kept, so it is no refusal. Somebody new gets an account, or (`link_to`) the work
    account is tied to the account of who asked for that. Raises ProviderRefusal.
    """
    subject, town = str(claims["sub"]), provider.municipality_id
    one_at_a_time(work, queries.email_key(f"{provider.issuer} {subject}"))
    wanted = roles_for(groups_in(claims, provider.groups_claim), providers.group_rules(work, provider.id or 0))
    known = providers.identity(work, town, provider.issuer, subject)
    if known is None and not wanted:
        raise NoRoleThere("no-group")
    if known is not None and link_to is not None and known.member_id != link_to.id:
        raise LinkedElsewhere("linked")
    if known is None:
        known = _tie(work, provider, subject, link_to or _new_member(work, provider, claims))
    member = work.get_one(Member, known.member_id)
    if member.state is MemberState.ERASED:
        raise NoRoleThere("erased")
    work.actor_id = member.id
    follow(work, known, member, wanted)
    if not wanted:
        return None
    known.last_used_at = work.now()
    return _open(work, provider, known, member, claims, device)


def remember_way_out(work: Work, provider: IdentityProvider, address: str | None) -> None:
    """Keep where somebody signs out at the provider too, as it last told."""
    if provider.end_session_url != address:
        changed = update(IdentityProvider).where(col(IdentityProvider.id) == provider.id)
        work.connection().execute(changed.values(end_session_url=address))


def end(work: Work, provider: IdentityProvider, subject: str | None, sid: str | None) -> int:
    """End our sessions of who signed out at the provider; return how many.

    With a `sid` those of that one session there, else all that this subject began there.
    """
    which = [MemberIdentity.provider_id == provider.id]
    if subject:
        which.append(MemberIdentity.subject == subject)
    if sid:
        which.append(ProviderSession.sid == sid)
    found = work.exec(
        select(ProviderSession.session_key, MemberIdentity.member_id)
        .join(MemberIdentity, col(MemberIdentity.id) == col(ProviderSession.identity_id))
        .where(*which)
    ).all()
    ended = [(key, member_id) for key, member_id in found if sessions.end(work, key)]
    for member_id in sorted({member_id for _, member_id in ended}):
        audit.note(work, "provider.signed-out", work.get_one(Member, member_id))
    return len(ended)


def _open(
    work: Work,
    provider: IdentityProvider,
    known: MemberIdentity,
    member: Member,
    claims: dict[str, Any],
    device: str,
) -> str:
    strong = shows_second_factor(claims, provider.strong)
    token = joining.enter(work, member, device, second_factor=strong)
    work.flush()  # the row below points at the session
    sid = claims.get("sid")
    work.add(
        ProviderSession(
            session_key=sessions.session_key(token),
            municipality_id=provider.municipality_id,
            identity_id=known.id or 0,
            sid=sid if isinstance(sid, str) and len(sid) <= SUBJECT_MAX else None,
        )
    )
    audit.note(work, "provider.signed-in", member, second_factor=strong)
    return token


def _tie(work: Work, provider: IdentityProvider, subject: str, member: Member) -> MemberIdentity:
    known = MemberIdentity(
        municipality_id=provider.municipality_id,
        provider_id=provider.id or 0,
        member_id=member.id or 0,
        issuer=provider.issuer,
        subject=subject,
        created_at=work.now(),
        last_used_at=work.now(),
    )
    work.add(known)
    work.flush()  # grants and sessions point at it
    audit.note(work, "provider.linked", member)
    return known


def _new_member(work: Work, provider: IdentityProvider, claims: dict[str, Any]) -> Member:
    """Make the account of a colleague. The address is for mail to them; it proves nothing about who they are."""
    email = _address(claims)
    if email and queries.by_email(work, provider.municipality_id, email) is not None:
        raise AddressInUse("address")
    member = Member(
        reference=new_reference("B"),
        municipality_id=provider.municipality_id,
        neighbourhood_id=provider.home_id,
        first_name=first_name_in(claims, FIRST_NAME_MAX),
        email=email,
        email_key=queries.email_key(email) if email else None,
        sixteen_confirmed_at=work.now(),
        created_at=work.now(),
    )
    work.add(member)
    work.flush()  # the identity points at it
    return member


def _address(claims: dict[str, Any]) -> str | None:
    email = claims.get("email")
    if not isinstance(email, str) or len(email) > EMAIL_MAX or not _ADDRESS.fullmatch(email):
        return None
    return None if claims.get("email_verified") is False else normal_email(email)
