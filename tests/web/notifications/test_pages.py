"""The operator sees what died and tries again; a load balancer sees whether all is well."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.core.audit import AuditEntry
from b2b.jobs import service
from b2b.jobs.models import Job
from b2b.jobs.rules import JobState
from tests.client import path, soup, words

PAGE = "/beheer/taken"


@pytest.fixture
def operator(make, browser):
    return browser(make.staff(Role.ADMINISTRATOR, "Anna", everywhere=True), second_factor=True)


@pytest.fixture
def dead(writing):
    """Return a function that buries a job of this kind; it returns the job's key."""

    def bury(kind="mail:send", error="De mailserver antwoordt niet."):
        with writing() as work:
            job = Job(
                kind=kind,
                payload={"notification_id": 1},
                state=JobState.DEAD,
                run_at=work.now(),
                created_at=work.now(),
                finished_at=work.now(),
                attempts=8,
                last_error=error,
            )
            work.add(job)
        return job.id

    return bury


def states(writing):
    with writing() as work:
        return {job.id: job.state for job in work.exec(select(Job))}


def test_when_all_is_well_the_page_says_so(operator):
    assert "Alles gaat goed" in words(operator.get(PAGE))


def test_the_operator_sees_what_died_and_why(operator, dead):
    dead()
    shown = words(operator.get(PAGE))
    assert "Mail aan een bewoner" in shown
    assert "De mailserver antwoordt niet." in shown
    assert "Alles gaat goed" not in shown


def test_a_kind_without_a_label_goes_by_its_own_name(operator, dead):
    dead("handoff:deliver")
    assert "handoff:deliver" in words(operator.get(PAGE))


def test_the_button_gives_a_job_a_new_life(operator, dead, writing):
    one, other = dead(), dead()
    answer = operator.submit(PAGE, {"taak": str(one)}, button="Opnieuw")
    assert (answer.status_code, path(answer)) == (303, PAGE)
    assert states(writing) == {one: JobState.READY, other: JobState.DEAD}
    assert "We proberen het nu opnieuw." in words(operator.follow(answer))


def test_one_button_tries_everything_again_and_leaves_a_trail(operator, dead, writing):
    keys = [dead(), dead()]
    operator.submit(PAGE, button="Probeer alle taken opnieuw")
    assert states(writing) == dict.fromkeys(keys, JobState.READY)
    with writing() as work:
        assert work.exec(select(AuditEntry)).one().action == "jobs.retried"


@pytest.mark.parametrize("typed", ["999", "x", "-1", "9" * 40, "1; DROP TABLE jobs"])
def test_a_job_that_is_not_there_is_no_disaster(typed, operator, dead, writing):
    key = dead()
    answer = operator.post(f"{PAGE}/opnieuw", {"taak": typed})
    assert "niets om opnieuw te proberen" in words(operator.follow(answer))
    assert states(writing) == {key: JobState.DEAD}


def test_a_double_click_is_harmless(operator, dead, writing):
    key = dead()
    for _ in range(2):
        assert operator.post(f"{PAGE}/opnieuw", {"taak": str(key)}).status_code == 303
    assert states(writing) == {key: JobState.READY}


def test_late_work_is_told_on_the_page(operator, writing, clock):
    with writing() as work:
        service.enqueue(work, "mail:send", {})
    clock.advance(minutes=25)
    assert "De oudste taak wacht al 25 minuten" in words(operator.get(PAGE))


def test_the_page_is_for_the_operator_only(make, browser):
    assert path(browser().get(PAGE)) == "/inloggen"
    assert browser(make.member("Fatima")).get(PAGE).status_code == 403
    assert browser(make.staff(Role.MODERATOR), second_factor=True).get(PAGE).status_code == 403


def test_live_answers_without_a_database(app, browser):
    app.database.dispose()
    answer = browser().client.get("/health/live")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_ready_tells_how_it_is(browser, dead):
    dead()
    answer = browser().client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json == {"status": "ok", "late_seconds": 0, "dead_jobs": 1, "security_txt_missing": 2}
    assert answer.headers["Cache-Control"] == "no-store"


def test_ready_says_no_when_nobody_works(browser, writing, clock):
    with writing() as work:
        service.enqueue(work, "mail:send", {})
    clock.advance(minutes=11)
    answer = browser().client.get("/health/ready")
    assert (answer.status_code, answer.json["late_seconds"]) == (503, 660)


def test_a_job_for_later_is_not_late(browser, writing, clock):
    with writing() as work:
        service.enqueue(work, "mail:send", {}, run_at=clock() + timedelta(days=1))
    clock.advance(minutes=11)
    assert browser().client.get("/health/ready").status_code == 200


def test_ready_says_no_without_a_schema(browser, writing):
    with writing() as work:
        work.connection().execute(text("DROP TABLE jobs"))
    answer = browser().client.get("/health/ready")
    assert (answer.status_code, answer.json) == (503, {"status": "no database"})


class TestTheMailboxOfTheDemo:
    @pytest.fixture
    def settings(self, settings):
        return replace(settings, demo=True)

    @pytest.fixture
    def mailbox(self, tmp_path):
        from b2b.notifications.channels.catcher import Mailbox

        return Mailbox(tmp_path / "mail")

    @pytest.fixture
    def outside(self, mailbox):
        return {"mailbox": mailbox}

    @staticmethod
    def put(mailbox, to="fatima@demo.b2b.example", subject="123 456 is je code", body="Dag"):
        head = f"To: {to}\r\nSubject: {subject}\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n"
        mailbox.put(f"{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n".encode())

    def test_is_empty_at_first(self, browser):
        assert "Nog geen mail" in words(browser().get("/demo/postvak"))

    def test_shows_a_mail_with_links_that_work(self, browser, mailbox):
        self.put(mailbox, body="Ga naar http://localhost/inloggen/link/abc. Of niet.")
        shown = browser().get("/demo/postvak")
        assert "123 456 is je code" in words(shown)
        assert "maandag 23 november om 10.00 uur" in words(shown)
        link = soup(shown).select_one("main p a")
        assert link["href"] == "http://localhost/inloggen/link/abc"
        assert shown.headers["X-Robots-Tag"] == "noindex"

    def test_shows_the_mails_of_one_person(self, browser, mailbox):
        self.put(mailbox, subject="Voor Fatima")
        self.put(mailbox, to="henk@demo.b2b.example", subject="Voor Henk")
        shown = words(browser().get("/demo/postvak?aan=henk@demo.b2b.example"))
        assert "Voor Henk" in shown
        assert "Voor Fatima" not in shown

    def test_runs_nothing_that_a_mail_holds(self, browser, mailbox):
        self.put(mailbox, subject="<script>x</script>", body='<img src=x onerror=x> javascript:x http://a"onx=')
        shown = browser().get("/demo/postvak")
        assert not soup(shown).select("main script, main img, main [onx]")
        assert not [a for a in soup(shown).select("main a") if a["href"].startswith("javascript")]

    @pytest.mark.parametrize("address", ["x" * 5000, "\x00", "a%0d%0ab", "é"])
    def test_an_absurd_address_has_no_mail(self, address, browser):
        assert browser().get("/demo/postvak", query_string={"aan": address}).status_code == 200


def test_without_the_demo_there_is_no_mailbox(browser):
    assert browser().get("/demo/postvak").status_code == 404
