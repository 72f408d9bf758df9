"""Choosing one reaction, letting go, and what that means for the others.

Every verb that touches a post and its conversations takes the post first (`hold`), so that two
quick choosers take turns and nobody waits for each other in a circle. The partial unique index
on the conversations is the second lock.
"""

from b2b.conversations import queries
from b2b.conversations.events import HelperChosen, HelperPassedOver, HelperReleased, NotNow, ResponseOpenAgain
from b2b.conversations.models import Conversation
from b2b.conversations.rules import (
    CONVERSATION_LIFECYCLE,
    AlreadyChosen,
    ConversationAction,
    ConversationOver,
    ConversationState,
    NotOpen,
    PostGone,
)
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.posts import queries as posts
from b2b.posts import service as posting
from b2b.posts.queries import Post
from b2b.posts.rules import PostState


def hold(work: Work, conversation: Conversation) -> Post:
    """Keep the post of a conversation, and the conversation, until the commit; return the post."""
    post = posts.post(work, conversation.post_id)
    if post is None:
        raise PostGone()
    lock(work, post)
    lock(work, conversation)
    return post


def check_choosable(post: Post, conversation: Conversation) -> None:
    """Raise the reason why this reaction cannot be chosen now."""
    if post.state is PostState.MATCHED:
        raise AlreadyChosen()
    if post.state is not PostState.OPEN:
        raise NotOpen()
    if conversation.state is ConversationState.CLOSED:
        raise ConversationOver()


def choose(work: Work, conversation: Conversation) -> None:
    """Choose this reaction: the post is matched and the others hear it, once each.

    Choosing the chosen one again changes nothing. Raises AlreadyChosen when it is somebody else.
    """
    post = hold(work, conversation)
    if conversation.state is ConversationState.CHOSEN:
        return
    check_choosable(post, conversation)
    move(work, conversation, CONVERSATION_LIFECYCLE, ConversationAction.CHOOSE)
    posting.match(work, post)
    work.record(HelperChosen(conversation.id or 0))
    for other in queries.of_post(work, post.id or 0):
        if other.state is ConversationState.OPEN:
            move(work, other, CONVERSATION_LIFECYCLE, ConversationAction.PASS_OVER)
            work.record(HelperPassedOver(other.id or 0))


def say_not_now(work: Work, conversation: Conversation) -> None:
    """Whose offer it is cannot help this neighbour now. Twice, or when it is settled otherwise, changes nothing."""
    hold(work, conversation)
    if conversation.state is not ConversationState.OPEN:
        return
    move(work, conversation, CONVERSATION_LIFECYCLE, ConversationAction.PASS_OVER)
    conversation.not_now_at = work.now()
    work.record(NotNow(conversation.id or 0))


def release(work: Work, conversation: Conversation, by_id: int) -> None:
    """Let the chosen one go, or step back oneself: the post is open again.

    Twice changes nothing, nor does it when the post is over: then there is nothing to step back from.
    """
    post = hold(work, conversation)
    if conversation.state is not ConversationState.CHOSEN or post.state not in (PostState.MATCHED, PostState.HIDDEN):
        return
    move(work, conversation, CONVERSATION_LIFECYCLE, ConversationAction.RELEASE)
    work.record(HelperReleased(conversation.id or 0, by_id))
    if post.state is PostState.MATCHED:
        posting.unmatch(work, post)  # its event opens the other conversations


def look_again(work: Work, conversation: Conversation, by_id: int) -> None:
    """The help did not come: look for somebody again, also when the post was closed meanwhile.

    What the author withdrew comes back only at the author's own word.
    """
    post = hold(work, conversation)
    is_withdrawn_by_them = post.state is PostState.WITHDRAWN and post.author_id == by_id
    if post.state is PostState.MATCHED:
        release(work, conversation, by_id)
    elif post.state in (PostState.FULFILLED, PostState.EXPIRED) or is_withdrawn_by_them:
        posting.reopen(work, post)


def fulfil(work: Work, conversation: Conversation) -> None:
    """The help was given: the post is done, unless somebody else is chosen by now."""
    post = hold(work, conversation)
    is_theirs = conversation.state is ConversationState.CHOSEN
    if post.state is PostState.OPEN or (post.state is PostState.MATCHED and is_theirs):
        posting.fulfil(work, post)


def let_rest(work: Work, conversation: Conversation) -> None:
    """Nobody said whether the help was given: the post closes, unless somebody else is chosen by now."""
    post = hold(work, conversation)
    if post.state is PostState.MATCHED and conversation.state is ConversationState.CHOSEN:
        posting.expire(work, post)


def call_off(work: Work, conversation: Conversation, asker_id: int) -> None:
    """The help is no longer needed: a request closes, an offer is free for somebody else."""
    post = hold(work, conversation)
    is_theirs = conversation.state is ConversationState.CHOSEN
    if post.author_id != asker_id:
        release(work, conversation, asker_id)
    elif post.state is PostState.OPEN or (post.state is PostState.MATCHED and is_theirs):
        posting.withdraw(work, post)


def open_all(work: Work, post_id: int) -> None:
    """Somebody is looked for again: the conversations of this post go on as before the choice."""
    for conversation in queries.of_post(work, post_id):
        if conversation.state is ConversationState.CLOSED or conversation.not_now_at is not None:
            continue
        conversation.closes_at = None
        if conversation.state is ConversationState.CHOSEN:
            move(work, conversation, CONVERSATION_LIFECYCLE, ConversationAction.RELEASE)
        elif conversation.state is ConversationState.NOT_CHOSEN:
            move(work, conversation, CONVERSATION_LIFECYCLE, ConversationAction.REOPEN)
            work.record(ResponseOpenAgain(conversation.id or 0))
