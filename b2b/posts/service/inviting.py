"""Asking neighbours quietly: who is asked, who says "not now", and that nobody else reads it."""

from collections.abc import Iterable

from sqlalchemy import delete, select, update
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.core.db import Work, lock
from b2b.notifications.service import notify
from b2b.posts.events import InvitationDeclined, NeighbourInvited
from b2b.posts.models import Invitation, Post
from b2b.posts.queries.invitations import invitation, invitations
from b2b.posts.rules import (
    ASKED_MOST,
    EDITABLE,
    INVITATIONS_KEPT,
    InvitationHow,
    InvitationState,
    PostState,
)

AT_ONCE = 200


def pick(work: Work, post: Post, member_ids: Iterable[int], how: InvitationHow = InvitationHow.PICKED) -> int:
    """Choose neighbours for a quiet request; they hear of it once it is open. Return how many are new.

    The author, who blocked the author or was blocked, and who was chosen before are passed over.
    """
    if not post.quiet or post.state not in EDITABLE:
        return 0
    known = {each.member_id for each in invitations(work, post.id or 0)}
    barred = people.blocked_ids(work, post.author_id) | {post.author_id} | known
    new = [member_id for member_id in dict.fromkeys(member_ids) if member_id not in barred]
    for member_id in new[: max(0, ASKED_MOST - len(known))]:
        work.add(
            Invitation(
                municipality_id=post.municipality_id,
                post_id=post.id or 0,
                member_id=member_id,
                how=how,
                created_at=work.now(),
            )
        )
    work.flush()  # asked after below, perhaps in the same breath
    ask_chosen(work, post)
    return len(new)


def ask_chosen(work: Work, post: Post) -> None:
    """Let those who were chosen read an open quiet request, and tell each of them once."""
    if not post.quiet or post.state is not PostState.OPEN:
        return
    for each in invitations(work, post.id or 0):
        if each.state is InvitationState.WAITING:
            each.state, each.asked_at = InvitationState.ASKED, work.now()
            work.record(NeighbourInvited(post.id or 0, each.member_id))
    _let_read(work, post)


def decline(work: Work, post: Post, member_id: int) -> None:
    """It does not suit this neighbour now: they read it no more, and somebody else is asked. Twice changes nothing."""
    lock(work, post)
    asked = invitation(work, post.id or 0, member_id)
    if asked is None or asked.state is InvitationState.NOT_NOW:
        return
    asked.state, asked.answered_at = InvitationState.NOT_NOW, work.now()
    _let_read(work, post)
    work.record(InvitationDeclined(post.id or 0, member_id))


def tell_invited(work: Work, event: NeighbourInvited) -> None:
    """Mail a neighbour who is asked quietly."""
    post = work.get_one(Post, event.post_id)
    notify(work, event.member_id, "asked-quietly", municipality_id=post.municipality_id, post_id=post.id)


def purge_invitations(work: Work) -> int:
    """Forget who was asked for what closed long ago; return how many invitations went."""
    over = select(col(Post.id)).where(col(Post.closed_at) < work.now() - INVITATIONS_KEPT)
    old = list(work.scalars(select(col(Invitation.id)).where(col(Invitation.post_id).in_(over)).limit(AT_ONCE)))
    posts = select(col(Invitation.post_id)).where(col(Invitation.id).in_(old))
    work.connection().execute(update(Post).where(col(Post.id).in_(posts)).values(invited=[]))
    return work.connection().execute(delete(Invitation).where(col(Invitation.id).in_(old))).rowcount


def _let_read(work: Work, post: Post) -> None:
    work.flush()  # the list below is read from the store
    asked = (each for each in invitations(work, post.id or 0) if each.state is InvitationState.ASKED)
    post.invited = sorted(each.member_id for each in asked)
