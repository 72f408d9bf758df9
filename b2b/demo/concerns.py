"""What the desk of the demo hears early: a worry that waits, one that somebody looked at, and what a look finds."""

from b2b.concerns import queries, service
from b2b.concerns.rules.worries import Spoken, Told, Worried, WorryKind
from b2b.demo.stage import Stage
from b2b.demo.trust import Act


def _worries(name: str, kind: WorryKind, about: str, place: str, words: str, spoken: Spoken) -> Act:
    def play(stage: Stage) -> None:
        member = stage.acts(name)
        told = Worried(kind, about, place, words, spoken, may_name=spoken is Spoken.KNOWS, once=stage.once())
        service.tell_worry(stage.work, stage.town(name).municipality_id, stage.hood(name), member, told)

    return Act(WHEN[name], play)


def _is_looked_at(stage: Stage) -> None:
    """Karin went to see, and told the person that there was a worry."""
    worry = queries.worries_of(stage.work, stage.members["Rob"])[0]
    signal = queries.signal_of(stage.work, worry)
    stage.acts("Karin")
    service.take(stage.work, signal)
    service.close(stage.work, signal, Told.SPOKEN)


WHEN = {"Rob": "12d 18:20", "Marjan": "1d 16:05"}
ACTS = (
    _worries(
        "Rob",
        WorryKind.ALONE,
        "mijnheer op nummer 14",
        "galerij, derde verdieping",
        "Sinds zijn vrouw er niet meer is, komt hij niet meer naar de koffie. Hij doet wel open.",
        Spoken.KNOWS,
    ),
    Act("10d 11:00", _is_looked_at),
    _worries(
        "Marjan",
        WorryKind.NOT_SEEN,
        "de mevrouw met het rode fietsje",
        "flat naast de buurtkamer",
        "De gordijnen zijn al vijf dagen dicht en de krant zit in de bus. Op de bel komt niemand.",
        Spoken.NOT_YET,
    ),
)


def look(stage: Stage) -> None:
    """Look as the worker does."""
    stage.acts_nobody()
    service.look(stage.work)
