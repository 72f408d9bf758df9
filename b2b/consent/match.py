"""The moment of the match: both read the disclaimer of this kind of help, and say yes to it once a version.

For the floors above, which let people choose each other and agree on a moment.
"""

from dataclasses import dataclass

from b2b.consent import queries, service
from b2b.consent.forms import MatchForm
from b2b.consent.rules import Block, TermsChanged, Text, blocks
from b2b.core.db import Work


@dataclass
class Match:
    """What one of the two reads, whether that was accepted before, and the tick."""

    text: Text
    accepted: bool
    form: MatchForm
    municipality_id: int
    category: str
    member_id: int

    @classmethod
    def of(cls, work: Work, municipality_id: int, category: str, member_id: int) -> "Match":
        """Look up what this member reads about this kind of help."""
        found = queries.at_match(work, municipality_id, category, member_id)
        return cls(found.text, found.accepted, MatchForm(), municipality_id, category, member_id)

    @property
    def blocks(self) -> list[Block]:
        """Return the text to show."""
        return blocks(self.text.body)

    def agreed(self, work: Work) -> bool:
        """Write the yes down, or say that the tick is missing or was under other words."""
        if self.accepted:
            return True
        if not self.form.validate():
            return False
        try:
            seen = self.form.seen.data or ""
            service.accept_match(work, self.municipality_id, self.category, self.member_id, seen)
        except TermsChanged as changed:
            self.form.agreed.data = False
            self.form.agreed.errors = [changed.sentence]
            return False
        return True
