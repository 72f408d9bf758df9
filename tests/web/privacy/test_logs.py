"""What people write, and who they are, stands in no log: not of the story, and not of what goes wrong in it."""

import logging

import pytest
from sqlalchemy.exc import IntegrityError

from b2b.authz.predicates import Role
from b2b.posts import queries as post_queries
from b2b.posts.models import Post

WORDS = "kanariepiet"
"""Stands in everything that is typed below, and in nothing of ours."""
EMAIL = f"{WORDS}@voorbeeld.nl"
ADDRESS = f"{WORDS}straat 12"


@pytest.fixture
def heard(caplog):
    """Everything that is logged at all, with us at our most talkative."""
    caplog.set_level(logging.DEBUG, logger="b2b")
    for name in ("waitress", "werkzeug", "flask", "aiosmtpd", "mail.log", "asyncio"):
        caplog.set_level(logging.DEBUG, logger=name)

    def said():
        lines = [record.getMessage() + str(record.exc_text or "") for record in caplog.records]
        return "\n".join([*lines, caplog.text])

    return said


class LoudDoor:
    """A mail server that quotes the address in what it raises, as real ones do."""

    def __init__(self):
        self.asked = 0

    def send(self, message):
        self.asked += 1
        raise OSError(f"550 no such mailbox {message['To']}: {message.get_content()}")


@pytest.fixture
def outside():
    return {"mail": LoudDoor()}


def test_the_story_leaves_no_words_and_no_addresses_in_the_log(browser, make, worker, outside, heard):
    fatima = make.member("Fatima", email=EMAIL)
    ahmed = make.member("Ahmed")
    asker, nobody = browser(fatima), browser()
    post = make.post(fatima, f"Wie kent {WORDS}?")
    moderator = browser(make.staff(Role.MODERATOR), second_factor=True)
    assert nobody.submit("/inloggen", {"email": EMAIL}).status_code == 303
    assert nobody.get(f"/zoeken?q={WORDS}").status_code == 200
    talk = make.conversation(post, ahmed)
    here = f"/gesprekken/{talk.reference}"
    assert asker.submit(here, {"body": f"Fijn, {WORDS}"}, button="Verstuur bericht").status_code == 303
    told = {"category": "fraud", "explanation": WORDS, "name": WORDS, "email": EMAIL, "good_faith": "y"}
    assert nobody.submit(f"/melding?over={post.reference}", told, button="Verstuur mijn melding").status_code == 303
    assert moderator.get("/controleren").status_code == 200
    worried = {
        "danger": "nee",
        "kind": "alone",
        "about": WORDS,
        "place": ADDRESS,
        "words": WORDS,
        "spoken": "not_yet",
    }
    assert asker.submit("/hulp/zorgen-over-een-buur", worried).status_code == 303
    asked = asker.submit("/hulp-van-de-gemeente", {"question": WORDS, "way": "phone", "phone": "06 12345678"})
    assert asker.press(asked, button="Ja, verstuur dit").status_code == 303
    right = {"kind": "question", "about": "other", "words": WORDS}
    assert asker.submit("/mijn/gegevens/vragen", right).status_code == 303
    assert asker.submit("/mijn/gegevens/kopie", button="Vraag een kopie").status_code == 303
    worker.run_until_quiet()
    assert outside["mail"].asked > 0, "the door that shouts was opened"
    assert "OSError" in heard()
    assert WORDS not in heard()
    assert "06 12345678" not in heard()


def test_what_breaks_says_where_and_not_about_whom(browser, make, monkeypatch, heard):
    fatima = make.member("Fatima")
    asker = browser(fatima)

    def broken(*_args, **_more):
        try:
            raise ValueError(f"statement with ({ADDRESS!r}, {EMAIL!r})")
        except ValueError as cause:
            raise RuntimeError(f"about {WORDS}") from cause

    monkeypatch.setattr(post_queries, "mine", broken)
    assert asker.get("/mijn/berichten").status_code == 500
    assert "RuntimeError" in heard()
    assert "ValueError" in heard()
    assert "test_logs.py" in heard()
    assert WORDS not in heard().replace('raise RuntimeError(f"about {WORDS}")', "")


def test_a_statement_that_the_database_refuses_is_told_without_its_values(make):
    post = make.post(make.member("Fatima"))
    twice = Post(**{**post.model_dump(exclude={"id"}), "title": WORDS})
    with pytest.raises(IntegrityError) as refused:
        make.save(twice)
    assert WORDS not in str(refused.value)
