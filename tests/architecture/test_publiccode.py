"""What catalogues of public software read about this program: what the standard asks for, and true."""

import yaml

from b2b.web.i18n import languages
from tests.architecture.tree import ROOT

SAID = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))


def test_it_says_what_the_standard_asks_for():
    for key in (
        "name",
        "url",
        "platforms",
        "categories",
        "developmentStatus",
        "softwareType",
        "legal",
        "maintenance",
    ):
        assert SAID.get(key), key
    for told in SAID["description"].values():
        assert 0 < len(told["shortDescription"]) <= 150
        assert 150 <= len(told["longDescription"]) <= 10_000
        assert all(0 < len(feature) <= 100 for feature in told["features"])


def test_it_names_the_languages_that_a_reader_can_choose_and_the_licence_in_the_tree():
    assert sorted(SAID["localisation"]["availableLanguages"]) == sorted(languages())
    assert SAID["legal"]["license"] == "EUPL-1.2"
    assert "EUPL" in (ROOT / "LICENSE").read_text(encoding="utf-8")[:2000]
