"""The same neighbours as in the integration tests, with browsers."""

from tests.integration.promise.conftest import (  # noqa: F401 - fixtures
    asks,
    climbs,
    henk,
    invitations,
    offers,
    on_post,
    outside,
    promise,
)
