"""Take the pictures of the README: `python -m tests.browser.pictures`. They show the demo as it is now."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.people import DESK, PHONE, Person
from tests.browser.server import furnish, open_site
from tests.browser.story import looks_as
from tests.requirements import CHROMIUM_FLAGS, chromium

IMAGES = Path(__file__).parents[2] / "docs" / "img"
SHOTS = {
    "feed-360.png": {"viewport": {**PHONE, "height": 1100}, "device_scale_factor": 1.5},
    "feed-1280.png": {"viewport": {**DESK, "height": 1000}},
}
LARGEST = 150_000
"""Bytes: a README on a telephone must stay quick."""


def take() -> None:
    """Write each picture into docs/img; AssertionError when one is too heavy."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        url = f"sqlite:///{name}/demo.sqlite3"
        furnish(url)
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*CHROMIUM_FLAGS])
        with open_site(url, Path(name)) as site:
            for file, options in SHOTS.items():
                fatima = Person(site, browser, **options)
                looks_as(fatima, "Fatima")
                fatima.go("/")
                fatima.page.screenshot(path=IMAGES / file)
                fatima.leave()
                size = (IMAGES / file).stat().st_size
                assert size <= LARGEST, f"{file} is {size} bytes"
                print(f"docs/img/{file}: {size} bytes")
        browser.close()


if __name__ == "__main__":
    take()
