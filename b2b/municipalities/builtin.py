"""The built-in places: Utrecht and Eindhoven, in one compact file a municipality.

A file holds districts `[code, name, lon, lat, population, outline]` and neighbourhoods `[code, name,
index of district, lon, lat, outline]`, adjacency `[a, b, metres of border]` by index, and for
each four digits of a postcode the index of the wijk they suggest. An outline is a ring of
`x,y` in 0.00001 degree: the first point as it is, each next one as the step from the last.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

from sqlmodel import select

from b2b.core.db import Work
from b2b.municipalities.models import Adjacency, District, Municipality, Neighbourhood, PostcodeHint
from b2b.municipalities.rules import slug

DATA = Path(__file__).parent / "data"
PILOT = "GM0344"


def builtin_codes() -> list[str]:
    """Return the codes of the municipalities that come with the software."""
    return sorted(path.stem for path in DATA.glob("GM*.json"))


def seed_places(work: Work) -> list[str]:
    """Store the built-in municipalities that are not there yet; return their names."""
    known = set(work.exec(select(Municipality.code)))
    missing = [code for code in builtin_codes() if code not in known]
    return [_store(work, json.loads((DATA / f"{code}.json").read_text("utf-8"))) for code in missing]


def _store(work: Work, place: dict[str, Any]) -> str:
    town = Municipality(
        code=place["code"],
        name=place["name"],
        slug=slug(place["name"], set()),
        is_default=place["code"] == PILOT,
    )
    work.add(town)
    work.flush()  # the districts point at it
    districts = [_district(town, place["wijken_vintage"], row) for row in place["districts"]]
    work.add_all(districts)
    work.flush()  # the neighbourhoods point at them
    taken: set[str] = set()
    hoods = [_neighbourhood(town, districts, place["buurten_vintage"], row, taken) for row in place["neighbourhoods"]]
    work.add_all(hoods)
    work.flush()  # the borders point at them
    for a, b, metres in place["adjacency"]:
        for one, other in ((hoods[a], hoods[b]), (hoods[b], hoods[a])):
            work.add(Adjacency(neighbourhood_id=one.id or 0, adjacent_id=other.id or 0, border_m=metres))
    for pc4, index in place["postcodes"].items():
        work.add(PostcodeHint(municipality_id=town.id or 0, pc4=pc4, district_id=districts[index].id or 0))
    return town.name


def _district(town: Municipality, vintage: int, row: list[Any]) -> District:
    code, name, lon, lat, population, outline = row
    return District(
        municipality_id=town.id or 0,
        code=code,
        vintage=vintage,
        name=name,
        lon=lon,
        lat=lat,
        population=population,
        outline=outline,
        valid_from=date(vintage, 1, 1),
    )


def _neighbourhood(
    town: Municipality, districts: list[District], vintage: int, row: list[Any], taken: set[str]
) -> Neighbourhood:
    code, name, index, lon, lat, outline = row
    return Neighbourhood(
        municipality_id=town.id or 0,
        district_id=districts[index].id or 0,
        code=code,
        vintage=vintage,
        name=name,
        slug=slug(name, taken),
        lon=lon,
        lat=lat,
        outline=outline,
        valid_from=date(vintage, 1, 1),
    )
