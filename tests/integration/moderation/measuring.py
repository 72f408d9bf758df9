"""What people around measures and objections do, each in a transaction of its own."""

from sqlmodel import select

from b2b.core.ids import new_reference
from b2b.moderation import queries, service
from b2b.moderation.models import Complaint, Sanction, Statement
from b2b.moderation.rules import Filed, NoticeCategory, Verdict
from b2b.moderation.rules.complaints import Judgement, Objection, Outcome


def noticed(writing, thing, *, by=None, once=None, category=NoticeCategory.RUDE):
    """Report a thing; return its item."""
    with writing() as work:
        about = queries.target_by_reference(work, thing.reference, thing.municipality_id)
        filed = Filed(category, "Dit is gemeen.", once or new_reference("O"), notifier_id=by.id if by else None)
        notice = service.file_notice(work, about, filed)
        return queries.item(work, notice.review_item_id)


def decided(writing, who, item, kind, *, rule="kind", why="Je schold een buur uit.", facts=""):
    """Decide about an item as somebody."""
    with writing() as work:
        work.actor_id = who.id
        row = queries.item(work, item.id)
        service.decide(work, row, Verdict(kind, row.version, rule, why, facts))


def only(writing, model):
    """Return the one row of a table."""
    with writing() as work:
        return work.exec(select(model)).one()


def statement(writing):
    return only(writing, Statement)


def sanction(writing):
    return only(writing, Sanction)


def objected(writing, grounds="Ik schold niet. Ik maakte een grap."):
    """Object to the one statement there is; return the objection."""
    with writing() as work:
        found = work.exec(select(Statement)).one()
        return service.object_to_statement(work, found, Objection(grounds, new_reference("O")))


def judged(writing, who, outcome=Outcome.REVERSED, **more):
    """Judge the one objection there is as somebody."""
    with writing() as work:
        work.actor_id = who.id
        complaint = work.exec(select(Complaint)).one()
        judgement = Judgement(outcome, more.pop("reasons", "Wij keken niet goed."), complaint.version, **more)
        service.judge(work, complaint, judgement)
