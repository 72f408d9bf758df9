"""Rights in the demo: a copy that is ready, a question about data, and somebody who leaves and can still come back."""

from base64 import b64encode

from b2b.accounts.queries import Member
from b2b.demo.entries import OFFER, Entry
from b2b.demo.stage import Stage
from b2b.privacy import service
from b2b.privacy.packing import packed
from b2b.privacy.rules.requests import About, Asked, RequestKind

LEAVES = "Mieke"
"""In her two weeks to come back; can be looked at from the sign-in page."""

ENTRIES = (
    Entry(
        "knoop", OFFER, LEAVES, "26d 14:30", "klussen/kleine-reparatie",
        "Ik zet je knoop weer aan",
        "Ik heb een naaimachine. Een knoop, een zoom of een rits: ik doe het graag voor je.",
        when="op dinsdag",
    ),
)  # fmt: skip


def ask(stage: Stage) -> None:
    """Marjan does not want to be counted when the site learns words."""
    member = stage.work.get_one(Member, stage.acts("Marjan"))
    said = "Tellen jullie welke woorden ik gebruik? Ik wil dat liever niet."
    service.ask(stage.work, member, Asked(RequestKind.OBJECT, About.LEARNING, said, stage.once()))


def copy(stage: Stage) -> None:
    """Henk asked for a copy of his data; it is ready."""
    member = stage.work.get_one(Member, stage.acts("Henk"))
    made = service.ask_copy(stage.work, member)
    stage.work.flush()  # the copy holds what was done before it
    service.keep(stage.work, made.id or 0, b64encode(packed(stage.work, member.id or 0)).decode())


def leave(stage: Stage) -> None:
    """Mieke moves to her daughter, and takes her leave."""
    service.ask_erasure(stage.work, stage.work.get_one(Member, stage.acts(LEAVES)))


ACTS = (("6d 19:40", ask), ("1d 21:05", copy), ("3d 20:15", leave))
"""When, and what."""
