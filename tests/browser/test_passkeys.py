"""Passkeys in a real browser, with a device of its own: a phone that checks a finger."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.checks import looked_at
from tests.browser.people import Keyboard, Person
from tests.browser.story import fills_in_code

PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
MO = "mo@demo.b2b.example"


class Device:
    """The part of a phone that keeps passkeys, as DevTools plays it."""

    def __init__(self, person: Person):
        self._tools = person.context.new_cdp_session(person.page)
        self._tools.send("WebAuthn.enable")
        self._id = self._tools.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE})["authenticatorId"]

    def recognises(self, *, finger: bool) -> None:
        """Say whether the finger on it is the owner's."""
        told = {"authenticatorId": self._id, "isUserVerified": finger}
        self._tools.send("WebAuthn.setUserVerified", told)

    def keeps(self) -> list[dict[str, Any]]:
        """Return its passkeys."""
        found: list[dict[str, Any]] = self._tools.send("WebAuthn.getCredentials", {"authenticatorId": self._id})[
            "credentials"
        ]
        return found


@pytest.fixture
def home(site) -> Iterator[str]:
    """The address with a name: at a bare number there are no passkeys."""
    return site.url.replace("127.0.0.1", "localhost")


def looks_as(person: Person, home: str, name: str) -> None:
    person.go(f"{home}/inloggen")
    person.press(f"Kijk als {name},")
    person.page.wait_for_url(lambda url: "/inloggen" not in url)


def test_a_neighbour_makes_a_passkey_with_keys_only_and_comes_back_with_it(person, home):
    fatima = person(Keyboard)
    looks_as(fatima, home, "Fatima")
    phone = Device(fatima)
    fatima.go(f"{home}/mijn")
    fatima.reads("Volgende keer sneller inloggen?")
    fatima.press("Maak een toegangssleutel")
    assert not looked_at(fatima.page)
    fatima.write("Naam van de toegangssleutel", "Mijn telefoon")
    fatima.press("Maak de toegangssleutel")
    fatima.headed("Hoe je inlogt")
    fatima.reads("Mijn telefoon")
    assert not looked_at(fatima.page)
    assert len(phone.keeps()) == 1
    fatima.go(f"{home}/mijn")
    fatima.does_not_read("Volgende keer sneller inloggen?")
    fatima.press("Log uit")
    fatima.go(f"{home}/inloggen")
    fatima.press("Log in met een toegangssleutel")
    assert not looked_at(fatima.page)
    fatima.press("Log in")
    fatima.page.wait_for_url(lambda url: "/inloggen" not in url)
    fatima.go(f"{home}/mijn")
    fatima.headed("Hallo Fatima")
    assert phone.keeps()[0]["signCount"] > 1


def test_a_finger_that_is_not_hers_opens_nothing(person, home):
    rob = person()
    looks_as(rob, home, "Rob")
    phone = Device(rob)
    rob.go(f"{home}/mijn/toegangssleutels/nieuw")
    rob.press("Maak de toegangssleutel")
    rob.headed("Hoe je inlogt")
    rob.go(f"{home}/mijn")
    rob.press("Log uit")
    phone.recognises(finger=False)
    rob.go(f"{home}/inloggen/toegangssleutel")
    rob.hands.press(rob.control("Log in", rob.main.locator("form")))
    expect(rob.main.locator("[data-passkey-says=stopped]")).to_be_visible()
    expect(rob.main.locator("form[data-passkey] button")).to_be_enabled()
    phone.recognises(finger=True)
    rob.press("Log in", within="main form")
    rob.page.wait_for_url(lambda url: "/inloggen" not in url)


def test_a_moderator_does_the_second_step_with_a_passkey(person, home):
    mo = person()
    looks_as(mo, home, "Mo")
    Device(mo)
    mo.go(f"{home}/mijn/toegangssleutels/nieuw")
    mo.press("Maak de toegangssleutel")
    mo.headed("Hoe je inlogt")
    mo.go(f"{home}/mijn")
    mo.press("Log uit")
    mo.go(f"{home}/inloggen?next=/controleren")
    fills_in_code(mo, MO)
    mo.headed("Nog één stap")
    assert not looked_at(mo.page)
    mo.press("Gebruik mijn toegangssleutel")
    mo.page.wait_for_url(lambda url: url.endswith("/controleren"))


def test_without_a_script_the_page_says_to_use_the_code(person, home):
    yusuf = person(java_script_enabled=False)
    yusuf.go(f"{home}/inloggen/toegangssleutel")
    expect(yusuf.page.get_by_text("In jouw browser staat JavaScript uit.")).to_be_visible()
    yusuf.press("Log in", within="main form")
    yusuf.reads("Zonder JavaScript kan het niet")
    yusuf.press("Log in met een code per e-mail", within="body")
    yusuf.headed("Inloggen of meedoen")


def test_an_older_browser_says_so(person, home):
    karin = person()
    karin.context.add_init_script("delete window.PublicKeyCredential")
    karin.go(f"{home}/inloggen/toegangssleutel")
    karin.reads("Deze browser kan geen toegangssleutels gebruiken.")
