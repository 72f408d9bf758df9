"""The moment of the match: both read the disclaimer of this help, and say yes to it once a version.

For the floors above, which let people choose each other and agree on a moment. An offer may be for several kinds of
help; then the disclaimer of each is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from b2b.consent import queries, service
from b2b.consent.forms import MatchForm
from b2b.consent.queries import Together
from b2b.consent.rules import TermsChanged
from b2b.core.db import Work


@dataclass
class Match:
    """What one of the two reads, whether that was accepted before, and the tick."""

    read: Together
    accepted: bool
    form: MatchForm
    municipality_id: int
    categories: Sequence[str]
    member_id: int

    @classmethod
    def of(cls, work: Work, municipality_id: int, categories: Sequence[str], member_id: int) -> "Match":
        """Look up what this member reads about these kinds of help."""
        found = queries.at_match(work, municipality_id, categories, member_id)
        return cls(found.read, found.accepted, MatchForm(), municipality_id, categories, member_id)

    def agreed(self, work: Work) -> bool:
        """Write the yes down, or say that the tick is missing or was under other words."""
        if self.accepted:
            return True
        if not self.form.validate():
            return False
        try:
            seen = self.form.seen.data or ()
            service.accept_match(work, self.municipality_id, self.categories, self.member_id, seen)
        except TermsChanged as changed:
            self.form.agreed.data = False
            self.form.agreed.errors = [changed.sentence]
            return False
        return True
