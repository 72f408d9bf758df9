"""Which connectors there are, by name. Our own queue is not one: every handoff stands in it anyway."""

from collections.abc import Callable, Iterable

from b2b.handoff.connectors.base import Connector
from b2b.handoff.connectors.openklant import message as openklant
from b2b.handoff.connectors.openklant.message import Facts
from b2b.handoff.connectors.zgw import message as zgw

WRITERS: dict[str, Callable[[Facts], str]] = {"openklant": openklant.compose, "zgw": zgw.compose}
"""Connector -> what writes the message that the resident sees beforehand; the others send no more than a link."""
READERS = {"openklant": openklant.shown, "zgw": zgw.shown}
"""Connector -> what puts its message in lines for the resident."""
RENUMBERERS = {"openklant": openklant.renumbered, "zgw": zgw.renumbered}
"""Connector -> what gives its message another number."""


class Registry:
    """The connectors of this installation."""

    def __init__(self, connectors: Iterable[Connector] = ()):
        self._connectors = {connector.name: connector for connector in connectors}

    def __getitem__(self, name: str) -> Connector:
        return self._connectors[name]

    def __contains__(self, name: str) -> bool:
        return name in self._connectors
