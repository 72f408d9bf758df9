"""What tests need from the machine: asked for by name, skipped aloud for a person, refused in CI."""

import os
import shutil
from typing import NoReturn

import pytest

CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",  # the only page it opens is our own, and in a container there is no other way as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How a Chromium starts that talks to this machine only."""


def strict() -> bool:
    """Say whether nothing may be skipped: in CI, or when B2B_STRICT asks for it."""
    asked = (os.environ.get("B2B_STRICT") or os.environ.get("CI") or "").lower()
    return asked in ("1", "true", "yes")


def missing(what: str) -> NoReturn:
    """Skip the test for want of `what` ("Chromium"); where nothing may be skipped, fail it."""
    if strict():
        pytest.fail(f"{what} is missing, and nothing may be skipped here.", pytrace=False)
    pytest.skip(f"NOT CHECKED: {what} is missing. bin/test installs what it can.")


def chromium() -> str:
    """Return the path of a Chromium (bin/test passes it on as B2B_CHROMIUM), or report it missing."""
    given = os.environ.get("B2B_CHROMIUM")
    found = given or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return found or missing("Chromium")
