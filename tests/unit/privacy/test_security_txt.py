"""Where weak spots are reported: an address, and until when it holds."""

from datetime import date, timedelta

import pytest

from b2b.privacy.rules.security_txt import HOLDS, SOON, Standing, address, standing, text

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("veilig@gemeente.nl", "mailto:veilig@gemeente.nl"),
        ("mailto:veilig@gemeente.nl", "mailto:veilig@gemeente.nl"),
        ("https://gemeente.nl/melden", "https://gemeente.nl/melden"),
        ("http://gemeente.nl", None),
        ("https://", None),
        ("gemeente", None),
        ("a@b@c.nl", None),
        ("a@b.nl\nExpires: 2099", None),
        ("", None),
    ],
)
def test_an_address_is_a_mailbox_or_a_safe_page(typed, read):
    assert address(typed) == read


@pytest.mark.parametrize(
    ("days", "stands"),
    [(-1, Standing.OVER), (0, Standing.SOON), (SOON.days - 1, Standing.SOON), (SOON.days, Standing.WELL)],
)
def test_it_stands_until_its_last_day_and_warns_a_month_before(days, stands):
    assert standing("mailto:a@b.nl", (TODAY + timedelta(days=days)).isoformat(), TODAY) is stands


@pytest.mark.parametrize(
    ("contact", "until"), [("", "2027-01-01"), ("mailto:a@b.nl", ""), (None, None), ("x", "morgen")]
)
def test_without_an_address_or_a_day_it_is_missing(contact, until):
    assert standing(contact, until, TODAY) is Standing.MISSING


def test_the_file_holds_for_less_than_a_year():
    assert timedelta(days=300) < HOLDS < timedelta(days=365)
    assert "Expires: 2027-11-22T23:59:59Z\n" in text(
        "mailto:a@b.nl", TODAY + HOLDS, "https://x.nl/.well-known/security.txt"
    )
