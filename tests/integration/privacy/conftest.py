"""One row of each class of keeping, and the nightly job."""

from datetime import timedelta

import pytest

from b2b.accounts.models import (
    BreakGlass,
    EmailUndo,
    LetterRun,
    SignInChallenge,
    SignInSession,
    Strike,
    VouchedRole,
)
from b2b.agreements.models import Agreement, Outcome
from b2b.api.models import ApiClient, ApiToken
from b2b.conversations.models import Mute
from b2b.core.audit import AuditEntry
from b2b.core.ids import new_reference
from b2b.jobs.models import Job
from b2b.jobs.rules import JobState
from b2b.jobs.worker import Desk, Ticket
from b2b.moderation.models import Absence, Admission, Signal
from b2b.moderation.signals import Action
from b2b.notifications.models import Notification
from b2b.privacy.rules.retention import NIGHTLY
from b2b.privacy.service import sweeping
from b2b.promise.models import HelperTerms, Nudge
from b2b.reactions import TASKS


@pytest.fixture
def mo(make):
    """A moderator of the neighbourhood."""
    return make.staff("moderator")


@pytest.fixture
def night(writing, clock):
    """Run the job of one class at a moment: `night("post", moment)`."""
    desk = Desk(writing, writing, clock, {})

    def run(kind, moment):
        clock.moment = moment
        TASKS[kind].handler(desk, Ticket(1, 1, kind=kind), {})

    return run


@pytest.fixture
def rows(make, writing, clock):
    """One row of each class, whose time began at this moment."""
    now, town = clock(), make.municipality().id
    ada, kees = make.member("Ada"), make.member("Kees")
    nadia = make.staff("administrator", "Nadia", everywhere=True)
    closed = make.post(ada, "Wie snoeit de heg?", state="fulfilled", closed_at=now)
    offer = make.post(kees, "Ik help graag", kind="offer", state="withdrawn", closed_at=now + timedelta(days=900))
    talk = make.conversation(make.post(ada, "Wie gaat mee?"), kees)
    met = make.conversation(closed, kees, state="closed")
    here = {"municipality_id": town}

    def ref():
        return {"reference": new_reference("B"), **here}

    def save(model, **more):
        return make.save(model(**more))

    save(Mute, **here, conversation_id=talk.id, member_id=ada.id, created_at=now)
    meeting = save(
        Agreement,
        **ref(),
        series=new_reference("A"),
        neighbourhood_id=ada.neighbourhood_id,
        conversation_id=met.id,
        post_id=closed.id,
        asker_id=ada.id,
        helper_id=kees.id,
        proposed_by_id=ada.id,
        starts_at=now,
        place="bij de bank in het park",
        state="done",
        created_at=now,
    )
    save(Outcome, **here, agreement_id=meeting.id, member_id=ada.id, happened="yes", helped=None, at=now)
    helping = {**here, "member_id": kees.id, "updated_at": now}
    ended = make.post(kees, "Ik kan koken", kind="offer", state="withdrawn", closed_at=now)
    code = {"code_salt": b"s", "code_hash": b"h", "device": "telefoon"}
    client = save(
        ApiClient,
        **ref(),
        name="Zaak",
        scopes="",
        secret_hash=b"x",
        ends_on=now.date() + timedelta(800),
        created_at=now,
    )
    return {
        "post": (NIGHTLY, closed, lambda row: row.title == sweeping.GONE),
        "agreement": (NIGHTLY, meeting, None),
        "conversation": (NIGHTLY, talk, None),
        "helper_terms": (NIGHTLY, save(HelperTerms, **helping, post_id=ended.id, parts="", monthly_max=2), None),
        "letter_run": (
            NIGHTLY,
            save(LetterRun, **ref(), made_by_id=nadia.id, letters=2, made_at=now, printed_at=now),
            None,
        ),
        "vouched_role": (
            NIGHTLY,
            save(
                VouchedRole,
                **ref(),
                member_id=kees.id,
                role="maatje",
                seen_by="Stichting",
                seen_on=now.date(),
                expires_on=now.date() + timedelta(days=1000),
                given_by_id=nadia.id,
                given_at=now,
                ended_at=now,
            ),
            None,
        ),
        "strike": (NIGHTLY, save(Strike, **here, member_id=kees.id, source="D-1", why="schelden", at=now), None),
        "break_glass": (
            NIGHTLY,
            save(BreakGlass, **ref(), member_id=nadia.id, key=b"k", reason="proef", made_at=now, expires_at=now),
            None,
        ),
        "absence": (
            NIGHTLY,
            save(Absence, **ref(), member_id=nadia.id, starts_at=now, ends_at=now, created_at=now),
            None,
        ),
        "admission": (
            NIGHTLY,
            save(
                Admission,
                **ref(),
                key=b"a",
                first_name="Rob",
                state="refused",
                reasons="te vroeg",
                asked_at=now,
                decided_by_id=nadia.id,
                decided_at=now,
            ),
            None,
        ),
        "notification": (
            "purge:notifications",
            save(Notification, **ref(), member_id=ada.id, event="x", created_at=now),
            None,
        ),
        "session": (
            "purge:people",
            save(
                SignInSession,
                **ref(),
                key=b"s",
                member_id=ada.id,
                label="telefoon",
                created_at=now,
                last_seen_at=now,
                idle_expires_at=now + timedelta(days=900),
                expires_at=now + timedelta(days=900),
                authenticated_at=now,
                revoked_at=now,
            ),
            None,
        ),
        "code": (
            "purge:people",
            save(
                SignInChallenge,
                **ref(),
                **code,
                email="a@b.nl",
                email_key=b"e",
                browser_key=b"b",
                created_at=now,
                expires_at=now,
            ),
            None,
        ),
        "undo": (
            "purge:people",
            save(
                EmailUndo,
                **here,
                member_id=ada.id,
                key=b"u",
                email="a@b.nl",
                email_key=b"e",
                created_at=now,
                expires_at=now + timedelta(days=3),
            ),
            None,
        ),
        "promise": (
            "purge:promises",
            save(Nudge, **here, conversation_id=met.id, member_id=ada.id, since=now, created_at=now),
            None,
        ),
        "signal": (
            "purge:signals",
            save(
                Signal,
                **here,
                target_kind="post",
                target_id=offer.id,
                author_id=kees.id,
                code="x",
                version=1,
                action=Action.HOLD,
                created_at=now,
                expires_at=now + timedelta(days=183),
            ),
            None,
        ),
        "api_token": (
            "purge:api",
            save(ApiToken, hash=b"t", **here, client_id=client.id, scopes="", created_at=now, expires_at=now),
            None,
        ),
        "audit": ("purge:audit", save(AuditEntry, **here, action="proef", at=now), None),
        "job": (
            "purge:jobs",
            save(Job, kind="x", state=JobState.DONE, run_at=now, created_at=now, finished_at=now),
            None,
        ),
    }
