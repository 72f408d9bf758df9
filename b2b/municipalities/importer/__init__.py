"""Bring in the official files of CBS and PDOK: zip, GeoPackage, GeoJSON or CSV, as they are published.

Reading (`files`, `tables`, `records`) changes nothing and refuses what is damaged or hostile; planning
(`plans`) compares with what is stored; only `storing` writes, all in the transaction of its caller.
shapely does the geometry and is imported nowhere else.
"""

from b2b.municipalities.importer.files import Limits
from b2b.municipalities.importer.running import Outcome, import_places, read_places

__all__ = ["Limits", "Outcome", "import_places", "read_places"]
