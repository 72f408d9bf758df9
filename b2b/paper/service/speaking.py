"""What the desk does on somebody's behalf, as that person said aloud. Each act names both in the audit trail."""

from typing import Any

from b2b.accounts.queries import Member
from b2b.agreements import service as meeting
from b2b.agreements.queries import Agreement
from b2b.agreements.rules import Happened, Helped, Proposal
from b2b.conversations import service as talking
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import Words
from b2b.core import audit
from b2b.core.db import Work
from b2b.posts import service as posting
from b2b.posts.queries import Draft, Post


def ask(work: Work, member: Member, draft: Draft, *, seen: str) -> Post:
    """Place the request of a draft, once; `seen` is the hash of the disclaimer that was read aloud."""
    post = posting.finish_draft(work, draft, member.id or 0, seen=[seen])
    _note(work, "asked", member, post)
    return post


def withdraw(work: Work, member: Member, post: Post) -> None:
    """Take a request back."""
    posting.withdraw(work, post)
    _note(work, "withdrew", member, post)


def keep(work: Work, member: Member, post: Post) -> bool:
    """Say that it is still needed; False when the request is not open any more."""
    _note(work, "kept", member, post)
    return posting.keep(work, post)


def say(work: Work, member: Member, conversation: Conversation, words: Words) -> None:
    """Pass on what somebody says to a neighbour."""
    talking.send(work, conversation, member.id or 0, words)
    _note(work, "said", member, conversation)


def choose(work: Work, member: Member, conversation: Conversation) -> None:
    """Choose who helps."""
    talking.choose(work, conversation)
    _note(work, "chose", member, conversation)


def propose(work: Work, member: Member, conversation: Conversation, proposal: Proposal) -> Agreement:
    """Propose a moment."""
    agreement = meeting.propose(work, conversation, member.id or 0, proposal)
    _note(work, "proposed", member, agreement)
    return agreement


def accept(work: Work, member: Member, agreement: Agreement) -> None:
    """Say yes to a moment."""
    meeting.accept(work, agreement, member.id or 0)
    _note(work, "accepted", member, agreement)


def decline(work: Work, member: Member, agreement: Agreement) -> None:
    """Say no to a moment."""
    meeting.decline(work, agreement, member.id or 0)
    _note(work, "declined", member, agreement)


def cancel(work: Work, member: Member, agreement: Agreement) -> None:
    """Call an appointment off."""
    meeting.cancel(work, agreement, member.id or 0)
    _note(work, "cancelled", member, agreement)


def give_address(work: Work, member: Member, agreement: Agreement, address: str) -> None:
    """Give the address to the chosen helper."""
    meeting.share_address(work, agreement, address)
    _note(work, "gave_address", member, agreement)


def look_back(
    work: Work, member: Member, agreement: Agreement, happened: Happened, helped: Helped | None = None
) -> None:
    """Say how it went, as was told by phone."""
    meeting.tell(work, agreement, member.id or 0, happened)
    if helped is not None:
        meeting.tell_helped(work, agreement, member.id or 0, helped)
    _note(work, "looked_back", member, agreement)


def _note(work: Work, what: str, member: Member, thing: Any) -> None:
    audit.note(work, f"paper.{what}", thing, on_behalf_of=member.id)
