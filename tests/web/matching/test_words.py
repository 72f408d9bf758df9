"""The administrator teaches the site a word, and takes it out again."""

import pytest

from b2b.authz.predicates import Role
from tests.client import soup, words


@pytest.fixture
def nadia(make, browser):
    return browser(make.staff(Role.ADMINISTRATOR, "Nadia", everywhere=True), second_factor=True)


def test_a_word_is_added_understood_and_taken_out(nadia, browser, make, worker):
    assert "Er zijn nog geen eigen woorden" in words(nadia.get("/beheer/woorden"))
    for _ in range(2):
        assert nadia.post("/beheer/woorden", data={"word": "Klofferen", "concept": "gras"}).status_code == 303
    worker.run_until_quiet()
    page = nadia.get("/beheer/woorden")
    assert [field["value"] for field in soup(page).select('input[name="word"][type=hidden]')] == ["klofferen"]
    assert "Tuin en stoep" in words(browser().get("/zoeken?q=klofferen"))
    nadia.post("/beheer/woorden/weg", data={"word": "klofferen"})
    assert "Er zijn nog geen eigen woorden" in words(nadia.get("/beheer/woorden"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"word": "twee woorden", "concept": "gras"}, "Vul één woord in"),
        ({"word": "klofferen", "concept": "bestaat-niet"}, "Kies waar het woord over gaat"),
    ],
)
def test_what_is_wrong_comes_back_with_what_was_typed(nadia, data, sentence):
    page = nadia.post("/beheer/woorden", data=data)
    assert page.status_code == 422
    assert sentence in words(page)
    assert soup(page).select_one("#word")["value"] == data["word"]
