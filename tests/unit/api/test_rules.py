"""What a system may, and where our messages may go."""

from base64 import b64decode
from datetime import UTC, date, datetime, timedelta

import pytest

from b2b.api.rules import SCOPE_WORDS, Scope, ScopeRefused, granted, is_over, may_reach, may_send_to, signing
from b2b.core.webhooks import new_secret, signed

HELD = frozenset({Scope.HANDOFFS_READ, Scope.SUBSCRIBE})


def test_a_token_holds_what_was_asked_for_and_without_asking_all_that_is_held():
    assert granted("doorverwijzingen:lezen", HELD) == {Scope.HANDOFFS_READ}
    assert granted(None, HELD) == HELD == granted("", HELD)


@pytest.mark.parametrize("wanted", ["doorverwijzingen:inhoud", "doorverwijzingen:lezen alles", " ", "ALLES"])
def test_nobody_gets_more_than_was_given(wanted):
    with pytest.raises(ScopeRefused):
        granted(wanted, HELD)


def test_every_scope_is_explained_to_the_administrator():
    assert set(SCOPE_WORDS) == set(Scope)


def test_a_client_works_to_the_end_of_its_last_day():
    last = date(2027, 3, 1)
    assert not is_over(last, False, last)
    assert is_over(last, False, date(2027, 3, 2))
    assert is_over(last, True, date(2027, 1, 1))


@pytest.mark.parametrize(
    "url",
    ["https://zaken.gemeente.example/haak", "https://zaken.example:8443/a?b=c", "https://93.184.216.34/"],
)
def test_messages_go_to_the_open_internet_over_tls(url):
    assert may_send_to(url, local=False)


@pytest.mark.parametrize(
    "url",
    [
        "http://zaken.gemeente.example/haak",
        "https://gebruiker:geheim@zaken.example/",
        "https://zaken.example:22/",
        "https://zaken.example:99999/",
        "https://127.0.0.1/",
        "https://10.0.0.8/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:10.0.0.8]/",
        "https://localhost/",
        "https://intern/",
        "https://zaken.example/#deel",
        "https:///pad",
        "file:///etc/passwd",
        "onzin",
        "https://zaken.example/" + "a" * 500,
    ],
)
def test_messages_never_go_elsewhere(url):
    assert not may_send_to(url, local=False)


def test_in_the_demo_a_receiver_may_stand_on_this_machine_but_not_beside_it():
    assert may_send_to("http://127.0.0.1:9000/haak", local=True)
    assert not may_send_to("http://10.0.0.8/haak", local=True)


@pytest.mark.parametrize(
    ("number", "open_internet"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("::1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:192.168.1.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
    ],
)
def test_a_name_that_leads_inside_is_not_followed(number, open_internet):
    assert may_reach(number, local=False) is open_internet


def test_a_message_is_signed_as_the_standard_says():
    # The example that the standard gives for its libraries.
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    at = datetime.fromtimestamp(1614265330, UTC)
    headers = signed([secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", at, '{"test": 2432232314}')
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert headers["webhook-timestamp"] == "1614265330"


def test_a_secret_is_fresh_and_long():
    one, other = new_secret(), new_secret()
    assert one != other
    assert len(b64decode(one.removeprefix("whsec_"))) == 32


def test_two_secrets_sign_while_the_old_one_holds_and_a_receiver_needs_one_of_them():
    old, new, at = new_secret(), new_secret(), datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    until = at + timedelta(days=7)
    assert signing(new, old, until, at) == [new, old]
    assert signing(new, old, until, until) == signing(new, None, None, at) == [new]
    both = signed([new, old], "E-1", at, "{}")["webhook-signature"].split(" ")
    alone = [signed([one], "E-1", at, "{}")["webhook-signature"] for one in (new, old)]
    assert both == alone
