"""A small wijk for some days, as the simulator of a city plays it for a year.

Every step of the play is a transaction through the services, so its time goes with the requests and the nights: these few
take some seconds. The fake clock then runs on for months, until each of them is over. A whole year of 400 requests, and
the counting of all of them, is what `bin/bench city` does on both databases.
"""

from b2b.municipalities.queries import places
from bench.city.silence import play


def test_no_request_stays_silent_past_its_last_rung(database, writing, make):
    with writing() as work:
        here = places(work, make.municipality().id)
    ends = play(database, here, wijk="overvecht", many=20, days=10)
    assert (ends.asked, ends.waiting, ends.silent) == (20, 0, 0)
    assert ends.chosen + ends.withdrawn + ends.offered + ends.expired == 20
    assert min(ends.chosen, ends.offered) > 0
