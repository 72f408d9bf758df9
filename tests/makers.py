"""Makes people and things for tests, each with sensible words, committed at once."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

from sqlmodel import select

from b2b.accounts.models import Member, RoleGrant
from b2b.agreements.models import Agreement
from b2b.agreements.rules import AgreementState
from b2b.authz.predicates import Role
from b2b.consent import service as consent
from b2b.consent.rules import help_subject
from b2b.conversations.models import Conversation, Message
from b2b.conversations.rules import ResponseKind
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.municipalities.models import Municipality, Neighbourhood
from b2b.posts.models import Post
from b2b.posts.rules import LIFE, PostKind, PostState


class Maker:
    """Each method writes in a transaction of its own and returns the (detached) row."""

    def __init__(self, writing: Callable[[], AbstractContextManager[Work]]):
        self.writing = writing

    def save(self, thing: Any) -> Any:
        """Store a row built by hand."""
        with self.writing() as work:
            work.add(thing)
            work.flush()  # the key is wanted
        return thing

    def municipality(self, code: str = "GM0344") -> Municipality:
        """Return Utrecht, or the municipality with this code."""
        with self.writing() as work:
            return work.exec(select(Municipality).where(Municipality.code == code)).one()

    def neighbourhood(self, code: str = "BU03440333") -> Neighbourhood:
        """Return a neighbourhood by its CBS code; the default lies in Overvecht."""
        with self.writing() as work:
            return work.exec(select(Neighbourhood).where(Neighbourhood.code == code)).one()

    def member(
        self, first_name: str = "Fatima", *, at: Neighbourhood | None = None, trusted: bool = True, **more: Any
    ) -> Member:
        """Return a resident: trusted (no longer pre-moderated) and `proven` (lives here for certain), unless said otherwise."""
        proven = more.pop("proven", trusted)
        at = at or self.neighbourhood()
        email = more.pop("email", f"{first_name.lower()}@voorbeeld.nl")
        with self.writing() as work:
            member = Member(
                reference=new_reference("B"),
                municipality_id=at.municipality_id,
                neighbourhood_id=at.id or 0,
                first_name=first_name,
                email=email,
                email_key=keyring().fingerprint("email", email),
                sixteen_confirmed_at=work.now(),
                trusted_at=work.now() if trusted else None,
                proven_at=work.now() if proven else None,
                created_at=work.now(),
                **more,
            )
            work.add(member)
        return member

    def staff(
        self, role: Role, first_name: str = "Mo", *, at: Neighbourhood | None = None, everywhere: bool = False
    ) -> Member:
        """Return a member with a role in the neighbourhood, or in the whole municipality."""
        at = at or self.neighbourhood()
        member = self.member(first_name, at=at)
        with self.writing() as work:
            work.add(
                RoleGrant(
                    municipality_id=at.municipality_id,
                    member_id=member.id or 0,
                    role=role,
                    neighbourhood_id=None if everywhere else at.id,
                    granted_at=work.now(),
                )
            )
        return member

    def post(
        self,
        author: Member,
        title: str = "Wie haalt mijn boodschappen?",
        *,
        kind: PostKind = PostKind.REQUEST,
        state: PostState = PostState.OPEN,
        **more: Any,
    ) -> Post:
        """Return a post of `author` in the author's neighbourhood."""
        with self.writing() as work:
            now = work.now()
            post = Post(
                **{
                    "reference": new_reference("V"),
                    "municipality_id": author.municipality_id,
                    "neighbourhood_id": author.neighbourhood_id,
                    "author_id": author.id or 0,
                    "kind": kind,
                    "category": "boodschappen",
                    "title": title,
                    "body": "Ik loop slecht. De winkel is dichtbij, maar de tas is te zwaar.",
                    "state": state,
                    "created_at": now,
                    "updated_at": now,
                    "published_at": now if state is not PostState.WAITING else None,
                    "expires_at": now + LIFE,
                    **more,
                }
            )
            work.add(post)
        return post

    def conversation(
        self,
        post: Post,
        responder: Member,
        *,
        response: ResponseKind = ResponseKind.YES,
        warned: bool = True,
        **more: Any,
    ) -> Conversation:
        """Return a conversation about `post`, with one first message of the responder.

        `warned`: both accepted the disclaimer of this kind of help before, so no page asks for a tick.
        """
        with self.writing() as work:
            conversation = Conversation(
                reference=new_reference("G"),
                municipality_id=post.municipality_id,
                neighbourhood_id=post.neighbourhood_id,
                post_id=post.id or 0,
                author_id=post.author_id,
                responder_id=responder.id or 0,
                response=response,
                created_at=work.now(),
                last_message_at=work.now(),
                **more,
            )
            work.add(conversation)
            work.flush()  # the message points at it
            for member_id in (post.author_id, responder.id or 0) if warned else ():
                terms = consent.stored(work, post.municipality_id, help_subject(post.category))
                consent.accept(work, member_id, terms)
            work.add(
                Message(
                    reference=new_reference("M"),
                    municipality_id=post.municipality_id,
                    conversation_id=conversation.id or 0,
                    author_id=responder.id or 0,
                    body="Ik kan dat wel doen, op donderdag.",
                    once=new_reference("O"),
                    created_at=work.now(),
                )
            )
        return conversation

    def agreement(self, conversation: Conversation, *, days: int = 1, **more: Any) -> Agreement:
        """Return an appointment that stands, `days` from now, between the two of a request."""
        with self.writing() as work:
            reference = new_reference("A")
            agreement = Agreement(
                **{
                    "reference": reference,
                    "series": reference,
                    "municipality_id": conversation.municipality_id,
                    "neighbourhood_id": conversation.neighbourhood_id,
                    "conversation_id": conversation.id or 0,
                    "post_id": conversation.post_id,
                    "asker_id": conversation.author_id,
                    "helper_id": conversation.responder_id,
                    "proposed_by_id": conversation.responder_id,
                    "starts_at": work.now() + timedelta(days=days),
                    "place": "Bij Fatima",
                    "state": AgreementState.AGREED,
                    "created_at": work.now(),
                    **more,
                }
            )
            work.add(agreement)
        return agreement
