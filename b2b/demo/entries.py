"""A post of the demo, as its author would answer the pages that ask for it; and a question to the municipality."""

from dataclasses import dataclass
from typing import Any

from b2b.consent import queries as consent
from b2b.consent.rules import help_subject
from b2b.demo.stage import Stage
from b2b.demo.steps import Step
from b2b.handoff import service as handing
from b2b.handoff.rules import ContactWay, Question, consent_hash
from b2b.posts import service as posting
from b2b.posts.rules import PostKind
from b2b.posts.ticks import Ticked, Ticks
from b2b.posts.wizard import Place, rules_read, ticked

ASK, OFFER = PostKind.REQUEST, PostKind.OFFER
HOME, ELSEWHERE, EITHER = Place.HOME, Place.ELSEWHERE, Place.EITHER


@dataclass(frozen=True)
class Entry:
    """A post. `kind_of_help` is "category/task"; an offer may name more, the main one first.

    `hood` is a slug when it is not the author's own neighbourhood.

    `helpers` are the first names that the author of a quiet request picks.
    """

    key: str
    kind: PostKind
    who: str
    at: str
    kind_of_help: str
    title: str
    body: str
    when: str = ""
    place: Place | None = Place.HOME
    where: str = ""
    hood: str = ""
    for_somebody_else: bool = False
    behalf: str = "family"
    for_neighbours: bool = False
    quiet: bool = False
    helpers: tuple[str, ...] = ()
    then: tuple[Step, ...] = ()

    def play(self, stage: Stage) -> None:
        """Answer every page, accept the disclaimer, send it in."""
        draft = self.begin(stage)
        subjects = [help_subject(one.category) for one in self.ticks]
        seen = [consent.current(stage.work, draft.municipality_id, subject).hash for subject in subjects]
        stage.posts[self.key] = posting.finish_draft(stage.work, draft, draft.member_id or 0, seen=seen)

    def begin(self, stage: Stage) -> Any:
        """Fill in what is said, on a draft that can be left at that; return the draft."""
        town, member = stage.town(self.who), stage.acts(self.who)
        return posting.start_draft(
            stage.work, town.municipality_id, self.kind, self.answers(stage), member_id=member, browser_key=None
        )

    @property
    def ticks(self) -> Ticks:
        """Return the kinds of help, each with its tasks."""
        found: dict[str, tuple[str, ...]] = {}
        for pair in self.kind_of_help.split():
            category, _, task = pair.partition("/")
            found[category] = (*found.get(category, ()), task)
        return tuple(Ticked(category, tasks) for category, tasks in found.items())

    def _kinds(self) -> dict[str, object]:
        if self.kind is OFFER:
            return ticked(self.ticks)
        return {"category": self.ticks[0].category, "task": self.ticks[0].tasks[0]}

    def answers(self, stage: Stage) -> dict[str, object]:
        """Return what the author typed and chose, by the names that the steps use. No place: not got there yet."""
        said: dict[str, object] = {
            **self._kinds(),
            "rules": rules_read(self.ticks),
            "title": self.title,
            "body": self.body,
        }
        if self.place is not None:
            said |= {
                "when": self.when,
                "place": self.place,
                "where": self.where,
                "neighbourhood_id": stage.hood(self.who, self.hood),
                "for_somebody_else": self.for_somebody_else,
                "behalf": self.behalf if self.for_somebody_else else None,
                "agreed": self.for_somebody_else,
                "for_neighbours": self.for_neighbours,
                "quiet": self.quiet,
                "helpers": [stage.members[name] for name in self.helpers],
            }
        return said


@dataclass(frozen=True)
class Move:
    """A step of a question: `verb` is "claim", "contact", "finish", "give_back" or "withdraw"."""

    at: str
    who: str
    verb: str
    note: str = ""

    def play(self, stage: Stage, key: str) -> None:
        """Let it happen."""
        stage.acts(self.who)
        said = (self.note,) if self.note else ()
        getattr(handing, self.verb)(stage.work, stage.handoffs[key], *said)


@dataclass(frozen=True)
class Case:
    """A question that a resident sends to the buurtregisseur, perhaps about a post of theirs."""

    key: str
    who: str
    at: str
    question: str
    post: str = ""
    then: tuple[Move, ...] = ()

    def play(self, stage: Stage) -> None:
        """Read the preview, say yes, send it."""
        town, member = stage.town(self.who), stage.acts(self.who)
        hood = stage.hood(self.who)
        about = stage.posts[self.post] if self.post else None
        words = Question(
            first_name=self.who,
            neighbourhood=town.label(hood),
            question=self.question,
            contact_way=ContactWay.EMAIL,
            contact=stage.cast[self.who].email,
            post_title=about.title if about else None,
        )
        stage.handoffs[self.key] = handing.hand_over(
            stage.work,
            municipality_id=town.municipality_id,
            neighbourhood_id=hood,
            member_id=member,
            question=words,
            agreed_to=consent_hash(words),
            once=stage.once(),
            post_id=about.id if about else None,
        )
