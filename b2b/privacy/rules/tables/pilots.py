"""Data map: pilots of a municipality, and what its team wrote about them."""

from b2b.privacy.rules.words import (
    Erase,
    Export,
    Seen,
    facts,
    keys,
    moments,
    once,
    others,
    table,
    words,
)

_STAFF = Seen.MODERATORS | Seen.DESK | Seen.ADMINS

TABLES = (
    facts(
        "pilots",
        "een proef in een paar wijken: waar, en van wanneer tot wanneer",
        "id reference once municipality_id name state only_here starts_on ends_on baseline_from baseline_until"
        " created_at ended_at",
        kept="municipality",
        seen=_STAFF,
    ),
    facts(
        "pilot_neighbourhoods",
        "in welke buurten de proef is, en sinds wanneer die open zijn",
        "id municipality_id pilot_id neighbourhood_id opened_at",
        kept="municipality",
    ),
    facts(
        "pilot_hypotheses",
        "wat een gemeente vooraf verwacht, en aan welk cijfer je dat ziet",
        "id reference once municipality_id pilot_id words measure direction target",
        kept="municipality",
        seen=_STAFF,
    ),
    table(
        "pilot_notes",
        "wat de medewerkers van een proef zagen; zonder namen",
        keys("id municipality_id pilot_id"),
        once(),
        words("words", "wat er te zien was; versleuteld", export=Export.SOMEBODY_ELSE),
        others("written_by_id", "wie het opschreef"),
        moments("written_at"),
        owner="written_by_id",
        seen=_STAFF,
        kept="pilot_note",
        erase=Erase.KEEP,
        because="werk van een medewerker; de woorden noemen niemand en gaan twee jaar na de proef weg",
    ),
)
