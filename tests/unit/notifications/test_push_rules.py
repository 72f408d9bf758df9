"""What a browser may hand us, and which addresses we call."""

import json

import pytest

from b2b.config import BadSettings, Settings
from b2b.core.crypto import new_push_key, public_push_key
from b2b.notifications.rules.push import BadSubscription, Subscription, is_push_service, read_subscription

POINT, AUTH = "B" + "A" * 86, "A" * 22
GOOD = {"endpoint": "https://fcm.googleapis.com/fcm/send/abc", "keys": {"p256dh": POINT, "auth": AUTH}}


@pytest.mark.parametrize(
    "url",
    [
        "https://fcm.googleapis.com/fcm/send/abc",
        "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "https://web.push.apple.com/abc",
        "https://db5p.notify.windows.com/w/?token=abc",
    ],
)
def test_the_push_services_of_browsers_are_called(url):
    assert is_push_service(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://127.0.0.1/abc",
        "https://evil.example/fcm.googleapis.com",
        "https://fcm.googleapis.com.evil.example/abc",
        "https://evilnotify.windows.com.example/",
        "https://xnotify.windows.com/",
        "https://fcm.googleapis.com:8443/abc",
        "https://a:b@fcm.googleapis.com/abc",
        "https://fcm.googleapis.com:x/",
        "https://[/",
        "",
    ],
)
def test_nothing_else_is(url):
    assert not is_push_service(url)


def test_what_a_browser_made_is_read_and_packed():
    found = read_subscription(json.dumps(GOOD))
    assert Subscription.unpacked(found.packed()) == found


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "[]",
        "null",
        "{",
        "x" * 3000,
        json.dumps(GOOD | {"endpoint": "https://evil.example/"}),
        json.dumps(GOOD | {"endpoint": 7}),
        json.dumps(GOOD | {"keys": {"p256dh": POINT}}),
        json.dumps(GOOD | {"keys": {"p256dh": POINT, "auth": "AA"}}),
        json.dumps(GOOD | {"keys": {"p256dh": 5, "auth": AUTH}}),
    ],
)
def test_anything_else_is_refused(raw):
    with pytest.raises(BadSubscription):
        read_subscription(raw)


def test_a_key_has_a_public_half_that_stays_the_same():
    key = new_push_key()
    assert len(key) == 43
    assert public_push_key(key) == public_push_key(key)
    assert len(public_push_key(key)) == 87
    assert Settings(secret_key="s" * 32, push_key=key).push_key == key


def test_a_key_that_is_none_stops_the_start():
    with pytest.raises(BadSettings, match="b2b push keys"):
        Settings(secret_key="s" * 32, push_key="secret")
