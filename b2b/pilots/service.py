"""Plan a pilot, write down what is assumed, open neighbourhoods one by one, and end it."""

from collections.abc import Iterable

from b2b.consent.rules import NotOpenYet
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.municipalities import queries as places
from b2b.municipalities import service as towns
from b2b.pilots import queries
from b2b.pilots.models import Pilot, PilotHypothesis, PilotNeighbourhood, PilotNote
from b2b.pilots.rules import (
    HYPOTHESES_MAX,
    KEEP_NOTES,
    PILOT_LIFECYCLE,
    AssumptionsFixed,
    Guess,
    HoodNotReady,
    NothingAssumed,
    NotRunning,
    Part,
    PilotAction,
    PilotState,
    Plan,
    opening,
)


def plan(work: Work, municipality_id: int, words: Plan, hood_ids: Iterable[int], once: str) -> Pilot:
    """Write down a pilot in these neighbourhoods; the same form twice gives the same pilot."""
    before = queries.by_once(work, once)
    if before is not None:
        return before
    pilot = Pilot(
        reference=new_reference("P"),
        once=once,
        municipality_id=municipality_id,
        created_at=work.now(),
        **vars(words),
    )
    work.add(pilot)
    work.flush()  # its neighbourhoods and the audit carry its key
    for hood_id in sorted(set(hood_ids)):
        work.add(
            PilotNeighbourhood(municipality_id=municipality_id, pilot_id=pilot.id or 0, neighbourhood_id=hood_id)
        )
    audit.note(work, "pilot.planned", pilot)
    return pilot


def change(work: Work, pilot: Pilot, words: Plan) -> None:
    """Change the days and the name of a pilot that did not begin; AssumptionsFixed afterwards."""
    _before_it_runs(work, pilot)
    for name, value in vars(words).items():
        setattr(pilot, name, value)
    audit.note(work, "pilot.changed", pilot)


def leave_out(work: Work, pilot: Pilot, neighbourhood_id: int) -> None:
    """Take a neighbourhood out of a pilot that did not begin. Twice changes nothing."""
    _before_it_runs(work, pilot)
    place = queries.hood(work, pilot.id or 0, neighbourhood_id)
    if place is not None:
        work.delete(place)


def assume(work: Work, pilot: Pilot, guess: Guess, once: str) -> None:
    """Write down an assumption; AssumptionsFixed once the pilot runs, or when there are too many to mean anything."""
    if queries.hypothesis_by_once(work, once) is not None:
        return
    _before_it_runs(work, pilot)
    if len(queries.hypotheses(work, pilot.id or 0)) >= HYPOTHESES_MAX:
        raise AssumptionsFixed()
    work.add(
        PilotHypothesis(
            reference=new_reference("H"),
            once=once,
            municipality_id=pilot.municipality_id,
            pilot_id=pilot.id or 0,
            words=guess.words,
            measure=guess.measure,
            direction=guess.direction,
            target=guess.target,
        )
    )


def drop_assumption(work: Work, pilot: Pilot, reference: str) -> None:
    """Take an assumption back before the pilot begins. Twice changes nothing."""
    _before_it_runs(work, pilot)
    row = queries.hypothesis(work, pilot.id or 0, reference)
    if row is not None:
        work.delete(row)


def write(work: Work, pilot: Pilot, words: str, once: str) -> None:
    """Keep a note of the team; the same form twice gives one note."""
    if queries.note_by_once(work, once) is None:
        work.add(
            PilotNote(
                once=once,
                municipality_id=pilot.municipality_id,
                pilot_id=pilot.id or 0,
                words=words,
                written_by_id=work.actor_id,
                written_at=work.now(),
            )
        )


def start(work: Work, pilot: Pilot) -> None:
    """Begin: from now on the assumptions stay, and only what opens is open. NothingAssumed without an assumption."""
    lock(work, pilot)
    if not queries.hypotheses(work, pilot.id or 0):
        raise NothingAssumed()
    move(work, pilot, PILOT_LIFECYCLE, PilotAction.START)
    audit.note(work, "pilot.started", pilot)
    _say_where(work, pilot.municipality_id)


def end(work: Work, pilot: Pilot) -> None:
    """End: what is open stays open, what is shut stays shut until the municipality opens everywhere."""
    lock(work, pilot)
    move(work, pilot, PILOT_LIFECYCLE, PilotAction.END)
    pilot.ended_at = work.now()
    audit.note(work, "pilot.ended", pilot)
    _say_where(work, pilot.municipality_id)


def open_hood(work: Work, pilot: Pilot, neighbourhood_id: int) -> None:
    """Let residents of one neighbourhood place posts; HoodNotReady while the list is not done. Twice changes nothing.

    The first neighbourhood of a pilot that is the whole of it opens the municipality: elsewhere stays shut.
    """
    place = _place(work, pilot, neighbourhood_id)
    if place.opened_at is not None:
        return
    if queries.undone_by_hood(work, pilot).get(neighbourhood_id, [""]):
        raise HoodNotReady()
    if not pilot.only_here and not places.is_open(work, pilot.municipality_id):
        raise NotOpenYet()
    place.opened_at = work.now()
    audit.note(work, "pilot.opened", pilot, neighbourhood=neighbourhood_id)
    _say_where(work, pilot.municipality_id)
    if pilot.only_here:
        towns.open_up(work, pilot.municipality_id)


def shut_hood(work: Work, pilot: Pilot, neighbourhood_id: int) -> None:
    """Take no new posts in one neighbourhood for now; what people agreed on goes on. Twice changes nothing."""
    place = _place(work, pilot, neighbourhood_id)
    if place.opened_at is not None:
        place.opened_at = None
        audit.note(work, "pilot.shut", pilot, neighbourhood=neighbourhood_id)
        _say_where(work, pilot.municipality_id)


def open_everywhere(work: Work, pilot: Pilot) -> None:
    """Let a pilot that ended no longer keep the rest of the municipality out; HoodNotReady without moderators there."""
    lock(work, pilot)
    if pilot.state is not PilotState.ENDED:
        raise NotRunning()
    if not queries.ready_everywhere(work, pilot.municipality_id):
        raise HoodNotReady()
    pilot.only_here = False
    audit.note(work, "pilot.opened_everywhere", pilot)
    _say_where(work, pilot.municipality_id)


def purge_notes(work: Work, limit: int = 500) -> int:
    """Delete the notes of pilots that ended long ago; return how many went."""
    old = queries.forgettable_notes(work, work.now() - KEEP_NOTES, limit)
    for note in old:
        work.delete(note)
    return len(old)


def _place(work: Work, pilot: Pilot, neighbourhood_id: int) -> PilotNeighbourhood:
    lock(work, pilot)
    place = queries.hood(work, pilot.id or 0, neighbourhood_id)
    if pilot.state is not PilotState.RUNNING or place is None:
        raise NotRunning()
    return place


def _before_it_runs(work: Work, pilot: Pilot) -> None:
    lock(work, pilot)
    if pilot.state is not PilotState.PLANNED:
        raise AssumptionsFixed()


def _say_where(work: Work, municipality_id: int) -> None:
    """Tell the floors below where posts can be placed now."""
    work.flush()  # the pilots are read from the store
    parts: list[Part] = queries.parts(work, municipality_id)
    found = opening(parts)
    towns.open_in(work, municipality_id, found.only, found.shut)
