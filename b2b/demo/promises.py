"""Requests that nobody answered yet, one on each rung; and helpers who said when and how often."""

from b2b.demo.entries import ASK, Entry
from b2b.demo.moments import moment
from b2b.demo.stage import Stage
from b2b.posts import queries as posts
from b2b.promise import queries, service
from b2b.promise.rules.suggesting import FRESH, LOOKED_AT
from b2b.promise.rules.terms import Reach, Rest, Terms

# One value a line would hide what people say: a post reads as a card, its heading on one line.
# fmt: off
ENTRIES = (
    Entry(
        "laptop-traag", ASK, "Marjan", "3d 09:15", "digihulp/computer",
        "Mijn laptop is traag en start niet meer op",
        "Ik krijg alleen een zwart scherm. Wie kijkt even mee? Ik zet koffie.",
        when="'s avonds",
    ),
    Entry(
        "gordijnrail", ASK, "Olena", "3d 08:40", "klussen/kleine-reparatie",
        "Wie hangt mijn gordijnrail weer op?",
        "De rail is uit de muur gekomen. Ik heb een boor maar durf het niet alleen.",
        when="doordeweeks overdag",
    ),
    Entry(
        "kraan-lekt", ASK, "Henk", "3d 08:10", "klussen/kleine-reparatie",
        "Mijn kraan lekt en de deur klemt",
        "Het leertje is versleten, denk ik. Kleine klus voor een handige buur.",
        when="doordeweeks",
    ),
    Entry(
        "postzegels", ASK, "Rob", "3d 07:50", "gezelschap/uitje",
        "Wie sorteert met mijn vader zijn postzegels?",
        "Hij heeft zeven dozen en vertelt er graag bij. Een uurtje in de week zou hij heerlijk vinden.",
        when="zondagmiddag",
    ),
    Entry(
        "schotel", ASK, "Fatima", "9d 10:20", "klussen/kleine-reparatie",
        "Schotel van het dak halen",
        "De verhuurder wil dat hij weg is. Ik kan zelf de ladder niet op.",
        when="zaterdag",
    ),
)
# fmt: on
RUNGS = {"laptop-traag": 1, "gordijnrail": 2, "kraan-lekt": 3, "postzegels": 4, "schotel": 5}
"""How far the search of each request is."""
TIMES = ("3d 15:00", "2d 10:00", "2d 15:00", "1d 10:00", "1d 15:00")
"""When their rungs were taken: the last ones, whatever day of the week the demo is made."""


def say_when(stage: Stage) -> None:
    """Rob helps in the daytime and twice a month; Dennis wants no mail late in the evening."""
    stage.acts("Rob")
    often = Terms(
        frozenset((day, part) for day in ("ma", "di", "do") for part in ("ochtend", "middag")), Reach.AROUND, 2
    )
    service.keep_terms(stage.work, stage.posts["handig"], often)
    me = stage.acts("Dennis")
    service.keep_rest(stage.work, stage.town("Dennis").municipality_id, me, Rest(quiet_from=21, quiet_until=9))


def point_out(stage: Stage) -> None:
    """Let requests of the last days stand in the digest of who offers such help, as a round does each morning."""
    stage.acts_nobody()
    for post_id in posts.fresh_requests(stage.work, stage.now - FRESH, LOOKED_AT):
        service.suggest(stage.work, post_id)


def climb(stage: Stage) -> None:
    """Let five requests stand on their rungs; of every other that waits the clock began half an hour ago."""
    stage.acts_nobody()
    for key, number in RUNGS.items():
        found = queries.promise_of(stage.work, stage.posts[key].id or 0)
        if found is None:
            raise LookupError(key)
        for words in TIMES[-number:]:
            stage.at(words)
            found.next_at = stage.clock.moment
            service.climb(stage.work, found.id or 0)
        if number < len(TIMES):
            found.next_at, found.due_at = moment("+1d 10:00", stage.now), moment("+2d 10:00", stage.now)
    stage.at("30m")
    for key_of in queries.due(stage.work, 200):
        found = queries.promise(stage.work, key_of)
        post = posts.post(stage.work, found.post_id) if found else None
        if post is not None:
            service.stop(stage.work, post.id or 0)
            service.begin(stage.work, post)
    stage.clock.moment = stage.now
    service.nudge_due(stage.work)  # who was reminded by now is not mailed by the first worker


ACTS = (("12d 12:00", say_when),)
