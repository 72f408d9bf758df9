"""Texts are kept by version, each from its day; acceptances with version, hash, language and moment."""

from datetime import timedelta

import pytest
from sqlmodel import func, select

from b2b.consent import builtin, queries, service
from b2b.consent.events import TermsAnnounced
from b2b.consent.models import Acceptance, Terms
from b2b.consent.queries import texts
from b2b.consent.rules import DOOR, NOTICE, NoSuchTerms, NothingChanged, PromisesCover, TermsChanged, Text, TooSoon
from b2b.consent.service import Writing
from b2b.municipalities.queries import settings
from b2b.municipalities.service import close_down

NEWER = Text("spelregels", "Spelregels", "Er is een regel bij gekomen.")


def rows(work):
    work.flush()
    return work.exec(select(func.count()).select_from(Terms)).one()


def asked(work, town):
    work.flush()
    return [(subject, version) for subject, version, *_ in settings(work, town.id).get(service.ASKED_SETTING, [])]


@pytest.fixture
def town(make):
    return make.municipality()


@pytest.fixture
def a_release_changes(monkeypatch):
    """Let the next release of the program have other house rules."""

    def change():
        ours = builtin.builtin
        monkeypatch.setattr(texts, "builtin", lambda s, *names: NEWER if s == "spelregels" else ours(s, *names))

    return change


def test_seeding_stores_every_text_once(town, work):
    assert service.seed(work, town.id) == len(builtin.subjects())
    assert service.seed(work, town.id) == 0
    assert rows(work) == len(builtin.subjects())


def test_a_new_release_with_other_rules_holds_after_people_could_read_them(town, work, clock, a_release_changes):
    service.seed(work, town.id)
    first = service.stored(work, town.id, "spelregels")
    a_release_changes()
    assert service.seed(work, town.id) == 1
    assert queries.current(work, town.id, "spelregels").hash == first.hash
    assert [type(event) for event in work.happened] == [TermsAnnounced]
    clock.moment += NOTICE
    assert queries.current(work, town.id, "spelregels").body == NEWER.body
    assert service.stored(work, town.id, "spelregels").version == 2
    assert service.seed(work, town.id) == 0


def test_a_new_release_holds_at_once_where_nobody_takes_part_yet(town, work, a_release_changes):
    close_down(work, town.id)
    service.seed(work, town.id)
    a_release_changes()
    service.seed(work, town.id)
    assert queries.current(work, town.id, "spelregels").body == NEWER.body


def test_a_release_never_overtakes_a_text_of_the_municipality(town, work, a_release_changes):
    service.publish(work, town.id, "spelregels", "Eigen", "Eigen regels.")
    a_release_changes()
    assert queries.current(work, town.id, "spelregels").title == "Eigen"
    service.seed(work, town.id)
    assert queries.current(work, town.id, "spelregels").title == "Eigen"
    assert queries.standing(work, town.id, "spelregels").is_behind


def test_a_version_written_now_holds_from_its_day(town, work, clock):
    later = clock() + timedelta(days=20)
    terms = service.write(
        work, town.id, "privacy", Writing("Nieuw", "Nieuwe tekst.", "Wij bewaren korter.", True, later)
    )
    assert queries.current(work, town.id, "privacy").version == 1
    standing = queries.standing(work, town.id, "privacy")
    assert (standing.current.version, standing.next.id) == (1, terms.id)
    assert work.happened == [TermsAnnounced(terms.id, town.id)]
    clock.moment = later
    assert queries.current(work, town.id, "privacy").title == "Nieuw"


def test_a_significant_change_gives_people_two_weeks(town, work, clock):
    with pytest.raises(TooSoon):
        service.write(work, town.id, "privacy", Writing("Nieuw", "Nieuw.", significant=True))
    close_down(work, town.id)
    service.write(work, town.id, "privacy", Writing("Nieuw", "Nieuw.", significant=True))


def test_the_same_words_are_no_new_version(town, work):
    service.publish(work, town.id, "privacy", "Nieuw", "Nieuw.")
    with pytest.raises(NothingChanged):
        service.publish(work, town.id, "privacy", "Nieuw", "Nieuw.")


def test_adopting_the_words_that_hold_asks_nobody_again(town, work):
    service.stored(work, town.id, "spelregels")
    adopted = service.adopt(work, town.id, "spelregels")
    assert (adopted.version, adopted.built_in) == (2, False)
    assert service.adopt(work, town.id, "spelregels").version == 2
    assert asked(work, town) == []


def test_only_other_house_rules_and_privacy_are_asked_again(town, work):
    service.publish(work, town.id, "hulp:tuin", "Tuin", "Let op de heg.")
    assert asked(work, town) == []
    service.publish(work, town.id, "spelregels", "Regels", "Wees lief.")
    service.publish(work, town.id, "spelregels", "Regels", "Wees lief en eerlijk.")
    assert asked(work, town) == [("spelregels", 3)]


def test_no_disclaimer_can_leave_out_what_always_holds(town, work):
    for body in ("Let op de heg.", f"Let op.\n\n{builtin.always(queries.insurance(work, town.id))}"):
        terms = service.publish(work, town.id, "hulp:tuin", "Tuin", body)
        assert terms.body.count(DOOR) == 1
        assert terms.body.count("Wij regelen geen verzekering.") == 1


def test_the_sentence_about_insurance_goes_into_every_disclaimer(town, work):
    service.publish(work, town.id, "hulp:tuin", "Tuin", "Let op de heg.")
    service.stored(work, town.id, "hulp:koken")
    mine = "Vraag de gemeente of haar verzekering voor vrijwilligers ook voor jou geldt."
    service.choose_insurance(work, town.id, mine)
    for kind in ("tuin", "koken", "taal"):
        body = queries.current(work, town.id, f"hulp:{kind}").body
        assert mine in body
        assert "Wij regelen geen verzekering." not in body
    assert queries.current(work, town.id, "hulp:tuin").body.startswith("Let op de heg.")
    service.choose_insurance(work, town.id, mine)
    assert queries.current(work, town.id, "hulp:tuin").version == 3


def test_a_sentence_that_promises_cover_is_refused(town, work):
    with pytest.raises(PromisesCover):
        service.choose_insurance(work, town.id, "Iedereen is altijd verzekerd.")


def test_an_acceptance_keeps_version_hash_language_and_moment_once(make, work):
    fatima = make.member("Fatima")
    post = make.post(fatima)
    text = queries.current(work, fatima.municipality_id, "hulp:tuin")
    for post_id in (post.id, post.id, None, None):
        terms = service.agree_to(work, fatima.municipality_id, "hulp:tuin", text.hash)
        service.accept(work, fatima.id, terms, post_id=post_id)
    kept = work.exec(select(Acceptance)).all()
    assert {(row.post_id, row.hash, row.version, row.language, row.accepted_at) for row in kept} == {
        (post.id, text.hash, 1, "nl", work.now()),
        (None, text.hash, 1, "nl", work.now()),
    }
    assert len(kept) == 2


def test_an_old_text_cannot_be_accepted(town, work):
    with pytest.raises(TermsChanged):
        service.agree_to(work, town.id, "hulp:tuin", "0" * 64)


@pytest.mark.parametrize("subject", ["hulp:../../etc", "hulp:", "onzin", ""])
def test_a_text_about_nothing_does_not_exist(town, work, subject):
    with pytest.raises(NoSuchTerms):
        queries.current(work, town.id, subject)
