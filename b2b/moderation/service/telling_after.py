"""Who hears what after a decision: objections received, waiting and judged, measures that are over, help."""

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.core.db import Work
from b2b.moderation import queries
from b2b.moderation.events import (
    AdmissionAsked,
    AdmissionDecided,
    ComplaintDecided,
    ComplaintFiled,
    HelpSuggested,
    SanctionOver,
)
from b2b.moderation.models import Complaint
from b2b.moderation.rules.complaints import ComplaintState
from b2b.moderation.rules.measures import OUT
from b2b.moderation.service.telling import tell_notifier
from b2b.municipalities import queries as areas
from b2b.notifications.service import mail_to, notify


def tell_about_complaint(work: Work, event: ComplaintFiled) -> None:
    """Mail who objects that we have it, and who may judge it that it waits; late: the administrators."""
    complaint = queries.complaint(work, event.complaint_id)
    if complaint is None or complaint.state is not ComplaintState.WAITING:
        return
    if complaint.late_since is None:
        _tell_complainant(work, complaint, "complaint-received")
    for member_id in judges(work, complaint):
        notify(
            work,
            member_id,
            "complaint-waiting",
            municipality_id=complaint.municipality_id,
            complaint_id=complaint.id,
        )


def judges(work: Work, complaint: Complaint) -> list[int]:
    """Return who is asked to judge: moderators of the neighbourhoods around, else (or when late) administrators."""
    town, hood = complaint.municipality_id, complaint.neighbourhood_id
    here = set(people.staff(work, Role.MODERATOR, town, hood, exactly=True))
    near = [
        member
        for beside in areas.adjacent_ids(work, town, hood)
        for member in people.staff(work, Role.MODERATOR, town, beside, exactly=True)
        if member not in here
    ]
    free = [member for member in dict.fromkeys(near) if member not in complaint.involved]
    if free and complaint.late_since is None:
        return free
    everywhere = people.staff(work, Role.MODERATOR, town) + people.staff(work, Role.ADMINISTRATOR, town)
    return [member for member in dict.fromkeys(everywhere) if member not in complaint.involved]


def tell_outcome(work: Work, event: ComplaintDecided) -> None:
    """Mail who objected what came of it and why, and who reported the thing that somebody looked again."""
    complaint = queries.complaint(work, event.complaint_id)
    decision = queries.decision(work, complaint.decision_id) if complaint else None
    if complaint is None or decision is None:
        return
    _tell_complainant(work, complaint, "complaint-decided")
    for notice in queries.notices_of(work, decision.review_item_id):
        if notice.id != complaint.notice_id:
            tell_notifier(work, notice, "notice-reconsidered")


def tell_over(work: Work, event: SanctionOver) -> None:
    """Mail somebody who could not take part that everything is back."""
    sanction = queries.sanction(work, event.sanction_id)
    if sanction is not None and sanction.kind in OUT:
        notify(work, event.member_id, "measure-over", municipality_id=event.municipality_id, sanction_id=sanction.id)


def tell_help(work: Work, event: HelpSuggested) -> None:
    """Mail the author of an item that the coordinator can help; nothing goes there without their own yes."""
    notify(
        work,
        event.member_id,
        "help-suggested",
        municipality_id=event.municipality_id,
        review_item_id=event.review_item_id,
    )


def tell_administrators(work: Work, event: AdmissionAsked) -> None:
    """Mail the administrators that somebody on the list asks for an account."""
    admission = queries.admission(work, event.admission_id)
    if admission is None:
        return
    for member_id in people.staff(work, Role.ADMINISTRATOR, admission.municipality_id):
        notify(
            work,
            member_id,
            "admission-asked",
            municipality_id=admission.municipality_id,
            admission_id=admission.id,
        )


def tell_admission(work: Work, event: AdmissionDecided) -> None:
    """Mail who asked for an account whether they get one, and why (not)."""
    admission = queries.admission(work, event.admission_id)
    if admission is not None and admission.email:
        mail_to(
            work,
            "admission-decided",
            admission.email,
            municipality_id=admission.municipality_id,
            language=admission.language,
            first_name=admission.first_name,
            dedupe_key=f"admission:{admission.id}:{admission.state}",
            admitted=admission.state == "admitted",
            reasons=admission.reasons,
        )


def _tell_complainant(work: Work, complaint: Complaint, mail: str) -> None:
    """Write to a member, or to the address that a reporter without an account left."""
    if complaint.complainant_id is not None:
        notify(
            work,
            complaint.complainant_id,
            mail,
            municipality_id=complaint.municipality_id,
            complaint_id=complaint.id,
        )
        return
    notice = queries.notice(work, complaint.notice_id or 0)
    if notice is not None and notice.notifier_email:
        mail_to(
            work,
            mail,
            notice.notifier_email,
            municipality_id=complaint.municipality_id,
            language=complaint.language,
            dedupe_key=f"{mail}:{complaint.id}",
            **queries.complaint_words(work, complaint),
        )
