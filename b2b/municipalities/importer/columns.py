"""What the columns of official files are called, over the years and from publisher to publisher."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from b2b.municipalities.rules import Level

SYNONYMS: dict[str, tuple[str, ...]] = {
    "neighbourhood": ("buurtcode", "bu_code", "bucode", "buurt_code", "neighbourhood_code"),
    "neighbourhood_name": ("buurtnaam", "bu_naam", "bunaam", "neighbourhood_name"),
    "district": ("wijkcode", "wk_code", "wkcode", "wijk_code", "district_code", "district"),
    "district_name": ("wijknaam", "wk_naam", "wknaam", "district_name"),
    "municipality": ("gemeentecode", "gm_code", "gmcode", "gemeente_code", "municipality_code"),
    "municipality_name": ("gemeentenaam", "gm_naam", "gmnaam", "municipality_name"),
    "area": ("statcode", "gwb_code", "gwb_code_10", "regiocode", "code"),
    "area_name": ("statnaam", "regio", "regionaam", "naam", "name"),
    "dated_area": ("jrstatcode", "jaarstatcode"),
    "water": ("water", "h2o"),
    "population": ("aantal_inwoners", "aant_inw", "a_inw", "population"),
    "year": ("jaar", "vintage", "year"),
    "lon": ("lon", "longitude"),
    "lat": ("lat", "latitude"),
    "pc6": ("pc6", "postcode", "postcode6"),
}
_MEANING = {spelling: meaning for meaning, spellings in SYNONYMS.items() for spelling in spellings}
_DATED = re.compile(r"(buurt|wijk|gemeente)_?(20\d\d)")
_DATED_MEANING = {"buurt": "neighbourhood", "wijk": "district", "gemeente": "municipality"}
_YEAR_BEHIND = re.compile(r"_(20\d\d)$")


@dataclass(frozen=True)
class Columns:
    """What was recognised: meaning -> the column as the file spells it, and the year a column name carries."""

    names: Mapping[str, str]
    year: int | None

    def __contains__(self, meaning: str) -> bool:
        return meaning in self.names

    @property
    def level(self) -> Level | None:
        """What a row stands for; None when nothing is recognised, or when each row's code says it."""
        for level, meaning in (
            (Level.NEIGHBOURHOOD, "neighbourhood"),
            (Level.DISTRICT, "district"),
            (Level.MUNICIPALITY, "municipality"),
        ):
            if meaning in self and f"{meaning}_name" in self:
                return level
        return None

    @property
    def is_areas(self) -> bool:
        """Say whether the rows are wijken, buurten or municipalities."""
        return self.level is not None or ("area_name" in self and ("area" in self or "dated_area" in self))

    @property
    def is_addresses(self) -> bool:
        """Say whether the rows are addresses: a postcode of six, and the wijk or buurt it lies in."""
        return "pc6" in self and ("district" in self or "neighbourhood" in self) and not self.is_areas


def read_columns(spelled: Iterable[str]) -> Columns:
    """Recognise the columns of a file; unknown ones are left aside, the first of two spellings wins."""
    names: dict[str, str] = {}
    years: set[int] = set()
    for column in spelled:
        plain = re.sub(r"[\s.-]+", "_", column.strip().strip('"').lower())
        if dated := _DATED.fullmatch(plain):
            names.setdefault(_DATED_MEANING[dated[1]], column)
            years.add(int(dated[2]))
            continue
        meaning = _MEANING.get(plain) or _MEANING.get(_YEAR_BEHIND.sub("", plain))
        if meaning:
            names.setdefault(meaning, column)
    return Columns(names, years.pop() if len(years) == 1 else None)
