"""Where neighbours help each other already: for everybody."""

from typing import Any

from flask import g

from b2b.municipalities.queries import shut_hoods
from b2b.pilots import queries
from b2b.pilots.views.blueprint import here, pilots, town
from b2b.web.guard import public
from b2b.web.pages import page


@pilots.get("/buurten-die-meedoen")
@public
def where() -> Any:
    """Say which neighbourhoods take part, wijk by wijk, and since when those of a pilot do."""
    shut = shut_hoods(g.work, town())
    wijken = [(quarter, [hood for hood in quarter.hoods if hood.id not in shut]) for quarter in here().quarters]
    return page(
        "pilots/where.html",
        wijken=[(quarter.name, hoods) for quarter, hoods in wijken if hoods],
        since=queries.taking_part(g.work, town()),
        everywhere=not shut,
    )
