"""The desk of the demo: several households about one post, an item that is held, danger put aside, a moderator away."""

from b2b.demo.entries import ASK, OFFER, Entry
from b2b.demo.moments import moment
from b2b.demo.stage import Stage
from b2b.moderation import queries as review
from b2b.moderation import service as reviewing
from b2b.moderation.rules import Filed, NoticeCategory, TargetKind
from b2b.moderation.rules.away import Leave

ENTRIES = (
    Entry(
        "troep", ASK, "Dennis", "2d 18:10", "klussen/kleine-reparatie",
        "Wie ruimt de troep van mijn buren op?",
        "De mensen van de eerste verdieping zetten alles op de galerij. Ik gooi het straks zelf over de rand.",
        when="zaterdag",
    ),
    Entry(
        "scooter", OFFER, "Joost", "1d 12:40", "lenen/lenen",
        "Scooter te leen",
        "Mijn scooter staat klaar in de berging. Je mag hem een middag gebruiken.",
        when="overdag",
    ),
)  # fmt: skip


def many_report(stage: Stage) -> None:
    """Two neighbours and a passer-by report it; one angry house does so three times."""
    _report(stage, "troep", NoticeCategory.RUDE, "Hij schrijft lelijk over ons.", who="Truus")
    _report(stage, "troep", NoticeCategory.RUDE, "Dit is dreigen. Onder de galerij spelen kinderen.", who="Ria")
    for number in range(3):
        _report(
            stage, "troep", NoticeCategory.OTHER, "Dit moet weg!", email=f"boos{number}@voorbeeld.nl", source="one"
        )


def hold(stage: Stage) -> None:
    """Mo called the author and waits for an answer."""
    stage.acts("Mo")
    item = review.open_item(stage.work, TargetKind.POST, stage.posts["troep"].id or 0)
    if item is not None:
        reviewing.hold(stage.work, item, "Ik heb Dennis gebeld. Hij belt vanmiddag terug.")


def danger(stage: Stage) -> None:
    """Somebody reports danger: nobody sees the scooter until a moderator has looked."""
    said = "De remmen van deze scooter doen het niet. Mijn zoon is er bijna mee verongelukt."
    _report(stage, "scooter", NoticeCategory.DANGER, said, email="moeder@voorbeeld.nl", source="two")


def away(stage: Stage) -> None:
    """Ingrid is away for a few days; Mo covers."""
    me = stage.acts("Ingrid")
    town = stage.town("Ingrid").municipality_id
    leave = Leave(stage.clock(), moment("+5d 23:30", stage.now), stage.members["Mo"])
    reviewing.go_away(stage.work, me, town, leave)


ACTS = (("1d 08:30", away), ("100m", many_report), ("70m", hold), ("25m", danger))


def _report(
    stage: Stage, key: str, category: NoticeCategory, said: str, *, who: str = "", email: str = "", source: str = ""
) -> None:
    stage.acts_nobody()
    member = stage.acts(who) if who else None
    post = stage.posts[key]
    about = review.target_by_reference(stage.work, post.reference, post.municipality_id)
    if about is None:
        raise LookupError(key)
    filed = Filed(
        category,
        said,
        stage.once(),
        notifier_id=member,
        name="" if who else "Een voorbijganger",
        email=email,
        source=source,
    )
    reviewing.file_notice(stage.work, about, filed)
