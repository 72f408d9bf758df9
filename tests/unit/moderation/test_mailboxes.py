"""A mailbox that is made to be thrown away is told from an ordinary one, and from one that guards somebody's privacy."""

import pytest

from b2b.moderation.rules.signals import Place, outcome
from b2b.moderation.signals.mailboxes import is_throwaway, read_mailbox
from b2b.moderation.signals.shapes import Action


@pytest.mark.parametrize("domain", ["mailinator.com", "YOPMAIL.COM", "guerrillamail.com", "x.mailinator.com"])
def test_a_mailbox_for_a_day_is_seen(domain):
    assert is_throwaway(f"fatima@{domain}")


@pytest.mark.parametrize(
    "domain",
    [
        *("gmail.com", "outlook.com", "ziggo.nl", "kpnmail.nl", "hetnet.nl", "xs4all.nl", "utrecht.nl", "proton.me"),
        *("duck.com", "mozmail.com", "privaterelay.appleid.com", "mailinator.com.utrecht.nl", "com", ""),
    ],
)
def test_an_ordinary_mailbox_and_a_forwarding_one_are_not(domain):
    assert not is_throwaway(f"fatima@{domain}")


def test_it_is_a_reason_to_look_at_a_post_and_nothing_beside_a_message():
    found = read_mailbox("a@yopmail.com")
    assert outcome(found, Place.POST).kept == ((found[0], Action.HOLD),)
    assert outcome(found, Place.MESSAGE).kept == ()
    assert read_mailbox(None) == ()
