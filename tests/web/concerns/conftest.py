"""A neighbour, and a desk that listens."""

from tests.web.handoff.conftest import desk, els, fatima, omar, outside, question  # noqa: F401
