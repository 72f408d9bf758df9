"""What happens to texts. Ids only."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class TermsAnnounced(Event):
    """A version with a significant change was written: everybody who takes part hears of it."""

    terms_id: int
    municipality_id: int
