"""What holds for places: names, codes, postcodes, outlines, changes of borders. Pure."""

from b2b.municipalities.rules.changes import Change, ChangeKind, Changes, Overlap, WrongMap, compare
from b2b.municipalities.rules.codes import Level, area_code, municipality_of, read_code, vintage_in
from b2b.municipalities.rules.names import NAME_MAX, SLUG_MAX, district_name, slug
from b2b.municipalities.rules.outlines import Box, box_around, draw, read_outline, write_outline
from b2b.municipalities.rules.postcodes import MOSTLY, main_district, pc4
from b2b.municipalities.rules.refusals import BadFile, StillInUse, UnknownPlace

__all__ = [
    "MOSTLY",
    "NAME_MAX",
    "SLUG_MAX",
    "BadFile",
    "Box",
    "Change",
    "ChangeKind",
    "Changes",
    "Level",
    "Overlap",
    "StillInUse",
    "UnknownPlace",
    "WrongMap",
    "area_code",
    "box_around",
    "compare",
    "district_name",
    "draw",
    "main_district",
    "municipality_of",
    "pc4",
    "read_code",
    "read_outline",
    "slug",
    "vintage_in",
    "write_outline",
]
