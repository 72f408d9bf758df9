"""Where the demo is played: one unit of work whose clock is moved to each moment in turn."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pyotp

from b2b.accounts.rules.totp import new_secret
from b2b.accounts.rules.trust import ProofKind
from b2b.accounts.service import grant, second_step, sessions
from b2b.accounts.service.adding import add
from b2b.accounts.service.joining import NewMember
from b2b.accounts.service.people import known, place_at_once
from b2b.accounts.service.trust import prove
from b2b.agreements import queries as meetings
from b2b.agreements.queries import Agreement
from b2b.conversations import queries as talks
from b2b.conversations.queries import Conversation
from b2b.core.clock import ManualClock
from b2b.core.db import Work
from b2b.demo.moments import moment
from b2b.demo.people import PEOPLE, Person
from b2b.municipalities.queries import Places, municipality_by_code, places
from b2b.posts.queries import Post

DEVICE = "Demo"


@dataclass
class Stage:
    """Everybody and everything made so far, by the names that the data uses."""

    work: Work
    clock: ManualClock
    now: datetime
    towns: dict[str, Places]
    cast: dict[str, Person] = field(default_factory=lambda: {person.name: person for person in PEOPLE})
    members: dict[str, int] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    handoffs: dict[str, Any] = field(default_factory=dict)
    said: dict[tuple[str, str], str] = field(default_factory=dict)
    _forms: int = 0

    @classmethod
    def of(cls, work: Work, clock: ManualClock, codes: list[str]) -> "Stage":
        """Open the stage in the municipalities with these codes; LookupError when one is not there."""
        towns = {}
        for code in codes:
            town = municipality_by_code(work, code)
            if town is None or town.id is None:
                raise LookupError(f"{code} is not in this database: read the built-in places first")
            towns[code] = places(work, town.id)
        return cls(work, clock, clock(), towns)

    def at(self, words: str) -> None:
        """Move the clock to the moment that `words` name."""
        self.clock.moment = moment(words, self.now)

    def acts(self, name: str) -> int:
        """Let somebody act from now on; return the member id."""
        self.work.actor_id = self.members[name]
        return self.members[name]

    def acts_nobody(self) -> None:
        """Let the clock act, or a visitor."""
        self.work.actor_id = None

    def acts_author(self, key: str) -> int:
        """Let the author of a post act; return the member id."""
        self.work.actor_id = self.posts[key].author_id
        return self.posts[key].author_id

    def once(self) -> str:
        """Return a token as a form carries it: each is another one."""
        self._forms += 1
        return f"demo-{self._forms}"

    def town(self, name: str) -> Places:
        """Return the municipality that somebody lives in."""
        return self.towns[self.cast[name].municipality]

    def hood(self, name: str, slug: str = "") -> int:
        """Return the neighbourhood called `slug` in somebody's municipality, or (left out) their own."""
        return self.town(name).by_slug[slug or self.cast[name].hood].id

    def talk(self, key: str, with_: str) -> Conversation:
        """Return the conversation about a post with who reacted."""
        found = talks.between(self.work, self.posts[key].id or 0, self.members[with_])
        if found is None:
            raise LookupError(f"{with_} did not react to {key}")
        return found

    def remember(self, key: str, with_: str, talk: Conversation, author: int, once: str) -> None:
        """Keep what the last message of a conversation is called."""
        message = talks.said_once(self.work, talk.id or 0, author, once)
        if message is not None:
            self.said[key, with_] = message.reference

    def meeting(self, key: str, with_: str) -> Agreement:
        """Return what the two of a conversation last proposed or agreed on."""
        found = meetings.newest(self.work, self.talk(key, with_).id or 0)
        if found is None:
            raise LookupError(f"no appointment about {key} with {with_}")
        return found

    def join(self, person: Person) -> None:
        """Let somebody make an account; who is no newcomer was read often enough."""
        self.at(person.joined)
        self.acts_nobody()
        who = NewMember(person.name, self.hood(person.name))
        member = add(self.work, self.town(person.name).municipality_id, person.email, who)
        self.members[person.name] = member.id or 0
        if not person.newcomer:
            place_at_once(self.work, member.id or 0)
            prove(self.work, member, ProofKind.LETTER)

    def appoint(self, person: Person, by: str) -> None:
        """Give somebody a role and an authenticator app; nobody stays signed in."""
        if person.role is None:
            return
        self.at(person.joined)
        self.acts(by)
        member = known(self.work, self.members[person.name])
        wijken = [quarter for quarter in self.town(person.name).quarters if quarter.slug in person.areas]
        hoods = [hood.id for quarter in wijken for hood in quarter.hoods]
        grant(self.work, member, person.role, hoods or [None])
        self.acts(person.name)
        key = sessions.session_key(sessions.open_session(self.work, member, DEVICE, second_factor=False))
        secret = new_secret()
        second_step.set_up(self.work, member, secret, pyotp.TOTP(secret).at(self.clock()), key)
        sessions.end_all(self.work, member.id or 0)
