"""A code by mail: asked for, tried, used once, in the browser that asked for it."""

import os
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import func, update
from sqlmodel import col, select

from b2b.accounts.models import SignInChallenge
from b2b.accounts.queries import email_key
from b2b.accounts.rules import (
    CHALLENGES_PER_QUARTER,
    CODE_LIFE,
    CODE_TRIES,
    FAILED_CHALLENGES_PER_DAY,
    JOIN_WITHIN,
    QUARTER,
    ChallengePurpose,
    CodeAnswer,
    code_hash,
    new_code,
    same,
    spaced,
    worth_a_try,
)
from b2b.accounts.service.locks import one_at_a_time
from b2b.core.clock import local
from b2b.core.crypto import keyring, opened_text, sealed_text
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.jobs.letters import mail_to

DAY = timedelta(days=1)
_MAILS = {ChallengePurpose.SIGN_IN: "sign-in-code", ChallengePurpose.CHANGE_EMAIL: "change-email-code"}
SPENT_FOR = timedelta(minutes=1)
"""How long a used code is taken for the second half of a double click."""


@dataclass(frozen=True)
class Verdict:
    """What came of a code; `challenge` is the row that was right."""

    answer: CodeAnswer
    challenge: SignInChallenge | None = None


def ask(
    work: Work,
    municipality_id: int,
    email: str,
    nonce: str,
    device: str,
    purpose: ChallengePurpose = ChallengePurpose.SIGN_IN,
) -> bool:
    """Send a code to `email`, to be typed in the browser that holds `nonce`.

    Returns False when the address had enough mail or too many wrong codes; the page must not
    tell, because it would tell whether somebody else is trying too.
    """
    key = email_key(email)
    one_at_a_time(work, key)
    if not _may_ask(work, key):
        return False
    code, salt = new_code(), os.urandom(16)
    challenge = SignInChallenge(
        reference=new_reference("O"),
        municipality_id=municipality_id,
        email=email,
        email_key=key,
        browser_key=browser_key(nonce),
        code_salt=salt,
        code_hash=code_hash(_peppered(code), salt),
        device=device,
        purpose=purpose,
        created_at=work.now(),
        expires_at=work.now() + CODE_LIFE,
    )
    work.add(challenge)
    mail_to(
        work,
        _MAILS[purpose],
        email,
        municipality_id=municipality_id,
        until=challenge.expires_at,
        code=spaced(code),
        device=device,
        asked_at=f"{local(work.now()):%-H.%M}",
        token=link_token(challenge.reference, code) if purpose is ChallengePurpose.SIGN_IN else "",
    )
    return True


def answer(
    work: Work,
    nonce: str | None,
    email: str,
    code: str,
    purpose: ChallengePurpose = ChallengePurpose.SIGN_IN,
) -> Verdict:
    """Try a code against what this browser asked for; the try counts before it is looked at.

    A person who asked twice may type either code. The right one uses up all of them.
    """
    mine = _asked_here(work, nonce, email, purpose)
    open_ones = [challenge for challenge in mine if _take_a_try(work, challenge)]
    for challenge in open_ones:
        if same(code_hash(_peppered(code), challenge.code_salt), challenge.code_hash):
            return _use(work, challenge, open_ones)
    if not open_ones:
        return Verdict(CodeAnswer.SPENT if _spent_just_now(work, mine) else CodeAnswer.OVER)
    return Verdict(CodeAnswer.WRONG)


def proven(work: Work, reference: str, nonce: str | None) -> SignInChallenge | None:
    """Return the challenge whose code was right not long ago in this browser: for somebody new."""
    challenge = work.exec(select(SignInChallenge).where(SignInChallenge.reference == reference)).first()
    if challenge is None or challenge.used_at is None or challenge.used_at < work.now() - JOIN_WITHIN:
        return None
    return challenge if nonce and challenge.browser_key == browser_key(nonce) else None


def link_token(reference: str, code: str) -> str:
    """Return what stands in the link of the mail: sealed, so that an address bar tells nothing."""
    return sealed_text(f"{reference} {code}").rstrip("=")


def read_link(work: Work, token: str) -> tuple[SignInChallenge, str] | None:
    """Return the challenge and the code of a link, or None when it is not ours or too old."""
    try:
        reference, _, code = opened_text(token + "=" * (-len(token) % 4)).partition(" ")
    except Exception:  # noqa: BLE001 - whatever is wrong with a made-up token, it opens nothing
        return None
    challenge = work.exec(select(SignInChallenge).where(SignInChallenge.reference == reference)).first()
    if challenge is None:
        return None
    alive = worth_a_try(challenge.tries, challenge.expires_at, challenge.used_at, work.now())
    return (challenge, code) if alive else None


def asked_here(challenge: SignInChallenge, nonce: str | None) -> bool:
    """Say whether this browser is the one in which the code was asked for."""
    return nonce is not None and same(challenge.browser_key, browser_key(nonce))


def browser_key(nonce: str) -> bytes:
    """Return what is kept of the secret of a browser."""
    return sha256(nonce.encode()).digest()


def _may_ask(work: Work, key: bytes) -> bool:
    mailed = select(func.count()).where(
        col(SignInChallenge.email_key) == key, col(SignInChallenge.created_at) > work.now() - QUARTER
    )
    failed = select(func.count()).where(
        col(SignInChallenge.email_key) == key,
        col(SignInChallenge.created_at) > work.now() - DAY,
        col(SignInChallenge.tries) > 0,
        col(SignInChallenge.used_at).is_(None),
    )
    return work.exec(mailed).one() < CHALLENGES_PER_QUARTER and work.exec(failed).one() < FAILED_CHALLENGES_PER_DAY


def _asked_here(work: Work, nonce: str | None, email: str, purpose: ChallengePurpose) -> list[SignInChallenge]:
    if not nonce:
        return []
    found = select(SignInChallenge).where(
        SignInChallenge.browser_key == browser_key(nonce),
        SignInChallenge.email_key == email_key(email),
        SignInChallenge.purpose == purpose,
        SignInChallenge.expires_at > work.now(),
    )
    return list(work.exec(found.order_by(col(SignInChallenge.id).desc())))


def _take_a_try(work: Work, challenge: SignInChallenge) -> bool:
    """Count one try in the row itself: of two at once, both count, and the sixth gets nothing."""
    return _change(work, challenge, col(SignInChallenge.tries) < CODE_TRIES, tries=col(SignInChallenge.tries) + 1)


def _spent_just_now(work: Work, mine: list[SignInChallenge]) -> bool:
    # Asked afresh: while this try waited for its turn, the other half of a double click has won.
    used = select(SignInChallenge.id).where(
        col(SignInChallenge.id).in_([challenge.id for challenge in mine]),
        col(SignInChallenge.used_at) > work.now() - SPENT_FOR,
    )
    return work.exec(used.limit(1)).first() is not None


def _use(work: Work, challenge: SignInChallenge, others: list[SignInChallenge]) -> Verdict:
    if not _change(work, challenge, used_at=work.now()):
        return Verdict(CodeAnswer.SPENT)
    for other in others:
        if other is not challenge:
            _change(work, other, used_at=work.now())
    return Verdict(CodeAnswer.RIGHT, challenge)


def _change(work: Work, challenge: SignInChallenge, *which: object, **values: object) -> bool:
    unused = col(SignInChallenge.used_at).is_(None)
    mine = col(SignInChallenge.id) == challenge.id
    changed = update(SignInChallenge).where(mine, unused, *which).values(**values)  # type: ignore[arg-type]
    return work.connection().execute(changed).rowcount == 1


def _peppered(code: str) -> bytes:
    """Mix the code with a secret outside the database: six digits alone are quickly tried."""
    return keyring().fingerprint("sign-in-code", code)
