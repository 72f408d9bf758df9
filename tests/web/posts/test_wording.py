"""Who does not know how to ask answers short questions, and changes the text that comes of it."""

from tests.client import path, soup, words
from tests.web.posts.placing import begin


def test_short_answers_become_the_text_that_can_still_be_changed(browser):
    visitor = browser()
    question = begin(visitor)
    help_page = soup(visitor.get(question)).find("a", string="Ik weet niet hoe ik het moet vragen")["href"]
    empty = visitor.submit(help_page, {"why": "ik loop slecht"})
    assert empty.status_code == 422
    assert soup(empty).select_one("[name=why]")["value"] == "ik loop slecht"
    made = visitor.submit(help_page, {"what": "het gras moet korter", "why": "ik loop slecht"})
    assert path(made) == question
    form = soup(visitor.get(question))
    assert form.select_one("[name=title]")["value"] == "Het gras moet korter"
    assert form.select_one("textarea").text.strip() == "Ik loop slecht. Het gras moet korter."
    assert "De container is te zwaar voor mij." in words(visitor.get(question))
