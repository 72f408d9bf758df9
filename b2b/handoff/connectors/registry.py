"""Which connectors there are, by name. Our own queue is not one: every handoff stands in it anyway."""

from collections.abc import Iterable, Mapping

from b2b.handoff.connectors.base import Connector

SETTING = "handoff_connectors"
"""The setting of a municipality: {"email": "desk@…"}: connector name -> address there."""


class Registry:
    """The connectors of this installation."""

    def __init__(self, connectors: Iterable[Connector] = ()):
        self._connectors = {connector.name: connector for connector in connectors}

    def __getitem__(self, name: str) -> Connector:
        return self._connectors[name]

    def __contains__(self, name: str) -> bool:
        return name in self._connectors


def addresses(settings: Mapping[str, object]) -> dict[str, str]:
    """Return connector name -> address, as a municipality has set them; nonsense counts as none."""
    chosen = settings.get(SETTING)
    if not isinstance(chosen, dict):
        return {}
    return {str(name): str(address) for name, address in chosen.items() if address}
