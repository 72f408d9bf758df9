"""Reporting: for everybody, without an account too; who reported stays unknown to who it is about."""

import pytest
from sqlmodel import select

from b2b.conversations.models import Message
from b2b.moderation.models import Notice, ReviewItem, Statement
from b2b.notifications.channels.twin import text_of
from b2b.posts.models import Post
from b2b.posts.rules import PostState
from tests.client import path, soup, words
from tests.databases import raw

CANARY_NAME, CANARY_MAIL = "Kanarie", "kanarie.melder@voorbeeld.nl"
SEND = "Verstuur mijn melding"


@pytest.fixture
def post(make):
    return make.post(make.member("Ans"), "Fiets te koop, 500 euro")


def answers(**more):
    said = {"category": "fraud", "explanation": "Dit is verkoop.", "good_faith": "y"}
    return {**said, "name": "Een buur", "email": "melder@voorbeeld.nl", **more}


def report(visitor, over, **more):
    return visitor.submit(f"/melding?over={over}", answers(**more), button=SEND)


def notices(writing):
    with writing() as work:
        return work.exec(select(Notice).order_by(Notice.id)).all()


def test_anybody_can_report_without_an_account(browser, post, mo, writing, mail, worker):
    visitor = browser()
    answer = report(visitor, post.reference, name=CANARY_NAME, email=CANARY_MAIL)
    assert answer.status_code == 303
    page = words(visitor.follow(answer))
    notice = notices(writing)[0]
    assert notice.reference in page
    assert notice.notifier_id is None
    worker.run_until_quiet()
    assert notice.reference in text_of(mail.last(CANARY_MAIL))
    assert "gemeld" in str(mail.last("mo@voorbeeld.nl")["Subject"])


def test_nothing_but_the_notice_is_needed(browser, post, writing, mail, worker, mo):
    visitor = browser()
    page = visitor.follow(report(visitor, post.reference, category="child_abuse", name="", email=""))
    assert "Je liet geen e-mailadres achter." in words(page)
    worker.run_until_quiet()
    assert sorted(str(letter["To"]) for letter in mail.sent) == ["ans@voorbeeld.nl", "mo@voorbeeld.nl"]


def test_a_member_is_asked_for_no_name(browser, make, post, writing, mail, worker):
    member = browser(make.member("Fatima"))
    page = member.get(f"/melding?over={post.reference}")
    assert not soup(page).select("[name=email]")
    report(member, post.reference, name="Een ander", email="ander@voorbeeld.nl")
    notice = notices(writing)[0]
    assert notice.notifier_id
    assert (notice.notifier_name, notice.notifier_email) == (None, None)
    worker.run_until_quiet()
    assert notice.reference in text_of(mail.last("fatima@voorbeeld.nl"))
    assert not mail.to("ander@voorbeeld.nl")


def test_a_notice_hides_nothing_by_itself(browser, post, writing):
    for number in range(5):
        report(browser(), post.reference, once=f"O-0000-000{number}")
    with writing() as work:
        assert work.get(Post, post.id).state is PostState.OPEN
        item = work.exec(select(ReviewItem)).one()
        assert item.notices == 5
    assert {notice.review_item_id for notice in notices(writing)} == {item.id}


def test_posts_messages_and_people_can_be_reported(browser, make, post, writing):
    conversation = make.conversation(post, make.member("Bo"))
    with writing() as work:
        message = work.exec(select(Message).where(Message.conversation_id == conversation.id)).one()
    for thing in (post.reference, message.reference, make.member("Cor").reference):
        assert report(browser(), thing).status_code == 303
    with writing() as work:
        kinds = [item.target_kind for item in work.exec(select(ReviewItem).order_by(ReviewItem.id))]
    assert kinds == ["post", "message", "member"]


def test_the_form_tells_a_stranger_nothing(browser, make, writing):
    """A reference opens no words that its reader may not see."""
    kees = make.member("Kees")
    hidden = make.post(kees, "Dit wacht nog", state=PostState.WAITING)
    conversation = make.conversation(make.post(kees), make.member("Bo"))
    with writing() as work:
        message = work.exec(select(Message).where(Message.conversation_id == conversation.id)).one()
    for thing, secret in ((hidden, "Dit wacht nog"), (message, message.body), (kees, "Kees")):
        page = browser().get(f"/melding?over={thing.reference}")
        assert page.status_code == 200
        assert secret not in page.text


@pytest.mark.parametrize(
    "over", ["", "onzin", "V-0000-0000", "H-7K2M-9QXD", "C-1111-1111", "%00", "'; --", "V" * 3000, "../../etc/passwd"]
)
def test_an_absurd_target_asks_where_it_stands(browser, over):
    page = browser().get("/melding", query_string={"over": over})
    assert page.status_code == 200
    assert "Waar staat het?" in words(page)


def test_a_pasted_link_finds_what_is_meant(browser, post, writing):
    visitor = browser()
    lost = visitor.submit("/melding", answers(location="bij de fietsen"), button=SEND)
    assert lost.status_code == 422
    assert "Wij kunnen dit niet vinden." in words(lost)
    assert "bij de fietsen" in lost.text
    assert "Dit is verkoop." in lost.text
    found = visitor.press(
        lost, {"location": f"http://localhost/berichten/{post.reference}"}, at="/melding", button=SEND
    )
    assert found.status_code == 303
    assert notices(writing)[0].location.endswith(post.reference)


def test_another_municipality_is_elsewhere(browser, make, writing):
    with writing() as work:
        from b2b.municipalities.models import Municipality, Neighbourhood

        eindhoven = work.exec(select(Municipality).where(Municipality.code == "GM0772")).first()
        hood = work.exec(select(Neighbourhood).where(Neighbourhood.municipality_id == eindhoven.id)).first()
    away = make.post(make.member("Ver", at=hood))
    assert "Waar staat het?" in words(browser().get(f"/melding?over={away.reference}"))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"category": ""}, "Kies wat er aan de hand is."),
        ({"category": "zomaar"}, "Kies wat er aan de hand is."),
        ({"explanation": "   "}, "Schrijf op wat er is."),
        ({"explanation": "x" * 2001}, "Maak de tekst korter."),
        ({"good_faith": None}, "Zet een vinkje"),
        ({"email": "geen adres"}, "Dit adres klopt niet."),
        ({"email": "a@b.nl\r\nBcc: c@d.nl"}, "Dit adres klopt niet."),
        ({"name": "n" * 81}, "Maak de tekst korter."),
        ({"name": "", "explanation": "Ans B"}, "Vul je naam in."),
        ({"email": ""}, "Vul je e-mailadres in."),
        ({"legal_provision": "w" * 301}, "Maak de tekst korter."),
    ],
)
def test_what_is_wrong_comes_back_with_what_was_typed(browser, post, writing, wrong, sentence):
    typed = answers(**{"name": "Ans B"} | wrong)
    sent = {field: value for field, value in typed.items() if value is not None}
    page = browser().submit(f"/melding?over={post.reference}", sent, button=SEND)
    assert page.status_code == 422
    assert sentence in words(page)
    assert (sent["name"] or sent["explanation"]) in page.text
    assert not notices(writing)


def test_a_double_click_is_one_notice(browser, post, writing):
    visitor = browser()
    page = visitor.get(f"/melding?over={post.reference}")
    where = [
        path(visitor.press(page, answers(), at=f"/melding?over={post.reference}", button=SEND)) for _ in range(2)
    ]
    assert where[0] == where[1]
    assert len(notices(writing)) == 1


def test_the_receipt_shows_the_answer_and_nothing_else(browser, desk, post, writing):
    visitor = browser()
    address = path(report(visitor, post.reference, explanation="Heel persoonlijk verhaal."))
    page = words(visitor.get(address))
    assert "persoonlijk" not in page
    assert "Fiets" not in page
    with writing() as work:
        item = work.exec(select(ReviewItem)).one()
    desk.submit(
        f"/controleren/{item.reference}",
        {"kind": "hide", "rule": "trade", "explanation": "Woorden voor de schrijver."},
        button="Neem dit besluit",
    )
    page = words(visitor.get(address))
    assert "We hebben het weggehaald." in page
    assert "Woorden voor de schrijver." not in page
    assert browser().get("/melding/N-0000-0000").status_code == 404


@pytest.mark.parametrize(
    ("answers_of_desk", "said"),
    [
        ({"kind": "no_action", "explanation": "Tweedehands mag wel."}, "Tweedehands mag wel."),
        ({"kind": "hide", "rule": "trade", "explanation": "Geen verkoop hier."}, "We hebben het weggehaald."),
    ],
)
def test_who_reported_hears_the_outcome(browser, desk, make, post, writing, mail, worker, answers_of_desk, said):
    report(browser(), post.reference, email=CANARY_MAIL)
    report(browser(make.member("Fatima")), post.reference)
    with writing() as work:
        item = work.exec(select(ReviewItem)).one()
    desk.submit(f"/controleren/{item.reference}", answers_of_desk, button="Neem dit besluit")
    worker.run_until_quiet()
    for address in (CANARY_MAIL, "fatima@voorbeeld.nl"):
        letter = mail.last(address)
        assert "besloten" in str(letter["Subject"])
        assert said in text_of(letter)
    assert bool(mail.to("ans@voorbeeld.nl")) is (answers_of_desk["kind"] == "hide")


def test_who_it_is_about_never_learns_who_reported(browser, desk, make, post, writing, mail, worker):
    fatima = make.member("Fatima", email="fatima.geheim@voorbeeld.nl")
    report(browser(), post.reference, name=CANARY_NAME, email=CANARY_MAIL)
    report(browser(fatima), post.reference)
    with writing() as work:
        item = work.exec(select(ReviewItem)).one()
    secrets = (CANARY_NAME, CANARY_MAIL, "kanarie", "Fatima", "fatima.geheim", fatima.reference)

    at_desk = desk.get(f"/controleren/{item.reference}")
    assert "een buur" in words(at_desk)
    assert "iemand zonder account" in words(at_desk)
    desk.press(
        at_desk,
        {"kind": "hide", "rule": "trade", "explanation": "Geen verkoop hier."},
        at=f"/controleren/{item.reference}",
        button="Neem dit besluit",
    )
    worker.run_until_quiet()
    with writing() as work:
        statement = work.exec(select(Statement)).one()
        ans = work.get(type(fatima), post.author_id)
    accused = browser(ans)
    pages = [accused.get(address).text for address in (f"/berichten/{post.reference}", "/mijn/berichten", "/mijn")]
    letters = [text_of(letter) + str(letter) for letter in mail.to("ans@voorbeeld.nl")]
    assert letters
    assert statement.recipient_id == ans.id
    assert any("Maak gratis bezwaar" in letter for letter in letters)
    for text in [*pages, *letters, at_desk.text, desk.get("/controleren").text]:
        for secret in secrets:
            assert secret not in text


def test_the_store_holds_no_readable_address(browser, post, database):
    report(browser(), post.reference, name=CANARY_NAME, email=CANARY_MAIL)
    with raw(database) as connection:
        for table in ("notices", "jobs"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            assert rows
            assert CANARY_MAIL not in str(
                [[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in rows]
            )


def test_danger_points_to_help_at_once(browser, post):
    visitor = browser()
    assert "112" in words(visitor.get(f"/melding?over={post.reference}"))
    page = visitor.follow(report(visitor, post.reference, category="danger"))
    assert "0800 2000" in words(page)


def test_a_warned_neighbour_reads_why(browser, desk, make, writing, mail, worker):
    kees = make.member("Kees")
    report(browser(), kees.reference, category="rude")
    with writing() as work:
        item = work.exec(select(ReviewItem)).one()
    answers = {"kind": "warn", "rule": "kind", "explanation": "Je was grof tegen een buur."}
    desk.submit(f"/controleren/{item.reference}", answers, button="Neem dit besluit")
    worker.run_until_quiet()
    letter = text_of(mail.last("kees@voorbeeld.nl"))
    for word in ("waarschuwing", "Je was grof", "Wees aardig.", "Maak gratis bezwaar"):
        assert word in letter


class TestLimits:
    """Reporting is counted per client."""

    @pytest.fixture
    def settings(self, settings):
        from dataclasses import replace

        return replace(settings, limits=True)

    def test_too_many_notices_from_one_place_have_to_wait(self, browser, post, writing):
        visitor = browser()
        codes = [report(visitor, post.reference, once=f"O-0000-00{number:02}").status_code for number in range(11)]
        assert codes == [303] * 10 + [429]
