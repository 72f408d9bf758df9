"""Bring in made-up official files, on both databases."""

import pytest
from sqlmodel import SQLModel, select

from b2b.municipalities.importer import import_places, read_places
from b2b.municipalities.models import Municipality, Neighbourhood
from b2b.municipalities.queries import forget_places, places
from tests.integration.municipalities.official import geopackage, zipped

OWN = ("municipalities", "districts", "neighbourhoods", "adjacencies", "postcode_hints", "settings", "audit_entries")


class Bringer:
    """`bring(path)` reads and stores a file for Proefstad, in a transaction of its own."""

    def __init__(self, writing):
        self.writing = writing
        self.busy = set()

    def __call__(self, path, *, municipality="GM1999", year=None, mapped=None, dry_run=False, limits=None):
        with self.writing() as work:
            delivery = read_places(work, path, municipality=municipality, year=year, limits=limits)
            return import_places(work, delivery, in_use=self._in_use, mapped=mapped, dry_run=dry_run)

    def _in_use(self, work, neighbourhood_id):
        row = work.get(Neighbourhood, neighbourhood_id)
        return row.code in self.busy and row.valid_to is None

    def everything(self):
        """Return all rows of the tables of places."""
        with self.writing() as work:
            tables = {name: SQLModel.metadata.tables[name] for name in OWN}
            return {name: sorted(map(tuple, work.execute(t.select())), key=repr) for name, t in tables.items()}

    def town(self):
        """Return what pages would show of Proefstad now."""
        forget_places()
        with self.writing() as work:
            row = work.exec(select(Municipality).where(Municipality.code == "GM1999")).first()
            return places(work, row.id) if row else None

    def hood(self, name):
        """Return the current neighbourhood of this name."""
        return next(hood for hood in self.town().hoods.values() if hood.name == name)


@pytest.fixture
def bring(writing):
    return Bringer(writing)


@pytest.fixture
def first(bring, tmp_path):
    """Proefstad as it is in 2025."""
    return bring(zipped(tmp_path / "WijkBuurtkaart_2025_v1.zip", geopackage(tmp_path / "wijkenbuurten_2025_v1.gpkg")))
