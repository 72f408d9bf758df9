"""The blueprint of the lane, and what its pages share: whom staff may serve, and where an act leads back to."""

from typing import Any

from flask import Blueprint, abort, g, redirect, url_for

from b2b.accounts.queries import Member
from b2b.agreements import queries as meetings
from b2b.agreements.queries import Agreement
from b2b.authz.predicates import Role
from b2b.conversations.queries import Conversation
from b2b.paper import queries
from b2b.paper.models import PaperPerson
from b2b.posts.queries import Post
from b2b.web.guard import find
from b2b.web.transactions import current_actor

paper = Blueprint("paper", __name__)


def my_places() -> frozenset[int] | None:
    """Return the neighbourhoods in which this member of staff serves people; None means all of them."""
    actor = current_actor()
    if actor.has(Role.ADMINISTRATOR):
        return None
    held = [actor.neighbourhoods(role) for role in (Role.MODERATOR, Role.COORDINATOR) if actor.has(role)]
    return None if None in held else frozenset().union(*(hoods for hoods in held if hoods is not None))


def served(member: Member) -> PaperPerson:
    """Return how this member came in at the desk, or 404: who can be mailed speaks for themselves."""
    found = queries.person_of(g.work, member.id or 0)
    if found is None or member.email is not None:
        abort(404)
    return found


def post_of(member: Member, reference: str) -> Post:
    """Return a request of this member, or 404."""
    served(member)
    post: Post = find(Post, reference)
    return post if post.author_id == member.id else abort(404)


def talk_of(member: Member, reference: str) -> Conversation:
    """Return a conversation about a request of this member, or 404."""
    served(member)
    conversation: Conversation = find(Conversation, reference)
    return conversation if conversation.author_id == member.id else abort(404)


def meeting_of(member: Member, reference: str) -> tuple[Agreement, str]:
    """Return an appointment of this member as the asker, with the reference of its conversation; or 404."""
    served(member)
    agreement: Agreement = find(Agreement, reference)
    if agreement.asker_id != member.id:
        abort(404)
    return agreement, meetings.surroundings(g.work, agreement, member.id or 0).conversation_reference


def back_to(member: Member) -> Any:
    """Go to the page of this person."""
    return redirect(url_for("paper.person", member=member.reference), 303)


def back_to_talk(member: Member, conversation: str) -> Any:
    """Go to one conversation of this person."""
    return redirect(url_for("paper.talk", member=member.reference, conversation=conversation), 303)
