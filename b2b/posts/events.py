"""What posts tell the rest of the system."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class PostSubmitted(Event):
    """A post waits for a moderator."""

    post_id: int


@dataclass(frozen=True)
class PostPlaced(Event):
    """A post can be seen by the neighbours."""

    post_id: int


@dataclass(frozen=True)
class PostChangeAsked(Event):
    """A moderator asked the author to change the post."""

    post_id: int


@dataclass(frozen=True)
class PostRefused(Event):
    """A moderator refused the post."""

    post_id: int


@dataclass(frozen=True)
class PostSetAside(Event):
    """Somebody reported danger: nobody sees the post until a moderator has looked."""

    post_id: int


@dataclass(frozen=True)
class PostMatched(Event):
    """Somebody was chosen."""

    post_id: int


@dataclass(frozen=True)
class PostReopened(Event):
    """Help is looked for again."""

    post_id: int


@dataclass(frozen=True)
class PostClosed(Event):
    """The post is over: fulfilled, withdrawn or expired."""

    post_id: int


@dataclass(frozen=True)
class PostChanged(Event):
    """The author of a placed post changed its words."""

    post_id: int


@dataclass(frozen=True)
class PostHidden(Event):
    """A moderator hid the post."""

    post_id: int


@dataclass(frozen=True)
class StillNeededAsked(Event):
    """The author is asked whether it is still needed."""

    post_id: int


@dataclass(frozen=True)
class NeighbourInvited(Event):
    """A neighbour may read a quiet request, and is asked."""

    post_id: int
    member_id: int


@dataclass(frozen=True)
class InvitationDeclined(Event):
    """It does not suit a neighbour who was asked quietly."""

    post_id: int
    member_id: int
