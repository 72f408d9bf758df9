"""Propose a moment, say yes or no, cancel. A change is a new proposal that cancels the old one."""

from b2b.accounts import queries as people
from b2b.agreements import queries
from b2b.agreements.codewords import new_word
from b2b.agreements.events import AgreementAccepted, AgreementCancelled, AgreementDeclined, AgreementProposed
from b2b.agreements.models import Agreement
from b2b.agreements.rules import (
    AGREEMENT_LIFECYCLE,
    AgreementAction,
    AgreementState,
    AlreadyBegun,
    CancelReason,
    MomentPassed,
    NotChosen,
    OwnProposal,
    Proposal,
    is_soon,
)
from b2b.agreements.service.addresses import forget_address
from b2b.conversations import queries as talks
from b2b.conversations import service as talking
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import ConversationOver, ConversationState
from b2b.core.db import Work, lock
from b2b.core.errors import Missing
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.posts.rules import PostKind


def hold(work: Work, agreement: Agreement) -> Conversation:
    """Keep the post, the conversation and the appointment until the commit, always in that order."""
    conversation = talks.conversation(work, agreement.conversation_id)
    if conversation is None:
        raise Missing()
    talking.hold(work, conversation)
    lock(work, agreement)
    return conversation


def check_can_propose(work: Work, conversation: Conversation) -> None:
    """Raise the reason why these two cannot make an appointment now."""
    if people.are_blocked(work, *conversation.participants):
        raise ConversationOver()
    if conversation.state is not ConversationState.CHOSEN:
        raise NotChosen()


def propose(work: Work, conversation: Conversation, by_id: int, proposal: Proposal) -> Agreement:
    """Propose a moment; what these two had agreed on before no longer stands.

    The same proposal again, as by a double click, is the one that is there already.
    """
    post = talking.hold(work, conversation)
    check_can_propose(work, conversation)
    old = queries.standing(work, conversation.id or 0)
    if old is not None and old.proposed_by_id == by_id and (old.starts_at, old.place) == _words(proposal):
        return old
    if old is not None:
        move(work, old, AGREEMENT_LIFECYCLE, AgreementAction.CANCEL)
        forget_address(work, old)
        work.flush()  # the index lets only one stand, so the old one goes first
    author_asks = post.kind is PostKind.REQUEST
    reference = new_reference("A")
    agreement = Agreement(
        reference=reference,
        series=old.series if old else reference,
        sequence=old.sequence + 1 if old else 0,
        municipality_id=conversation.municipality_id,
        neighbourhood_id=conversation.neighbourhood_id,
        conversation_id=conversation.id or 0,
        post_id=conversation.post_id,
        asker_id=conversation.author_id if author_asks else conversation.responder_id,
        helper_id=conversation.responder_id if author_asks else conversation.author_id,
        proposed_by_id=by_id,
        starts_at=proposal.starts_at,
        place=proposal.place,
        created_at=work.now(),
    )
    work.add(agreement)
    work.flush()  # the event names its key
    work.record(AgreementProposed(agreement.id or 0))
    return agreement


def accept(work: Work, agreement: Agreement, by_id: int) -> None:
    """Say yes to the moment that the other proposed. Twice changes nothing."""
    hold(work, agreement)
    if agreement.state is AgreementState.AGREED:
        return
    _check_answer(agreement, by_id)
    if agreement.state is AgreementState.PROPOSED and agreement.starts_at <= work.now():
        raise MomentPassed()
    _step(work, agreement, AgreementAction.ACCEPT)
    agreement.code_word = new_word()
    if is_soon(agreement.starts_at, work.now()):
        agreement.reminded_at = work.now()  # they get the mail that it stands, and need no second one
    work.record(AgreementAccepted(agreement.id or 0))


def decline(work: Work, agreement: Agreement, by_id: int) -> None:
    """Say no to the moment that the other proposed. Twice changes nothing."""
    hold(work, agreement)
    if agreement.state is AgreementState.DECLINED:
        return
    _check_answer(agreement, by_id)
    _step(work, agreement, AgreementAction.DECLINE)
    work.record(AgreementDeclined(agreement.id or 0))


def check_cancellable(work: Work, agreement: Agreement) -> None:
    """Raise AlreadyBegun for an appointment that is no longer ahead."""
    if agreement.state is AgreementState.AGREED and agreement.starts_at <= work.now():
        raise AlreadyBegun()


def cancel(work: Work, agreement: Agreement, by_id: int | None, why: CancelReason | None = None) -> None:
    """Call the appointment off, or take the proposal back; its address goes at once. Twice changes nothing.

    `why` is what the other reads; None or UNSAID: nothing.
    """
    hold(work, agreement)
    if agreement.state is AgreementState.CANCELLED:
        return
    check_cancellable(work, agreement)
    agreement.cancelled_why = why
    call_off(work, agreement, by_id)


def call_off(work: Work, agreement: Agreement, by_id: int | None) -> None:
    """Cancel an appointment that is held already, and tell both."""
    _step(work, agreement, AgreementAction.CANCEL)
    forget_address(work, agreement)
    work.record(AgreementCancelled(agreement.id or 0, by_id))


def _check_answer(agreement: Agreement, by_id: int) -> None:
    if agreement.proposed_by_id == by_id:
        raise OwnProposal()


def _step(work: Work, agreement: Agreement, action: AgreementAction) -> None:
    move(work, agreement, AGREEMENT_LIFECYCLE, action)
    agreement.sequence += 1  # a calendar keeps the entry with the highest number


def _words(proposal: Proposal) -> tuple[object, str]:
    return proposal.starts_at, proposal.place
