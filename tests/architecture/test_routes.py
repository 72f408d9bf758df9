"""Addresses are Dutch words in kebab-case, and each view is one short story."""

import re

import pytest

from tests.architecture.tree import ROOT

SEGMENT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CONVERTER = re.compile(r"<(?:[a-z_]+(?:\([^)]*\))?:)?[a-z_]+>")
STORY = 25
WELL_KNOWN = "/.well-known/"
"""A folder that a standard names (RFC 8615)."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The app on an empty database: routes need no rows."""
    from b2b.config import Settings
    from b2b.factory import create_app

    folder = tmp_path_factory.mktemp("site")
    settings = Settings(secret_key="x" * 32, database_url=f"sqlite:///{folder / 'empty.sqlite3'}", worker=False)
    app = create_app(settings)
    yield app
    app.database.dispose()


def test_addresses_are_kebab_case(site):
    for rule in site.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        for part in filter(None, rule.rule.removeprefix(WELL_KNOWN).split("/")):
            words = CONVERTER.sub("x", part)
            stem, _, ending = words.partition(".")
            assert SEGMENT.fullmatch(stem) and re.fullmatch(r"[a-z0-9]*", ending), rule.rule


def test_no_address_takes_a_bare_number(site):
    """Internal keys stay inside; outside, a thing is known by its reference or slug."""
    for rule in site.url_map.iter_rules():
        assert not re.search(r"<(?:int|float)[:(]", rule.rule), rule.rule


def test_a_view_fits_on_half_a_screen(site):
    for endpoint, view in site.view_functions.items():
        bare = view
        while hasattr(bare, "__wrapped__"):
            bare = bare.__wrapped__
        code = getattr(bare, "__code__", None)
        if code is None or not code.co_filename.startswith(str(ROOT / "b2b")):
            continue
        lines = max(line for _, _, line in code.co_lines() if line) - code.co_firstlineno
        assert lines <= STORY, f"{endpoint} is {lines} lines"


def test_every_view_says_what_it_is_for(site):
    silent = [
        endpoint
        for endpoint, view in site.view_functions.items()
        if endpoint != "static" and not (view.__doc__ or "").strip()
    ]
    assert not silent


def test_no_two_views_share_an_address(site):
    seen = {}
    for rule in site.url_map.iter_rules():
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            key = (re.sub(r"\w+>", ">", rule.rule), method)
            assert key not in seen, f"{rule.endpoint} and {seen[key]} both answer {key}"
            seen[key] = rule.endpoint
