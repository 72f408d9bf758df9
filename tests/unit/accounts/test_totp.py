"""The second step: the code of now, once."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from b2b.accounts.rules.totp import STEP_SECONDS, app_address, in_groups, matching_step, new_secret

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STEP = int(NOW.timestamp()) // STEP_SECONDS


def code(seconds=0):
    return pyotp.TOTP(SECRET).at(NOW + timedelta(seconds=seconds))


@pytest.mark.parametrize(("seconds", "step"), [(0, STEP), (-30, STEP - 1), (30, STEP + 1)])
def test_a_phone_may_be_half_a_minute_off(seconds, step):
    assert matching_step(SECRET, code(seconds), NOW, None) == step


@pytest.mark.parametrize("seconds", [-90, 90, 3600])
def test_a_code_of_another_time_is_wrong(seconds):
    assert matching_step(SECRET, code(seconds), NOW, None) is None


def test_a_step_that_was_used_is_never_right_again():
    assert matching_step(SECRET, code(), NOW, STEP) is None
    assert matching_step(SECRET, code(-30), NOW, STEP) is None
    assert matching_step(SECRET, code(30), NOW, STEP) == STEP + 1


def test_the_app_gets_the_name_of_the_site():
    address = app_address(SECRET, "Buurthulp Utrecht", "Mo")
    assert address.startswith("otpauth://totp/Buurthulp%20Utrecht:Mo?secret=" + SECRET)


def test_a_secret_is_long_and_can_be_typed_over():
    assert len(new_secret()) == 32
    assert new_secret() != new_secret()
    assert in_groups("ABCDEFGH") == "ABCD EFGH"
