"""What a post is and what can happen to it. No Flask, no database."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from b2b.core.errors import Conflict, Forbidden, Gone
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_
from b2b.posts.ticks import Ticked

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
DRAFT_KEPT = timedelta(days=30)
"""An expired draft loses its words at once; its row stays this long, to explain itself."""
TASK_MAX = 32
VISITORS_READ = 90
"""Characters of the body that somebody who is not signed in may read."""


AUDIENCE = "posts.audience"
"""The setting of a municipality about who reads posts."""


class Audience(StrEnum):
    """What a municipality chooses: what is filled in for authors, or (`closed`) that nothing is for everybody."""

    EVERYBODY = "everybody"
    NEIGHBOURS = "neighbours"
    CLOSED = "closed"


ASKED_AT_ONCE = 3
"""So many neighbours are asked quietly at a time: never everybody."""
ASKED_MOST = 20
"""Never more people than this read one quiet request."""
INVITATIONS_KEPT = timedelta(days=30)


class InvitationHow(StrEnum):
    """Who thought of this neighbour: the author, or the site because they fit and live near."""

    PICKED = "picked"
    NEAR = "near"


class InvitationState(StrEnum):
    """`waiting` until the post is placed; then `asked`, until they say that it does not suit them now."""

    WAITING = "waiting"
    ASKED = "asked"
    NOT_NOW = "not_now"


class Behalf(StrEnum):
    """Whom an author asks for, when it is not for themselves: nothing more is known of that person."""

    FAMILY = "family"
    NEIGHBOUR = "neighbour"
    CLIENT = "client"
    """Somebody whom the author looks after for work."""


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
    HOLD = "hold"
    """A newcomer changed a placed post: a moderator reads it again."""


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
        (_S.OPEN, _A.HOLD): _S.WAITING,
        (_S.MATCHED, _A.UNMATCH): _S.OPEN,
        (_S.MATCHED, _A.FULFIL): _S.FULFILLED,
        (_S.MATCHED, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.MATCHED, _A.EXPIRE): _S.EXPIRED,
        (_S.MATCHED, _A.HIDE): _S.HIDDEN,
        (_S.FULFILLED, _A.REOPEN): _S.OPEN,
        (_S.FULFILLED, _A.HIDE): _S.HIDDEN,
        (_S.WITHDRAWN, _A.REOPEN): _S.WAITING,
        (_S.EXPIRED, _A.REOPEN): _S.OPEN,
        (_S.HIDDEN, _A.PLACE): _S.OPEN,
        # After an objection.
        (_S.REFUSED, _A.PLACE): _S.OPEN,
    },
)

PUBLISHED = frozenset({PostState.OPEN, PostState.MATCHED, PostState.FULFILLED})
"""States in which others can see the post."""

EDITABLE = frozenset({PostState.OPEN, PostState.WAITING, PostState.CHANGE_ASKED})
"""States in which the author can change the words."""


class CannotEdit(Conflict):
    """The words are fixed once somebody helps, or when the post is over."""

    sentence = N_("Je kunt dit bericht nu niet veranderen. Plaats een nieuw bericht als er iets anders nodig is.")


class DraftExpired(Gone):
    """A draft was left alone for too long; its words are gone."""

    sentence = N_(
        "Je was dit bericht aan het maken, maar dat is lang geleden. We hebben het weggegooid. Begin opnieuw."
    )


class NotOpenHere(Forbidden):
    """Neighbours help each other neighbourhood by neighbourhood, and this one is not open yet."""

    sentence = N_("In deze buurt is Buurthulp nog niet open. Kies een buurt die al meedoet.")


class DraftIncomplete(Conflict):
    """Somebody sent a draft in of which an answer is missing."""

    sentence = N_("Er mist nog een antwoord. Ga terug en vul alles in.")


@dataclass(frozen=True)
class PostWords:
    """What an author says: the values of a new or a changed post. All text is clean plain text.

    `task` is a code of the category's tasks, or empty; `neighbourhood_id` is where the help is; `helpers`
    are the members that the author of a quiet request picked; `behalf` is whom the author asks for, and
    `meet_them` says that the helper agrees with that person, not with the author. `ticks` is everything an offer is for,
    the main kind first; a request has none.
    """

    kind: PostKind
    category: str
    title: str
    body: str
    neighbourhood_id: int
    when_words: str = ""
    where_words: str = ""
    for_somebody_else: bool = False
    for_neighbours: bool = False
    quiet: bool = False
    behalf: Behalf | None = None
    meet_them: bool = False
    task: str = ""
    ticks: tuple[Ticked, ...] = ()
    helpers: tuple[int, ...] = ()


_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b", re.IGNORECASE)
_PRIVATE = (
    ("phone", re.compile(r"(?<!\d)(?:\+31|0031|0)[\s-]?(?:\d[\s-]?){8,9}(?!\d)")),
    ("email", re.compile(r"[^\s@<>]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)),
    ("postcode", re.compile(r"(?<!\d)[1-9]\d{3}\s?[A-Z]{2}(?![A-Za-z])")),
)


def private_marks(text: str) -> list[str]:
    """Return what in `text` looks private: "account" (IBAN), "phone", "email" or "postcode".

    A hint to the author, never a refusal: 0900 numbers and the like may be meant.
    """
    rest, accounts = _ACCOUNT.subn(" ", text)
    found = [name for name, pattern in _PRIVATE if pattern.search(rest)]
    return ["account", *found] if accounts else found
