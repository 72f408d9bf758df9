"""The worker of an installation: what its handlers work with."""

import threading

from b2b.jobs.worker import Desk, Worker
from b2b.reactions import SLOTS, TASKS
from b2b.web.transactions import App


def desk(app: App) -> Desk:
    """Return what the handlers of `app` work with: its database, clock and doors outside."""
    return Desk(writing=app.writing, reading=app.reading, clock=app.clock, services=app.services)


def start_thread(app: App) -> tuple[Worker, threading.Thread]:
    """Start one worker in a thread of this process; stop it with `worker.stop()` and a join."""
    worker = Worker(desk(app), TASKS, SLOTS)
    thread = threading.Thread(target=worker.run_forever, name="b2b-worker", daemon=True)
    thread.start()
    return worker, thread
