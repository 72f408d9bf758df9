"""What somebody with bad plans tries at the door, and gets nothing for."""

import re
import threading

import pytest
from sqlmodel import select

from b2b.accounts.models import SignInSession
from b2b.accounts.rules import CODE_TRIES
from b2b.accounts.service import people
from tests.client import Browser, path, words
from tests.databases import raw

FATIMA = "fatima@voorbeeld.nl"


@pytest.fixture
def fatima(make):
    return make.member("Fatima", email=FATIMA)


def other(code):
    """Return a code that is not this one."""
    return f"{(int(code) + 1) % 1_000_000:06d}"


def is_in(visitor):
    return visitor.get("/mijn").status_code == 200


def test_after_five_wrong_codes_the_right_one_is_worth_nothing(browser, fatima, code_for):
    visitor = browser()
    visitor.submit("/inloggen", {"email": FATIMA})
    code = code_for(FATIMA)
    for _ in range(CODE_TRIES):
        assert "klopt niet" in words(visitor.submit("/inloggen/code", {"code": other(code)}))
    answer = visitor.submit("/inloggen/code", {"code": code})
    assert (answer.status_code, "werkt niet meer" in words(answer)) == (422, True)
    assert not is_in(visitor)


def test_a_code_works_for_ten_minutes(browser, fatima, code_for, clock):
    visitor = browser()
    visitor.submit("/inloggen", {"email": FATIMA})
    code = code_for(FATIMA)
    clock.advance(minutes=10)
    assert visitor.submit("/inloggen/code", {"code": code}).status_code == 422
    assert not is_in(visitor)


def test_a_code_works_once(browser, fatima, sign_in, code_for):
    visitor = browser()
    sign_in(visitor, FATIMA)
    code = code_for(FATIMA)
    visitor.post("/uitloggen")
    visitor.submit("/inloggen", {"email": FATIMA})
    assert visitor.submit("/inloggen/code", {"code": code}).status_code == 422
    assert not is_in(visitor)


def test_a_code_is_worth_nothing_in_another_browser(browser, fatima, code_for):
    asker, thief = browser(), browser()
    asker.submit("/inloggen", {"email": FATIMA})
    code = code_for(FATIMA)
    thief.submit("/inloggen", {"email": "dief@voorbeeld.nl"})
    with thief.client.session_transaction() as cookie:
        cookie["signing_in"] = {"email": FATIMA, "next": None}
    assert thief.submit("/inloggen/code", {"code": code}).status_code == 422
    assert not is_in(thief)
    assert path(asker.submit("/inloggen/code", {"code": code})) == "/"


def copy_of(visitor, app, writing):
    """Return a browser with the same cookies: the other half of a double click, or a thief's."""
    twin = Browser(app, writing)
    for name in ("lc", "b2b"):
        if cookie := visitor.client.get_cookie(name):
            twin.client.set_cookie(name, cookie.value)
    return twin


def test_the_second_half_of_a_double_click_gets_no_session_and_no_fright(app, writing, browser, fatima, code_for):
    visitor = browser()
    visitor.submit("/inloggen", {"email": FATIMA})
    code, late = code_for(FATIMA), copy_of(visitor, app, writing)
    visitor.submit("/inloggen/code", {"code": code})
    answer = late.post("/inloggen/code", {"code": code})
    assert (answer.status_code, path(answer)) == (303, "/inloggen/code")
    assert "Deze code is al gebruikt" in words(late.follow(answer))
    assert (is_in(visitor), is_in(late)) == (True, False)


def test_two_at_once_with_one_code_have_one_winner(app, writing, fatima, browser, code_for):
    visitor = browser()
    visitor.submit("/inloggen", {"email": FATIMA})
    code = code_for(FATIMA)
    twins = [copy_of(visitor, app, writing) for _ in range(6)]
    start = threading.Barrier(len(twins))

    def press(twin):
        start.wait()
        twin.post("/inloggen/code", {"code": code})

    threads = [threading.Thread(target=press, args=(twin,)) for twin in twins]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(is_in(twin) for twin in twins) == 1
    with writing() as work:
        assert len(work.exec(select(SignInSession)).all()) == 1


def test_an_address_gets_three_mails_in_a_quarter_of_an_hour_and_nobody_can_tell(
    browser, fatima, worker, mail, clock
):
    for number in range(5):
        visitor = browser()
        answer = visitor.submit("/inloggen", {"email": FATIMA})
        assert (answer.status_code, path(answer)) == (303, "/inloggen/code"), number
    worker.run_until_quiet()
    assert len(mail.to(FATIMA)) == 3
    clock.advance(minutes=15)
    browser().submit("/inloggen", {"email": FATIMA})
    worker.run_until_quiet()
    assert len(mail.to(FATIMA)) == 4


def test_ten_failed_codes_close_an_address_for_a_day_and_no_longer(browser, fatima, worker, mail, clock):
    def ask():
        before = len(mail.to(FATIMA))
        visitor = browser()
        visitor.submit("/inloggen", {"email": FATIMA})
        worker.run_until_quiet()
        return visitor, len(mail.to(FATIMA)) - before

    for _ in range(10):
        pest, mails = ask()
        assert mails == 1
        pest.submit("/inloggen/code", {"code": other(code_in(mail))})
        clock.advance(minutes=16)
    pest, mails = ask()
    assert mails == 0
    assert "werkt niet meer" in words(pest.submit("/inloggen/code", {"code": "000000"}))
    clock.advance(hours=24)
    assert ask()[1] == 1


def code_in(mail):
    return re.sub(r"\D", "", str(mail.last(FATIMA)["Subject"]))


def test_a_late_mail_is_not_sent(browser, fatima, worker, mail, clock):
    browser().submit("/inloggen", {"email": FATIMA})
    clock.advance(minutes=11)
    worker.run_until_quiet()
    assert mail.to(FATIMA) == []


def test_a_copy_of_the_cookie_is_worth_nothing_after_signing_out(app, writing, browser, fatima, sign_in):
    visitor = browser()
    sign_in(visitor, FATIMA)
    copy = copy_of(visitor, app, writing)
    assert is_in(copy)
    answer = visitor.submit("/mijn", button="Log uit")
    assert "uitgelogd" in words(visitor.follow(answer))
    assert not is_in(copy)
    assert not is_in(visitor)


def test_a_suspended_member_reaches_only_the_reasons_at_once_and_after_signing_in(browser, fatima, sign_in, writing):
    visitor = browser()
    sign_in(visitor, FATIMA)
    with writing() as work:
        people.suspend(work, people.known(work, fatima.id))
    assert not is_in(visitor)
    again = browser()
    page = again.follow(sign_in(again, FATIMA))
    assert page.request.path == "/mijn/besluiten"
    assert "Je kunt nu niet meedoen" in words(page)
    assert not is_in(again)


def test_a_session_from_before_signing_in_is_not_the_session_after(browser, fatima, sign_in):
    visitor = browser()
    with visitor.client.session_transaction() as cookie:
        cookie["_user_id"] = "planted"
    sign_in(visitor, FATIMA)
    first = token_of(visitor)
    visitor.post("/uitloggen")
    sign_in(visitor, FATIMA)
    assert len({first, token_of(visitor), "planted"}) == 3


def token_of(visitor):
    with visitor.client.session_transaction() as cookie:
        return cookie["_user_id"]


def test_only_a_hash_of_the_token_and_no_address_is_in_the_store(browser, fatima, sign_in, database, database_url):
    visitor = browser()
    sign_in(visitor, FATIMA)
    with raw(database) as connection:
        rows = [
            repr(tuple(row))
            for table in ("sessions", "sign_in_challenges", "members", "jobs")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}")
        ]
    dump = "\n".join(rows)
    assert token_of(visitor) not in dump
    assert "voorbeeld.nl" not in dump
