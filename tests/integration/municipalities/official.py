"""Makes small official files the way CBS and PDOK publish them: a town of squares on the Dutch grid.

The town is Proefstad (GM1999): two wijken side by side, three buurten of 500 by 500 metres in each.
"""

import json
import sqlite3
import struct
import zipfile
from dataclasses import dataclass, replace

import shapely

from b2b.municipalities.importer.shapes import rd_to_degrees

CORNER = (120_000, 480_000)
SIDE = 500


@dataclass(frozen=True)
class Square:
    """A buurt: `x`, `y`, `w`, `h` count squares of 500 metres from the lower left corner of the town."""

    code: str
    name: str
    x: float
    y: float
    w: float = 1
    h: float = 1
    water: str = "NEE"
    population: int = 1200

    @property
    def district(self) -> str:
        return f"WK{self.code[2:8]}"

    @property
    def shape(self) -> shapely.Polygon:
        west, south = CORNER[0] + self.x * SIDE, CORNER[1] + self.y * SIDE
        return shapely.box(west, south, west + self.w * SIDE, south + self.h * SIDE)


TOWN = [
    Square("BU19990101", "Haven", 0, 0),
    Square("BU19990102", "Markt", 0, 1),
    Square("BU19990103", "Kaasbuurt", 0, 2, population=-99997),
    Square("BU19990201", "Station", 1, 0),
    Square("BU19990202", "Weidezicht", 1, 1),
    Square("BU19990203", "Molenwijk", 1, 2),
]
WATER = Square("BU19999997", "Water", 0, 3, 2, 1, water="JA")
DISTRICTS = {"WK199901": "Wijk 01 Oude Stad", "WK199902": "Wijk 02 Nieuwe Stad"}


def changed(*, without=(), extra=(), names=None, codes=None):
    """Return the town after some changes: codes left out, squares added, names and codes replaced."""
    names, codes = names or {}, codes or {}
    kept = [square for square in TOWN if square.code not in without]
    renamed = [replace(s, name=names.get(s.code, s.name), code=codes.get(s.code, s.code)) for s in kept]
    return [*renamed, *extra]


def blob(shape, *, envelope=True):
    """Return a GeoPackage geometry: "GP", version, flags, srs, the envelope when asked, WKB."""
    west, south, east, north = shape.bounds
    head = b"GP\0" + bytes([0b00000011 if envelope else 0b00000001]) + struct.pack("<i", 28992)
    box = struct.pack("<4d", west, east, south, north) if envelope else b""
    return head + box + shapely.to_wkb(shapely.MultiPolygon([shape]))


def geopackage(path, town=TOWN, *, year=2025, districts=DISTRICTS, name="Proefstad"):
    """Write the yearly map as CBS does: layers gemeenten, wijken and buurten, with their columns."""
    layers = {
        "gemeenten": [("GM1999", name, year, "NEE", 9000, whole(town))],
        "wijken": [
            (code, called, "GM1999", name, year, "NEE", 4000, whole([s for s in town if s.district == code]))
            for code, called in districts.items()
        ],
        "buurten": [
            (s.code, s.name, s.district, "GM1999", name, year, s.water, s.population, s.shape) for s in [*town, WATER]
        ],
    }
    columns = {
        "gemeenten": "gemeentecode TEXT, gemeentenaam TEXT, jaar INTEGER",
        "wijken": "wijkcode TEXT, wijknaam TEXT, gemeentecode TEXT, gemeentenaam TEXT, jaar INTEGER",
        "buurten": "buurtcode TEXT, buurtnaam TEXT, wijkcode TEXT, gemeentecode TEXT, gemeentenaam TEXT, jaar INTEGER",
    }
    store = sqlite3.connect(path)
    store.executescript(
        "PRAGMA application_id = 1196444487;"
        "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT, srs_id INTEGER);"
        "CREATE TABLE gpkg_geometry_columns"
        " (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);"
    )
    for layer, rows in layers.items():
        store.execute(
            f"CREATE TABLE {layer} (fid INTEGER PRIMARY KEY, {columns[layer]},"
            " water TEXT, aantal_inwoners REAL, omgevingsadressendichtheid REAL, geom MULTIPOLYGON)"
        )
        store.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', 28992, 0, 0)", [layer])
        for fid, row in enumerate(rows, start=1):
            values = [fid, *row[:-1], -99995, blob(row[-1], envelope=fid % 2 == 0)]
            store.execute(f"INSERT INTO {layer} VALUES ({', '.join('?' * len(values))})", values)
    store.commit()
    store.close()
    return path


def whole(town):
    """Return the ground of these squares as one shape, or a dot of a square when there are none."""
    shape = shapely.union_all([square.shape for square in town])
    return shape.convex_hull if not shape.is_empty else shapely.box(*CORNER, CORNER[0] + 1, CORNER[1] + 1)


def zipped(path, *files, folder=""):
    """Pack files, with a manual beside them as CBS does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Toelichting.pdf", b"%PDF-1.7\0 toelichting")
        for file in files:
            archive.write(file, f"{folder}{file.name}")
    return path


def geojson(path, town=TOWN, *, degrees=True, year=2025):
    """Write the buurten as the WFS of PDOK does: no wijken, and the year in front of a second code."""
    features = [
        {
            "type": "Feature",
            "properties": {
                "statcode": s.code,
                "jrstatcode": f"{year}{s.code}",
                "statnaam": s.name,
                "rubriek": "buurt",
                "gmCode": "GM1999",
            },
            "geometry": json.loads(
                shapely.to_geojson(shapely.transform(s.shape, rd_to_degrees) if degrees else s.shape)
            ),
        }
        for s in town
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def areas_csv(path, town=TOWN, *, separator=";", encoding="cp1252"):
    """Write names and codes only."""
    lines = [separator.join(["BU_CODE", "BU_NAAM", "WK_CODE", "GM_CODE", "GM_NAAM", "AANT_INW"])]
    lines += [separator.join([s.code, s.name, s.district, "GM1999", "Proefstad", str(s.population)]) for s in town]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def addresses_csv(path, rows, *, year=2025, separator=","):
    """Write the file of postcodes and house numbers: the year in the columns, codes as bare numbers."""
    lines = [separator.join(["PC6", "Huisnummer", f"Buurt{year}", f"Wijk{year}", f"Gemeente{year}"])]
    lines += [separator.join([pc6, "1", str(int(bu[2:])), str(int(bu[2:8])), str(int(bu[2:6]))]) for pc6, bu in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
