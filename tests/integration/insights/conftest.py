"""A small city in November: many people, a few buurten, moments all over the month."""

from datetime import timedelta

import pytest
from sqlalchemy import insert
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.agreements.models import Agreement, Outcome
from b2b.agreements.rules import AgreementState, Happened, Helped, Otherwise, Worth
from b2b.conversations.models import Conversation
from b2b.conversations.rules import ResponseKind
from b2b.core.history import Move
from b2b.demo.year_rows import Year
from b2b.handoff.models import Handoff
from b2b.handoff.rules import ContactWay, HandoffState
from b2b.handoff.rules import Helped as HelpedByDesk
from b2b.municipalities.models import Neighbourhood
from b2b.municipalities.queries import places
from b2b.posts.models import Post
from b2b.posts.rules import PostKind, PostState
from b2b.promise.models import Promise
from b2b.promise.rules import PromiseState
from bench.city.judged import write_judged

PEOPLE, REQUESTS = 120, 300


@pytest.fixture
def city(make, clock):
    """Fill Utrecht; return its key. The clock stands at half past ten on Monday 23 November 2026."""
    here = make.municipality().id
    with make.writing() as work:
        hoods = list(work.scalars(select(Neighbourhood.id).order_by(Neighbourhood.code)))
        now, known = clock(), {"municipality_id": here}

        def ago(days, hours=0):
            return now - timedelta(days=days, hours=hours)

        put = work.connection().execute
        people = [
            {
                **known,
                "id": 1000 + one,
                "reference": f"B-7{one:03}-AAAA",
                "neighbourhood_id": hoods[one * one % 40 % 26],
                "first_name": "Fatima",
                "email_key": b"%d" % one,
                "sixteen_confirmed_at": ago(200),
                "created_at": ago(200 if one % 2 else 40),
            }
            for one in range(PEOPLE)
        ]
        put(insert(Member), people)
        posts, promises, talks, moves, meetings, said, asked = [], [], [], [], [], [], []
        for one in range(REQUESTS):
            author, helper = people[one % PEOPLE], people[(one * 7 + 3) % PEOPLE]
            placed = ago(1 + one % 70, one % 20)
            key = 5000 + one
            if placed > now:
                continue
            answered, met = one % 4 != 0, one % 4 in (1, 2)
            there = {**known, "neighbourhood_id": author["neighbourhood_id"]}
            posts.append(
                {
                    **there,
                    "id": key,
                    "reference": f"V-8{one:03}-AAAA",
                    "author_id": author["id"],
                    "kind": PostKind.REQUEST,
                    "category": ("boodschappen", "tuin", "gezelschap")[one % 3],
                    "title": "Wie helpt?",
                    "body": "Graag.",
                    "quiet": one % 9 == 0,
                    "state": PostState.MATCHED if met else PostState.OPEN,
                    "created_at": placed,
                    "updated_at": placed,
                    "published_at": placed,
                }
            )
            promises.append(
                {
                    **known,
                    "post_id": key,
                    "begun_at": placed,
                    "due_at": placed + timedelta(days=2),
                    "stopped_at": placed + timedelta(days=1) if one % 40 == 0 else None,
                    "state": PromiseState.STOPPED if one % 40 == 0 else PromiseState.RUNNING,
                }
            )
            if answered and helper is not author:
                first = placed + timedelta(hours=1 + one % 60)
                talks.append(
                    {
                        **there,
                        "id": key,
                        "reference": f"G-8{one:03}-AAAA",
                        "post_id": key,
                        "author_id": author["id"],
                        "responder_id": helper["id"],
                        "response": (ResponseKind.YES, ResponseKind.PARTLY, ResponseKind.QUESTION)[one % 3],
                        "created_at": first,
                        "last_message_at": first,
                    }
                )
            if met and helper is not author:
                chosen = placed + timedelta(hours=70 + one % 400)
                starts = chosen + timedelta(days=1)
                moves.append(
                    {**known, "thing": "post", "thing_id": key, "action": "match", "after": "matched", "at": chosen}
                )
                moves.append(
                    {
                        **known,
                        "thing": "agreement",
                        "thing_id": key,
                        "action": "accept",
                        "after": "agreed",
                        "at": chosen,
                    }
                )
                meetings.append(
                    {
                        **there,
                        "id": key,
                        "reference": f"A-8{one:03}-AAAA",
                        "series": f"A-8{one:03}-AAAA",
                        "conversation_id": key,
                        "post_id": key,
                        "asker_id": author["id"],
                        "helper_id": helper["id"],
                        "proposed_by_id": author["id"],
                        "starts_at": starts,
                        "place": "thuis",
                        "state": AgreementState.MISSED if one % 10 == 1 else AgreementState.DONE,
                        "created_at": chosen,
                    }
                )
                for person, is_asker in ((author["id"], True), (helper["id"], False)):
                    happened = Happened.NOBODY_CAME if one % 10 == 1 else Happened.YES
                    said.append(
                        {
                            **known,
                            "agreement_id": key,
                            "member_id": person,
                            "happened": happened,
                            "helped": Helped.PARTLY if one % 5 == 0 else Helped.YES,
                            "worth": list(Worth)[one % 3] if one % 4 == 1 else None,
                            "otherwise": list(Otherwise)[one % 3] if is_asker else None,
                            "at": starts + timedelta(hours=3),
                        }
                    )
            if one % 3 == 0:
                asked.append(
                    {
                        **there,
                        "reference": f"H-8{one:03}-AAAA",
                        "member_id": author["id"],
                        "once": f"O{one}",
                        "contact_way": ContactWay.EMAIL,
                        "consented_at": placed,
                        "consent_hash": "x",
                        "state": HandoffState.DONE if one % 12 else HandoffState.NEW,
                        "helped": HelpedByDesk.YES if one % 5 < 3 else None,
                        "closed_at": placed + timedelta(days=4) if one % 12 else None,
                        "created_at": placed,
                    }
                )
        for table, rows in (
            (Post, posts),
            (Promise, promises),
            (Conversation, talks),
            (Move, moves),
            (Agreement, meetings),
            (Outcome, said),
            (Handoff, asked),
        ):
            put(insert(table), rows)
        write_judged(work, Year(places(work, here), now), people, many=220, days=70)
    return here
