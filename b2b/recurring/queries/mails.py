"""What mails about help that comes back say, looked up when they are sent. None: no longer needed."""

from typing import Any

from b2b.accounts import queries as people
from b2b.agreements.calendar import calendar_of_ones_own
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.notifications.channels.base import Attachment
from b2b.recurring.models import Series, Turn
from b2b.recurring.queries.calendars import entries_of
from b2b.recurring.queries.things import around, own_conversation, place_of, series, turn
from b2b.recurring.rules import RHYTHM_WORDS, PlaceState, SeriesState, TurnState, can_take


def proposed(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell one side that the other proposes help that comes back, while it can be answered."""
    words = _while(work, notification, SeriesState.PROPOSED)
    return words if words and words["first_at"] > work.now() else None


def agreed(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell that it stands, with the code word and every turn for the calendar."""
    words = _while(work, notification, SeriesState.RUNNING)
    found = series(work, notification.subject["series_id"])
    if words is None or found is None:
        return None
    text = calendar_of_ones_own(entries_of(work, found, notification.member_id))
    file = Attachment("vaste-hulp.ics", "text/calendar", text, (("method", "PUBLISH"), ("charset", "utf-8")))
    return words | {"code_word": _word_with(work, found, found.helper_id), "attachments": [file]}


def refused(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell who proposed it that it does not suit."""
    return _while(work, notification, SeriesState.DECLINED)


def turn_skipped(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell that one turn does not go on, and who said so."""
    return _about_turn(work, notification, TurnState.SKIPPED)


def turn_open(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell that somebody cannot come one time, while nobody took it over."""
    words = _about_turn(work, notification, TurnState.OPEN)
    return words if words and words["starts_at"] > work.now() else None


def turn_missed(work: Work, notification: Any) -> dict[str, Any] | None:
    """Ask another of the team whether they can still come, while nobody does."""
    words = _about_turn(work, notification, TurnState.MISSED)
    return words if words and can_take(TurnState.MISSED, words["starts_at"], work.now()) else None


def turn_taken(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell who asked that somebody else of the team comes; `late`: after all, to a turn to which nobody came."""
    words = _about_turn(work, notification, TurnState.PLANNED)
    return words and words | {"late": words["starts_at"] <= work.now()}


def tomorrow(work: Work, notification: Any) -> dict[str, Any] | None:
    """Remind of a turn that is near, as it is now: it may have been handed on or skipped."""
    found = turn(work, notification.subject["turn_id"])
    if found is None or found.state not in (TurnState.PLANNED, TurnState.OPEN) or found.starts_at <= work.now():
        return None
    whole = series(work, found.series_id)
    if whole is None or notification.member_id not in (whole.asker_id, found.helper_id):
        return None
    words = _turn_words(work, whole, found, notification)
    return words | {"is_open": found.state is TurnState.OPEN, "has_address": whole.address is not None}


def team_asked(work: Work, notification: Any) -> dict[str, Any] | None:
    """Ask a neighbour to help along with others, while the answer is open."""
    found = series(work, notification.subject["series_id"])
    own = place_of(work, found.id or 0, notification.member_id) if found else None
    if found is None or own is None or own.state is not PlaceState.ASKED or found.state is not SeriesState.RUNNING:
        return None
    return _words(work, found, notification.member_id)


def team_answered(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell who asked whether a neighbour helps along."""
    found = series(work, notification.subject["series_id"])
    own = place_of(work, found.id or 0, notification.subject["by_id"]) if found else None
    if found is None or own is None:
        return None
    name = people.names(work, [own.member_id]).get(own.member_id, "")
    said = {"by_name": name, "joined": own.state is PlaceState.ACTIVE, "left": own.state is PlaceState.LEFT}
    return _words(work, found, notification.member_id) | said


def ended(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell that the help stopped before its end, and who said so."""
    words = _while(work, notification, SeriesState.ENDED)
    by_id = notification.subject.get("by_id")
    names = people.names(work, [by_id]) if by_id else {}
    return words and words | {"by_name": names.get(by_id, "")}


def finished(work: Work, notification: Any) -> dict[str, Any] | None:
    """Ask how it was, once, when all turns are over; not who said it already."""
    found = series(work, notification.subject["series_id"])
    if found is None or found.state is not SeriesState.FINISHED:
        return None
    is_asker = notification.member_id == found.asker_id
    own = place_of(work, found.id or 0, notification.member_id)
    said = found.helped if is_asker else own and own.helped
    return None if said else _words(work, found, notification.member_id)


def _while(work: Work, notification: Any, state: SeriesState) -> dict[str, Any] | None:
    found = series(work, notification.subject["series_id"])
    return _words(work, found, notification.member_id) if found is not None and found.state is state else None


def _about_turn(work: Work, notification: Any, state: TurnState) -> dict[str, Any] | None:
    found = turn(work, notification.subject["turn_id"])
    whole = series(work, found.series_id) if found else None
    if found is None or whole is None or found.state is not state:
        return None
    return _turn_words(work, whole, found, notification)


def _turn_words(work: Work, whole: Series, found: Turn, notification: Any) -> dict[str, Any]:
    by_id = notification.subject.get("by_id")
    names = people.names(work, [key for key in (by_id, found.helper_id) if key])
    return _words(work, whole, notification.member_id) | {
        "starts_at": found.starts_at,
        "by_name": names.get(by_id, ""),
        "helper_name": names.get(found.helper_id or 0, ""),
        "code_word": _word_with(work, whole, found.helper_id) if found.state is TurnState.PLANNED else "",
    }


def _word_with(work: Work, found: Series, helper_id: int | None) -> str:
    """Return what the asker and this helper say at the door; empty when nobody comes."""
    own = place_of(work, found.id or 0, helper_id) if helper_id else None
    return own.code_word if own else ""


def _words(work: Work, found: Series, reader_id: int) -> dict[str, Any]:
    """Return what every mail about a series knows."""
    about = around(work, found, own_conversation(work, found, reader_id))
    is_asker = reader_id == found.asker_id
    return {
        "series_reference": found.reference,
        "conversation_reference": about.conversation_reference,
        "post_title": about.post_title,
        "other_name": about.helper_name if is_asker else about.asker_name,
        "is_asker": is_asker,
        "rhythm": RHYTHM_WORDS[found.every, local(found.first_at).weekday()],
        "first_at": found.first_at,
        "times": found.times,
        "place": found.place,
    }
