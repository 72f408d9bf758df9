"""In the demo one looks around as a made-up person; nowhere else, and as nobody else."""

from dataclasses import replace

import pytest

from b2b.accounts import service
from b2b.accounts.service.people import known
from b2b.authz.predicates import Role
from tests.client import path, words


@pytest.fixture
def people(make):
    fatima = make.member("Fatima", email="fatima@demo.b2b.example")
    real = make.member("Echt", email="echt@voorbeeld.nl")
    return fatima, real


class TestInTheDemo:
    @pytest.fixture
    def settings(self, settings):
        return replace(settings, demo=True)

    def test_the_sign_in_page_lists_who_one_can_be(self, browser, people, make):
        visitor = browser()
        page = visitor.get("/inloggen")
        assert f"Kijk als Fatima, bewoner van {make.neighbourhood().name}" in words(page)
        assert "Echt" not in words(page)
        answer = visitor.submit("/inloggen?next=/mijn/gegevens", form="main .b2b-people form")
        assert path(answer) == "/mijn/gegevens"
        assert "Hallo Fatima" in words(visitor.get("/mijn"))

    def test_staff_of_the_demo_need_no_app(self, browser, make, writing):
        chief = make.member("Els", email="els@demo.b2b.example")
        with writing() as work:
            service.grant(work, known(work, chief.id), Role.ADMINISTRATOR, [None])
        visitor = browser()
        assert "Kijk als Els, beheerder" in words(visitor.get("/inloggen"))
        visitor.submit("/inloggen", form="main .b2b-people form")
        assert visitor.get("/beheer/mensen").status_code == 200

    def test_one_cannot_be_a_real_person(self, browser, people):
        _, real = people
        visitor = browser()
        for who in (real.reference, "B-0000-0000", "", "x" * 500):
            assert visitor.post("/inloggen/demo", {"wie": who}).status_code == 404
        assert visitor.get("/mijn").status_code == 303


def test_outside_the_demo_there_is_no_such_door(browser, people):
    fatima, _ = people
    visitor = browser()
    assert "demo" not in words(visitor.get("/inloggen"))
    assert visitor.post("/inloggen/demo", {"wie": fatima.reference}).status_code == 404
    assert visitor.get("/mijn").status_code == 303
