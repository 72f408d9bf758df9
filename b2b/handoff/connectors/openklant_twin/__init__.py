"""A stand-in for Open Klant 2.18 that really runs: an HTTP server with a memory, as strict and as odd as the real one."""

from b2b.handoff.connectors.openklant_twin.server import Twin

__all__ = ["Twin"]
