"""The ladder of trust as data: who is how far, what proves it, what it allows. Pure.

A level is shown to its owner only, with what comes next. It is never a score in public.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum

from b2b.core.errors import Conflict, Forbidden, TooFast
from b2b.core.words import N_

HELPS_TO_BE_KNOWN = 3
"""Appointments in which one helped, and both sides said that it happened and that it helped."""
HELPED_TO_BE_KNOWN = 2
"""Different people among them: two accounts that thank each other are not known for it."""
DAYS_TO_BE_KNOWN = 60
VOUCHERS_NEEDED = 2
VOUCHES_A_MONTH = 3
"""Nobody really knows more newcomers than this."""
MONTH = timedelta(days=30)
STRIKE_LIFE = timedelta(days=365)
"""How long a strike keeps somebody from being known."""
REASON_MAX = 200
ROLE_MAX = 80
ROLE_LIFE_MAX = timedelta(days=3 * 365)
"""The municipality's word about a role is asked again after at most three years."""


class Level(IntEnum):
    """How far somebody is. A suspended member is nowhere: that member cannot come in."""

    VISITOR = 0
    EMAIL = 1
    ADDRESS = 2
    KNOWN = 3


class ProofKind(StrEnum):
    """What proved that somebody lives here."""

    LETTER = "letter"
    VOUCHING = "vouching"
    DESK = "desk"


@dataclass(frozen=True)
class Allowance:
    """What a level may do. Numbers count in any 24 hours, or (`first_messages`) before the first answer."""

    posts_a_day: int
    conversations_a_day: int
    first_messages: int
    same_words_a_day: int
    links_and_numbers: bool = True
    reads_neighbours: bool = True
    vouches: bool = False


@dataclass(frozen=True)
class Rung:
    """One step of the ladder in words: what proves it, what it allows."""

    level: Level
    name: str
    proof: str
    allows: tuple[str, ...]
    allowance: Allowance


LADDER = (
    Rung(
        Level.VISITOR,
        N_("Bezoeker"),
        N_("Je hoeft niets te laten zien."),
        (N_("Je leest berichten die voor iedereen zijn."), N_("Je kunt een melding doen.")),
        Allowance(0, 0, 0, 0, links_and_numbers=False, reads_neighbours=False),
    ),
    Rung(
        Level.EMAIL,
        N_("Nieuw"),
        N_("Je hebt een e-mailadres en je logt in met een code."),
        (
            N_("Je leest berichten die voor iedereen zijn."),
            N_("Je plaatst een bericht. Een buurtmoderator leest het eerst."),
            N_("Je reageert op buren. Links en telefoonnummers kun je nog niet sturen."),
        ),
        Allowance(1, 3, 1, 3, links_and_numbers=False, reads_neighbours=False),
    ),
    Rung(
        Level.ADDRESS,
        N_("Buur"),
        N_("Wij weten dat je hier woont: door een brief, door twee buren, of door een bezoek aan de balie."),
        (
            N_("Je leest ook berichten die alleen voor buren zijn."),
            N_("Je kunt meer berichten plaatsen en met meer buren praten."),
        ),
        Allowance(5, 10, 10, 5),
    ),
    Rung(
        Level.KNOWN,
        N_("Bekende buur"),
        N_("Je hielp 3 keer en beide kanten waren tevreden. Je doet 60 dagen mee. Er is niets mis gegaan."),
        (
            N_("Je kunt instaan voor een nieuwe buur."),
            N_("Je kunt nog meer berichten plaatsen en met nog meer buren praten."),
        ),
        Allowance(10, 20, 10, 5, vouches=True),
    ),
)
"""From the bottom up; the place in the tuple is the level."""


@dataclass(frozen=True)
class RoleWord:
    """An organisation's or the municipality's word: who saw a VOG, when, for which role, good until when."""

    role: str
    seen_by: str
    seen_on: date
    expires_on: date


class NotKnown(Forbidden):
    """Only a known neighbour can vouch."""

    sentence = N_("Alleen een bekende buur kan instaan voor een ander.")


class NotOfThisWijk(Conflict):
    """Who vouches lives in the wijk of the newcomer."""

    sentence = N_("Jullie wonen niet in dezelfde wijk. Vraag het aan een buur uit de wijk.")


class NeedsNoVouching(Conflict):
    """The member lives here for certain already."""

    sentence = N_("Dit is niet meer nodig. Wij weten al dat deze buur hier woont.")


class TooManyVouches(TooFast):
    """Nobody vouches for a street in a day."""

    sentence = N_("Je stond deze maand al voor 3 buren in. Wacht tot volgende maand.")


class AboutOneself(Forbidden):
    """Nobody proves who they are to themselves."""

    sentence = N_("Dit kun je niet voor jezelf doen. Vraag het aan een ander.")


def level_of(*, proven: bool, known: bool) -> Level:
    """Return the level of a member: known is worth nothing without a valid proof."""
    if not proven:
        return Level.EMAIL
    return Level.KNOWN if known else Level.ADDRESS


def is_known(helps: int, helped: int, strikes: int, joined_at: datetime, now: datetime) -> bool:
    """Say whether somebody helped `helps` times, `helped` different people, long and well enough."""
    return (
        helps >= HELPS_TO_BE_KNOWN
        and helped >= HELPED_TO_BE_KNOWN
        and strikes == 0
        and now - joined_at >= timedelta(days=DAYS_TO_BE_KNOWN)
    )


def allowance(level: Level, chosen: dict[str, int] | None = None) -> Allowance:
    """Return what a level may do, with what a municipality chose instead of our numbers."""
    ours = LADDER[level].allowance
    if not chosen:
        return ours
    return replace(
        ours,
        posts_a_day=chosen.get("posts_a_day", ours.posts_a_day),
        conversations_a_day=chosen.get("conversations_a_day", ours.conversations_a_day),
    )


def next_rung(level: Level) -> Rung | None:
    """Return the step above, or None at the top."""
    return LADDER[level + 1] if level + 1 < len(LADDER) else None
