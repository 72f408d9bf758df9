"""A worker to be killed: `python tests/load/victim.py URL MARK SECONDS`. Each job leaves a row in `effects`.

The handler takes SECONDS and writes MARK, so that a test sees who did what, and how often.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import text

from b2b.core.clock import system_clock
from b2b.core.db import unit_of_work
from b2b.core.engines import connect
from b2b.jobs.worker import Desk, Worker
from b2b.jobs.worker import Task as JobTask


def main(url, mark, seconds):
    """Work until killed."""
    database = connect(url, busy_seconds=20)

    def leave_a_row(desk, ticket, payload):
        time.sleep(seconds)
        with desk.writing() as work:
            values = {"number": payload["number"], "job": ticket.id, "mark": mark}
            work.connection().execute(text("INSERT INTO effects VALUES (:number, :job, :mark)"), values)

    desk = Desk(
        writing=lambda: unit_of_work(database.write),
        reading=lambda: unit_of_work(database.read),
        clock=system_clock,
        services={},
    )
    print("ready", flush=True)
    Worker(desk, {"effect": JobTask(leave_a_row)}).run_forever()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
