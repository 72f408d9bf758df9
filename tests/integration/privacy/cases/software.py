"""What residents ask about their data, and what the software writes down for itself."""

from b2b.accounts.models import StaffGuest
from b2b.core.audit import AuditEntry
from b2b.core.history import Move
from b2b.jobs.models import Job
from b2b.jobs.rules import KEEP_DEAD, JobState
from b2b.privacy.models import DataCopy, DataRequest, Erasure, ErasureMark
from b2b.web.ratelimits import LimitCounter
from tests.integration.privacy.scene import of


def ready(scene):
    """Return a copy that was made now."""
    return scene.save(DataCopy, state="ready", content="een kopie", expires_at=scene.after(days=7))


@of("copy")
def copy(scene):
    return ready(scene)


@of("copy_line")
def line_of_a_copy(scene):
    return ready(scene)


@of("copy_line")
def copy_that_was_never_made(scene):
    return scene.save(DataCopy)


@of("data_request")
def data_request(scene):
    return scene.save(DataRequest, state="granted", about="other", answered_at=scene.now)


@of("erasure")
def erasure(scene):
    return scene.save(Erasure, state="erased", ended_at=scene.now)


@of("erasure_mark")
def erasure_mark(scene):
    return scene.save(ErasureMark, keep_until=scene.after(days=400))


@of("audit")
def audit(scene):
    return scene.save(AuditEntry)


@of("history")
def history(scene):
    return scene.save(Move)


@of("guest")
def guest(scene):
    return scene.save(StaffGuest, member_id=scene.ada.id, town="Eindhoven")


@of("job")
def work_that_is_done(scene):
    return scene.save(Job, state=JobState.DONE, finished_at=scene.now)


@of("job", KEEP_DEAD.days)
def work_that_was_given_up(scene):
    return scene.save(Job, state=JobState.DEAD, finished_at=scene.now)


@of("limit")
def how_often_somebody_did_something(scene):
    return scene.save(LimitCounter, expires_at=scene.now.timestamp())
