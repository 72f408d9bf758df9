"""Ask a neighbour for one request, once; hear yes or "not now"."""

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.conversations import service as talking
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import Answer, ResponseKind
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.notifications.service import notify
from b2b.posts import queries as posts
from b2b.posts import service as posting
from b2b.posts.queries import Post
from b2b.posts.rules import InvitationHow, PostState
from b2b.promise import queries
from b2b.promise.models import HelpAsk
from b2b.promise.rules import CannotInvite, InvitationAnswer, NotSearching
from b2b.promise.rules.ladder import Rung
from b2b.promise.rules.waves import BY_HAND, why_not

YES = N_("Hallo {name}, ik kan je helpen. Wanneer komt het je uit?")
"""What is said for who taps "Ik kan helpen" in a mail. They go on in the conversation."""


def invite(work: Work, post: Post, member_id: int, rung: Rung) -> bool:
    """Ask this neighbour by mail; False when they were asked for it before. A quiet request is asked quietly."""
    if post.quiet:
        return posting.pick(work, post, [member_id], InvitationHow.NEAR) == 1
    row = {
        "reference": new_reference("W"),
        "municipality_id": post.municipality_id,
        "post_id": post.id,
        "member_id": member_id,
        "rung": rung,
        "answer": InvitationAnswer.ASKED,
        "created_at": work.now(),
    }
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    once = insert(HelpAsk).values(row).on_conflict_do_nothing(index_elements=["post_id", "member_id"])
    made = work.connection().execute(once.returning(col(HelpAsk.id))).scalar()
    if made is None:
        return False
    notify(work, member_id, "help-asked", municipality_id=post.municipality_id, invitation_id=made)
    return True


def ask_by_hand(work: Work, post: Post, member_id: int) -> None:
    """A moderator asks somebody who fits. Raises NotSearching, or CannotInvite for who does not want it now."""
    lock(work, post)
    if post.state is not PostState.OPEN:
        raise NotSearching()
    need = queries.need_of(work, post)
    fitting = [one for one in queries.helpers_for(work, post) if one.member_id == member_id]
    reasons = [why_not(one, need, work.now()) for one in fitting]
    if not any(why is None or why in BY_HAND for why in reasons):
        raise CannotInvite()
    if invite(work, post, member_id, Rung.MODERATOR):
        audit.note(work, "promise.asked-by-hand", post, to=member_id)


def accept(work: Work, asked: HelpAsk) -> Conversation:
    """The neighbour can help: this begins a conversation with the asker. Twice is one.

    Raises what `talking.answer` raises: somebody was chosen, the limits of who is new.
    """
    post = posts.post(work, asked.post_id)
    if post is None:
        raise NotSearching()
    asker = people.names(work, [post.author_id]).get(post.author_id, "")
    said = Answer(ResponseKind.YES, YES.format(name=asker), asked.reference)
    talk = talking.answer(work, post, asked.member_id, said)
    asked.answer, asked.answered_at = InvitationAnswer.YES, asked.answered_at or work.now()
    return talk


def not_now(work: Work, asked: HelpAsk) -> None:
    """The neighbour cannot now. Nobody hears of it, and no more mail comes about this request."""
    if asked.answer is InvitationAnswer.ASKED:
        asked.answer, asked.answered_at = InvitationAnswer.NOT_NOW, work.now()
