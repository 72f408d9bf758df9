"""The people and the series of the service tests, each with a browser."""

import pytest

from tests.integration.recurring.conftest import (  # noqa: F401 - fixtures
    on,
    outside,
    post,
    propose,
    rob,
    robs_talk,
    running,
    talk,
    team,
    turns,
)


@pytest.fixture
def asker(browser, fatima):
    return browser(fatima)


@pytest.fixture
def helper(browser, ahmed):
    return browser(ahmed)


@pytest.fixture
def mate(browser, rob):  # noqa: F811
    return browser(rob)
