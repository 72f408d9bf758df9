"""Somebody signs in with a code by mail: quickly when it is them, never when it is not."""

import re
import threading

import pytest
from sqlmodel import select

from b2b.accounts.models import SignInChallenge, SignInSession
from b2b.accounts.rules import CODE_TRIES
from b2b.accounts.service import people
from tests.client import Browser, path, soup, words

FATIMA = "fatima@voorbeeld.nl"


@pytest.fixture
def fatima(make):
    return make.member("Fatima", email=FATIMA)


def other(code):
    """Return a code that is not this one."""
    return f"{(int(code) + 1) % 1_000_000:06d}"


def is_in(visitor):
    return visitor.get("/mijn").status_code == 200


def test_a_member_types_the_code_from_the_subject_and_is_in(browser, fatima, sign_in):
    visitor = browser()
    answer = sign_in(visitor, "  Fatima@Voorbeeld.nl ")
    assert (answer.status_code, path(answer)) == (303, "/")
    assert "Hallo Fatima" in words(visitor.get("/mijn"))


def test_the_mail_says_who_asked_and_that_the_code_is_secret(browser, fatima, read_mail):
    visitor = browser()
    visitor.client.environ_base["HTTP_USER_AGENT"] = (
        "Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Mobile Safari/537.36"
    )
    visitor.submit("/inloggen", {"email": FATIMA})
    text = read_mail(FATIMA)
    assert "om 10.00 uur, met Chrome op Android" in text
    assert "Geef deze code aan niemand" in text


def test_who_was_on_the_way_somewhere_gets_there(browser, fatima, sign_in):
    visitor = browser()
    detour = visitor.get("/mijn/apparaten?x=1")
    answer = sign_in(visitor, FATIMA, detour.headers["Location"])
    assert answer.headers["Location"] == "/mijn/apparaten?x=1"


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example", "/%09/evil.example"])
def test_nobody_is_sent_to_another_site(browser, fatima, sign_in, target):
    answer = sign_in(browser(), FATIMA, f"/inloggen?next={target}")
    assert path(answer) == "/"
    assert "evil" not in answer.headers["Location"]


def test_a_chosen_neighbourhood_and_a_draft_survive_signing_in(browser, fatima, sign_in):
    visitor = browser()
    with visitor.client.session_transaction() as cookie:
        cookie["neighbourhood"], cookie["drafts"], cookie["attacker"] = "zambesidreef", "token", "x"
    sign_in(visitor, FATIMA)
    with visitor.client.session_transaction() as cookie:
        assert (cookie["neighbourhood"], cookie["drafts"]) == ("zambesidreef", "token")
        assert "attacker" not in cookie


def test_known_and_unknown_addresses_get_the_same_answer_and_both_a_mail(browser, fatima, worker, mail):
    pages = []
    for address in (FATIMA, "nieuwe@voorbeeld.nl"):
        visitor = browser()
        answer = visitor.submit("/inloggen", {"email": address})
        page = visitor.follow(answer)
        pages.append((answer.status_code, answer.headers["Location"], words(page).replace(address, "X")))
    assert pages[0] == pages[1]
    worker.run_until_quiet()
    assert len(mail.to(FATIMA)) == len(mail.to("nieuwe@voorbeeld.nl")) == 1


def test_a_wrong_code_answers_the_same_for_known_and_unknown(browser, fatima, code_for):
    answers = []
    for address in (FATIMA, "nieuwe@voorbeeld.nl"):
        visitor = browser()
        visitor.submit("/inloggen", {"email": address})
        answer = visitor.submit("/inloggen/code", {"code": other(code_for(address))})
        answers.append((answer.status_code, words(answer).replace(address, "X")))
    assert answers[0] == answers[1]
    assert answers[0][0] == 422


@pytest.mark.parametrize(
    "typed", ["", "geen adres", "a@b", "a b@c.nl", "x" * 300 + "@voorbeeld.nl", "a@b.nl\nBcc: c@d.nl"]
)
def test_what_is_no_address_comes_back_as_it_was_typed(browser, typed):
    answer = browser().submit("/inloggen", {"email": typed})
    assert answer.status_code == 422
    assert soup(answer).title.get_text().startswith("Fout:")
    assert soup(answer).select_one("input[name=email]")["value"] == " ".join(typed.split())


def test_a_slip_of_the_finger_costs_no_try(browser, fatima, writing):
    visitor = browser()
    visitor.submit("/inloggen", {"email": FATIMA})
    for typed in ("", "12345", "abcdef"):
        assert visitor.submit("/inloggen/code", {"code": typed}).status_code == 422
    with writing() as work:
        assert work.exec(select(SignInChallenge)).one().tries == 0


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


def test_who_asks_twice_may_type_either_code(browser, fatima, code_for):
    visitor = browser()
    visitor.submit("/inloggen", {"email": FATIMA})
    first = code_for(FATIMA)
    visitor.submit("/inloggen/code", form="main form.b2b-confirm")
    assert code_for(FATIMA) != first
    assert path(visitor.submit("/inloggen/code", {"code": first})) == "/"


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


def test_a_suspended_member_is_out_at_once_and_does_not_get_back_in(browser, fatima, sign_in, writing):
    visitor = browser()
    sign_in(visitor, FATIMA)
    with writing() as work:
        people.suspend(work, people.known(work, fatima.id))
    assert not is_in(visitor)
    answer = sign_in(browser(), FATIMA)
    assert answer.status_code == 403
    assert "staat stil" in words(answer)


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
    with database.read.connect() as connection:
        rows = [
            repr(tuple(row))
            for table in ("sessions", "sign_in_challenges", "members", "jobs")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}")
        ]
    dump = "\n".join(rows)
    assert token_of(visitor) not in dump
    assert "voorbeeld.nl" not in dump


def test_the_cookies_are_for_this_site_only(browser, fatima):
    answer = browser().submit("/inloggen", {"email": FATIMA})
    for cookie in answer.headers.getlist("Set-Cookie"):
        assert re.search(r"HttpOnly", cookie) and "SameSite=Lax" in cookie and "Path=/" in cookie


def test_the_code_page_without_asking_first_starts_at_the_beginning(browser):
    assert path(browser().get("/inloggen/code")) == "/inloggen"
    assert path(browser().post("/inloggen/code", {"code": "123456"})) == "/inloggen"


def test_who_is_in_does_not_sign_in_again(browser, fatima):
    assert path(browser(fatima).get("/inloggen?next=/mijn/gegevens")) == "/mijn/gegevens"


def test_a_new_device_is_told_by_mail_and_a_known_one_is_not(browser, fatima, sign_in, worker, mail):
    def told():
        sign_in(browser(), FATIMA)
        worker.run_until_quiet()
        return [str(m["Subject"]) for m in mail.to(FATIMA)].count("Je bent ingelogd op een nieuw apparaat")

    assert told() == 1
    assert told() == 1
