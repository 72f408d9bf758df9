"""Help that comes back in the demo: Rob goes to the market with Fatima each week, and Olena helps along."""

from b2b.demo.entries import ASK, ELSEWHERE, Entry
from b2b.demo.moments import moment
from b2b.demo.stage import Stage
from b2b.demo.steps import Chooses, Reacts
from b2b.recurring import queries, service
from b2b.recurring.rules import Plan

KEY = "weekmarkt"

# One value a line would hide what people say: a post reads as a card, its heading on one line.
# fmt: off
ENTRIES = (
    Entry(
        KEY, ASK, "Fatima", "30d 10:05", "gezelschap/uitje",
        "Wie gaat elke week met mij naar de markt?",
        "Ik vind het druk alleen, met de kinderwagen. Samen is het gezellig, en ik trakteer op een kaasbroodje.",
        when="een ochtend in de week", place=ELSEWHERE, where="de markt op het Rijnplein",
        then=(
            Reacts("29d 14:20", "Rob", "Ik ga toch elke week. Loop gerust met mij mee."),
            Reacts("29d 16:40", "Olena", "Ik kan niet elke week, maar soms wel. Ik hou van de markt."),
            Chooses("28d 09:15", "Rob"),
        ),
    ),
)
# fmt: on


def agree(stage: Stage) -> None:
    """Rob proposes eight weeks, and Fatima says yes."""
    me = stage.acts("Rob")
    plan = Plan(moment("20d 10:00", stage.now), every=1, times=8, place="Bij de ingang van de flat")
    series = service.propose(stage.work, stage.talk(KEY, "Rob"), me, plan)
    service.accept(stage.work, series, stage.acts("Fatima"))


def share(stage: Stage) -> None:
    """Fatima asks Olena to help along, and Olena says yes."""
    stage.acts("Fatima")
    service.ask(stage.work, _series(stage), stage.talk(KEY, "Olena"))
    service.join(stage.work, _series(stage), stage.acts("Olena"))


def recognise(stage: Stage) -> None:
    """The three say how they are recognised at the door."""
    signs = {"Fatima": "een kinderwagen met een gele parasol", "Rob": "een groene pet", "Olena": "een rode bakfiets"}
    for name, sign in signs.items():
        service.tell_sign(stage.work, _series(stage), stage.acts(name), sign)


def trust(stage: Stage) -> None:
    """Fatima lets her sister see who comes the next time."""
    stage.acts("Fatima")
    coming = [
        turn for turn in queries.turns(stage.work, _series(stage).id or 0) if turn.starts_at > stage.clock.moment
    ]
    service.share(stage.work, _series(stage), coming[0].number)


def went_well(stage: Stage) -> None:
    """Fatima says that the newest turn worked."""
    me = stage.acts("Fatima")
    was = [turn for turn in queries.turns(stage.work, _series(stage).id or 0) if turn.starts_at <= stage.clock.moment]
    service.tell(stage.work, _series(stage), was[-1].number, me, went_well=True)


def cannot(stage: Stage) -> None:
    """Rob cannot come one time and asks the team; of another Fatima lets one pass."""
    service.hand_on(stage.work, _series(stage), 5, stage.acts("Rob"))
    service.skip(stage.work, _series(stage), 6, stage.acts("Fatima"))


def covers(stage: Stage) -> None:
    """Rob hands on one time more, and Olena comes instead: with her own word, and her own sign."""
    service.hand_on(stage.work, _series(stage), 7, stage.acts("Rob"))
    service.take(stage.work, _series(stage), 7, stage.acts("Olena"))


def _series(stage: Stage) -> queries.Series:
    found = queries.of_conversation(stage.work, stage.talk(KEY, "Rob").id or 0)
    if found is None:
        raise LookupError(KEY)
    return found


ACTS = (
    ("27d 11:30", agree),
    ("26d 19:00", share),
    ("26d 20:00", recognise),
    ("20d 13:10", went_well),
    ("13d 12:45", went_well),
    ("6d 12:30", went_well),
    ("1d 18:20", cannot),
    ("1d 18:50", covers),
    ("1d 19:00", trust),
)
"""When what happens, and what."""
