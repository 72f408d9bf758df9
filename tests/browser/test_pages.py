"""Every page, for everybody who can see it: for every eye and hand, small and large, and quiet in the console."""

from collections import defaultdict

import pytest

from tests.browser.checks import looked_at
from tests.browser.story import looks_as
from tests.browser.walk import Map, walk

EVERYBODY = ["", "Fatima", "Rob", "Yusuf", "Mo", "Karin", "Nadia", "Henk", "Sanne"]
ONLY = {"Henk": "agreements.", "Sanne": "thanks."}
"""Of whom only these pages are worth it: an appointment that is shared, help that nobody said thank you for yet."""
SAME_PAGE = {
    "agreements.look_back": "agreements.outcome",
    "posts.neighbourhood_feed": "posts.feed",
    "posts.step": "posts.start",
}
"""Two ways to one page, which then have one title."""

FORM = "main form[method=post]:has(textarea, select, input:not([type=hidden]))"
EMPTIED = """selector => {
  const form = document.querySelector(selector)
  for (const field of form.elements)
    if (['radio', 'checkbox'].includes(field.type)) field.checked = false
    else if (field.matches('textarea, input:not([type=hidden])')) field.value = ''
  HTMLFormElement.prototype.submit.call(form)  // past any script, as where there is none
}"""


@pytest.fixture(scope="module")
def site_map(site):
    return Map(site.app)


@pytest.fixture(scope="module")
def known():
    """Which parts of which view were looked at already, by whoever came before."""
    return defaultdict(set)


@pytest.fixture(scope="module")
def frames():
    """Which headers and footers were looked at already."""
    return set()


@pytest.fixture(scope="module")
def titles():
    """Which views call their page what."""
    return defaultdict(set)


@pytest.fixture(scope="module")
def refused():
    """Of which views the form was sent in empty."""
    return set()


def same_title(page, endpoint, titles):
    """Return a complaint when another view calls its page the same."""
    endpoint = SAME_PAGE.get(endpoint, endpoint)
    titles[page.title()].add(endpoint)
    return (
        [f"is called {page.title()!r}, as is {titles[page.title()] - {endpoint}}"]
        if len(titles[page.title()]) > 1
        else []
    )


def sent_in_empty(page, frames):
    """Send in the form of this page with nothing in it; return what is wrong with the page that refuses it."""
    if not page.locator(FORM).count():
        return []
    with page.expect_navigation() as sent:
        page.evaluate(EMPTIED, FORM)
    if sent.value.status != 422:
        return []
    found = [] if page.title().startswith("Fout:") else [f"is called {page.title()!r}"]
    return [f"sent in empty: {problem}" for problem in found + looked_at(page, frames)]


@pytest.mark.parametrize("name", EVERYBODY, ids=[name or "a visitor" for name in EVERYBODY])
def test_every_page_is_there_for_every_eye_and_hand(person, site_map, known, frames, titles, refused, name):
    somebody = person()
    if name:
        looks_as(somebody, name)
    cookie = next((c["value"] for c in somebody.context.cookies() if c["name"] == "b2b"), None)
    wrong = {}
    for found in walk(site_map, cookie, known, ONLY.get(name, "")):
        somebody.go(found.path)
        problems = looked_at(somebody.page, frames)
        if found.status == 200:
            problems += same_title(somebody.page, found.endpoint, titles)
        if found.endpoint not in refused:
            refused.add(found.endpoint)
            problems += sent_in_empty(somebody.page, frames)
        if problems:
            wrong[found.path] = problems
    assert not wrong, "\n".join(f"{path}\n  " + "\n  ".join(problems) for path, problems in wrong.items())


@pytest.mark.parametrize(
    ("name", "path", "words"),
    [
        ("", "/bestaat-niet", "Wij kunnen dit niet vinden"),
        ("", "/inloggen/link/abcdefgh", "Deze link werkt niet meer"),
        ("Fatima", "/beheer/mensen", "Je mag deze pagina niet zien"),
    ],
)
def test_a_page_that_refuses_is_as_good_as_any_other(person, name, path, words):
    somebody = person()
    if name:
        looks_as(somebody, name)
    somebody.go(path)
    somebody.reads(words)
    assert not looked_at(somebody.page)


SPOILT = """() => {
  const main = document.querySelector('main')
  main.innerHTML += '<img src="x.svg"><p class="wide">1</p><button class="a">a</button><button class="b">b</button>'
  main.querySelector('.wide').style.width = '2000px'
  main.querySelector('.a').style.cssText = 'height: 20px; width: 20px'
  main.querySelector('.b').style.cssText = 'position: relative; left: -15px'
  const script = document.createElement('script')
  script.textContent = '1'
  document.body.append(script)
}"""


def test_the_checks_see_what_is_wrong(person):
    """Who finds nothing on any page may be blind."""
    somebody = person()
    somebody.go("/spelregels")
    somebody.page.evaluate(SPOILT)
    found = "\n".join(looked_at(somebody.page))
    for problem in ("image-alt", "scrolls sideways", "lies over", "is 20 x 20 px"):
        assert problem in found, found
    assert any("script-src" in complaint for complaint in somebody.complaints)
    somebody.complaints.clear()
