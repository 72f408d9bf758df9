"""Mevrouw De Wit has no e-mail; Karin, the coordinator of her neighbourhood, serves her. A twin takes the mail."""

import pytest

from b2b.accounts.queries import without_address
from b2b.authz.predicates import Role
from b2b.posts import queries as posts
from b2b.posts import service as posting


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def karin(make):
    return make.staff(Role.COORDINATOR, "Karin")


@pytest.fixture
def desk(browser, karin):
    return browser(karin, second_factor=True)


@pytest.fixture
def hood(make):
    return make.neighbourhood()


@pytest.fixture
def write_down(desk, hood, writing):
    """Write somebody down at the desk; return who."""

    def do(name="Mevrouw De Wit", phone="06 12 34 56 78"):
        said = {"first_name": name, "neighbourhood": hood.slug, "phone": phone}
        desk.submit("/balie/nieuw", {**said, "wants": "y", "house_rules": "y", "sixteen": "y"})
        with writing() as work:
            return next(one for one in without_address(work, hood.municipality_id, None) if one.first_name == name)

    return do


@pytest.fixture
def ask(desk, writing):
    """Write a request down for somebody, and let a moderator place it; return the post."""

    def do(member, title="Wie haalt mijn boodschappen?", *, placed=True):
        url = f"/balie/{member.reference}/vraag"
        at = desk.submit(url, {"category": "boodschappen"}).headers["Location"]
        said = {"task": "winkel", "title": title, "body": "De tas is te zwaar.", "place": "home", "agreed": "y"}
        answer = desk.submit(at, said)
        assert answer.status_code == 303, answer.text
        with writing() as work:
            post = posts.post(work, posts.mine(work, member.id)[0].id)
            if placed:
                posting.place(work, post)
        return post

    return do
