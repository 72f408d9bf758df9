"""A mailbox to look in, and how a person reads a code."""

import re

import pytest

from b2b.notifications.channels.twin import text_of
from tests.provider.site import add, doorstep, enter, issuer, pem, provider  # noqa: F401 - fixtures of one story


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def read_mail(worker, mail):
    """Let the worker send what waits, and return the newest text to an address."""

    def read(address):
        worker.run_until_quiet()
        return text_of(mail.last(address))

    return read


@pytest.fixture
def code_for(worker, mail):
    """Return the code in the subject of the newest mail to an address."""

    def read(address):
        worker.run_until_quiet()
        subjects = [str(message["Subject"]) for message in mail.to(address.strip().lower())]
        found = [match for subject in subjects if (match := re.match(r"(\d{3}) (\d{3}) ", subject))]
        return found[-1][1] + found[-1][2]

    return read


@pytest.fixture
def sign_in(code_for):
    """Go through both pages of signing in; return the answer to the right code."""

    def come_in(visitor, address, url="/inloggen"):
        visitor.submit(url, {"email": address})
        return visitor.submit("/inloggen/code", {"code": code_for(address)})

    return come_in
