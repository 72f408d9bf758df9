"""Leaving: somebody asks to be deleted, is out of sight at once, and can come back for two weeks."""

from sqlalchemy import select
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.accounts.queries import are_blocked, staff
from b2b.accounts.rules import LastAdministrator
from b2b.accounts.service import pausing, sessions
from b2b.authz.predicates import Role
from b2b.conversations import service as talking
from b2b.conversations.models import Conversation
from b2b.conversations.rules import ConversationState
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.moderation import service as moderating
from b2b.notifications.service import notify
from b2b.posts import service as posting
from b2b.posts.models import Post
from b2b.posts.rules import POST_LIFECYCLE, PostAction
from b2b.privacy import queries
from b2b.privacy.events import ErasureAsked
from b2b.privacy.models import Erasure
from b2b.privacy.rules.erasing import ERASURE_LIFECYCLE, ErasureAction, ErasureState, UndoOver, erase_at
from b2b.privacy.tokens import read_undo


def ask_erasure(work: Work, member: Member, keep_session: bytes | None = None) -> Erasure:
    """Let somebody leave: out of sight now, deleted after UNDO_FOR. Asking twice is asking once.

    Every device but this one is signed out. Raises LastAdministrator.
    """
    lock(work, member)
    standing = queries.standing_erasure(work, member.id or 0)
    if standing is not None:
        return standing
    if staff(work, Role.ADMINISTRATOR, member.municipality_id) == [member.id]:
        raise LastAdministrator()
    erasure = Erasure(
        municipality_id=member.municipality_id,
        member_id=member.id or 0,
        asked_at=work.now(),
        due_at=erase_at(work.now()),
    )
    work.add(erasure)
    work.flush()  # the mail and the trail name it
    say_goodbye(work, member)
    pausing.pause(work, member)
    sessions.end_all(work, member.id or 0, keep=keep_session)
    audit.note(work, "erasure.asked", erasure)
    work.record(ErasureAsked(member.id or 0, member.municipality_id, erasure.id or 0))
    return erasure


def undo(work: Work, erasure: Erasure) -> None:
    """Take the deletion back: the account is as it was, its posts stay closed. Twice changes nothing. Raises UndoOver."""
    lock(work, erasure)
    if erasure.state is ErasureState.UNDONE:
        return
    if not ERASURE_LIFECYCLE.allows(erasure.state, ErasureAction.UNDO):
        raise UndoOver()
    move(work, erasure, ERASURE_LIFECYCLE, ErasureAction.UNDO)
    erasure.ended_at = work.now()
    wake(work, work.get_one(Member, erasure.member_id))
    audit.note(work, "erasure.undone", erasure)


def of_link(work: Work, token: str) -> Erasure:
    """Return the deletion that a mailed link is about; UndoOver when there is nothing to take back."""
    found = work.get(Erasure, read_undo(token) or 0)
    if found is None or found.state is not ErasureState.ASKED:
        raise UndoOver()
    return found


def rest(work: Work, member: Member) -> None:
    """Let an account lie still by its owner's wish (AVG article 18): kept, and used for nothing."""
    pausing.pause(work, member)


def wake(work: Work, member: Member) -> None:
    """Let an account take part again, as far as the measures that run allow."""
    pausing.resume(work, member)
    moderating.settle(work, member.id or 0)


def say_goodbye(work: Work, member: Member) -> None:
    """Close the posts of who leaves, let go of whom they would help, and tell who was talking with them, once each."""
    talks = open_talks(work, member.id or 0)
    told = let_go(work, member)
    for one in talks:
        other = one.other(member.id)
        if other not in told and not are_blocked(work, member.id or 0, other):
            told.add(other)
            about = {"conversation_id": one.id, "who": member.id}
            notify(work, other, "neighbour-leaves", municipality_id=one.municipality_id, **about)


def let_go(work: Work, member: Member) -> set[int]:
    """Step back from whom they would help, and close their posts; return who hears of it by that alone."""
    me, told = member.id or 0, set()
    for one in open_talks(work, me):
        if one.responder_id == me and one.state is ConversationState.CHOSEN:
            talking.release(work, one, me)
            told.add(one.author_id)
    for post in work.scalars(select(Post).where(col(Post.author_id) == me).order_by(col(Post.id))):
        if POST_LIFECYCLE.allows(post.state, PostAction.WITHDRAW):
            posting.withdraw(work, post)
    return told


def open_talks(work: Work, member_id: int) -> list[Conversation]:
    """Return the conversations of a member that are not closed, the oldest first."""
    mine = (col(Conversation.author_id) == member_id) | (col(Conversation.responder_id) == member_id)
    alive = col(Conversation.state) != ConversationState.CLOSED
    return list(work.scalars(select(Conversation).where(mine, alive).order_by(col(Conversation.id))))
