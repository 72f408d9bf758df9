"""Questions about pilots."""

from datetime import datetime
from typing import NamedTuple

from sqlmodel import col, select

from b2b.accounts import queries as people
from b2b.consent import queries as consent
from b2b.consent.rules import is_ready
from b2b.core.db import Work
from b2b.pilots.models import Pilot, PilotHypothesis, PilotNeighbourhood, PilotNote
from b2b.pilots.rules import Part, PilotState, undone


class Note(NamedTuple):
    """What somebody of the team wrote, and when; `by` is a first name, or None once that is forgotten."""

    words: str
    written_at: datetime
    by: str | None


def pilots(work: Work, municipality_id: int) -> list[Pilot]:
    """Return every pilot, the one that began last first."""
    ours = select(Pilot).where(Pilot.municipality_id == municipality_id)
    return list(work.exec(ours.order_by(col(Pilot.starts_on).desc(), col(Pilot.id).desc())))


def by_once(work: Work, once: str) -> Pilot | None:
    """Return the pilot that a form made before."""
    return work.exec(select(Pilot).where(Pilot.once == once)).first()


def hoods(work: Work, pilot_id: int) -> list[PilotNeighbourhood]:
    """Return the neighbourhoods of a pilot, in the order of their keys."""
    ours = select(PilotNeighbourhood).where(PilotNeighbourhood.pilot_id == pilot_id)
    return list(work.exec(ours.order_by(col(PilotNeighbourhood.neighbourhood_id))))


def hood(work: Work, pilot_id: int, neighbourhood_id: int) -> PilotNeighbourhood | None:
    """Return a neighbourhood of a pilot, or None when it is in another one or in none."""
    ours = select(PilotNeighbourhood).where(
        PilotNeighbourhood.pilot_id == pilot_id, PilotNeighbourhood.neighbourhood_id == neighbourhood_id
    )
    return work.exec(ours).first()


def parts(work: Work, municipality_id: int) -> list[Part]:
    """Return what each pilot of a municipality says about who can take part."""
    rows = work.exec(
        select(Pilot, PilotNeighbourhood)
        .join(PilotNeighbourhood, col(PilotNeighbourhood.pilot_id) == col(Pilot.id))
        .where(Pilot.municipality_id == municipality_id)
        .order_by(col(Pilot.id), col(PilotNeighbourhood.id))
    )
    found: dict[int, tuple[Pilot, dict[int, datetime | None]]] = {}
    for pilot, place in rows:
        found.setdefault(pilot.id or 0, (pilot, {}))[1][place.neighbourhood_id] = place.opened_at
    return [Part(pilot.state, pilot.only_here, opened) for pilot, opened in found.values()]


def taking_part(work: Work, municipality_id: int) -> dict[int, datetime]:
    """Return the neighbourhoods that pilots opened, and since when."""
    rows = work.exec(
        select(PilotNeighbourhood.neighbourhood_id, PilotNeighbourhood.opened_at)
        .join(Pilot, col(Pilot.id) == col(PilotNeighbourhood.pilot_id))
        .where(
            Pilot.municipality_id == municipality_id,
            Pilot.state != PilotState.PLANNED,
            col(PilotNeighbourhood.opened_at).is_not(None),
        )
        .order_by(col(PilotNeighbourhood.opened_at), col(PilotNeighbourhood.id))
    )
    return {hood_id: since for hood_id, since in rows if since is not None}


def undone_by_hood(work: Work, pilot: Pilot) -> dict[int, list[str]]:
    """Return for each neighbourhood of a pilot what is not done before it can open."""
    lines = consent.lines(work, pilot.municipality_id)
    moderators = consent.moderators_by_neighbourhood(work, pilot.municipality_id)
    return {
        place.neighbourhood_id: undone(lines, moderators.get(place.neighbourhood_id, 0))
        for place in hoods(work, pilot.id or 0)
    }


def ready_everywhere(work: Work, municipality_id: int) -> bool:
    """Say whether the whole list for opening is done, for every neighbourhood."""
    return is_ready(consent.lines(work, municipality_id))


def hypotheses(work: Work, pilot_id: int) -> list[PilotHypothesis]:
    """Return what was assumed, in the order in which it was written down."""
    ours = select(PilotHypothesis).where(PilotHypothesis.pilot_id == pilot_id)
    return list(work.exec(ours.order_by(col(PilotHypothesis.id))))


def hypothesis(work: Work, pilot_id: int, reference: str) -> PilotHypothesis | None:
    """Return an assumption of this pilot, or None."""
    ours = select(PilotHypothesis).where(PilotHypothesis.pilot_id == pilot_id, PilotHypothesis.reference == reference)
    return work.exec(ours).first()


def hypothesis_by_once(work: Work, once: str) -> PilotHypothesis | None:
    """Return the assumption that a form made before."""
    return work.exec(select(PilotHypothesis).where(PilotHypothesis.once == once)).first()


def note_by_once(work: Work, once: str) -> PilotNote | None:
    """Return the note that a form made before."""
    return work.exec(select(PilotNote).where(PilotNote.once == once)).first()


def notes(work: Work, pilot_id: int) -> list[Note]:
    """Return what the team wrote, the oldest first."""
    ours = select(PilotNote).where(PilotNote.pilot_id == pilot_id).order_by(col(PilotNote.id))
    rows = list(work.exec(ours))
    names = people.names(work, [row.written_by_id for row in rows if row.written_by_id is not None])
    return [Note(row.words, row.written_at, names.get(row.written_by_id or 0)) for row in rows]


def forgettable_notes(work: Work, moment: datetime, limit: int) -> list[PilotNote]:
    """Return notes of pilots that ended before `moment`."""
    over = select(PilotNote).join(Pilot, col(Pilot.id) == col(PilotNote.pilot_id)).where(col(Pilot.ended_at) < moment)
    return list(work.exec(over.order_by(col(PilotNote.id)).limit(limit)))
