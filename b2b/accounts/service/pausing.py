"""An account that lies still because its owner wants that: nobody sees it, nothing is done with it but keeping it."""

from b2b.accounts.models import Member
from b2b.accounts.rules import MemberState
from b2b.accounts.service.people import suspend
from b2b.core import audit
from b2b.core.db import Work, lock


def pause(work: Work, member: Member) -> None:
    """Let an account lie still until its owner wakes it. Twice changes nothing."""
    lock(work, member)
    if member.paused_at is not None:
        return
    member.paused_at = work.now()
    if member.state is MemberState.ACTIVE:
        suspend(work, member)
    member.suspended_until = None
    audit.note(work, "member.paused", member)


def resume(work: Work, member: Member) -> None:
    """Wake an account. Whether it may take part again is for the measures to say: the caller settles them."""
    lock(work, member)
    if member.paused_at is None:
        return
    member.paused_at = None
    audit.note(work, "member.resumed", member)
