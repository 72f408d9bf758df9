"""What mails about rights say, looked up when they are sent. None: no longer needed."""

from typing import Any

from b2b.accounts import queries as people
from b2b.conversations.models import Conversation
from b2b.core.db import Work
from b2b.posts.models import Post
from b2b.privacy.models import DataCopy, DataRequest, Erasure
from b2b.privacy.rules.copies import CopyState
from b2b.privacy.rules.erasing import ErasureState, last_day
from b2b.privacy.rules.requests import KIND_WORDS, STATE_WORDS, RequestState
from b2b.privacy.tokens import make_undo


def copy_ready(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell that a copy can be fetched, while it can."""
    copy = work.get(DataCopy, notification.subject["copy_id"])
    if copy is None or copy.state is not CopyState.READY:
        return None
    return {"until": copy.expires_at}


def erasure_asked(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell until when a deletion can be taken back, with the link for that, while it can."""
    erasure = work.get(Erasure, notification.subject["erasure_id"])
    if erasure is None or erasure.state is not ErasureState.ASKED:
        return None
    return {"until": last_day(erasure.due_at), "token": make_undo(erasure.id or 0)}


def neighbour_leaves(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell who was talking with somebody that they leave, unless they came back meanwhile, or are blocked."""
    talk = work.get(Conversation, notification.subject["conversation_id"])
    who = notification.subject["who"]
    post = work.get(Post, talk.post_id) if talk else None
    member = people.member(work, who)
    if talk is None or post is None or member is None or member.is_active:
        return None
    if people.are_blocked(work, notification.member_id, who):
        return None
    return {
        "other_name": member.first_name,
        "post_title": post.title if post.author_id == notification.member_id else "",
        "conversation_reference": talk.reference,
    }


def request_waiting(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell an administrator what must be answered and before when, while it must."""
    found = work.get(DataRequest, notification.subject["data_request"])
    if found is None or found.state is not RequestState.OPEN:
        return None
    return {"reference": found.reference, "kind": KIND_WORDS[found.kind], "due_on": found.due_on}


def request_answered(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell a resident that there is an answer; what it says is on the page alone."""
    found = work.get(DataRequest, notification.subject["data_request_id"])
    if found is None or found.state is RequestState.OPEN:
        return None
    return {"reference": found.reference, "outcome": STATE_WORDS[found.state][0]}
