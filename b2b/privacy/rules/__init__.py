"""What is kept, why and how long: pure data. `MAP` is the data map, `RETENTION` the terms."""

from b2b.privacy.rules.retention import RETENTION, Term
from b2b.privacy.rules.tables import MAP
from b2b.privacy.rules.words import Column, Erase, Export, Ground, Seen, Table

__all__ = ["MAP", "RETENTION", "Column", "Erase", "Export", "Ground", "Seen", "Table", "Term"]
