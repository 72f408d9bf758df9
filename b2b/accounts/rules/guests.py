"""How somebody is called who works here for another municipality. Pure."""

from datetime import timedelta

from b2b.core.words import N_

GUEST_KEPT = timedelta(days=3 * 365)
"""As long as the log, which says who did something and would otherwise say nobody."""


def named(town: str) -> str:
    """Return what stands where a first name stands."""
    return N_("een medewerker van gemeente {town}").format(town=town)


def called(town: str | None, first_name: str | None) -> str | None:
    """Return how somebody is called: by their municipality when that is another one."""
    return named(town) if town else first_name
