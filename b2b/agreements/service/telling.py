"""What happens when something happened: mails to the right side, appointments that follow their post."""

from b2b.accounts import queries as people
from b2b.accounts.events import MemberSuspended
from b2b.agreements import queries
from b2b.agreements.events import (
    AddressShared,
    AgreementAccepted,
    AgreementCancelled,
    AgreementDeclined,
    AgreementProposed,
    LookBackAsked,
)
from b2b.agreements.models import Agreement
from b2b.agreements.service.meeting import call_off
from b2b.conversations import queries as talks
from b2b.conversations import service as talking
from b2b.conversations.events import HelperReleased
from b2b.core.db import Work
from b2b.notifications.service import notify
from b2b.posts.events import PostClosed, PostHidden


def tell_proposed(work: Work, event: AgreementProposed) -> None:
    """A moment was proposed: the other hears it."""
    found = queries.agreement(work, event.agreement_id)
    if found is not None:
        _notify(work, found, found.other(found.proposed_by_id), "agreement-proposed")


def tell_accepted(work: Work, event: AgreementAccepted) -> None:
    """A moment stands: both get it for their calendar."""
    _tell_both(work, event.agreement_id, "agreement-accepted")


def tell_declined(work: Work, event: AgreementDeclined) -> None:
    """A moment does not suit: who proposed it hears it."""
    found = queries.agreement(work, event.agreement_id)
    if found is not None:
        _notify(work, found, found.proposed_by_id, "agreement-declined")


def tell_cancelled(work: Work, event: AgreementCancelled) -> None:
    """It does not go on: both hear it, and their calendars drop it."""
    _tell_both(work, event.agreement_id, "agreement-cancelled", by_id=event.by_id)


def tell_soon(work: Work, agreement: Agreement) -> None:
    """It is tomorrow: both are reminded."""
    _tell_both(work, agreement.id or 0, "agreement-tomorrow")


def tell_address(work: Work, event: AddressShared) -> None:
    """The helper can see where to go."""
    found = queries.agreement(work, event.agreement_id)
    if found is not None:
        _notify(work, found, found.helper_id, "agreement-address")


def ask_both(work: Work, event: LookBackAsked) -> None:
    """Both are asked how it went."""
    _tell_both(work, event.agreement_id, "look-back")


def follow_release(work: Work, event: HelperReleased) -> None:
    """One side does not go on: the appointment they had is called off, or else the other hears it plainly."""
    standing = queries.standing(work, event.conversation_id)
    if standing is not None:
        call_off(work, standing, event.by_id)
        return
    conversation = talks.conversation(work, event.conversation_id)
    if conversation is not None:
        talking.tell_released(work, conversation, event.by_id)


def follow_closed_post(work: Work, event: PostClosed | PostHidden) -> None:
    """What it was for is over: appointments that still had to come do not go on."""
    for agreement in queries.standing_for_post(work, event.post_id):
        call_off(work, agreement, None)


def tell_uncertain(work: Work, event: MemberSuspended) -> None:
    """Somebody cannot take part for now: who has an appointment with them in that time hears it, kindly."""
    member = people.member(work, event.member_id)
    until = member.suspended_until if member else None
    for agreement in queries.ahead_of(work, event.member_id):
        if until is None or agreement.starts_at < until:
            _notify(work, agreement, agreement.other(event.member_id), "agreement-uncertain")


def _tell_both(work: Work, agreement_id: int, mail: str, **ids: int | None) -> None:
    found = queries.agreement(work, agreement_id)
    if found is not None:
        for member_id in found.participants:
            _notify(work, found, member_id, mail, **ids)


def _notify(work: Work, found: Agreement, member_id: int, mail: str, **ids: int | None) -> None:
    about = {"agreement_id": found.id, "conversation_id": found.conversation_id, **ids}
    notify(work, member_id, mail, municipality_id=found.municipality_id, **about)
