"""What can happen to a post of the demo, as data that plays itself through the services.

Each step has its moment (see moments.py) and names people by their first name. A conversation is
named by who reacted (`with_`); left out it is that of whoever does the step.
"""

from dataclasses import dataclass

from b2b.agreements import service as meeting
from b2b.agreements.rules import Happened, Helped, Proposal
from b2b.conversations import service as talking
from b2b.conversations.rules import Answer, ResponseKind, Words
from b2b.demo.house import reads_at_match
from b2b.demo.moments import moment
from b2b.demo.stage import Stage
from b2b.moderation import queries as review
from b2b.moderation import service as reviewing
from b2b.moderation.rules import DecisionKind, Filed, NoticeCategory, TargetKind, Verdict
from b2b.posts import service as posting


@dataclass(frozen=True)
class Step:
    """Something that happens to the post called `key` at the moment `at`."""

    at: str

    def play(self, stage: Stage, key: str) -> None:
        """Let it happen."""
        raise NotImplementedError


@dataclass(frozen=True)
class Reacts(Step):
    """Somebody reacts to the post."""

    who: str
    words: str
    how: ResponseKind = ResponseKind.YES

    def play(self, stage: Stage, key: str) -> None:
        """Open a conversation."""
        said = Answer(self.how, self.words, stage.once())
        me = stage.acts(self.who)
        talk = talking.answer(stage.work, stage.posts[key], me, said)
        stage.remember(key, self.who, talk, me, said.once)


@dataclass(frozen=True)
class Declines(Step):
    """It does not suit a neighbour who was asked quietly."""

    who: str

    def play(self, stage: Stage, key: str) -> None:
        """Say "not now"."""
        posting.decline(stage.work, stage.posts[key], stage.acts(self.who))


@dataclass(frozen=True)
class NotNow(Step):
    """It does not suit whose offer it is; the conversation is that of `with_`."""

    with_: str

    def play(self, stage: Stage, key: str) -> None:
        """Say "not now" in this conversation."""
        stage.acts_author(key)
        talking.say_not_now(stage.work, stage.talk(key, self.with_))


@dataclass(frozen=True)
class Says(Step):
    """One of the two writes; `read` says that the other side has seen it by now."""

    who: str
    words: str
    with_: str = ""
    read: bool = True

    def play(self, stage: Stage, key: str) -> None:
        """Write a message."""
        me, talk = stage.acts(self.who), stage.talk(key, self.with_ or self.who)
        said = Words(self.words, stage.once())
        talking.send(stage.work, talk, me, said)
        stage.remember(key, self.with_ or self.who, talk, me, said.once)
        if self.read:
            talking.mark_read(stage.work, talk.id or 0, talk.other(me))


@dataclass(frozen=True)
class Chooses(Step):
    """The author chooses who reacted."""

    with_: str

    def play(self, stage: Stage, key: str) -> None:
        """Match the two."""
        reads_at_match(stage, key, stage.acts_author(key))
        talking.choose(stage.work, stage.talk(key, self.with_))


@dataclass(frozen=True)
class Proposes(Step):
    """One of the two proposes to meet at `meet`."""

    who: str
    with_: str
    meet: str
    place: str

    def play(self, stage: Stage, key: str) -> None:
        """Propose a moment."""
        me = stage.acts(self.who)
        reads_at_match(stage, key, me)
        proposal = Proposal(moment(self.meet, stage.now), self.place)
        meeting.propose(stage.work, stage.talk(key, self.with_), me, proposal)


@dataclass(frozen=True)
class Accepts(Step):
    """The other one says yes."""

    who: str
    with_: str

    def play(self, stage: Stage, key: str) -> None:
        """Make the appointment stand."""
        me = stage.acts(self.who)
        reads_at_match(stage, key, me)
        meeting.accept(stage.work, stage.meeting(key, self.with_), me)


@dataclass(frozen=True)
class Cancels(Step):
    """One of the two calls the appointment off."""

    who: str
    with_: str

    def play(self, stage: Stage, key: str) -> None:
        """Call it off; the two still want to meet."""
        meeting.cancel(stage.work, stage.meeting(key, self.with_), stage.acts(self.who))


@dataclass(frozen=True)
class SharesAddress(Step):
    """Who asks for help says where to come."""

    who: str
    with_: str
    address: str

    def play(self, stage: Stage, key: str) -> None:
        """Give the address to the helper."""
        stage.acts(self.who)
        meeting.share_address(stage.work, stage.meeting(key, self.with_), self.address)


@dataclass(frozen=True)
class Tells(Step):
    """One of the two says afterwards how it went."""

    who: str
    with_: str
    happened: Happened = Happened.YES
    helped: Helped | None = Helped.YES

    def play(self, stage: Stage, key: str) -> None:
        """Say it in one tap, and whether it helped in another."""
        me, agreement = stage.acts(self.who), stage.meeting(key, self.with_)
        meeting.tell(stage.work, agreement, me, self.happened)
        if self.happened is Happened.YES and self.helped is not None:
            meeting.tell_helped(stage.work, agreement, me, self.helped)


@dataclass(frozen=True)
class AsksBack(Step):
    """The clock asks everybody who met how it went."""

    def play(self, stage: Stage, key: str) -> None:
        """Do what the recurring job does."""
        stage.acts_nobody()
        meeting.ask_due(stage.work)


@dataclass(frozen=True)
class Ends(Step):
    """The post is over: `how` is "fulfil", "withdraw", "ask_still_needed" or "expire"."""

    how: str

    def play(self, stage: Stage, key: str) -> None:
        """Call the verb of that name: the last two are the clock's."""
        if self.how in ("fulfil", "withdraw"):
            stage.acts_author(key)
        else:
            stage.acts_nobody()
        getattr(posting, self.how)(stage.work, stage.posts[key])


@dataclass(frozen=True)
class Decides(Step):
    """A moderator decides on the post; a refusal names a house rule."""

    who: str
    kind: DecisionKind
    explanation: str = ""
    rule: str | None = None

    def play(self, stage: Stage, key: str) -> None:
        """Take the decision on the item that waits about the post."""
        stage.acts(self.who)
        item = review.open_item(stage.work, TargetKind.POST, stage.posts[key].id or 0)
        if item is None:
            raise LookupError(f"nothing waits about {key}")
        reviewing.decide(stage.work, item, Verdict(self.kind, item.version, self.rule, self.explanation))


@dataclass(frozen=True)
class Escalates(Step):
    """The clock sends up what nobody decided in time."""

    def play(self, stage: Stage, key: str) -> None:
        """Do what the recurring job does."""
        stage.acts_nobody()
        reviewing.escalate_due(stage.work)


@dataclass(frozen=True)
class Reports(Step):
    """Somebody reports the post, or (`with_`) the last message in a conversation about it.

    Without `who` it is somebody without an account, who leaves a name and an address.
    """

    category: NoticeCategory
    explanation: str
    who: str = ""
    with_: str = ""
    name: str = ""
    email: str = ""

    def play(self, stage: Stage, key: str) -> None:
        """File the notice."""
        stage.acts_nobody()
        member = stage.acts(self.who) if self.who else None
        post = stage.posts[key]
        thing = stage.said[key, self.with_] if self.with_ else post.reference
        about = review.target_by_reference(stage.work, thing, post.municipality_id)
        if about is None:
            raise LookupError(thing)
        filed = Filed(
            self.category, self.explanation, stage.once(), notifier_id=member, name=self.name, email=self.email
        )
        reviewing.file_notice(stage.work, about, filed)
