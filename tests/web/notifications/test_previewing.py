"""The administrator sees every mail as residents get it."""

import pytest

from b2b.authz.predicates import Role
from b2b.notifications.examples import every_example
from tests.client import soup, words

PAGE = "/beheer/mails"


@pytest.fixture
def administrator(make, browser):
    return browser(make.staff(Role.ADMINISTRATOR, "Nadia", everywhere=True), second_factor=True)


def test_every_mail_is_in_the_list_and_can_be_read(administrator):
    listed = soup(administrator.get(PAGE)).select("main .b2b-list a")
    assert len(listed) == len(every_example())
    shown = words(administrator.get(f"{PAGE}/message-sent"))
    assert "Henk schreef je. Het gaat over: Wie haalt mijn boodschappen?" in shown
    assert "Hallo Nadia," in shown


def test_the_site_they_come_from_is_looked_up_once_for_all(administrator, database, listen):
    heard = []
    listen(database.read, "before_cursor_execute", lambda *asked: heard.append(asked[2]))
    administrator.get(PAGE)
    assert 1 < len(heard) < 10


def test_a_mail_that_is_none_is_not_there(administrator):
    assert administrator.get(f"{PAGE}/message-lost").status_code == 404
