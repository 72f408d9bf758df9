"""Open Klant: a municipality's register of contacts, through the Klantinteracties API."""

from b2b.handoff.connectors.openklant.connector import OpenKlantConnector

__all__ = ["OpenKlantConnector"]
