"""Nothing is restricted without its reasons: the database refuses an incomplete statement, and a measure without one."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from b2b.moderation import queries, service
from b2b.moderation.models import Decision, KeptWords, Sanction, Statement
from b2b.moderation.rules import DecisionKind
from b2b.moderation.rules.statements import AccountMeasure, Ground, Source, Visibility
from b2b.posts.rules import PostState
from tests.integration.moderation.measuring import decided, noticed, sanction, statement

_D = DecisionKind


@pytest.fixture
def kees(make):
    return make.member("Kees")


@pytest.fixture
def suspended(make, writing, mo, kees):
    """A post was reported, and its author suspended for it."""
    decided(writing, mo, noticed(writing, make.post(kees, "Domme buren")), _D.SUSPEND_7)


def test_a_restriction_has_a_statement_with_every_letter(make, writing, mo, kees, clock):
    decided(writing, mo, noticed(writing, make.post(kees, "Domme buren")), _D.HIDE)
    found = statement(writing)
    assert (found.visibility, found.account, found.recipient_id) == (Visibility.REMOVED, None, kees.id)
    assert found.territorial_scope
    assert found.starts_at == found.sent_at == clock()
    assert found.lasting
    assert "Domme buren" in found.facts
    assert (found.source, found.names_notifier) == (Source.NOTICE, False)
    assert not found.automated_decision
    assert not found.automated_detection
    assert found.automation
    assert (found.ground, found.rules_version) == (Ground.RULES, 0)
    assert found.rule.startswith("Wees aardig")
    assert found.why == "Je schold een buur uit."
    assert found.reference in found.complaint_path
    assert found.complaint_until > clock()
    assert found.out_of_court
    assert found.court
    assert (found.channel, found.language, found.template_version) == ("mail+page", "nl", "1")


def test_a_law_is_named_with_its_article(make, writing, mo, kees):
    decided(writing, mo, noticed(writing, make.post(kees)), _D.HIDE, rule="law-fraud")
    found = statement(writing)
    assert found.ground is Ground.LAW
    assert "Artikel 326" in found.broken_rule
    assert found.rule is None


@pytest.mark.parametrize("kind", [_D.WARN, _D.HOLD, _D.SUSPEND_7, _D.SUSPEND_30, _D.END])
def test_a_measure_takes_the_words_away_and_says_how_long(make, writing, mo, kees, kind):
    post = make.post(kees)
    decided(writing, mo, noticed(writing, post), kind)
    found, imposed = statement(writing), sanction(writing)
    assert found.visibility is Visibility.REMOVED
    assert found.account is not None
    assert (found.ends_at, found.lasting) == (imposed.ends_at, imposed.ends_at is None)
    assert imposed.statement_id == found.id
    with writing() as work:
        assert queries.target_by_reference(work, post.reference, post.municipality_id).state == PostState.HIDDEN


def test_about_a_person_the_moderator_says_what_happened(writing, mo, kees):
    decided(writing, mo, noticed(writing, kees), _D.WARN, facts="Op 3 november belde je 40 keer aan.")
    found = statement(writing)
    assert (found.visibility, found.account) == (None, AccountMeasure.WARNED)
    assert found.facts == "Op 3 november belde je 40 keer aan."


def test_placing_asking_and_doing_nothing_restrict_nobody(make, writing, mo, kees, submitted, newcomer):
    decided(writing, mo, noticed(writing, make.post(kees)), _D.NO_ACTION)
    decided(writing, mo, submitted(newcomer), _D.PLACE)
    decided(writing, mo, submitted(make.member("Noor", trusted=False)), _D.ASK_CHANGE)
    with writing() as work:
        assert not work.exec(select(Statement)).all()


REQUIRED = [
    *("recipient_id", "target_kind", "territorial_scope", "starts_at", "lasting", "facts", "facts_at", "source"),
    *("names_notifier", "automated_decision", "automated_detection", "automation", "ground", "rule"),
    *("rules_version", "why_incompatible", "complaint_path", "complaint_until", "out_of_court", "court"),
    *("sent_at", "channel", "language", "template_version", "ends_at"),
]
EMPTY = ["territorial_scope", "facts", "automation", "rule", "why_incompatible", "complaint_path", "out_of_court"]


@pytest.mark.parametrize("name", REQUIRED)
def test_the_database_refuses_a_statement_without(suspended, writing, name):
    with pytest.raises(IntegrityError), writing() as work:
        work.execute(text(f"UPDATE statements SET {name} = NULL"))


@pytest.mark.parametrize("name", [*EMPTY, "court", "channel"])
def test_the_database_refuses_an_empty(suspended, writing, name):
    with pytest.raises(IntegrityError), writing() as work:
        work.execute(text(f"UPDATE statements SET {name} = ''"))


@pytest.mark.parametrize(
    "change",
    [
        "visibility = NULL, account = NULL",
        "automated_decision = true",
        "ground = 'illegal'",
        "ground = 'illegal', legal_ground = 'Artikel 1', why_illegal = ''",
        "sent_at = '2027-01-01 00:00:00+00'",
        "lasting = true",
    ],
)
def test_the_database_refuses_what_cannot_be(suspended, writing, change):
    with pytest.raises(IntegrityError), writing() as work:
        work.execute(text(f"UPDATE statements SET {change}"))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sanctions SET statement_id = NULL",
        "UPDATE sanctions SET statement_id = 4711",
        "UPDATE sanctions SET ends_at = NULL",
        "UPDATE sanctions SET ends_at = starts_at",
        "UPDATE decisions SET statement_id = NULL",
        "UPDATE decisions SET rule = NULL",
        "UPDATE decisions SET automated = true",
        "DELETE FROM statements",
    ],
)
def test_the_database_refuses_a_measure_or_a_decision_without_its_statement(suspended, writing, change):
    with pytest.raises(IntegrityError), writing() as work:
        work.execute(text(change))


def test_an_ended_account_must_have_a_date_to_look_again(make, writing, mo, kees):
    decided(writing, mo, noticed(writing, make.post(kees)), _D.END)
    with pytest.raises(IntegrityError), writing() as work:
        work.execute(text("UPDATE sanctions SET review_at = NULL"))


def test_the_original_words_are_kept_when_a_change_is_asked_and_deleted_on_time(
    writing, mo, newcomer, submitted, clock
):
    decided(writing, mo, submitted(newcomer, "Mijn eerste woorden"), _D.ASK_CHANGE)
    with writing() as work:
        decision = work.exec(select(Decision)).one()
        kept = queries.kept_words(work, decision.id)
        assert "Mijn eerste woorden" in kept.words
        raw = work.connection().execute(text("SELECT words FROM kept_words")).scalar()
        assert b"eerste woorden" not in bytes(raw)
        clock.moment = kept.keep_until
        assert service.purge_words(work) == 0
        clock.advance(seconds=1)
        assert service.purge_words(work) == 1
        assert not work.exec(select(KeptWords)).all()


def test_strikes_count_until_their_end_and_lead_to_advice(writing, mo, kees, clock):
    with writing() as work:
        assert queries.advice_about(work, kees.id).step == "hint"
    decided(writing, mo, noticed(writing, kees), _D.WARN)
    with writing() as work:
        assert queries.advice_about(work, kees.id).step == "hold"
    clock.advance(days=366)
    with writing() as work:
        assert queries.strikes(work, kees.id) == []
        assert service.end_due(work) == 1
        assert work.exec(select(Sanction)).one().state == "ended"
