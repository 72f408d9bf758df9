"""Who was asked quietly."""

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.posts.models import Invitation, Post
from b2b.posts.rules import InvitationState, PostState


def invitations(work: Work, post_id: int) -> list[Invitation]:
    """Return who was chosen for this post, in the order in which they were thought of."""
    found = select(Invitation).where(Invitation.post_id == post_id).order_by(col(Invitation.id))
    return list(work.exec(found))


def invitation(work: Work, post_id: int, member_id: int) -> Invitation | None:
    """Return the invitation of this neighbour for this post."""
    found = select(Invitation).where(Invitation.post_id == post_id, Invitation.member_id == member_id)
    return work.exec(found).first()


def nobody_asked(work: Work) -> list[int]:
    """Return open quiet requests that nobody can say yes to now, oldest first."""
    waiting = select(Invitation.post_id).where(Invitation.state == InvitationState.ASKED)
    found = select(Post.id).where(Post.state == PostState.OPEN, col(Post.quiet), col(Post.id).not_in(waiting))
    return [post_id for post_id in work.exec(found.order_by(col(Post.id))) if post_id is not None]
