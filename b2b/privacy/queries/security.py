"""Whether each municipality says where weak spots are reported."""

from b2b.core.clock import local
from b2b.core.db import Work
from b2b.municipalities import queries as places
from b2b.privacy.rules.security_txt import CONTACT, UNTIL, Standing, standing


def security_standing(work: Work, municipality_id: int) -> Standing:
    """Return how the file of this municipality stands today."""
    chosen = places.settings(work, municipality_id)
    return standing(chosen.get(CONTACT), chosen.get(UNTIL), local(work.now()).date())


def watch(work: Work) -> dict[str, int]:
    """Return for probes of how many open municipalities the file is missing, over, or over soon; nothing when all is well."""
    town_ids = (town for town in places.municipality_ids(work) if places.is_open(work, town))
    found: dict[str, int] = {}
    for town in town_ids:
        stands = security_standing(work, town)
        if stands is not Standing.WELL:
            found[f"security_txt_{stands}"] = found.get(f"security_txt_{stands}", 0) + 1
    return found
