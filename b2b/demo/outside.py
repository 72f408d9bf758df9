"""What authorities and an independent body asked of the municipality of the demo: one order done, one dispute that waits."""

from b2b.core.clock import local
from b2b.core.ids import new_reference
from b2b.demo.stage import Stage
from b2b.moderation import service as moderating
from b2b.moderation.rules import NoticeCategory
from b2b.moderation.rules.outside import Arrived, Done, OutsideKind


def arrange(stage: Stage, municipality_id: int) -> None:
    """Let the administrator write both down."""
    stage.at("46d 09:40")
    stage.acts("Nadia")
    order = moderating.take_in(
        stage.work,
        municipality_id,
        _arrived(
            stage,
            OutsideKind.REMOVE,
            "Politie Midden-Nederland",
            NoticeCategory.FRAUD,
            "Een aanbod met een valse betaallink.",
        ),
    )
    stage.at("45d 11:15")
    done = Done(
        "Bericht weggehaald, de schrijver kreeg de redenen. Teruggemeld per mail.", local(stage.work.now()).date()
    )
    moderating.settle_outside(stage.work, order, done)
    stage.at("12d 16:05")
    moderating.take_in(
        stage.work,
        municipality_id,
        _arrived(
            stage,
            OutsideKind.DISPUTE,
            "Geschillencommissie",
            NoticeCategory.RUDE,
            "Iemand is het niet eens met 7 dagen niet meedoen.",
        ),
    )


def _arrived(stage: Stage, kind: OutsideKind, party: str, category: NoticeCategory, what: str) -> Arrived:
    today = local(stage.work.now()).date()
    return Arrived(kind, party, category, today, what, new_reference("O"), confirmed_on=today)
