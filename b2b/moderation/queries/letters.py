"""What mails about reasons, measures and objections say, looked up when they are sent. None: no longer needed."""

from datetime import timedelta
from typing import Any

from b2b.accounts import queries as people
from b2b.core.db import Work
from b2b.moderation.models import Admission, Complaint, ReviewItem, Sanction, Statement
from b2b.moderation.queries.links import statement_token
from b2b.moderation.queries.measures import sanction_of_statement
from b2b.moderation.queries.targets import target
from b2b.moderation.rules.admissions import AdmissionState
from b2b.moderation.rules.complaints import RESULT_WORDS, ComplaintState
from b2b.moderation.rules.measures import SanctionState
from b2b.moderation.rules.statements import ACCOUNT_WORDS, SOURCE_WORDS, VISIBILITY_WORDS
from b2b.moderation.rules.terms import COMPLAINT_DUE
from b2b.municipalities import queries as areas
from b2b.posts.queries import Post


def reasons(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return a whole statement of reasons, letters a to f, with its signed link."""
    statement = work.get(Statement, notification.subject["statement_id"])
    return statement_words(statement) | {"token": statement_token(statement)} if statement else None


def statement_words(statement: Statement) -> dict[str, Any]:
    """Return what a statement says, for its mail and for its pages."""
    return {
        "reference": statement.reference,
        "target_kind": str(statement.target_kind),
        "visibility": VISIBILITY_WORDS[statement.visibility] if statement.visibility else None,
        "account": ACCOUNT_WORDS[statement.account] if statement.account else None,
        "measure": str(statement.account or ""),
        "scope": statement.territorial_scope,
        "starts_at": statement.starts_at,
        "ends_at": statement.ends_at,
        "facts": statement.facts,
        "facts_at": statement.facts_at,
        "source": SOURCE_WORDS[statement.source],
        "automation": statement.automation,
        "illegal": statement.ground == "illegal",
        "rule": statement.broken_rule,
        "rules_version": statement.rules_version,
        "why": statement.why,
        "until": statement.complaint_until,
        "last_day": statement.complaint_until - timedelta(seconds=1),
        "out_of_court": statement.out_of_court,
        "court": statement.court,
        "sent_at": statement.sent_at,
    }


def complaint_mail(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words for a member who objected: that we have it, and later what came of it."""
    complaint = work.get(Complaint, notification.subject["complaint_id"])
    return complaint_words(work, complaint) if complaint else None


def complaint_words(work: Work, complaint: Complaint) -> dict[str, Any]:
    """Return what who objected may read: also for a letter to somebody without an account."""
    statement = work.get(Statement, complaint.statement_id) if complaint.statement_id else None
    decided = complaint.state is ComplaintState.DECIDED and complaint.outcome is not None
    lifted = statement is not None and _lifted(work, statement)
    return {
        "reference": complaint.reference,
        "days": COMPLAINT_DUE.days,
        "result": RESULT_WORDS[complaint.outcome] if decided and complaint.outcome else None,
        "outcome": str(complaint.outcome or ""),
        "reasons": complaint.reasons,
        "restored": complaint.restored_at is not None,
        "lifted": lifted,
        "about_self": statement is not None,
        "out_of_court": statement.out_of_court if statement else None,
        "court": statement.court if statement else None,
    }


def complaint_waiting(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words for who may judge, without any word of a resident; None once it was judged."""
    complaint = work.get(Complaint, notification.subject["complaint_id"])
    if complaint is None or complaint.state is not ComplaintState.WAITING:
        return None
    return {
        "reference": complaint.reference,
        "neighbourhood": areas.places(work, complaint.municipality_id).label(complaint.neighbourhood_id),
        "filed_at": complaint.filed_at,
        "due_at": complaint.due_at,
        "late": complaint.late_since is not None,
    }


def measure_over(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words for whom everything is back; None when another measure runs."""
    sanction = work.get(Sanction, notification.subject["sanction_id"])
    member = people.member(work, sanction.member_id) if sanction else None
    if sanction is None or member is None or member.is_out(work.now()):
        return None
    return {"ended_at": sanction.ended_at or sanction.ends_at}


def help_suggested(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return where somebody can ask the coordinator; None when what it was about is gone."""
    item = work.get(ReviewItem, notification.subject["review_item_id"])
    about = target(work, item) if item else None
    if about is None:
        return None
    post = about.thing if isinstance(about.thing, Post) else None
    return {"post": post.reference if post else None, "post_title": post.title if post else None}


def admission_asked(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words for an administrator; None once somebody decided."""
    admission = work.get(Admission, notification.subject["admission_id"])
    if admission is None or admission.state is not AdmissionState.WAITING:
        return None
    return {"reference": admission.reference, "asked_at": admission.asked_at}


def _lifted(work: Work, statement: Statement) -> bool:
    found = sanction_of_statement(work, statement.id or 0)
    return found is not None and found.state is SanctionState.LIFTED
