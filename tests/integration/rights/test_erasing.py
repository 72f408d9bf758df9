"""An account that is erased: nothing is left that says who it was, and the other one keeps what is theirs."""

import pytest
from sqlalchemy import func, select

from b2b.accounts.models import Block, Member, RoleGrant, SignInSession
from b2b.accounts.queries import by_email
from b2b.accounts.rules import LastAdministrator, MemberState
from b2b.accounts.service import sessions
from b2b.authz.predicates import Role
from b2b.conversations.models import Conversation, Message
from b2b.conversations.rules import ConversationState
from b2b.core.audit import AuditEntry
from b2b.core.crypto import keyring
from b2b.handoff.models import Handoff
from b2b.handoff.rules import HandoffState
from b2b.jobs.models import Job
from b2b.moderation.models import ListedAddress
from b2b.notifications.channels.twin import text_of
from b2b.posts.models import Post
from b2b.posts.rules import PostState
from b2b.privacy import queries, service
from b2b.privacy.models import Erasure
from b2b.privacy.rules.erasing import ErasureState, UndoOver
from b2b.privacy.service import erasing
from b2b.privacy.tokens import make_undo
from tests.integration.rights.conftest import HERS, HIS


@pytest.fixture
def leave(writing, canaria):
    """Let her ask for the deletion of her account; return it."""

    def ask(who=canaria):
        with writing() as work:
            return service.ask_erasure(work, work.get_one(Member, who.id))

    return ask


@pytest.fixture
def gone(leave, life, clock, writing):
    """Let her leave, and let the time to come back pass; the parts of the job, without what else a worker does."""
    erasure = leave()
    clock.advance(days=15)
    erase_all(writing)
    return erasure


def erase_all(writing):
    """Do the parts one by one, as the job does; return how many there were."""
    parts = 0
    while True:
        with writing() as work:
            if not service.erase_part(work):
                return parts
        parts += 1


def said(lines, words):
    return [line[:200] for line in lines if words.lower() in line.lower()]


def test_before_it_everything_is_found_so_the_search_is_a_good_one(life, dump):
    lines = dump()
    missing = [words for words in HERS[:-1] + HIS if not said(lines, words)]
    assert missing == []


def test_nothing_in_the_whole_database_says_who_it_was(gone, dump, canaria):
    lines = dump()
    assert [line for words in HERS for line in said(lines, words)] == []
    key = keyring().fingerprint("email", "canaria@voorbeeld.nl")
    assert [line for line in lines if repr(key) in line] == []
    assert said(lines, canaria.reference) == []


def test_the_other_one_keeps_their_own_words_and_reads_a_former_member(gone, life, browser, bram, dump):
    lines = dump()
    assert [words for words in HIS if not said(lines, words)] == []
    seen = browser(bram).get(f"/gesprekken/{life['talk'].reference}").text
    assert "merelbericht" in seen
    assert "een oud-lid" in seen
    assert "Dit bericht is verwijderd." in seen


def test_what_was_asked_of_the_municipality_is_taken_back_there(gone, life, work):
    handoff = work.get_one(Handoff, life["handoff"].id)
    assert handoff.state is HandoffState.WITHDRAWN
    assert (handoff.question, handoff.contact) == (None, None)


def test_the_last_mail_says_goodbye_and_its_address_is_not_kept(leave, life, clock, worker, mail, writing, outside):
    leave()
    clock.advance(days=15)
    worker.run_until_quiet()
    worker.run_until_quiet()
    subjects = [str(sent["Subject"]) for sent in mail.sent if sent["To"].endswith("canaria@voorbeeld.nl")]
    assert subjects[-1] == "Je account is verwijderd"
    assert len(outside["ledger"].read()) == 2
    with writing() as work:
        assert [job.payload for job in work.scalars(select(Job).where(Job.kind == "mail:to"))] == [{}]


def test_the_trail_says_how_much_went_and_not_of_whom(gone, work, canaria):
    entry = work.scalars(select(AuditEntry).where(AuditEntry.action == "erasure.done")).one()
    assert entry.detail["counts"]["messages"] == 2
    assert entry.detail["counts"]["drafts"] == 1
    erasure = work.get_one(Erasure, gone.id)
    assert erasure.state is ErasureState.ERASED
    assert work.get_one(Member, canaria.id).state is MemberState.ERASED


def test_a_job_that_stops_half_way_goes_on_where_it_was_and_ends_the_same(leave, life, clock, writing, dump):
    leave()
    clock.advance(days=15)
    for _ in range(9):
        with writing() as work:
            assert service.erase_part(work)
    with writing() as work:
        service.erase_part(work)
        work.rollback()  # the machine stops
    assert erase_all(writing) == len(erasing.parts()) - 9
    assert [line for words in HERS for line in said(dump(), words) if not line.startswith("jobs.")] == []


def test_in_two_weeks_nobody_sees_them_and_one_kind_mail_says_so(
    leave, life, worker, mail, browser, bram, canaria, writing
):
    leave()
    leave()
    worker.run_until_quiet()
    to_bram = [str(sent["Subject"]) for sent in mail.sent if sent["To"].endswith("bram@voorbeeld.nl")]
    assert to_bram.count("Canaria doet niet meer mee") == 1
    with writing() as work:
        assert work.get_one(Post, life["post"].id).state is PostState.WITHDRAWN
    assert browser(bram).get(f"/buren/{canaria.reference}").status_code == 404
    to_her = [sent for sent in mail.sent if sent["To"].endswith("canaria@voorbeeld.nl")]
    assert "tot en met maandag 7 december" in text_of(next(s for s in to_her if "verwijderd" in str(s["Subject"])))


def test_who_comes_back_is_as_they_were_and_nothing_is_erased_later(
    leave, life, clock, worker, writing, stored, canaria
):
    erasure = leave()
    assert stored(canaria).is_out(clock())
    with writing() as work:
        service.undo(work, service.of_link(work, make_undo(erasure.id)))
    assert stored(canaria).is_active
    clock.advance(days=15)
    worker.run_until_quiet()
    assert stored(canaria).email == "canaria@voorbeeld.nl"
    with writing() as work, pytest.raises(UndoOver):
        service.of_link(work, make_undo(erasure.id))


def test_there_is_no_way_back_from_the_moment_the_job_began(leave, life, clock, writing):
    erasure = leave()
    clock.advance(days=15)
    with writing() as work:
        service.erase_part(work)
    with writing() as work, pytest.raises(UndoOver):
        service.undo(work, work.get_one(Erasure, erasure.id))


def test_only_the_devices_at_hand_stay_signed_in_and_none_after_the_job(writing, canaria, clock, worker):
    with writing() as work:
        member = work.get_one(Member, canaria.id)
        tokens = [sessions.open_session(work, member, label) for label in ("hier", "daar")]
    with writing() as work:
        member = work.get_one(Member, canaria.id)
        service.ask_erasure(work, member, keep_session=sessions.session_key(tokens[0]))
    with writing() as work:
        kept = work.scalars(select(SignInSession.label).where(SignInSession.revoked_at.is_(None))).all()
    assert kept == ["hier"]
    clock.advance(days=15)
    worker.run_until_quiet()
    with writing() as work:
        assert work.scalar(select(func.count()).select_from(SignInSession)) == 0


def test_the_last_administrator_cannot_leave(make, leave):
    with pytest.raises(LastAdministrator):
        leave(make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True))


def test_roles_and_blocks_go_along(make, leave, clock, worker, work, bram):
    make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True)
    mo = make.staff(Role.MODERATOR, "Mo")
    make.save(Block(municipality_id=mo.municipality_id, blocker_id=mo.id, blocked_id=bram.id, created_at=clock()))
    leave(mo)
    clock.advance(days=15)
    worker.run_until_quiet()
    assert work.scalars(select(RoleGrant).where(RoleGrant.member_id == mo.id)).all() == []
    assert work.scalars(select(Block)).all() == []


def test_the_address_is_free_for_a_new_account_of_somebody_without_a_measure(gone, writing, canaria):
    with writing() as work:
        assert by_email(work, canaria.municipality_id, "canaria@voorbeeld.nl") is None


def test_conversations_end_for_good(gone, life, work):
    states = work.scalars(select(Conversation.state).order_by(Conversation.id)).all()
    assert set(states) == {ConversationState.CLOSED}
    assert work.scalar(select(func.count()).select_from(Message)) == 4


def test_a_restored_backup_hears_of_it_and_erases_again(leave, life, clock, worker, writing, stored, canaria, bram):
    with writing() as work:
        before = dict(vars(work.get_one(Member, canaria.id)))
    leave()
    clock.advance(days=15)
    worker.run_until_quiet()
    with writing() as work:
        ledger = service.erasures_to_replay(work)
    assert len(ledger) == 2 and "canaria" not in " ".join(ledger)
    with writing() as work:  # what a backup from before brings back
        row = work.get_one(Member, canaria.id)
        for name in ("reference", "first_name", "email", "email_key", "state"):
            setattr(row, name, before[name])
    with writing() as work:
        assert service.replay_erasures(work, ledger) == 1
        assert service.replay_erasures(work, ledger) == 1
        assert queries.standing_erasure(work, canaria.id) is not None
    worker.run_until_quiet()
    clock.advance(hours=1)
    worker.run_until_quiet()
    assert stored(canaria).state is MemberState.ERASED
    assert stored(canaria).email is None
    assert stored(bram).is_active


def test_a_ledger_that_is_none_is_refused(work):
    with pytest.raises(ValueError, match="hex"):
        service.replay_erasures(work, ["dit is geen regel"])


def test_nobody_is_on_the_list_because_they_left(gone, work):
    assert work.scalars(select(ListedAddress)).all() == []
