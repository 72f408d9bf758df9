"""What came of a pilot: each assumption held against figures before and during it, as a report and as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from b2b.core.clock import local
from b2b.core.db import Work
from b2b.insights import queries as figures
from b2b.insights.paper import Paper, Part, Sheet
from b2b.insights.quarterly import READ_SO, definitions
from b2b.insights.queries import Audience, Line
from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.shapes import Measure
from b2b.insights.rules.telling import dutch_number
from b2b.municipalities.queries import places
from b2b.pilots import queries
from b2b.pilots.models import Pilot, PilotHypothesis
from b2b.pilots.rules import (
    DIRECTION_WORDS,
    VERDICT_WORDS,
    PilotState,
    Verdict,
    full_months,
    judge,
    over_months,
    together,
    unit_of,
)
from b2b.web.i18n import date_words

NO_NUMBER = "Te weinig om te zeggen"
LIMITS = (
    (
        "We vergelijken met de maanden vóór de pilot. Er veranderde misschien meer dan alleen de pilot: het seizoen, "
        "het nieuws, andere hulp in de buurt. Wat we zagen, komt dus niet zeker door de pilot."
    ),
    (
        "Een oordeel over een periode telt alleen hele maanden. Heeft minder dan de helft van die maanden een getal, "
        "dan geven we geen oordeel."
    ),
    "We zien alleen wat op het platform gebeurt. Wie niet meedoet, zien we niet.",
)


@dataclass(frozen=True)
class Finding:
    """One assumption in one wijk: before and during the pilot, in the unit of its measure."""

    guess: PilotHypothesis
    measure: Measure
    wijk: str
    before: float | None
    during: float | None

    @property
    def verdict(self) -> Verdict:
        """Say whether the assumption came true here."""
        return judge(self.during, self.guess.direction, self.guess.target)

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the row of a table: wijk, before, during, target, verdict."""
        unit = unit_of(self.measure.kind)
        target = f"{DIRECTION_WORDS[self.guess.direction]} {dutch_number(self.guess.target)} {unit}"
        return (
            self.wijk,
            _number(self.before, unit),
            _number(self.during, unit),
            target,
            VERDICT_WORDS[self.verdict][0],
        )


COLUMNS = ("Wijk", "Nulmeting", "Tijdens de pilot", "Doel", "Oordeel")


def findings(work: Work, pilot: Pilot) -> list[Finding]:
    """Return every assumption of a pilot in each of its wijken, in the order in which they were written down."""
    here = places(work, pilot.municipality_id)
    hoods = {one.neighbourhood_id for one in queries.hoods(work, pilot.id or 0)}
    wijken = [quarter.code for quarter in here.quarters if any(hood.id in hoods for hood in quarter.hoods)]
    guesses = queries.hypotheses(work, pilot.id or 0)
    if not wijken or not guesses:
        return []
    before = full_months(pilot.baseline_from, pilot.baseline_until)
    during = full_months(pilot.starts_on, min(pilot.ends_on, local(work.now()).date()))
    codes = list(dict.fromkeys(one.measure for one in guesses))
    found = figures.lines(
        work, pilot.municipality_id, codes, [*before, *during], areas=wijken, audience=Audience.STAFF
    )
    lines = {(line.measure.code, line.area): line for line in found}
    return [
        _finding(guess, lines[guess.measure, area], len(before))
        for guess in guesses
        for area in wijken
        if (guess.measure, area) in lines
    ]


def evaluation(work: Work, pilot: Pilot) -> Paper:
    """Return the report: what was assumed, what was seen, and what nobody can say."""
    found = findings(work, pilot)
    today = local(work.now()).date()
    town = places(work, pilot.municipality_id).name
    parts = [
        Part("De pilot", _where_and_when(work, pilot)),
        Part("Wat we aannamen, en wat we zagen", _conclusion(found), tuple(_tables(found))),
        Part("Wat het team zag", _notes(work, pilot)),
        Part("Wat we niet kunnen zeggen", (*LIMITS, *READ_SO[1:2])),
        Part(
            "Wat betekenen deze cijfers?",
            sheets=(
                definitions(list(dict.fromkeys(one.guess.measure for one in found if one.guess.measure in MEASURES))),
            ),
        ),
    ]
    lead = "Wat we aannamen, wat we zagen, en wat we niet kunnen zeggen."
    if pilot.state is not PilotState.ENDED:
        lead += " De pilot is nog niet afgelopen: dit is de stand tot nu toe."
    return Paper(f"Verslag van pilot {pilot.name}", lead, f"Gemeente {town}", today, _day(today), tuple(parts))


def by_guess(found: Sequence[Finding]) -> list[tuple[PilotHypothesis, list[Finding], Verdict]]:
    """Return each assumption with what was found in its wijken, and the verdict over all of them."""
    guesses = {one.guess.reference: one.guess for one in found}
    grouped = [(guess, [one for one in found if one.guess.reference == key]) for key, guess in guesses.items()]
    return [(guess, rows, together(one.verdict for one in rows)) for guess, rows in grouped]


def _finding(guess: PilotHypothesis, line: Line, months_before: int) -> Finding:
    kind = line.measure.kind
    earlier, later = line.figures[:months_before], line.figures[months_before:]
    return Finding(guess, line.measure, line.area_name, over_months(kind, earlier), over_months(kind, later))


def _where_and_when(work: Work, pilot: Pilot) -> tuple[str, ...]:
    here = places(work, pilot.municipality_id)
    rows = queries.hoods(work, pilot.id or 0)
    opened = [here.label(one.neighbourhood_id) for one in rows if one.opened_at]
    shut = [here.label(one.neighbourhood_id) for one in rows if not one.opened_at]
    found = [
        (
            f"De pilot duurt van {_day(pilot.starts_on)} tot en met {_day(pilot.ends_on)}. De nulmeting is van "
            f"{_day(pilot.baseline_from)} tot en met {_day(pilot.baseline_until)}."
        ),
        f"Buurten die open zijn: {', '.join(opened) or 'nog geen'}.",
    ]
    return (*found, f"Buurten die nog niet open zijn: {', '.join(shut)}.") if shut else tuple(found)


def _conclusion(found: Sequence[Finding]) -> tuple[str, ...]:
    verdicts = [verdict for _guess, _rows, verdict in by_guess(found)]
    if not verdicts:
        return ("Er is nog niets te zeggen.",)
    right, wrong = verdicts.count(Verdict.TRUE), verdicts.count(Verdict.FALSE)
    unknown = len(verdicts) - right - wrong
    return (f"Aannames die klopten: {right}. Die niet klopten: {wrong}. Waarover we niets weten: {unknown}.",)


def _tables(found: Sequence[Finding]) -> list[Sheet]:
    return [
        Sheet(f"{guess.words} ({rows[0].measure.name})", COLUMNS, tuple(row.cells for row in rows))
        for guess, rows, _verdict in by_guess(found)
    ]


def _notes(work: Work, pilot: Pilot) -> tuple[str, ...]:
    notes = queries.notes(work, pilot.id or 0)
    found = tuple(f"{_day(local(note.written_at).date())}: {note.words}" for note in notes)
    return found or ("Er zijn geen notities.",)


def _number(value: float | None, unit: str) -> str:
    return NO_NUMBER if value is None else f"{dutch_number(value)} {unit}"


def _day(day: date) -> str:
    return date_words(day, "nl", year=True)
