"""What mails about appointments say, looked up when they are sent. None: no longer needed."""

from typing import Any

from b2b.accounts import queries as people
from b2b.agreements.calendar import Entry, Status, calendar
from b2b.agreements.models import Agreement
from b2b.agreements.queries.things import agreement, can_look_back, outcome, says_why, surroundings
from b2b.agreements.rules import CANCEL_WORDS, LENGTH, STANDING, AgreementState
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.notifications.channels.base import Attachment

LOOK_BACK = "look-back"
"""The purpose of the signed links in the mail that asks how it went."""

STATUS = {
    AgreementState.PROPOSED: Status.TENTATIVE,
    AgreementState.AGREED: Status.CONFIRMED,
    AgreementState.DONE: Status.CONFIRMED,
    AgreementState.MISSED: Status.CONFIRMED,
    AgreementState.UNTOLD: Status.CONFIRMED,
    AgreementState.DECLINED: Status.CANCELLED,
    AgreementState.CANCELLED: Status.CANCELLED,
}


def proposed(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell one side that the other proposes a moment, while it is a proposal that still comes."""
    words = _while(work, notification, AgreementState.PROPOSED)
    return words if words and words["starts_at"] > work.now() else None


def accepted(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell both that the moment stands, with the code word and the entry for their calendar; the word is not in the entry."""
    words = _with_entry(work, notification, _while(work, notification, AgreementState.AGREED))
    found = agreement(work, notification.subject["agreement_id"])
    return words | {"code_word": found.code_word} if words and found else None


def tomorrow(work: Work, notification: Any) -> dict[str, Any] | None:
    """Remind one side of an appointment that stands and still comes, with the code word; the address stays on the site."""
    words = _while(work, notification, AgreementState.AGREED)
    found = agreement(work, notification.subject["agreement_id"])
    if words is None or found is None or found.starts_at <= work.now():
        return None
    return words | {"code_word": found.code_word, "has_address": found.address is not None}


def declined(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell who proposed it that the moment does not suit."""
    return _while(work, notification, AgreementState.DECLINED)


def cancelled(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell both that it does not go on, and take the entry from their calendar."""
    words = _with_entry(work, notification, _while(work, notification, AgreementState.CANCELLED))
    by_id = notification.subject.get("by_id")
    found = agreement(work, notification.subject["agreement_id"])
    why = CANCEL_WORDS[found.cancelled_why] if found and found.cancelled_why and says_why(found) else ""
    who = {"by_me": by_id == notification.member_id, "by_other": _is_other(by_id, notification)}
    return words and words | who | {"why": why}


def uncertain(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell one side that the other cannot take part for now. Not why: that is between them and us."""
    found = agreement(work, notification.subject["agreement_id"])
    if found is None or found.state not in STANDING or found.starts_at <= work.now():
        return None
    other = people.member(work, found.other(notification.member_id))
    return _about(work, found, notification.member_id) if other and other.is_out(work.now()) else None


def address_shared(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell the helper that the address can be seen. The address itself never travels by mail."""
    found = agreement(work, notification.subject["agreement_id"])
    if found is None or found.address_shared_at is None or found.address_gone_at is not None:
        return None
    return _about(work, found, notification.member_id)


def look_back(work: Work, notification: Any) -> dict[str, Any] | None:
    """Ask one side how it went, with a link that works without signing in; not who said it already."""
    found = agreement(work, notification.subject["agreement_id"])
    if found is None or not can_look_back(work, found):
        return None
    reader = people.member(work, notification.member_id)
    if reader is None or outcome(work, found.id or 0, reader.id):
        return None
    return _about(work, found, reader.id) | {"token": look_back_token(found.reference, reader.reference)}


def look_back_token(agreement_reference: str, member_reference: str) -> str:
    """Return the signed part of a link by which this member can say how this appointment went."""
    return keyring().sign(LOOK_BACK, f"{agreement_reference}~{member_reference}")


def read_look_back_token(token: str) -> tuple[str, str] | None:
    """Return the references of the appointment and the member in a link, or None when it is not ours."""
    agreement_reference, _, member_reference = (keyring().verify(LOOK_BACK, token) or "").partition("~")
    return (agreement_reference, member_reference) if member_reference else None


def entry(work: Work, found: Agreement, member_id: int) -> Entry:
    """Return the appointment as an entry of this member's calendar: without the address."""
    around = surroundings(work, found, member_id)
    return Entry(
        uid=f"{found.series}@buurthulp",
        sequence=found.sequence,
        status=STATUS[found.state],
        starts_at=found.starts_at,
        ends_at=found.starts_at + LENGTH,
        written_at=work.now(),
        summary=f"Buurthulp: {around.post_title}",
        place=found.place,
        description=f"Met {around.other_name}. Wil je iets veranderen? Kijk op Buurthulp bij je afspraken.",
    )


def _is_other(by_id: int | None, notification: Any) -> bool:
    return by_id is not None and by_id != notification.member_id


def _while(work: Work, notification: Any, state: AgreementState) -> dict[str, Any] | None:
    found = agreement(work, notification.subject["agreement_id"])
    return _about(work, found, notification.member_id) if found is not None and found.state is state else None


def _with_entry(work: Work, notification: Any, words: dict[str, Any] | None) -> dict[str, Any] | None:
    found = agreement(work, notification.subject["agreement_id"])
    if words is None or found is None:
        return None
    item = entry(work, found, notification.member_id)
    file = Attachment(
        "afspraak.ics", "text/calendar", calendar(item), (("method", item.method), ("charset", "utf-8"))
    )
    return words | {"attachments": [file]}


def _about(work: Work, found: Agreement, reader_id: int) -> dict[str, Any]:
    """Return what every mail about an appointment knows."""
    around = surroundings(work, found, reader_id)
    return {
        "agreement_reference": found.reference,
        "conversation_reference": around.conversation_reference,
        "starts_at": found.starts_at,
        "place": found.place,
        "post_title": around.post_title,
        "post_kind": around.post_kind,
        "other_name": around.other_name,
        "is_asker": reader_id == found.asker_id,
    }
