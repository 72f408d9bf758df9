"""Figures as files for others: CSV, JSON, and a description in the terms of DCAT-AP-NL 3. Pure."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import StringIO
from typing import Any, Protocol

from b2b.core.clock import local
from b2b.insights.rules.measures import MEASURES, level_of
from b2b.insights.rules.periods import period_of
from b2b.insights.rules.shapes import Bound, Kind, Level

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
LICENCE_NAME = "CC0 1.0"
COLUMNS = (
    "periode",
    "maat",
    "naam",
    "gebied",
    "gebiedsnaam",
    "gebiedsniveau",
    "soort_hulp",
    "waarde",
    "grens",
    "van",
    "eenheid",
    "versie",
)
"""The columns of the CSV and the fields of the JSON. A new one is added at the end, none is taken away."""
_LEVELS = {Level.MUNICIPALITY: "gemeente", Level.DISTRICT: "wijk", Level.NEIGHBOURHOOD: "buurt"}
BOUND_WORDS = {Bound.MORE_THAN: "meer dan", Bound.LESS_THAN: "minder dan"}
_EU = "http://publications.europa.eu/resource/authority"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Told(Protocol):
    """A figure as it is published."""

    @property
    def measure(self) -> str:
        """Return the code of the measure."""

    @property
    def area(self) -> str:
        """Return the CBS code of the area."""

    @property
    def area_name(self) -> str:
        """Return what the area is called."""

    @property
    def category(self) -> str:
        """Return the kind of help, or "" for all."""

    @property
    def period(self) -> str:
        """Return the code of the month."""

    @property
    def value(self) -> float | None:
        """Return the number."""

    @property
    def base(self) -> int | None:
        """Return of how many."""

    @property
    def bound(self) -> Bound | None:
        """Return whether it is more or less than the number."""

    @property
    def version(self) -> int:
        """Return the version of the definition."""


def records(figures: Iterable[Told]) -> list[dict[str, Any]]:
    """Return figures as flat records with the fields of COLUMNS. Shares are from 0 to 1; nothing is None but "van"."""
    return [dict(zip(COLUMNS, _values(one), strict=True)) for one in figures]


def _values(one: Told) -> tuple[Any, ...]:
    measure = MEASURES[one.measure]
    whole = measure.kind in (Kind.COUNT, Kind.MEDIAN) and one.value is not None
    return (
        one.period,
        one.measure,
        measure.name,
        one.area,
        one.area_name,
        _LEVELS[level_of(one.area)],
        one.category,
        int(one.value or 0) if whole else one.value,
        BOUND_WORDS.get(one.bound, "") if one.bound else "",
        one.base,
        measure.unit,
        one.version,
    )


def csv_of(figures: Iterable[Told]) -> str:
    """Return figures as CSV (RFC 4180): commas, a point in decimals, one line of names."""
    paper = StringIO()
    pen = csv.DictWriter(paper, COLUMNS, lineterminator="\r\n")
    pen.writeheader()
    pen.writerows(records(figures))
    return paper.getvalue()


@dataclass(frozen=True)
class Dataset:
    """What is told of the data as a whole. `url` is the address of its page, `desk` where questions go."""

    url: str
    town: str
    code: str
    title: str
    about: str
    desk: str
    months: Sequence[str]
    changed: datetime | None


def described(data: Dataset) -> dict[str, Any]:
    """Return the description of the data as JSON-LD, with the fields that DCAT-AP-NL 3 asks for."""
    return {
        "@context": CONTEXT,
        "@id": data.url,
        "@type": "dcat:Dataset",
        "dct:identifier": data.url,
        "dct:title": {"@value": data.title, "@language": "nl"},
        "dct:description": {"@value": data.about, "@language": "nl"},
        "dct:publisher": _publisher(data),
        "dct:creator": _publisher(data),
        "dcat:contactPoint": {
            "@type": "vcard:Organization",
            "vcard:fn": data.town,
            "vcard:hasURL": {"@id": data.desk},
        },
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/MONTHLY"},
        "dcat:theme": {"@id": f"{_EU}/data-theme/SOCI"},
        "dcat:keyword": [{"@value": word, "@language": "nl"} for word in ("burenhulp", "wijken", "hulpvragen")],
        "dct:spatial": {"@type": "dct:Location", "dct:identifier": data.code},
        "dct:license": {"@id": LICENCE},
        "dct:conformsTo": {"@id": f"{data.url}#uitleg"},
        **_times(data),
        "dcat:distribution": [
            _file(data, month, ending, media) for month in data.months for ending, media in _ENDINGS.items()
        ],
    }


_ENDINGS = {"csv": "text/csv", "json": "application/json"}


def _publisher(data: Dataset) -> dict[str, Any]:
    return {"@type": "foaf:Organization", "foaf:name": f"Gemeente {data.town}", "dct:identifier": data.code}


def _times(data: Dataset) -> dict[str, Any]:
    if not data.months or data.changed is None:
        return {}
    first, last = period_of(data.months[0]), period_of(data.months[-1])
    return {
        "dct:modified": _day(local(data.changed).date().isoformat()),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(first.first.isoformat()),
            "dcat:endDate": _day((last.after - timedelta(days=1)).isoformat()),
        },
    }


def _day(day: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day}


def _file(data: Dataset, month: str, ending: str, media: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dct:title": {"@value": f"{data.title}, {month} ({ending.upper()})", "@language": "nl"},
        "dcat:accessURL": {"@id": data.url},
        "dcat:downloadURL": {"@id": f"{data.url}/{month}.{ending}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"},
        "dct:format": {"@id": f"{_EU}/file-type/{ending.upper()}"},
        "dct:license": {"@id": LICENCE},
    }
