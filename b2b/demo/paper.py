"""Mevrouw De Wit has no e-mail: Karin of the desk wrote her request down, and an answer waits to be told by telephone."""

from b2b.accounts.service.joining import NewMember
from b2b.accounts.service.people import known
from b2b.consent import service as consent
from b2b.consent.rules import help_subject
from b2b.conversations import service as talking
from b2b.conversations.rules import Answer, ResponseKind
from b2b.demo.stage import Stage
from b2b.moderation import queries as review
from b2b.moderation import service as reviewing
from b2b.moderation.rules import DecisionKind, TargetKind, Verdict
from b2b.paper import service
from b2b.paper.rules import CallOutcome
from b2b.paper.service.people import Call, NewPerson
from b2b.posts import service as posting
from b2b.posts.rules import PostKind

KEY, NAME, DESK, HOOD = "papier-krant", "Mevrouw De Wit", "Karin", "tigrisdreef-en-omgeving"


def _comes_to_the_desk(stage: Stage) -> None:
    stage.acts(DESK)
    town = stage.town(DESK)
    who = NewMember(NAME, town.by_slug[HOOD].id)
    member = service.add(stage.work, town.municipality_id, NewPerson(who, "0301234567", stage.once()))
    begun = {"category": "gezelschap", "rules": "gezelschap", "task": "koffie"}
    said = {
        "title": "Wie leest mij de krant voor?",
        "body": "Mijn ogen zijn slecht. Een halfuurtje in de week zou heel fijn zijn. De koffie staat klaar.",
        "neighbourhood_id": who.neighbourhood_id,
        "place": "home",
        "when": "Op een doordeweekse ochtend",
    }
    draft = posting.start_draft(
        stage.work, town.municipality_id, PostKind.REQUEST, begun | said, member_id=member.id, browser_key=None
    )
    stage.work.flush()  # the post takes its place
    terms = consent.stored(stage.work, town.municipality_id, help_subject("gezelschap"))
    stage.posts[KEY] = service.ask(stage.work, member, draft, seen=terms.hash)


def _is_placed(stage: Stage) -> None:
    stage.acts("Mo")
    item = review.open_item(stage.work, TargetKind.POST, stage.posts[KEY].id or 0)
    if item is None:
        raise LookupError(f"nothing waits about {KEY}")
    reviewing.decide(stage.work, item, Verdict(DecisionKind.PLACE, item.version))


def _is_called(stage: Stage) -> None:
    stage.acts(DESK)
    post = stage.posts[KEY]
    member = known(stage.work, post.author_id)
    service.write_down(stage.work, member, Call(CallOutcome.SPOKE, "Belt liever na 10 uur.", stage.once()))


def _has_an_answer(stage: Stage) -> None:
    me = stage.acts("Ria")
    words = "Ik lees graag voor. Donderdag om elf uur kan ik bij je zijn, ik woon om de hoek."
    talking.answer(stage.work, stage.posts[KEY], me, Answer(ResponseKind.YES, words, stage.once()))


ACTS = (
    ("4d 10:20", _comes_to_the_desk),
    ("4d 13:05", _is_placed),
    ("3d 10:40", _is_called),
    ("1d 18:10", _has_an_answer),
)
"""In the order of the clock."""
