"""ZGW Zaken: a case in a municipality's case system, where the municipality insists on one."""

from b2b.handoff.connectors.zgw.connector import ZgwConnector

__all__ = ["ZgwConnector"]
