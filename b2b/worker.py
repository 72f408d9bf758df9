"""The worker of an installation: what its handlers work with."""

import threading
from collections.abc import Callable

from b2b.handoff import service as handoffs
from b2b.handoff.connectors.base import Parcel
from b2b.handoff.connectors.email import EmailConnector
from b2b.handoff.connectors.openklant import OpenKlantConnector
from b2b.handoff.connectors.registry import Registry
from b2b.handoff.connectors.zgw import ZgwConnector
from b2b.jobs.worker import Desk, Worker
from b2b.notifications.mails import Addressee, Mails
from b2b.reactions import SLOTS, TASKS
from b2b.web.transactions import App


def desk(app: App) -> Desk:
    """Return what the handlers of `app` work with: its database, clock and doors outside."""
    return Desk(
        writing=app.writing,
        reading=app.reading,
        clock=app.clock,
        services={
            "mails": Mails(app),
            "base_url": app.settings.base_url.rstrip("/"),
            "connectors": Registry([EmailConnector(_mail_the_desk(app)), OpenKlantConnector(), ZgwConnector()]),
            **app.services,
        },
    )


def _mail_the_desk(app: App) -> Callable[[Parcel], None]:
    """Return what mails a desk about a handoff: the same parcel is always the same mail."""
    mails = Mails(app)

    def mail(parcel: Parcel) -> None:
        with app.writing() as work:
            site = mails.sender(work, parcel.municipality_id)
            token = handoffs.make_link(work, parcel.handoff_id)
        link = f"{site.base_url}/overdrachten/loket/{token}"
        words = {"reference": parcel.reference, "neighbourhood": parcel.neighbourhood, "link": link}
        to = Addressee(parcel.way.address)
        app.services["mail"].send(mails.write("handoff-desk", to, site, words, key=parcel.key, at=app.clock()))

    return mail


def start_thread(app: App) -> tuple[Worker, threading.Thread]:
    """Start one worker in a thread of this process; stop it with `worker.stop()` and a join."""
    worker = Worker(desk(app), TASKS, SLOTS)
    thread = threading.Thread(target=worker.run_forever, name="b2b-worker", daemon=True)
    thread.start()
    return worker, thread
