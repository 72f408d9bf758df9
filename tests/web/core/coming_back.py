"""Help that comes back, for the tests that try every route."""

from datetime import timedelta

from b2b.conversations.models import Conversation
from b2b.recurring import service as recurring
from b2b.recurring.models import Series
from b2b.recurring.rules import Plan


def help_that_comes_back(make, conversation, now):
    """Return the reference of a series of two that runs, and one of its turns."""
    with make.writing() as work:
        talk = work.get_one(Conversation, conversation.id)
        plan = Plan(now + timedelta(days=3), every=1, times=2, place="Bij Fatima")
        series = recurring.propose(work, talk, talk.responder_id, plan)
    with make.writing() as work:
        recurring.accept(work, work.get_one(Series, series.id), talk.author_id)
    return {"series": series.reference, "number": 1}
