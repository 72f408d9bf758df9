"""Measures and objections in the demo: somebody stands still and objects; a decision that was wrong is put right."""

from b2b.accounts import queries as people
from b2b.demo.entries import OFFER, Entry
from b2b.demo.stage import Stage
from b2b.moderation import queries as review
from b2b.moderation import service as reviewing
from b2b.moderation.rules import DecisionKind, Filed, NoticeCategory, TargetKind, Verdict
from b2b.moderation.rules.complaints import Judgement, Objection, Outcome

WHO = "Sven"
"""Stands still in the demo, and can be looked at from the sign-in page."""

ENTRIES = (
    Entry(
        "fietsenmaker", OFFER, WHO, "30d 17:20", "klussen/kleine-reparatie",
        "Ik plak je band",
        "Lekke band? Ik plak hem voor je, bij mij voor de deur. Je hoeft niks te betalen.",
        when="in het weekend",
    ),
    Entry(
        "tomaten", OFFER, "Bas", "13d 15:10", "lenen/weggeven",
        "Tomatenplantjes over",
        "Ik heb 12 tomatenplantjes over van mijn balkon. Wie wil er een paar? Gratis ophalen.",
        when="overdag",
    ),
)  # fmt: skip


def warn(stage: Stage) -> None:
    """A neighbour reports Sven, and Mo warns him."""
    _reported(stage, WHO, "Truus", "Hij belde drie avonden laat aan om te vragen of ik al betaald had.")
    why = "Daar schrikken mensen van. Hulp is hier gratis. Vraag dus nooit om geld, en ga niet laat langs de deuren."
    _decide(stage, WHO, "Mo", DecisionKind.WARN, why, "Je belde drie avonden laat aan en vroeg om geld.")


def suspend(stage: Stage) -> None:
    """It happens again: Mo lets him stand still for a week."""
    _reported(stage, WHO, "Ria", "Hij stond weer voor de deur en werd boos toen ik nee zei.")
    why = "Je was al gewaarschuwd. Buren moeten zich thuis veilig voelen. Daarom doe je een week niet mee."
    _decide(stage, WHO, "Mo", DecisionKind.SUSPEND_7, why, "Je stond weer bij iemand voor de deur en werd boos.")


def object_(stage: Stage) -> None:
    """Sven does not agree: his objection waits for somebody who is not Mo."""
    me = stage.acts(WHO)
    newest = review.statements_of(stage.work, me)[0]
    said = "Ik was niet boos. Ik praat nou eenmaal hard. Ik wilde alleen de fiets terugbrengen."
    reviewing.object_to_statement(stage.work, newest, Objection(said, stage.once()))


def hide(stage: Stage) -> None:
    """Somebody takes the plants for trade, and so does Ingrid."""
    stage.acts_nobody()
    post = stage.posts["tomaten"]
    about = review.target_by_reference(stage.work, post.reference, post.municipality_id)
    assert about is not None  # noqa: S101 - placed above
    filed = Filed(NoticeCategory.NOT_NEIGHBOUR_HELP, "Volgens mij verkoopt hij planten.", stage.once())
    notice = reviewing.file_notice(stage.work, about, filed)
    _judge(
        stage, notice.review_item_id, "Ingrid", DecisionKind.HIDE, "trade", "Dit lijkt op verkoop. Dat kan hier niet."
    )


def object_to_hiding(stage: Stage) -> None:
    """Bas says that the plants are free."""
    me = stage.acts("Bas")
    said = "Ik verkoop niets. Er staat gratis bij. Het zijn plantjes van mijn balkon."
    reviewing.object_to_statement(stage.work, review.statements_of(stage.work, me)[0], Objection(said, stage.once()))


def reverse(stage: Stage) -> None:
    """Mo, of another part of town, puts it right."""
    statement = review.statements_of(stage.work, stage.members["Bas"])[0]
    complaint = review.complaint_of_statement(stage.work, statement.id or 0)
    assert complaint is not None  # noqa: S101 - made above
    stage.acts("Mo")
    reasons = "Er staat duidelijk dat het gratis is. Weggeven mag. Het bericht staat er weer."
    reviewing.judge(stage.work, complaint, Judgement(Outcome.REVERSED, reasons, complaint.version))


ACTS = (
    ("21d 09:30", warn),
    ("12d 19:20", hide),
    ("11d 08:15", object_to_hiding),
    ("10d 16:40", reverse),
    ("2d 10:20", suspend),
    ("1d 20:45", object_),
)
"""When what happens, and what."""


def _reported(stage: Stage, about: str, by: str, words: str) -> None:
    notifier = stage.acts(by)
    member = stage.members[about]
    town = stage.town(about).municipality_id
    found = people.member(stage.work, member)
    thing = review.target_by_reference(stage.work, found.reference if found else "", town)
    assert thing is not None  # noqa: S101 - joined before
    reviewing.file_notice(stage.work, thing, Filed(NoticeCategory.RUDE, words, stage.once(), notifier_id=notifier))


def _decide(stage: Stage, about: str, by: str, kind: DecisionKind, why: str, facts: str) -> None:
    item = review.open_item(stage.work, TargetKind.MEMBER, stage.members[about])
    assert item is not None  # noqa: S101 - reported just now
    _judge(stage, item.id or 0, by, kind, "kind", why, facts)


def _judge(stage: Stage, item_id: int, by: str, kind: DecisionKind, rule: str, why: str, facts: str = "") -> None:
    stage.acts(by)
    item = review.item(stage.work, item_id)
    assert item is not None  # noqa: S101 - reported just now
    reviewing.decide(stage.work, item, Verdict(kind, item.version, rule, why, facts))
