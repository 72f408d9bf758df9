"""Requests in the digest of who offers such help: few, close by, and only what is news to them. Pure."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from b2b.promise.rules.terms import Reach, Rest, Terms

SUGGESTION = "request-fits"
"""The name of this news."""
SUGGESTED_MOST = 3
"""So many requests wait for one neighbour at most. Who does not open them gets no more."""
FRESH = timedelta(days=3)
"""A request is pointed out in its first days; later it stands on the lists."""
LOOKED_AT = 500
"""Requests that one round looks at: the newest."""


@dataclass(frozen=True)
class Listener:
    """A neighbour with an offer that fits. `knows`: was asked or told of this request, or answered it.

    `waiting`: how many requests were pointed out and not opened. `is_own_hood`: the offer is where the request is.
    """

    is_own_hood: bool
    terms: Terms = field(default_factory=Terms)
    rest: Rest = field(default_factory=Rest)
    knows: bool = False
    waiting: int = 0
    gets_mail: bool = True

    def hears(self, now: datetime) -> bool:
        """Say whether the request goes in their digest."""
        rests = self.rest.never or self.rest.is_away(now)
        is_near = self.is_own_hood or self.terms.reach is not Reach.OWN
        return is_near and self.gets_mail and not (self.knows or rests or self.waiting >= SUGGESTED_MOST)
