"""The same neighbours as in the integration tests, with browsers."""

import pytest

from b2b.authz.predicates import Role
from tests.integration.rights.conftest import (  # noqa: F401 - fixtures
    bram,
    canaria,
    life,
    outside,
    stored,
)


@pytest.fixture
def hers(browser, canaria):  # noqa: F811
    """The browser of Canaria."""
    return browser(canaria)


@pytest.fixture
def ada(make):
    """An administrator."""
    return make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True)
