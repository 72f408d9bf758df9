"""The geometry: Dutch grid to degrees, what overlaps, what lies beside what, outlines small enough to keep."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from b2b.municipalities.models import OUTLINE_MAX
from b2b.municipalities.rules import BadFile, Overlap, read_outline, write_outline

METRES = 111_320.0
"""Metres in a degree of latitude; close enough to compare areas inside one municipality."""
TOUCH_M = 1.0
BORDER_MIN_M = 10
COARSE_POINTS = 150
"""An outline with more points than this is simplified; the generalised files have fewer."""

# Schreutelkamp and Strang van Hees (2001): RD x, y to WGS84, within 0.3 m over the whole country.
_LAT = (
    (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550), (2, 2, -0.01709),
    (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
)  # fmt: skip
_LON = (
    (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607),
    (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026),
)  # fmt: skip


def rd_to_degrees(points: Any) -> Any:
    """Turn an array of RD (x, y) in metres into (lon, lat) in degrees."""
    dx, dy = (points[:, 0] - 155_000) * 1e-5, (points[:, 1] - 463_000) * 1e-5
    lon = 5.38720621 + sum(c * dx**p * dy**q for p, q, c in _LON) / 3600
    lat = 52.15517440 + sum(c * dx**p * dy**q for p, q, c in _LAT) / 3600
    return np.column_stack([lon, lat])


def shape_of_blob(blob: bytes) -> BaseGeometry | None:
    """Return the geometry of a GeoPackage blob ("GP", a header, WKB); None when it is empty."""
    if len(blob) < 8 or blob[:2] != b"GP":
        raise BadFile("Een gebied in het bestand heeft een beschadigde vorm.")
    flags = blob[3]
    if flags & 0b10000:
        return None
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}.get((flags >> 1) & 0b111, 0)
    return _sound(lambda: shapely.from_wkb(blob[8 + envelope :]))


def shape_of_geojson(geometry: Any) -> BaseGeometry | None:
    """Return the geometry of a GeoJSON member; None when there is none."""
    if geometry is None:
        return None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise BadFile("Een gebied in het bestand is geen vlak.")
    return _sound(lambda: shapely.geometry.shape(geometry))


def _sound(read: Any) -> BaseGeometry | None:
    try:
        shape = shapely.force_2d(read())
        if shape is None or shape.is_empty:
            return None
        if shape.geom_type not in ("Polygon", "MultiPolygon") or not np.isfinite(shape.bounds).all():
            raise BadFile("Een gebied in het bestand is geen vlak.")
    except (
        shapely.errors.ShapelyError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        ArithmeticError,
    ) as error:
        raise BadFile("Een gebied in het bestand heeft een beschadigde vorm.") from error
    return shape


def in_degrees(shape: BaseGeometry) -> BaseGeometry | None:
    """Return the shape in WGS84 degrees, made valid; None when nothing is left of it.

    RD, lon/lat and lat/lon are told apart by where they lie: what a file says of itself is often wrong.
    """
    west, south, east, north = shape.bounds
    if west >= -10_000 and east <= 310_000 and south >= 280_000 and north <= 640_000:
        shape = shapely.transform(shape, rd_to_degrees)
    elif west >= 50 and east <= 54 and south >= 3 and north <= 8:
        shape = shapely.transform(shape, lambda points: points[:, ::-1])
    elif not (west >= 3 and east <= 8 and south >= 50 and north <= 54):
        raise BadFile("De gebieden in het bestand liggen niet in Nederland.")
    shape = shape if shape.is_valid else _faces(shapely.make_valid(shape))
    return None if shape.is_empty else shape


def _faces(shape: BaseGeometry) -> BaseGeometry:
    faces = [part for part in shapely.get_parts(shape) if part.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(faces) if faces else shapely.Polygon()


def size(shape: BaseGeometry) -> int:
    """Return how many points a shape has."""
    return int(shapely.get_num_coordinates(shape))


def read_shape(outline: str) -> BaseGeometry | None:
    """Return a stored outline as a shape in degrees; None when there is none."""
    parts = [shapely.Polygon(rings[0], rings[1:]) for rings in read_outline(outline)]
    if not parts:
        return None
    shape = shapely.union_all([part if part.is_valid else _faces(shapely.make_valid(part)) for part in parts])
    return None if shape.is_empty else shape


def centre(shape: BaseGeometry) -> tuple[float, float]:
    """Return a (lon, lat) that lies inside the shape, also when it is a crescent."""
    point = shape.centroid if shape.contains(shape.centroid) else shape.representative_point()
    return round(point.x, 5), round(point.y, 5)


def outlines(shapes: Mapping[str, BaseGeometry]) -> dict[str, str]:
    """Return each shape as text that fits its column; finely drawn ones are simplified together, so that
    what lies side by side still does."""
    plane = _Plane(shapes)
    drawn = dict(shapes)
    if any(size(shape) > COARSE_POINTS for shape in shapes.values()):
        for tolerance in (15.0, 30.0, 60.0, 120.0):
            drawn = {code: plane.back(shape) for code, shape in _simpler(plane.shapes, tolerance).items()}
            if all(len(_text(shape)) <= OUTLINE_MAX for shape in drawn.values()):
                break
    return {code: text if len(text := _text(shape)) <= OUTLINE_MAX else "" for code, shape in drawn.items()}


def _simpler(shapes: Mapping[str, BaseGeometry], tolerance: float) -> dict[str, BaseGeometry]:
    together = np.array(list(shapes.values()), dtype=object)
    if shapely.coverage_is_valid(together):
        simple = shapely.coverage_simplify(together, tolerance)
    else:
        simple = shapely.simplify(together, tolerance)
    return {code: shape if not shape.is_empty else shapes[code] for code, shape in zip(shapes, simple, strict=True)}


def _text(shape: BaseGeometry) -> str:
    return write_outline(
        [[list(ring.coords) for ring in (part.exterior, *part.interiors)] for part in shapely.get_parts(shape)]
    )


def overlaps(old: Mapping[str, BaseGeometry], new: Mapping[str, BaseGeometry]) -> list[Overlap]:
    """Return how much old and new areas share, for each pair that does."""
    if not old or not new:
        return []
    plane = _Plane({**{f"o{code}": s for code, s in old.items()}, **{f"n{code}": s for code, s in new.items()}})
    befores, afters = list(old), list(new)
    ground = [plane.shapes[f"o{code}"] for code in befores]
    tree = shapely.STRtree([plane.shapes[f"n{code}"] for code in afters])
    found = []
    for here, there in np.transpose(tree.query(ground, predicate="intersects")):
        one, other = ground[here], tree.geometries[there]
        shared = one.intersection(other).area
        if shared > 1:
            union = one.area + other.area - shared
            found.append(
                Overlap(befores[here], afters[there], shared / union, shared / one.area, shared / other.area)
            )
    return found


def borders(shapes: Mapping[str, BaseGeometry]) -> dict[tuple[str, str], int]:
    """Return the metres of border that two areas share, for each pair (a < b) that shares more than a corner."""
    plane, codes = _Plane(shapes), sorted(shapes)
    ground = [plane.shapes[code] for code in codes]
    tree = shapely.STRtree(ground)
    found = {}
    for here, there in np.transpose(tree.query(ground, predicate="dwithin", distance=TOUCH_M)):
        if here < there:
            metres = round(_shared(ground[here], ground[there]))
            if metres >= BORDER_MIN_M:
                found[codes[here], codes[there]] = metres
    return found


def _shared(one: BaseGeometry, other: BaseGeometry) -> float:
    exact: float = one.boundary.intersection(other.boundary).length
    if exact >= BORDER_MIN_M:
        return exact
    near: float = one.boundary.intersection(other.boundary.buffer(TOUCH_M)).length
    return near if near > BORDER_MIN_M + 2 * TOUCH_M else exact


class _Plane:
    """Shapes on a flat piece of paper in metres, around where they lie."""

    def __init__(self, shapes: Mapping[str, BaseGeometry]):
        bounds = shapely.total_bounds(list(shapes.values())) if shapes else (5.0, 52.0, 5.0, 52.0)
        self.corner = np.array([bounds[0], bounds[1]])
        across = METRES * np.cos(np.radians((bounds[1] + bounds[3]) / 2))
        self.unit = np.array([across, METRES])
        self.shapes = {
            code: shapely.transform(shape, lambda points: (points - self.corner) * self.unit)
            for code, shape in shapes.items()
        }

    def back(self, shape: BaseGeometry) -> BaseGeometry:
        return shapely.transform(shape, lambda points: points / self.unit + self.corner)


def union(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """Return the ground that shapes cover together."""
    return shapely.union_all(list(shapes))
