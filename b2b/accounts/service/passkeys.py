"""Passkeys: asked of a browser, checked, kept, used to sign in or as a second step.

The library is imported when it is used: few pages need it. User verification (a finger, a face, a
PIN) is always required, so that one passkey is two factors.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.accounts.events import PasskeysChanged
from b2b.accounts.models import Member, Passkey, PasskeyOffer
from b2b.accounts.queries import oidc as providers
from b2b.accounts.queries import passkeys as kept
from b2b.accounts.rules import MemberState
from b2b.accounts.rules.passkeys import (
    ASKED_FOR,
    PASSKEYS_MAX,
    PasskeyRefused,
    PasskeyTaken,
    SecondStepFirst,
    TooManyPasskeys,
)
from b2b.accounts.service import joining, sessions
from b2b.accounts.service.spent import spend
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.ids import new_reference

if TYPE_CHECKING:
    from webauthn.authentication.verify_authentication_response import VerifiedAuthentication

ANSWER_MAX = 16 * 1024


@dataclass(frozen=True)
class Place:
    """Where a passkey counts: a host name, and the address of the pages there ("https://host")."""

    host: str
    origin: str
    name: str


def ask_to_make(place: Place, member: Member, challenge: bytes, has: list[Passkey]) -> dict[str, Any]:
    """Return what a browser is told to make a new passkey; `has` are not made twice on one device."""
    from webauthn import generate_registration_options
    from webauthn.helpers import options_to_json_dict
    from webauthn.helpers.structs import (
        AuthenticatorSelectionCriteria,
        PublicKeyCredentialDescriptor,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    options = generate_registration_options(
        rp_id=place.host,
        rp_name=place.name,
        user_id=_handle(member),
        user_name=member.first_name,
        user_display_name=member.first_name,
        challenge=challenge,
        timeout=_milliseconds(),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=each.credential_id) for each in has],
    )
    return options_to_json_dict(options)


def ask_for(place: Place, challenge: bytes, has: list[Passkey] | None = None) -> dict[str, Any]:
    """Return what a browser is told to show one of `has`, or (none given) whichever passkey it keeps for this place."""
    from webauthn import generate_authentication_options
    from webauthn.helpers import options_to_json_dict
    from webauthn.helpers.structs import PublicKeyCredentialDescriptor, UserVerificationRequirement

    options = generate_authentication_options(
        rp_id=place.host,
        challenge=challenge,
        timeout=_milliseconds(),
        allow_credentials=[PublicKeyCredentialDescriptor(id=each.credential_id) for each in has or []],
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json_dict(options)


def add(work: Work, place: Place, member: Member, name: str, answer: str, challenge: bytes) -> Passkey:
    """Keep the passkey that a browser made; raise PasskeyRefused, PasskeyTaken or TooManyPasskeys."""
    from webauthn import verify_registration_response
    from webauthn.helpers.exceptions import WebAuthnException

    lock(work, member)
    if len(kept.passkeys(work, member.id or 0)) >= PASSKEYS_MAX:
        raise TooManyPasskeys()
    _use_up(work, challenge)
    try:
        made = verify_registration_response(
            credential=_read(answer),
            expected_challenge=challenge,
            expected_rp_id=place.host,
            expected_origin=place.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as wrong:
        raise PasskeyRefused() from wrong
    if kept.passkey_by_credential(work, made.credential_id) is not None:
        raise PasskeyTaken()
    passkey = Passkey(
        reference=new_reference("Y"),
        municipality_id=member.municipality_id,
        member_id=member.id or 0,
        host=place.host,
        name=name,
        credential_id=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        created_at=work.now(),
    )
    work.add(passkey)
    _tell(work, member, added=True)
    return passkey


def sign_in(work: Work, place: Place, answer: str, challenge: bytes, device: str) -> str:
    """Open a session for whoever shows a passkey; raise PasskeyRefused. Both factors are done."""
    passkey = _shown(work, place, answer, challenge)
    member = work.get_one(Member, passkey.member_id)
    if member.state is MemberState.ERASED:
        raise PasskeyRefused()
    work.actor_id = member.id
    return joining.enter(work, member, device, second_factor=True)


def confirm(work: Work, place: Place, member: Member, answer: str, challenge: bytes, key: bytes) -> str | None:
    """Do the second step with a passkey of `member`; return the token of the session that replaces this one."""
    if _shown(work, place, answer, challenge).member_id != member.id:
        raise PasskeyRefused()
    return sessions.step_up(work, key)


def check_may_add(work: Work, member: Member, *, staff: bool, second_factor: bool, key: bytes) -> None:
    """Raise SecondStepFirst when a passkey would let a mailbox alone rise to a role.

    The first factor of somebody with a role is set up on trust, as the app is; a next one only
    after the one there is. Who comes from the municipality's provider comes from there first.
    """
    if not staff or second_factor:
        return
    if has_any_factor(work, member) or not came_the_right_way(work, member, key):
        raise SecondStepFirst()


def has_any_factor(work: Work, member: Member) -> bool:
    """Say whether a member has an app or a passkey for the second step."""
    return member.has_second_step or kept.has_passkey(work, member.id or 0)


def came_the_right_way(work: Work, member: Member, key: bytes) -> bool:
    """Say whether a first factor may be set up in this session: not by mail when there is a work account."""
    if not providers.has_identity(work, member.id or 0):
        return True
    return providers.provider_of_session(work, key) is not None


def rename(passkey: Passkey, name: str) -> None:
    """Call a passkey something else."""
    passkey.name = name


def remove(work: Work, passkey: Passkey) -> None:
    """Forget a passkey: it opens nothing from now on."""
    work.delete(passkey)
    _tell(work, work.get_one(Member, passkey.member_id), added=False)


def remove_all(work: Work, member: Member) -> int:
    """Forget every passkey of who lost a phone; return how many."""
    return work.connection().execute(delete(Passkey).where(col(Passkey.member_id) == member.id)).rowcount


def close_offer(work: Work, member: Member) -> None:
    """Offer this member a passkey no more. Doing it twice changes nothing."""
    row = {"member_id": member.id, "municipality_id": member.municipality_id, "closed_at": work.now()}
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    once = insert(PasskeyOffer).values(row).on_conflict_do_nothing(index_elements=["member_id"])
    work.connection().execute(once)


def _shown(work: Work, place: Place, answer: str, challenge: bytes) -> Passkey:
    from webauthn import verify_authentication_response
    from webauthn.helpers import base64url_to_bytes
    from webauthn.helpers.exceptions import WebAuthnException

    _use_up(work, challenge)
    try:
        said = _read(answer)
        passkey = kept.passkey_by_credential(work, base64url_to_bytes(str(said["rawId"])))
        if passkey is None or passkey.host != place.host:
            raise PasskeyRefused()
        checked = verify_authentication_response(
            credential=said,
            expected_challenge=challenge,
            expected_rp_id=place.host,
            expected_origin=place.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
        _check_handle(work, passkey, said)
    except (WebAuthnException, ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise PasskeyRefused() from wrong
    _count(work, passkey, checked)
    return passkey


def _count(work: Work, passkey: Passkey, checked: "VerifiedAuthentication") -> None:
    """Keep the new count in the row itself: of two at once with one count, the second is a copy."""
    same = update(Passkey).where(col(Passkey.id) == passkey.id, col(Passkey.sign_count) == passkey.sign_count)
    new = same.values(sign_count=checked.new_sign_count, last_used_at=work.now())
    if work.connection().execute(new).rowcount != 1:
        raise PasskeyRefused()


def _check_handle(work: Work, passkey: Passkey, said: dict[str, Any]) -> None:
    from webauthn.helpers import base64url_to_bytes

    handle = said["response"].get("userHandle")
    if handle and base64url_to_bytes(str(handle)) != _handle(work.get_one(Member, passkey.member_id)):
        raise PasskeyRefused()


def _use_up(work: Work, challenge: bytes) -> None:
    if not challenge or not spend(work, "passkey", challenge.hex(), work.now() + ASKED_FOR):
        raise PasskeyRefused()


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > ANSWER_MAX:
        raise ValueError("too long for an answer of a passkey")
    said = json.loads(answer)
    if not isinstance(said, dict):
        raise TypeError("an answer is an object")
    return said


def _handle(member: Member) -> bytes:
    """Return what an authenticator calls a member: nothing that means anything elsewhere."""
    return sha256(f"passkey {member.reference}".encode()).digest()


def _milliseconds() -> int:
    return int(ASKED_FOR.total_seconds() * 1000)


def _tell(work: Work, member: Member, *, added: bool) -> None:
    audit.note(work, "passkey.added" if added else "passkey.removed", member)
    work.record(PasskeysChanged(member.id or 0, member.municipality_id, added))
