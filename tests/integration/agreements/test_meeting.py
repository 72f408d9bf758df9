"""Proposing, accepting, declining, cancelling: one appointment at a time, and everybody hears of it once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from b2b.accounts.models import Block
from b2b.agreements import queries, service
from b2b.agreements.models import Agreement
from b2b.agreements.rules import AgreementState, AlreadyBegun, MomentPassed, NotChosen, OwnProposal, Proposal
from b2b.conversations import service as talking
from b2b.conversations.models import Conversation
from b2b.conversations.rules import ConversationOver
from b2b.core.lifecycle import IllegalMove
from b2b.notifications.channels.twin import text_of
from b2b.posts import service as posting
from b2b.posts.models import Post
from b2b.posts.rules import PostKind
from tests.integration.agreements.conftest import THURSDAY

S = AgreementState
FRIDAY = THURSDAY + timedelta(days=1)


def attached(message):
    return [part.get_content() for part in message.iter_attachments()]


def subjects(mail, address):
    return [str(message["Subject"]) for message in mail.to(address)]


def test_a_proposal_waits_for_the_other(propose, ahmed, fatima, talk):
    proposal = propose(ahmed)
    assert proposal.state is S.PROPOSED
    assert (proposal.asker_id, proposal.helper_id) == (fatima.id, ahmed.id)


def test_for_an_offer_who_reacted_is_the_one_who_asks(make, fatima, ahmed, writing):
    conversation = make.conversation(make.post(fatima, kind=PostKind.OFFER), ahmed)
    with writing() as work:
        found = work.get_one(Conversation, conversation.id)
        talking.choose(work, found)
        agreement = service.propose(work, found, fatima.id, Proposal(THURSDAY, "bij mij"))
    assert (agreement.asker_id, agreement.helper_id) == (ahmed.id, fatima.id)


def test_only_two_who_chose_each_other_meet(make, post, writing):
    conversation = make.conversation(post, make.member("Ria"))
    with pytest.raises(NotChosen), writing() as work:
        service.propose(
            work, work.get_one(Conversation, conversation.id), post.author_id, Proposal(THURSDAY, "thuis")
        )


def test_after_a_block_nobody_proposes(make, propose, fatima, ahmed):
    make.save(
        Block(
            municipality_id=fatima.municipality_id,
            blocker_id=ahmed.id,
            blocked_id=fatima.id,
            created_at=fatima.created_at,
        )
    )
    with pytest.raises(ConversationOver):
        propose(fatima)


def test_the_same_proposal_twice_is_one(propose, ahmed, work):
    assert propose(ahmed).reference == propose(ahmed).reference
    assert len(work.exec(select(Agreement)).all()) == 1


def test_a_change_is_a_new_proposal_that_cancels_the_old_one(agreed, propose, fatima, stored):
    change = propose(fatima, FRIDAY)
    assert stored(Agreement, agreed.id).state is S.CANCELLED
    assert change.state is S.PROPOSED
    assert change.series == agreed.series
    assert change.sequence > agreed.sequence


def test_proposals_of_both_at_once_leave_one_standing(propose, fatima, ahmed, work, talk):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: propose((fatima, ahmed)[n % 2], THURSDAY + timedelta(hours=n)), range(8)))
    states = list(work.exec(select(Agreement.state)))
    assert sorted(states) == sorted([S.PROPOSED, *[S.CANCELLED] * 7])
    assert queries.standing(work, talk.id) is not None


def test_the_database_itself_lets_only_one_stand(propose, ahmed, writing):
    values = propose(ahmed).model_dump(exclude={"id", "reference"})
    with pytest.raises(IntegrityError), writing() as work:
        work.add(Agreement(**values, reference="A-0000-0000"))


def test_nobody_says_yes_to_their_own_proposal(propose, on, ahmed):
    proposal = propose(ahmed)
    for verb in (service.accept, service.decline):
        with pytest.raises(OwnProposal):
            on(verb, proposal, ahmed.id)


def test_yes_comes_too_late_for_a_moment_that_passed(propose, on, ahmed, fatima, clock):
    proposal = propose(ahmed)
    clock.moment = THURSDAY
    with pytest.raises(MomentPassed):
        on(service.accept, proposal, fatima.id)


@pytest.mark.parametrize("verb", [service.accept, service.decline, service.cancel])
def test_twice_is_once(propose, on, ahmed, fatima, worker, mail, verb):
    proposal = propose(ahmed)
    first = on(verb, proposal, fatima.id)
    again = on(verb, proposal, fatima.id)
    assert (first.state, first.sequence) == (again.state, again.sequence)
    worker.run_until_quiet()
    assert len(set(subjects(mail, "ahmed@voorbeeld.nl"))) == len(subjects(mail, "ahmed@voorbeeld.nl"))


def test_yes_and_no_at_once_have_one_winner(propose, on, ahmed, fatima, stored):
    proposal = propose(ahmed)

    def act(verb):
        try:
            return on(verb, proposal, fatima.id).state
        except IllegalMove:
            return None

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(act, [service.accept, service.decline]))
    assert results.count(None) == 1
    assert stored(Agreement, proposal.id).state in results


def test_what_has_begun_is_not_cancelled(agreed, on, fatima, clock):
    clock.moment = THURSDAY
    with pytest.raises(AlreadyBegun):
        on(service.cancel, agreed, fatima.id)


def test_both_get_the_appointment_for_their_calendar(agreed, worker, mail):
    worker.run_until_quiet()
    for address, other in (("fatima@voorbeeld.nl", "Ahmed"), ("ahmed@voorbeeld.nl", "Fatima")):
        message = mail.last(address)
        assert "donderdag 26 november om 10.30 uur" in str(message["Subject"])
        assert "bij de bibliotheek" in text_of(message)
        [file] = attached(message)
        assert f"UID:{agreed.series}@buurthulp\r\n" in file.replace("\n", "\r\n").replace("\r\r", "\r")
        assert "DTSTART:20261126T093000Z" in file
        assert "STATUS:CONFIRMED" in file
        assert other in file
        [part] = message.iter_attachments()
        assert part.get_content_type() == "text/calendar"
        assert part.get_param("method") == "PUBLISH"


def test_a_cancelled_appointment_leaves_both_calendars(agreed, on, fatima, worker, mail):
    on(service.cancel, agreed, fatima.id)
    worker.run_until_quiet()
    for address, said in (
        ("fatima@voorbeeld.nl", "zelf afgezegd"),
        ("ahmed@voorbeeld.nl", "Fatima heeft de afspraak"),
    ):
        message = mail.last(address)
        assert said in text_of(message)
        [file] = attached(message)
        assert "METHOD:CANCEL" in file
        assert f"UID:{agreed.series}@buurthulp" in file
        assert "SEQUENCE:2" in file


def test_no_says_so_to_who_proposed(propose, on, ahmed, fatima, worker, mail):
    on(service.decline, propose(ahmed), fatima.id)
    worker.run_until_quiet()
    assert subjects(mail, "ahmed@voorbeeld.nl")[-1] == "Fatima kan niet op dat moment"


def test_a_proposal_that_was_changed_before_its_mail_went_is_not_mailed(propose, ahmed, worker, mail):
    propose(ahmed)
    propose(ahmed, FRIDAY)
    worker.run_until_quiet()
    sent = [
        message for message in mail.to("fatima@voorbeeld.nl") if "stelt een moment voor" in str(message["Subject"])
    ]
    assert len(sent) == 1
    assert "vrijdag 27 november" in text_of(sent[0])


def test_letting_go_calls_the_appointment_off_with_one_mail(agreed, writing, talk, fatima, stored, worker, mail):
    worker.run_until_quiet()
    before = len(mail.to("ahmed@voorbeeld.nl"))
    with writing() as work:
        talking.release(work, work.get_one(Conversation, talk.id), fatima.id)
    assert stored(Agreement, agreed.id).state is S.CANCELLED
    worker.run_until_quiet()
    assert subjects(mail, "ahmed@voorbeeld.nl")[before:] == ["De afspraak met Fatima gaat niet door"]


def test_letting_go_without_an_appointment_tells_the_other_plainly(talk, writing, ahmed, worker, mail):
    with writing() as work:
        talking.release(work, work.get_one(Conversation, talk.id), ahmed.id)
    worker.run_until_quiet()
    assert subjects(mail, "fatima@voorbeeld.nl")[-1] == "Het gaat niet door met Ahmed"


@pytest.mark.parametrize("verb", [posting.withdraw, posting.hide])
def test_a_post_that_is_over_takes_its_appointment_along(agreed, writing, post, stored, verb):
    with writing() as work:
        verb(work, work.get_one(Post, post.id))
    assert stored(Agreement, agreed.id).state is S.CANCELLED


def test_the_list_shows_what_comes_first_and_pages_through_what_was(
    agreed, propose, fatima, ahmed, work, clock, make
):
    for hour in range(45):
        propose((fatima, ahmed)[hour % 2], THURSDAY + timedelta(hours=hour))
    assert [row.starts_at for row in queries.coming(work, fatima.id)] == [THURSDAY + timedelta(hours=44)]
    seen, before = [], None
    while True:
        rows, before = queries.earlier(work, fatima.id, before)
        seen += [row.id for row in rows]
        if before is None:
            break
    everything = work.exec(select(Agreement.id).where(col(Agreement.state) == S.CANCELLED)).all()
    assert len(seen) == len(set(seen))
    assert set(seen) == set(everything)
