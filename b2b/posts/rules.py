"""What a post is and what can happen to it. No Flask, no database."""

from datetime import timedelta
from enum import StrEnum

from b2b.core.lifecycle import Lifecycle

TITLE_MAX = 80
BODY_MAX = 2000
WHEN_MAX = 160
PAGE_SIZE = 20
THIN = 5
"""Fewer open posts than this, and the feed shows the adjacent neighbourhoods too."""
LIFE = timedelta(days=60)
"""An open post without news expires after this; a week before, the author is asked."""
ASK_STILL_NEEDED = timedelta(days=7)
DRAFT_LIFE = timedelta(days=30)


class PostKind(StrEnum):
    REQUEST = "request"
    OFFER = "offer"


class PostState(StrEnum):
    WAITING = "waiting"
    CHANGE_ASKED = "change_asked"
    REFUSED = "refused"
    OPEN = "open"
    MATCHED = "matched"
    FULFILLED = "fulfilled"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    HIDDEN = "hidden"


class PostAction(StrEnum):
    PLACE = "place"
    ASK_CHANGE = "ask_change"
    RESUBMIT = "resubmit"
    REFUSE = "refuse"
    MATCH = "match"
    UNMATCH = "unmatch"
    FULFIL = "fulfil"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"
    REOPEN = "reopen"
    HIDE = "hide"


_S, _A = PostState, PostAction

POST_LIFECYCLE = Lifecycle(
    "post",
    {
        (_S.WAITING, _A.PLACE): _S.OPEN,
        (_S.WAITING, _A.ASK_CHANGE): _S.CHANGE_ASKED,
        (_S.WAITING, _A.REFUSE): _S.REFUSED,
        (_S.WAITING, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.CHANGE_ASKED, _A.RESUBMIT): _S.WAITING,
        (_S.CHANGE_ASKED, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.CHANGE_ASKED, _A.REFUSE): _S.REFUSED,
        (_S.OPEN, _A.MATCH): _S.MATCHED,
        (_S.OPEN, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.OPEN, _A.FULFIL): _S.FULFILLED,
        (_S.OPEN, _A.EXPIRE): _S.EXPIRED,
        (_S.OPEN, _A.HIDE): _S.HIDDEN,
        (_S.MATCHED, _A.UNMATCH): _S.OPEN,
        (_S.MATCHED, _A.FULFIL): _S.FULFILLED,
        (_S.MATCHED, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.MATCHED, _A.HIDE): _S.HIDDEN,
        (_S.FULFILLED, _A.REOPEN): _S.OPEN,
        (_S.WITHDRAWN, _A.REOPEN): _S.WAITING,
        (_S.EXPIRED, _A.REOPEN): _S.OPEN,
        (_S.HIDDEN, _A.PLACE): _S.OPEN,
    },
)

PUBLISHED = frozenset({PostState.OPEN, PostState.MATCHED, PostState.FULFILLED})
"""States in which others can see the post."""
