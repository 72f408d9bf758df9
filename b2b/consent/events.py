"""What happens to texts and to a municipality that opens. Ids only."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class TermsAnnounced(Event):
    """A version with a significant change was written: everybody who takes part hears of it."""

    terms_id: int
    municipality_id: int


@dataclass(frozen=True)
class MunicipalityOpened(Event):
    """Residents can take part from now on."""

    municipality_id: int
