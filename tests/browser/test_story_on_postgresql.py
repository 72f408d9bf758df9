"""A neighbour is helped, on PostgreSQL."""

import pytest

from tests.browser.server import furnish, open_site
from tests.browser.story import a_neighbour_is_helped


@pytest.fixture(scope="module")
def site(postgres, tmp_path_factory):
    """Open a site on a PostgreSQL database that the first start of the demo filled."""
    with postgres.fresh() as url:
        furnish(url)
        with open_site(url, tmp_path_factory.mktemp("site")) as site:
            yield site


def test_a_neighbour_is_helped_on_postgresql(site, person):
    a_neighbour_is_helped(site, person, "Wie doet mijn boodschappen?", "lena@voorbeeld.nl")
