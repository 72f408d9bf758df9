"""A push on this device: offered where the municipality wants it, on by a tap, off by a tap."""

import json

import pytest

from b2b.config import Settings
from b2b.core.crypto import new_push_key, public_push_key
from b2b.municipalities.models import Setting
from b2b.municipalities.queries import forget_places
from tests.client import soup, words
from tests.conftest import SECRET
from tests.unit.notifications.test_push_rules import GOOD

PAGE = "/mijn/mail"
KEY = new_push_key()


@pytest.fixture
def settings(database_url):
    base = {"base_url": "http://localhost", "limits": False, "worker": False}
    return Settings(secret_key=SECRET, database_url=database_url, push_key=KEY, **base)


@pytest.fixture
def wanted(make, fatima):
    make.save(Setting(municipality_id=fatima.municipality_id, key="push.enabled", value=True))
    forget_places()
    yield
    forget_places()


def test_it_is_off_by_default(browser, fatima):
    her = browser(fatima)
    assert "Een melding op dit apparaat" not in words(her.get(PAGE))
    her.post("/mijn/meldingen", {"subscription": json.dumps(GOOD)})
    assert "Dit apparaat laat zien" not in words(her.get(PAGE))


def test_one_device_is_turned_on_and_off_and_another_is_not(browser, fatima, wanted):
    phone, tablet = browser(fatima), browser(fatima)
    page = phone.get(PAGE)
    assert soup(page).select_one("form[data-push]")["data-push"] == public_push_key(KEY)
    done = phone.follow(phone.press(page, {"subscription": json.dumps(GOOD)}, form="form[data-push]"))
    assert "Dit apparaat laat zien dat er nieuws is." in words(done)
    assert "Zet meldingen aan" in words(tablet.get(PAGE))
    gone = phone.follow(phone.press(phone.get(PAGE), button="Zet de meldingen uit"))
    assert "Zet meldingen aan" in words(gone)


def test_without_a_script_or_after_a_no_the_page_says_so(browser, fatima, wanted):
    her = browser(fatima)
    for typed in ("", json.dumps(GOOD | {"endpoint": "https://evil.example/"})):
        said = her.follow(her.submit(PAGE, {"subscription": typed}, form="form[data-push]"))
        assert "Je krijgt gewoon mail." in words(said)
        assert "Zet meldingen aan" in words(said)


def test_the_script_of_the_browser_comes_from_the_root_and_holds_the_only_words(browser):
    script = browser().get("/meldingen.js")
    assert script.mimetype == "text/javascript"
    assert script.headers["Cache-Control"] == "no-cache"
    assert "Er is nieuws op Buurthulp" in script.text
    assert "event.data" not in script.text
