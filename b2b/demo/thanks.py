"""Thank-yous in the demo: most out loud, one for the other alone, one that its reader took off the page."""

from collections.abc import Callable
from functools import partial

from b2b.demo.stage import Stage
from b2b.thanks import queries, service
from b2b.thanks.rules import Reach, Words


def says(who: str, key: str, with_: str, body: str, reach: Reach, stage: Stage) -> None:
    """One of the two of a conversation says thank you."""
    service.write(stage.work, stage.talk(key, with_), stage.acts(who), Words(body, reach))


def takes_off(who: str, key: str, with_: str, stage: Stage) -> None:
    """Whom it is for does not want it on the page."""
    me, talk = stage.acts(who), stage.talk(key, with_)
    said = queries.standing(stage.work, talk.id or 0, talk.other(me))
    if said is None:
        raise LookupError(f"nobody thanked {who} for {key}")
    service.take_off(stage.work, said)


ACTS: tuple[tuple[str, Callable[[Stage], None]], ...] = (
    (
        "21d 20:05",
        partial(
            says,
            "Fatima",
            "huiswerk",
            "Sanne",
            "Dank je wel Sanne! Mijn zoon maakt nu zelf zijn sommen. Hij vraagt wanneer je weer komt.",
            Reach.PUBLIC,
        ),
    ),
    (
        "13d 20:25",
        partial(
            says,
            "Marjan",
            "bellen",
            "Ria",
            "Ria, je hebt geen idee hoe blij mijn moeder was. En ik ook. Dank je wel.",
            Reach.PRIVATE,
        ),
    ),
    (
        "7d 21:10",
        partial(
            says,
            "Gerda",
            "studentenhulp",
            "Gerda",
            "Mijn telefoon doet het weer. Wat een geduld heeft die meid!",
            Reach.PUBLIC,
        ),
    ),
    (
        "6d 13:05",
        partial(
            says,
            "Fatima",
            "weekmarkt",
            "Rob",
            "Elke week samen naar de markt: ik kijk er echt naar uit. Bedankt Rob!",
            Reach.PUBLIC,
        ),
    ),
    (
        "6d 15:20",
        partial(
            says,
            "Rob",
            "weekmarkt",
            "Rob",
            "Graag gedaan Fatima, en dank voor de kaasbroodjes.",
            Reach.PUBLIC,
        ),
    ),
    ("5d 09:00", partial(takes_off, "Fatima", "weekmarkt", "Rob")),
)
"""(when, what): in the order of the clock."""
