"""The digest with requests that fit goes over SMTP, to a server that runs, and says no more than a card does."""

import pytest

from b2b.notifications.channels.catcher import Catcher, Mailbox
from b2b.notifications.channels.email import SmtpDoor
from b2b.posts import service as posting
from b2b.posts.rules import PostKind, PostWords


@pytest.fixture
def mailbox(tmp_path):
    return Mailbox(tmp_path / "mail")


@pytest.fixture
def outside(mailbox):
    catcher = Catcher(mailbox)
    yield {"mail": SmtpDoor(catcher.url)}
    catcher.stop()


def test_requests_that_fit_arrive_in_one_mail_with_a_way_to_each(make, henk, offers, writing, clock, worker, mailbox):
    offers("Rob")
    titles = ["De heg van mijn zus", "Het pad achter ons huis"]
    for title in titles:
        said = PostWords(PostKind.REQUEST, "tuin", title, "Bel aan op nummer 12.", henk.neighbourhood_id)
        with writing() as work:
            posting.submit(work, henk.id, henk.municipality_id, said)
    clock.advance(hours=23)
    worker.run_until_quiet()
    (digest,) = [
        one for one in mailbox.mails("rob@voorbeeld.nl") if one.subject == "Vragen die bij jouw aanbod passen"
    ]
    assert all(title in digest.text for title in titles) and digest.text.count("/berichten-voor-jou/J-") == 2
    assert "Henk" not in digest.text and "nummer 12" not in digest.text
