"""What tests of Open Klant share: a register that runs, a message, a parcel, a logbook in memory."""

from datetime import UTC, datetime

from sqlmodel import select

from b2b.handoff.connectors.base import Parcel, Way
from b2b.handoff.connectors.openklant.message import Facts, compose, number_from, object_id_from
from b2b.handoff.connectors.openklant_twin import officer
from b2b.handoff.rules import ContactWay, Question

TOKEN = "a-token-of-the-municipality"
TEAM = {"team_name": "Buurtregisseurs Overvecht", "team_id": "buurtregisseurs-overvecht", "make_team": "yes"}
SEED = b"\x07" * 32
FACTS = Facts(
    number=number_from(SEED),
    object_id=object_id_from(SEED),
    first_name="Fatima",
    by_phone=True,
    contact="06 - 1234 56 78",
    at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
)


QUESTION = Question("Fatima", "Zambesidreef", "Mijn trap is gevaarlijk.", ContactWay.PHONE, "06 12345678")
EVERYWHERE = ""


class Logbook(dict):
    """Keeps the steps; `stop_after` breaks off at that step, as a process that is killed."""

    stop_after = ""

    def note(self, step, value):
        self[step] = value
        if step == self.stop_after:
            self.stop_after = ""
            raise ConnectionError(step)


def way(twin, **options):
    return Way(twin.address, TOKEN, TEAM | options, local=True)


def parcel(twin, steps=None, facts=FACTS, **options):
    return parcel_by(way(twin, **options), compose(facts), steps, facts)


def parcel_by(way_there, message, steps=None, facts=FACTS):
    """Return the parcel of one question, by any way."""
    return Parcel(
        key="handoff-H-0000-0000",
        reference="H-0000-0000",
        municipality_id=1,
        municipality="Utrecht",
        neighbourhood="Zambesidreef",
        way=way_there,
        at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
        number=facts.number,
        object_id=facts.object_id,
        message=message,
        steps=dict(steps or {}),
    )


def only(writing, model):
    with writing() as work:
        return work.exec(select(model)).one()


def press(twin, step):
    (task,) = twin.store.things["internetaken"]
    officer.act(twin.store, f"/taken/{task}/{step}")


def quarter_of_an_hour_later(clock, worker):
    clock.advance(minutes=15)
    worker.run_until_quiet()
