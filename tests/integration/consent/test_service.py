"""Texts are kept by version, and acceptances with their hash."""

import pytest
from sqlmodel import func, select

from b2b.consent import builtin, queries, service
from b2b.consent.models import Acceptance, Terms
from b2b.consent.rules import NoSuchTerms, TermsChanged, Text


def rows(work):
    work.flush()
    return work.exec(select(func.count()).select_from(Terms)).one()


def test_seeding_stores_every_text_once(make, work):
    town = make.municipality()
    assert service.seed(work, town.id) == len(builtin.subjects())
    assert service.seed(work, town.id) == 0
    assert rows(work) == len(builtin.subjects())


def test_a_new_release_with_another_text_makes_the_next_version(make, work, monkeypatch):
    town = make.municipality()
    first = service.stored(work, town.id, "spelregels")
    newer = Text("spelregels", "Spelregels", "Er is een regel bij gekomen.")
    monkeypatch.setattr(queries, "builtin", lambda _subject, _name: newer)
    second = service.stored(work, town.id, "spelregels")
    assert (first.version, second.version) == (1, 2)
    assert queries.current(work, town.id, "spelregels").body == newer.body
    assert rows(work) == 2


def test_a_release_never_overtakes_a_text_of_the_municipality(make, work, monkeypatch):
    town = make.municipality()
    service.publish(work, town.id, "spelregels", "Eigen", "Eigen regels.")
    monkeypatch.setattr(queries, "builtin", lambda _subject, _name: Text("spelregels", "Nieuw", "Nieuwe regels."))
    assert queries.current(work, town.id, "spelregels").title == "Eigen"
    service.seed(work, town.id)
    assert queries.current(work, town.id, "spelregels").title == "Eigen"


def test_an_acceptance_keeps_version_hash_and_moment_once(make, work):
    fatima = make.member("Fatima")
    post = make.post(fatima)
    text = queries.current(work, fatima.municipality_id, "hulp:tuin")
    for post_id in (post.id, post.id, None, None):
        terms = service.agree_to(work, fatima.municipality_id, "hulp:tuin", text.hash)
        service.accept(work, fatima.id, terms, post_id=post_id)
        work.flush()
    kept = work.exec(select(Acceptance)).all()
    assert {(row.post_id, row.hash, row.accepted_at) for row in kept} == {
        (post.id, text.hash, work.now()),
        (None, text.hash, work.now()),
    }
    assert len(kept) == 2


def test_an_old_text_cannot_be_accepted(make, work):
    town = make.municipality()
    with pytest.raises(TermsChanged):
        service.agree_to(work, town.id, "hulp:tuin", "0" * 64)


def test_a_text_about_nothing_does_not_exist(make, work):
    with pytest.raises(NoSuchTerms):
        queries.current(work, make.municipality().id, "hulp:../../etc")
