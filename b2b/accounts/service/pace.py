"""What a member may do in a day: the numbers of the ladder, with what a municipality chose instead."""

from b2b.accounts import queries as people
from b2b.accounts.rules.pace import NotYetAllowed, has_link_or_number
from b2b.accounts.rules.trust import Allowance, Level, allowance
from b2b.accounts.service.locks import one_at_a_time
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.municipalities.queries import setting

CHOSEN = {
    Level.EMAIL: {"posts_a_day": "limits.new.posts", "conversations_a_day": "limits.new.conversations"},
    Level.ADDRESS: {"posts_a_day": "limits.neighbour.posts", "conversations_a_day": "limits.neighbour.conversations"},
}
"""Where a municipality's own numbers are kept, by level."""


def allowance_at(work: Work, municipality_id: int, level: Level) -> Allowance:
    """Return what a level may do in this municipality."""
    keys = CHOSEN.get(level, {})
    chosen = {name: setting(work, municipality_id, key, None) for name, key in keys.items()}
    return allowance(level, {name: number for name, number in chosen.items() if isinstance(number, int)})


def allowance_of(work: Work, member_id: int) -> Allowance:
    """Return what this member may do; who is gone may do nothing."""
    member = people.member(work, member_id)
    if member is None:
        return allowance(Level.VISITOR)
    return allowance_at(work, member.municipality_id, member.level)


def take_turn(work: Work, member_id: int) -> None:
    """Let the same member do one counted thing at a time: two tabs must not both be the last that fits."""
    one_at_a_time(work, keyring().fingerprint("pace", str(member_id)))


def check_words(may: Allowance, *texts: str) -> None:
    """Raise NotYetAllowed when a newcomer's text holds a link or a number."""
    if not may.links_and_numbers and has_link_or_number("\n".join(texts)):
        raise NotYetAllowed()
