"""The figures that a municipality accounts for (DSA articles 15 and 24): counted from rows, small ones masked. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from b2b.core.words import N_
from b2b.moderation.rules.complaints import Outcome
from b2b.moderation.rules.masking import FLOOR, masked
from b2b.moderation.rules.measures import OUT, SANCTION_WORDS, SanctionKind
from b2b.moderation.rules.notices import NoticeCategory
from b2b.moderation.rules.outside import KIND_WORDS, DisputeOutcome, OutsideKind
from b2b.moderation.rules.outside import OUTCOME_WORDS as DISPUTE_WORDS
from b2b.moderation.rules.reviews import DecisionKind, DecisionSource
from b2b.moderation.rules.statements import LAWS, RESTRICTIONS
from b2b.moderation.rules.words import CATEGORIES

UNFOUNDED = frozenset({DecisionKind.PLACE, DecisionKind.NO_ACTION})


@dataclass(frozen=True)
class NoticeFact:
    """A notice of the period, with what became of it so far."""

    category: NoticeCategory
    trusted_flagger: bool
    place: str
    filed_at: datetime
    decision: DecisionKind | None = None
    rule: str | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True)
class DecisionFact:
    """A decision of the period. `waited_since` is when its item began to wait."""

    kind: DecisionKind
    source: DecisionSource
    place: str
    at: datetime
    waited_since: datetime
    automated: bool = False


@dataclass(frozen=True)
class ComplaintFact:
    """An objection of the period, with what became of it so far."""

    place: str
    filed_at: datetime
    outcome: Outcome | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True)
class OutsideFact:
    """An order or a dispute of the period. Days are whole: an authority writes a date, not an hour."""

    kind: OutsideKind
    received_on: date
    confirmed_on: date | None = None
    done_on: date | None = None
    outcome: DisputeOutcome | None = None
    followed: bool | None = None


@dataclass(frozen=True)
class Facts:
    """All rows of a period. `people` is how many signed in, `moderators` how many judge."""

    notices: Sequence[NoticeFact] = ()
    decisions: Sequence[DecisionFact] = ()
    complaints: Sequence[ComplaintFact] = ()
    sanctions: Sequence[SanctionKind] = ()
    outside: Sequence[OutsideFact] = ()
    people: int = 0
    moderators: int = 0


@dataclass(frozen=True)
class Line:
    """One figure: under which heading, what, how many, and the middle waiting time in hours, if that says something.

    A number of None is too small to tell, or would tell one.
    """

    part: str
    what: str
    number: int | None
    hours: float | None = None


@dataclass(frozen=True)
class PlaceLine:
    """What a wijk accounts for; None is a number too small to tell, or that would tell one."""

    place: str
    notices: int | None
    decisions: int | None
    restrictions: int | None
    complaints: int | None
    reversed: int | None
    hours: float | None


NOTICES, OWN, DECISIONS = N_("Meldingen"), N_("Zelf gezien"), N_("Besluiten")
COMPLAINTS, SANCTIONS, PEOPLE = N_("Bezwaren"), N_("Maatregelen"), N_("Mensen")
ORDERS, DISPUTES = N_("Bevelen van een rechter of overheid"), N_("Geschillen bij een onafhankelijk orgaan")

DECISION_WORDS: Mapping[DecisionKind, str] = {
    DecisionKind.PLACE: N_("Geplaatst"),
    DecisionKind.ASK_CHANGE: N_("Gevraagd om het aan te passen"),
    DecisionKind.REFUSE: N_("Niet geplaatst"),
    DecisionKind.HIDE: N_("Weggehaald"),
    DecisionKind.WARN: N_("Gewaarschuwd"),
    DecisionKind.HOLD: N_("30 dagen eerst meelezen"),
    DecisionKind.SUSPEND_7: N_("7 dagen niet meedoen"),
    DecisionKind.SUSPEND_30: N_("30 dagen niet meedoen"),
    DecisionKind.END: N_("Account gestopt"),
    DecisionKind.NO_ACTION: N_("Niets gedaan"),
}
OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.UPHELD: N_("Het besluit bleef staan"),
    Outcome.PARTLY: N_("Het besluit is voor een deel teruggedraaid"),
    Outcome.REVERSED: N_("Het besluit is teruggedraaid"),
}


_ORDER_STEPS: Mapping[OutsideKind, tuple[str, str]] = {
    OutsideKind.REMOVE: (N_("Weghalen: ontvangst bevestigd"), N_("Weghalen: nog niet klaar")),
    OutsideKind.INFORM: (N_("Gegevens: ontvangst bevestigd"), N_("Gegevens: nog niet klaar")),
}


def report(facts: Facts) -> list[Line]:
    """Return every figure of the whole municipality, in the order of the law."""
    return [
        *_orders(facts.outside),
        *_notices(facts.notices),
        *_own(facts.decisions),
        *_decisions(facts.decisions),
        *_complaints(facts.complaints),
        *_disputes(facts.outside),
        *_sanctions(facts.sanctions),
        Line(PEOPLE, N_("Moderators"), facts.moderators),
        Line(PEOPLE, N_("Mensen die inlogden"), facts.people),
    ]


def by_place(facts: Facts, places: Iterable[str]) -> list[PlaceLine]:
    """Return the figures of each wijk, small ones masked so that no total gives them back."""
    known = list(places)
    judged = [one for one in facts.decisions if one.kind in RESTRICTIONS]

    def spread(seen: Iterable[str]) -> dict[str, int | None]:
        counts = Counter(seen)
        return masked({place: counts[place] for place in known})

    notices, decisions = (spread(one.place for one in rows) for rows in (facts.notices, facts.decisions))
    restrictions = spread(one.place for one in judged)
    complaints = spread(one.place for one in facts.complaints)
    reversed_ = spread(one.place for one in facts.complaints if one.outcome in (Outcome.REVERSED, Outcome.PARTLY))
    return [
        PlaceLine(
            place,
            notices[place],
            decisions[place],
            restrictions[place],
            complaints[place],
            reversed_[place],
            hours([(one.waited_since, one.at) for one in facts.decisions if one.place == place], FLOOR),
        )
        for place in known
    ]


def hours(spans: Sequence[tuple[date, date]], least: int = 1) -> float | None:
    """Return the middle length in hours, rounded to a tenth; None for fewer than `least`."""
    if len(spans) < max(least, 1):
        return None
    return round(median((end - begin) / timedelta(hours=1) for begin, end in spans), 1)


def _orders(outside: Sequence[OutsideFact]) -> list[Line]:
    lines = []
    for kind in (OutsideKind.REMOVE, OutsideKind.INFORM):
        found = [one for one in outside if one.kind is kind]
        confirmed = [(one.received_on, one.confirmed_on) for one in found if one.confirmed_on is not None]
        done = [(one.received_on, one.done_on) for one in found if one.done_on is not None]
        lines += [
            Line(ORDERS, KIND_WORDS[kind], len(found), hours(done)),
            Line(ORDERS, _ORDER_STEPS[kind][0], len(confirmed), hours(confirmed)),
            Line(ORDERS, _ORDER_STEPS[kind][1], len(found) - len(done)),
        ]
    return lines


def _disputes(outside: Sequence[OutsideFact]) -> list[Line]:
    found = [one for one in outside if one.kind is OutsideKind.DISPUTE]
    done = [(one.received_on, one.done_on) for one in found if one.done_on is not None]
    ends = Counter(one.outcome for one in found if one.outcome is not None)
    # Who brought a dispute told others of it: beside a small total an outcome would be theirs.
    told = masked({outcome: ends[outcome] for outcome in DISPUTE_WORDS})
    followed = sum(bool(one.followed) for one in found)
    return [
        Line(DISPUTES, N_("Alle geschillen"), len(found), hours(done)),
        *(Line(DISPUTES, words, told[outcome]) for outcome, words in DISPUTE_WORDS.items()),
        Line(DISPUTES, N_("Gedaan wat het orgaan zei"), followed if len(done) >= FLOOR or not done else None),
        Line(DISPUTES, N_("Nog niet klaar"), len(found) - len(done)),
    ]


def _notices(notices: Sequence[NoticeFact]) -> list[Line]:
    answered = [one for one in notices if one.decision is not None]
    spans = [(one.filed_at, one.decided_at) for one in notices if one.decided_at is not None]
    upheld = [one for one in answered if one.decision not in UNFOUNDED]
    by_law = [one for one in upheld if one.rule in LAWS]
    counts = Counter(one.category for one in notices)
    return [
        Line(NOTICES, N_("Alle meldingen"), len(notices), hours(spans)),
        *(Line(NOTICES, words.label, counts[category]) for category, words in CATEGORIES.items()),
        Line(NOTICES, N_("Van betrouwbare melders"), sum(one.trusted_flagger for one in notices)),
        Line(NOTICES, N_("Beantwoord"), len(answered)),
        Line(NOTICES, N_("Iets gedaan vanwege de wet"), len(by_law)),
        Line(NOTICES, N_("Iets gedaan vanwege de spelregels"), len(upheld) - len(by_law)),
        Line(NOTICES, N_("Niets gedaan"), len(answered) - len(upheld)),
        Line(NOTICES, N_("Door een computer beslist"), 0),
    ]


def _own(decisions: Sequence[DecisionFact]) -> list[Line]:
    own = [one for one in decisions if one.kind in RESTRICTIONS and one.source is not DecisionSource.NOTICE]
    first = sum(one.source is DecisionSource.FIRST_LOOK for one in own)
    return [
        Line(OWN, N_("Ingegrepen zonder melding"), len(own)),
        Line(OWN, N_("Gezien door een mens"), first),
        Line(OWN, N_("Gezien door een computer, besloten door een mens"), len(own) - first),
    ]


def _decisions(decisions: Sequence[DecisionFact]) -> list[Line]:
    lines = [
        Line(DECISIONS, N_("Alle besluiten"), len(decisions), hours([(d.waited_since, d.at) for d in decisions]))
    ]
    for kind, words in DECISION_WORDS.items():
        of_kind = [(one.waited_since, one.at) for one in decisions if one.kind is kind]
        lines.append(Line(DECISIONS, words, len(of_kind), hours(of_kind)))
    lines.append(Line(DECISIONS, N_("Besloten door een computer"), sum(one.automated for one in decisions)))
    return lines


def _complaints(complaints: Sequence[ComplaintFact]) -> list[Line]:
    spans = [(one.filed_at, one.decided_at) for one in complaints if one.decided_at is not None]
    counts = Counter(one.outcome for one in complaints if one.outcome is not None)
    return [
        Line(COMPLAINTS, N_("Alle bezwaren"), len(complaints), hours(spans)),
        *(Line(COMPLAINTS, words, counts[outcome]) for outcome, words in OUTCOME_WORDS.items()),
        Line(COMPLAINTS, N_("Nog niet besloten"), sum(one.outcome is None for one in complaints)),
    ]


def _sanctions(kinds: Sequence[SanctionKind]) -> list[Line]:
    counts = Counter(kinds)
    return [
        *(Line(SANCTIONS, words, counts[kind]) for kind, words in SANCTION_WORDS.items()),
        Line(SANCTIONS, N_("Samen: een tijd of voorgoed niet meedoen"), sum(counts[kind] for kind in OUT)),
    ]
