"""What is missing on a machine is skipped aloud for a person and refused where nothing may be skipped."""

import pytest

from tests.requirements import chromium, missing, strict


@pytest.fixture
def person(monkeypatch):
    for name in ("CI", "B2B_STRICT"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_a_person_sees_what_was_not_checked(person):
    with pytest.raises(pytest.skip.Exception, match="NOT CHECKED: PostgreSQL is missing"):
        missing("PostgreSQL")


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("B2B_STRICT", "1")])
def test_where_nothing_may_be_skipped_it_is_a_failure(person, name, value):
    person.setenv(name, value)
    with pytest.raises(pytest.fail.Exception, match="PostgreSQL is missing"):
        missing("PostgreSQL")


def test_an_empty_wish_is_no_wish(person):
    person.setenv("CI", "false")
    assert not strict()


def test_the_browser_that_was_passed_on_is_used(person):
    person.setenv("B2B_CHROMIUM", "/usr/bin/another-chromium")
    assert chromium() == "/usr/bin/another-chromium"


def test_a_missing_browser_is_reported(person, tmp_path):
    person.delenv("B2B_CHROMIUM", raising=False)
    person.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.skip.Exception, match="Chromium"):
        chromium()
