"""A neighbour, and a desk that listens."""

from tests.web.handoff.conftest import desk, els, omar, outside, question  # noqa: F401
