"""What conversations add to the page of a post, and what floors above add to the page of a conversation."""

from collections.abc import Callable

from markupsafe import Markup

from b2b.authz.predicates import Actor
from b2b.conversations import queries
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import STATE_WORDS, ConversationState, response_words
from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.posts.rules import PostState
from b2b.web.pages import render

Panel = Callable[[Work, Actor, Conversation], str | None]
PANELS: list[Panel] = []
"""Pieces of the conversation page that come from a floor above (appointments); filled in b2b/reactions."""


def post_panel(work: Work, actor: Actor, post: Post) -> str | None:
    """Return the reactions for the author of a post; for others the way to react."""
    if actor.member_id == post.author_id:
        return _for_author(work, post)
    if actor.member_id is None:
        return render("conversations/react.html", post=post, own=None) if post.state is PostState.OPEN else None
    own = queries.own_reaction(work, post.id or 0, actor.member_id)
    if own is None and post.state is not PostState.OPEN:
        return None
    return render("conversations/react.html", post=post, own=own)


def _for_author(work: Work, post: Post) -> str | None:
    reactions = queries.reactions(work, post.id or 0)
    if not reactions and post.state is not PostState.OPEN:
        return None
    return render(
        "conversations/reactions.html",
        post=post,
        reactions=reactions,
        said={reaction.response: response_words(post.kind, reaction.response).short for reaction in reactions},
        states=STATE_WORDS,
        can_choose=post.state is PostState.OPEN,
        choosable=ConversationState.OPEN,
    )


def conversation_panels(work: Work, actor: Actor, conversation: Conversation) -> list[Markup]:
    """Return the pieces that floors above add to this conversation, as safe HTML of our own templates."""
    shown = (panel(work, actor, conversation) for panel in PANELS)
    return [Markup(part) for part in shown if part]  # noqa: S704 - rendered by our own, escaping templates
