"""The cookie of a browser: ours or nobody's, for as long as it lasts."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask, session

from b2b.web import cookies
from b2b.web.cookies import CookieSessions


@pytest.fixture
def app():
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY="new" * 12,
        SECRET_KEY_FALLBACKS=["old" * 12],
        PERMANENT_SESSION_LIFETIME=timedelta(days=2),
        SESSION_COOKIE_NAME="b2b",
    )
    app.session_interface = CookieSessions(app)

    @app.get("/zet/<word>")
    def put(word):
        session.permanent = True
        session["word"], session["list"] = word, [1]
        return ""

    @app.get("/lees")
    def read():
        session.get("list", []).append(2)  # must not reach who asks next
        return f"{session.get('word')} {session.get('list')}"

    return app


def cookie(app, word="dag"):
    return app.test_client().get(f"/zet/{word}").headers["Set-Cookie"].split(";")[0].removeprefix("b2b=")


def read(app, value):
    client = app.test_client()
    client.set_cookie("b2b", value)
    return client.get("/lees").text


def test_what_was_written_is_read_again_and_again(app):
    value = cookie(app)
    assert [read(app, value) for _ in range(3)] == ["dag [1, 2]"] * 3


def test_two_browsers_are_two_sessions(app):
    assert (read(app, cookie(app, "een")), read(app, cookie(app, "twee"))) == ("een [1, 2]", "twee [1, 2]")


@pytest.mark.parametrize("spoil", [lambda v: v[:-1], lambda v: "x" + v, lambda v: v.split(".")[0], lambda _: "a.b.c"])
def test_a_cookie_that_we_did_not_sign_says_nothing(app, spoil):
    value = cookie(app)
    read(app, value)
    assert read(app, spoil(value)) == "None None"


def test_a_cookie_ends_even_when_it_was_checked_before(app, monkeypatch):
    value = cookie(app)
    assert read(app, value) == "dag [1, 2]"
    later = datetime.now(UTC) + timedelta(days=2, minutes=1)
    monkeypatch.setattr(cookies, "time", later.timestamp)
    assert read(app, value) == "None None"


def test_a_clock_that_was_set_back_signs_nobody_out(app, monkeypatch):
    value = cookie(app)
    earlier = datetime.now(UTC) - timedelta(hours=1)
    monkeypatch.setattr(cookies, "time", earlier.timestamp)
    assert read(app, value) == "dag [1, 2]"


def test_a_cookie_signed_with_the_key_before_this_one_is_still_good(app):
    old = Flask(__name__)
    old.config.update(app.config, SECRET_KEY="old" * 12, SECRET_KEY_FALLBACKS=None)
    signer = CookieSessions(old).get_signing_serializer(old)
    assert read(app, signer.dumps({"word": "oud", "list": []})) == "oud [2]"


def test_an_app_without_a_key_does_not_start():
    with pytest.raises(ValueError, match="secret key"):
        CookieSessions(Flask(__name__))
