"""A neighbour is helped: the main story, end to end, with a mouse, without scripts, and with keys only."""

import pytest

from tests.browser.people import Keyboard
from tests.browser.story import a_neighbour_is_helped

WAYS = {
    "with a mouse": {},
    "without scripts": {"java_script_enabled": False},
    "with keys only": {"hands": Keyboard},
}


@pytest.mark.parametrize("way", WAYS)
def test_a_neighbour_is_helped(site, person, way):
    email = f"lena-{way.replace(' ', '-')}@voorbeeld.nl"
    a_neighbour_is_helped(site, lambda: person(**WAYS[way]), f"Wie doet mijn boodschappen {way}?", email)
