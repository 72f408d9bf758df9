"""Nonsense in every form that anybody of the demo sees: an answer in words each time, and never a crash."""

import random

from tests.client import soup, values_of
from tests.integration.demo.walking import demo_app, demo_people, shape_of, sign_in, signed_in, walk

NONSENSE = (
    *(
        "𝐇𝐚𝐥𝐥𝐨 ᴴelp №1 ℃ ²³①٣٤",
        "a\u202eabc\u0007def",
        "Z\u0351\u036b" * 300,
        "\ud7ff\U0010ffff 🌻",
        "Ab" * 9000,
        "\x00",
    ),
    *("<script>alert(1)</script>&amp;\"' {{7*7}} %(x)s %s {0}", "'; DROP TABLE posts; --", "/../../etc/passwd"),
    *("99999999999999999999999", "-5", "0", "²", "٣", "1e309", "1,5", "None", "true"),
    *("0001-01-01", "9999-12-31", "2026-02-31", "2026-12-01", "24:61", "12:00", "2026-12-01T10:00"),
    *("V-0000-0000", "a@b.c", "http://[::1", "mailto:x", "3524 AB", "Gewoon een zin."),
)
PEOPLE = ("Fatima", "Henk", "Sven", "Mo", "Karin", "Nadia")
"""Two residents, one who is suspended, one of each kind of staff."""
TRIES = 2
"""So often each of them fills in a form of one shape."""
NOT_THESE = ("/uitloggen", "/inloggen/demo")
"""Who signs out sees nothing any more."""


def test_nonsense_in_any_form_is_answered_in_words(database):
    app, chance = demo_app(database), random.Random(database.dialect)
    listed = {person.first_name: person for person in demo_people(app)}
    for name in PEOPLE:
        browser, filled = signed_in(app, listed[name]), set()
        for address, page in walk(browser):
            assert page.status_code < 500, f"{address} answered {page.status_code}"
            for form in soup(page).select("form") if page.mimetype == "text/html" else ():
                action = form.get("action") or address
                shape = (form.get("method"), shape_of(action), *sorted(values_of(form)))
                if shape in filled or action.startswith(NOT_THESE):
                    continue
                filled.add(shape)
                for number in range(TRIES):
                    send(browser, form, action, answers(form, chance, forged=number % 2 == 1))
                if browser.get("/mijn").status_code == 303:  # it ended the session
                    sign_in(browser, listed[name])
        assert len(filled) > 5, name


def answers(form, chance, *, forged):
    """Return what somebody sends who types nonsense; `forged`: also where nobody can type."""
    said = {name: value for name, value in values_of(form).items() if name != "csrf_token"}
    for field in form.select("input[name], textarea[name]"):
        kind = "text" if field.name == "textarea" else field.get("type", "text")
        if kind in ("radio", "checkbox"):
            if chance.random() < 0.3:
                said[field["name"]] = field.get("value", "on")
        elif kind not in ("hidden", "submit", "file"):
            said[field["name"]] = chance.choice(NONSENSE)
    for name in said if forged else ():
        if chance.random() < 0.5:
            said[name] = chance.choice(NONSENSE)
    buttons = [(button["name"], button.get("value", "")) for button in form.select("button[name]")]
    return said | dict(chance.sample(buttons, min(1, len(buttons))))


def send(browser, form, action, said):
    """Send the form; what comes back, also behind a redirect, is a page of ours."""
    try:
        if (form.get("method") or "get").lower() == "post":
            answer = browser.post(action, said)
        else:
            answer = browser.get(action.partition("?")[0], query_string=said)
        assert answer.status_code < 500, "a crash"
        assert browser.follow(answer).status_code < 500, "a crash behind a redirect"
    except AssertionError as error:
        raise AssertionError(f"{action} with {said!r}: {error}") from error
