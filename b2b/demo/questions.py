"""What the desk of the demo does with questions: asks, proposes, refers, writes down; and what residents say."""

from collections.abc import Callable
from typing import Any

from b2b.demo.stage import Stage
from b2b.demo.trust import Act
from b2b.handoff import queries
from b2b.handoff import service as handing
from b2b.handoff.rules import Asking, Helped, NoteKind, Outcome, Proposing, Told, Words

TALK = "Ik kom weinig buiten. Een praatje bij de koffie lijkt me fijn."


def _plays(who: str, key: str, verb: Callable[[Stage, Any], object]) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        stage.acts(who)
        verb(stage, stage.handoffs[key])

    return play


def _writes(who: str, key: str, text: str, *, for_resident: bool = True) -> Callable[[Stage], None]:
    return _plays(
        who,
        key,
        lambda stage, one: handing.write(stage.work, one, NoteKind.NOTE, Words(text, for_resident, stage.once())),
    )


def _refers(who: str, key: str, organisation: str) -> Callable[[Stage], None]:
    return _plays(
        who,
        key,
        lambda stage, one: handing.tell_outcome(
            stage.work, one, Told(Outcome.REFERRED, organisation, Words(organisation, True, stage.once()))
        ),
    )


def _answers(who: str, key: str, answer: str) -> Callable[[Stage], None]:
    return _plays(
        who, key, lambda stage, one: handing.answer(stage.work, queries.questions(stage.work, one)[0], answer)
    )


ACTS = (
    Act("16d 19:00", _plays("Olena", "taalles", lambda stage, one: handing.rate(stage.work, one, Helped.YES))),
    Act("3d 11:40", _writes("Karin", "drempel", "Henk gesproken. Ik kijk met de woningbouw naar een plankje.")),
    Act("2d 09:00", _plays("Karin", "drempel", lambda stage, one: handing.ask(
        stage.work, one, Asking("Is de drempel hoger dan een luciferdoosje? En gaat de deur naar binnen open?", 5, stage.once())
    ))),
    Act("1d 18:20", _answers("Henk", "drempel", "Ja, hoger. De deur gaat naar buiten open.")),
    Act("1d 13:30", _refers("Karin", "drempel", "Woningcorporatie")),
    Act("1d 13:35", _writes("Peter", "vader", "Het gezin zit krap. Volgende week terugbellen.", for_resident=False)),
    Act("1d 11:15", _plays("Karin", "alleen", lambda stage, one: handing.propose(
        stage.work,
        one,
        Proposing("gezelschap", "Wie drinkt er koffie met mij?", TALK, 10, stage.once()),
    ))),
)  # fmt: skip
"""In the order in which they were thought of; the agenda sorts them by the clock."""
