"""Write a plan: rows that go on keep their key, and with it everything that hangs on them."""

from datetime import date
from typing import Any

from sqlmodel import select

from b2b.core.db import Work
from b2b.municipalities.events import NeighbourhoodEnded
from b2b.municipalities.importer import shapes
from b2b.municipalities.importer.plans import Plan
from b2b.municipalities.importer.records import Area
from b2b.municipalities.models import (
    Adjacency,
    District,
    Municipality,
    Neighbourhood,
    NeighbourhoodSuccession,
    PostcodeHint,
)
from b2b.municipalities.rules import BadFile, slug
from b2b.municipalities.snapshots import new_edition


class Pen:
    """Writes through a unit of work, and knows whether it wrote anything."""

    def __init__(self, work: Work):
        self.work, self.wrote = work, False

    def add(self, row: Any) -> None:
        """Add a row."""
        self.work.add(row)
        self.wrote = True

    def delete(self, row: Any) -> None:
        """Take a row away."""
        self.work.delete(row)
        self.wrote = True

    def set(self, row: Any, **values: Any) -> None:
        """Change what differs; None means that the file does not say."""
        for name, value in values.items():
            if value is not None and getattr(row, name) != value:
                setattr(row, name, value)
                self.wrote = True


def store(work: Work, plan: Plan) -> bool:
    """Make the database say what `plan` says; return whether that changed anything."""
    pen = Pen(work)
    town = plan.stored.town or _found(pen, plan)
    districts = _store_districts(pen, plan, town)
    _end(pen, plan)
    hoods = _store_neighbourhoods(pen, plan, town, districts)
    _succeed(pen, plan, hoods)
    _close_districts(pen, plan, hoods)
    _store_borders(pen, plan, hoods)
    _store_hints(pen, plan, town, districts)
    if pen.wrote:
        new_edition(work, town.id or 0)
        work.flush()  # a second file in the same work compares with this one
    return pen.wrote


def _found(pen: Pen, plan: Plan) -> Municipality:
    others = pen.work.exec(select(Municipality.slug)).all()
    town = Municipality(code=plan.code, name=plan.name, slug=slug(plan.name, set(others)), is_default=not others)
    pen.add(town)
    pen.work.flush()  # its wijken point at it
    return town


def _store_districts(pen: Pen, plan: Plan, town: Municipality) -> dict[str, District]:
    rows = dict(plan.stored.districts)
    for code, area in plan.districts.items():
        place = _place(area, rows.get(code), plan, [a for a in plan.neighbourhoods.values() if a.parent == code])
        values: dict[str, Any] = {
            "name": area.name,
            "vintage": plan.vintage,
            "outline": plan.outlines.get(code),
            **place,
        }
        if area.population is not None:
            values["population"] = area.population
        if code in rows:
            pen.set(rows[code], **values)
        else:
            rows[code] = District(
                municipality_id=town.id or 0,
                code=code,
                valid_from=date(plan.vintage, 1, 1),
                **{**values, "outline": values["outline"] or ""},
            )
            pen.add(rows[code])
    pen.work.flush()  # their neighbourhoods point at them
    return rows


def _place(area: Area, row: Any, plan: Plan, inside: list[Area]) -> dict[str, float]:
    """Return where the label of an area stands: in its shape, at its point, where it was, or amid its parts."""
    spot = area.point
    if area.shape is not None:
        spot = shapes.centre(area.shape)
    elif spot is None and row is None:
        near = [shapes.centre(a.shape) if a.shape is not None else a.point for a in inside]
        known = [point for point in near if point] or [(d.lon, d.lat) for d in plan.stored.districts.values()]
        if not known:
            raise BadFile(f"Het bestand zegt niet waar {area.name} ligt. Neem een bestand met grenzen.")
        spot = (sum(lon for lon, _ in known) / len(known), sum(lat for _, lat in known) / len(known))
    return {} if spot is None else {"lon": round(spot[0], 5), "lat": round(spot[1], 5)}


def _end(pen: Pen, plan: Plan) -> None:
    """Close the rows that do not go on; their address becomes free for what comes in their place."""
    for code in plan.changes.ended:
        row = plan.stored.neighbourhoods[code]
        pen.set(row, valid_to=date(plan.vintage, 1, 1))
        plan.stored.slugs.discard(row.slug)
        row.slug = slug(f"{row.slug} tot {plan.vintage}", plan.stored.slugs)
    pen.work.flush()  # before a new row takes the address


def _store_neighbourhoods(
    pen: Pen, plan: Plan, town: Municipality, districts: dict[str, District]
) -> dict[str, Neighbourhood]:
    """Return the rows by new code. A row keeps its address when it is renamed: printed links go on working."""
    if not plan.neighbourhoods:
        return dict(plan.stored.neighbourhoods)
    rows = {}
    for code, area in plan.neighbourhoods.items():
        before = plan.changes.goes_on.get(code)
        row = plan.stored.neighbourhoods[before] if before else None
        values: dict[str, Any] = {
            "code": code,
            "vintage": plan.vintage,
            "name": area.name,
            "district_id": districts[area.parent].id,
            "outline": plan.outlines.get(code),
            "population": area.population,
            **_place(area, row, plan, [a for a in plan.neighbourhoods.values() if a.parent == area.parent]),
        }
        if row is not None:
            pen.set(row, **values)
        else:
            row = Neighbourhood(
                municipality_id=town.id or 0,
                slug=slug(area.name, plan.stored.slugs),
                valid_from=date(plan.vintage, 1, 1),
                **{**values, "outline": values["outline"] or ""},
            )
            pen.add(row)
        rows[code] = row
    pen.work.flush()  # borders and successions point at them
    return rows


def _succeed(pen: Pen, plan: Plan, hoods: dict[str, Neighbourhood]) -> None:
    for code, heirs in plan.changes.ended.items():
        before = plan.stored.neighbourhoods[code].id or 0
        after = tuple(hoods[heir].id or 0 for heir in heirs)
        for heir in after:
            pen.add(NeighbourhoodSuccession(predecessor_id=before, successor_id=heir))
        pen.work.record(NeighbourhoodEnded(before, after))


def _close_districts(pen: Pen, plan: Plan, hoods: dict[str, Neighbourhood]) -> None:
    """End the wijken that the file no longer has and in which no neighbourhood lies any more."""
    used = {hood.district_id for hood in hoods.values()}
    for code, row in plan.stored.districts.items():
        if plan.neighbourhoods and code not in plan.districts and row.id not in used:
            pen.set(row, valid_to=date(plan.vintage, 1, 1))


def _store_borders(pen: Pen, plan: Plan, hoods: dict[str, Neighbourhood]) -> None:
    wanted: dict[tuple[int, int], int | None] = {}
    if plan.borders is not None:
        for (a, b), metres in plan.borders.items():
            one, other = hoods[a].id or 0, hoods[b].id or 0
            wanted[one, other] = wanted[other, one] = metres
    else:
        here = {hood.id for hood in hoods.values()}
        wanted = {pair: row.border_m for pair, row in plan.stored.borders.items() if here.issuperset(pair)}
    for pair, row in plan.stored.borders.items():
        if pair not in wanted:
            pen.delete(row)
        else:
            pen.set(row, border_m=wanted[pair])
    for one, other in wanted.keys() - plan.stored.borders.keys():
        pen.add(Adjacency(neighbourhood_id=one, adjacent_id=other, border_m=wanted[one, other]))


def _store_hints(pen: Pen, plan: Plan, town: Municipality, districts: dict[str, District]) -> None:
    open_ids = {row.id for row in districts.values() if row.valid_to is None}
    for digits, (code, share) in plan.hints.items():
        row = plan.stored.hints.get(digits)
        values: dict[str, Any] = {"district_id": districts[code].id, "share": share}
        if row is not None:
            pen.set(row, **values)
        else:
            pen.add(PostcodeHint(municipality_id=town.id or 0, pc4=digits, **values))
    for row in plan.stored.hints.values():
        if row.district_id not in open_ids:
            pen.delete(row)
