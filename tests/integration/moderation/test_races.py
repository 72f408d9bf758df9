"""Two at once: one decision counts, and nobody's words slip through unread."""

import threading

from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.core.errors import Conflict
from b2b.moderation import queries
from b2b.moderation.models import Decision, ReviewItem
from b2b.moderation.rules import AlreadyDecided, DecisionKind
from b2b.posts import queries as posts
from b2b.posts import service as post_service
from b2b.posts.models import Post
from b2b.posts.rules import PostState
from tests.moderating import patiently, reported, words

_D = DecisionKind


def test_a_second_click_changes_nothing(submitted, decide, mo, newcomer, writing):
    item = submitted(newcomer)
    decide(mo, item, seen=item.version)
    decide(mo, item, seen=item.version)
    with writing() as work:
        assert len(work.exec(select(Decision)).all()) == 1


def test_of_moderators_who_decide_at_once_one_wins(submitted, decide, make, newcomer, writing):
    item = submitted(newcomer)
    desk = [make.staff(Role.MODERATOR, name) for name in ("Mo", "Nel", "Ot", "Pim")]
    start, lost, odd = threading.Barrier(len(desk)), [], []

    def judge(number, who):
        kind, rule = [(_D.PLACE, None), (_D.REFUSE, "trade")][number % 2]
        start.wait()
        try:
            patiently(decide, who, item, kind, rule=rule, explanation="Omdat het zo is.", seen=item.version)
        except AlreadyDecided as refusal:
            lost.append(refusal.sentence)
        except Exception as problem:  # noqa: BLE001 - the test names it below
            odd.append(problem)

    threads = [threading.Thread(target=judge, args=pair) for pair in enumerate(desk)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not odd
    assert len(lost) == len(desk) - 1
    with writing() as work:
        winner = queries.decision_of(work, item.id)
        assert set(lost) == {f"Iemand was je voor: {winner.by} besloot om 10.00 uur."}
        wanted = PostState.OPEN if winner.kind is _D.PLACE else PostState.REFUSED
        assert work.get(Post, item.target_id).state is wanted


def test_an_author_who_edits_and_a_moderator_who_decides_take_turns(submitted, decide, make, mo, writing):
    """Whoever is first: no words become visible that nobody read."""

    def change(item, said):
        with writing() as work:
            post_service.edit(work, posts.post(work, item.target_id), said)

    for number in range(3):
        newcomer = make.member(f"Nieuw{number}", trusted=False)
        item = submitted(newcomer)
        start, seen = threading.Barrier(2), []

        def edit(item=item, start=start, newcomer=newcomer):
            start.wait()
            patiently(change, item, words(newcomer, "Andere woorden"))

        def judge(item=item, start=start, seen=seen):
            start.wait()
            try:
                patiently(decide, mo, item, seen=item.version)
            except Conflict as refusal:
                seen.append(refusal)

        threads = [threading.Thread(target=edit), threading.Thread(target=judge)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with writing() as work:
            assert work.get(Post, item.target_id).state is PostState.WAITING
            assert queries.open_item(work, "post", item.target_id) is not None


def test_many_who_ask_at_once_share_one_item(make, writing):
    post = make.post(make.member("Kees"))
    start = threading.Barrier(6)

    def report(number):
        start.wait()
        patiently(reported, writing, post, once=f"O-0000-000{number}")

    threads = [threading.Thread(target=report, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with writing() as work:
        assert work.exec(select(ReviewItem)).one().notices == 6
