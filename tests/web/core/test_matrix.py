"""Who may go where: every route, for every kind of person, against a table that people can read.

The table stands in matrix.txt. `+` let in (also when the form was wrong), `s` sent to sign in,
`2` sent to the second step, `t` asked for a token, `3` forbidden, `4` not there. A route without a line fails.
"""

from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from b2b.accounts.models import Member, SignInSession
from b2b.accounts.queries import trust as proofs
from b2b.accounts.rules.letters import Address
from b2b.accounts.service import letters, trust
from b2b.authz.predicates import Role
from b2b.conversations.rules import ConversationState
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.handoff.models import Handoff
from b2b.handoff.rules import ContactWay
from b2b.moderation.models import Absence, Notice, ReviewItem, TrustedFlagger
from b2b.moderation.rules import NoticeCategory, ReviewReason, ReviewState, TargetKind
from b2b.municipalities.site import theme_name
from b2b.municipalities.theme import DEFAULT_THEME
from b2b.posts.models import Draft
from b2b.posts.rules import PostKind, PostState
from b2b.posts.wizard import Step
from tests.web.core.arranged import a_pilot, a_risk_that_came_true, a_signpost, a_system, rights_of
from tests.web.core.at_the_desk import at_the_desk
from tests.web.core.coming_back import help_that_comes_back
from tests.web.core.decided import decided
from tests.web.core.open_posts import open_posts, other_post
from tests.web.core.thanked import thanked
from tests.web.core.ways_in import ways_in
from tests.web.core.without_email import without_email
from tests.web.insights.figures import a_month_that_is_told

TABLE = Path(__file__).parent / "matrix.txt"
PEOPLE = (
    *("visitor", "newcomer", "asker", "helper", "abroad"),
    *("moderator", "elsewhere", "coordinator", "administrator", "one step"),
)
WIDE = 79
"""Where the signs begin in a line of the table."""
SENT = {"/inloggen": "s", "/inloggen/tweede-stap": "2"}


@pytest.fixture
def people(make):
    far = make.neighbourhood("BU03440111")
    return {
        "visitor": None,
        "newcomer": make.member("Nieuw", trusted=False),
        "asker": make.member("Fatima"),
        "helper": make.member("Bram"),
        "abroad": make.member("Eefje", at=make.neighbourhood("BU07721110")),
        "moderator": make.staff(Role.MODERATOR, "Mo"),
        "elsewhere": make.staff(Role.MODERATOR, "Ver", at=far),
        "coordinator": make.staff(Role.COORDINATOR, "Els"),
        "administrator": make.staff(Role.ADMINISTRATOR, "Ada", everywhere=True),
        "one step": make.staff(Role.MODERATOR, "Half"),
    }


@pytest.fixture
def world(make, people, clock):
    """One thing of each kind, in the state in which most can be done with it."""
    asker, helper = people["asker"], people["helper"]
    here = {"municipality_id": asker.municipality_id, "neighbourhood_id": asker.neighbourhood_id}
    now = clock()
    post = make.post(asker, state=PostState.MATCHED)
    waiting = make.post(people["newcomer"], state=PostState.WAITING)
    conversation = make.conversation(post, helper, state=ConversationState.CHOSEN)
    agreement = make.agreement(conversation)
    review = make.save(
        ReviewItem(
            reference=new_reference("C"),
            **here,
            target_kind=TargetKind.POST,
            target_id=waiting.id,
            author_id=people["newcomer"].id,
            reason=ReviewReason.NEWCOMER,
            due_at=now,
            created_at=now,
        )
    )
    notice = make.save(
        Notice(
            reference=new_reference("N"),
            municipality_id=asker.municipality_id,
            review_item_id=review.id,
            category=NoticeCategory.RUDE,
            explanation="Niet aardig",
            once="O-1",
            snapshot_hash="0" * 64,
            good_faith=True,
            created_at=now,
        )
    )
    absence = make.save(
        Absence(
            reference=new_reference("Y"),
            municipality_id=asker.municipality_id,
            member_id=people["moderator"].id,
            starts_at=now,
            ends_at=now + timedelta(days=1),
            created_at=now,
        )
    )
    flagger = make.save(
        TrustedFlagger(
            reference=new_reference("T"),
            municipality_id=asker.municipality_id,
            name="Veilig Thuis",
            email_key=b"k",
            added_by_id=people["administrator"].id,
            created_at=now,
        )
    )
    judged = make.save(
        ReviewItem(
            reference=new_reference("C"),
            **here,
            target_kind=TargetKind.MEMBER,
            target_id=asker.id,
            author_id=asker.id,
            reason=ReviewReason.NOTICED,
            state=ReviewState.DECIDED,
            due_at=now,
            created_at=now,
        )
    )
    handoff = make.save(
        Handoff(
            reference=new_reference("H"),
            **here,
            member_id=asker.id,
            once="O-1",
            question="Mijn trap is kapot",
            contact_way=ContactWay.EMAIL,
            contact="fatima@voorbeeld.nl",
            consented_at=now,
            consent_hash="0" * 64,
            created_at=now,
        )
    )
    draft = make.save(
        Draft(
            reference=new_reference("K"),
            municipality_id=asker.municipality_id,
            member_id=asker.id,
            kind=PostKind.REQUEST,
            answers={"category": "boodschappen"},
            created_at=now,
            updated_at=now,
            expires_at=now + timedelta(days=30),
        )
    )
    device = make.save(
        SignInSession(
            key=b"k" * 32,
            reference=new_reference("S"),
            municipality_id=asker.municipality_id,
            member_id=asker.id,
            label="Telefoon",
            created_at=now,
            last_seen_at=now,
            idle_expires_at=now + timedelta(days=30),
            expires_at=now + timedelta(days=180),
            authenticated_at=now,
        )
    )
    return {
        "post": post.reference,
        **open_posts(make, asker),
        "conversation": conversation.reference,
        "agreement": agreement.reference,
        "reviewitem": review.reference,
        "notice": notice.reference,
        "absence": absence.reference,
        "trustedflagger": flagger.reference,
        "district": "overvecht",
        "town": "eindhoven",
        "code": "verkoop",
        "handoff": handoff.reference,
        "draft": draft.reference,
        "signinsession": device.reference,
        **ways_in(make, asker, now),
        **at_the_desk(make, handoff, people["moderator"], now),
        "member": helper.reference,
        "step": Step.WORDS.value,
        "stop": "geld",
        "end": "klaar",
        "token": "onzin-onzin-onzin.onzin",
        **decided(make, judged, asker, people["moderator"], now),
        "category": "boodschappen",
        "subscription": new_reference("F"),
        **a_system(make, asker.municipality_id, now),
        "text": "hulp-boodschappen",
        "version": "versie-1",
        "item": "dpia",
        **a_risk_that_came_true(make, people),
        "pilot": a_pilot(make, people),
        "wijk": "overvecht",
        "quarter": "2026-3",
        "period": a_month_that_is_told(make),
        **help_that_comes_back(make, conversation, now),
        "thanks": thanked(make, conversation, now),
        "signpost": a_signpost(make, asker.municipality_id),
        **_a_letter_to_print(make, people),
        **rights_of(make, asker),
        "name": theme_name(DEFAULT_THEME),
        "without e-mail": without_email(make, people["coordinator"], helper, now),
    }


def _a_letter_to_print(make, people):
    with make.writing() as work:
        work.actor_id = people["administrator"].id
        letters.ask(work, work.get_one(Member, people["newcomer"].id), Address("3561AB", 12))
        run = letters.start_run(work, people["newcomer"].municipality_id)
        trust.see_at_desk(work, work.get_one(Member, people["helper"].id), "paspoort")
        proof = proofs.proofs(work, people["helper"].id)[0]
        return {"letterrun": run.reference, "proof": proof.reference}


@pytest.fixture
def forgetful(app):
    """The same app, whose changes are rolled back: one world serves the whole table."""

    @contextmanager
    def never_commits():
        with Work(app.database.write, reactions=app.reactions, clock=app.clock) as work:
            yield work
            work.flush()
            work.rollback()

    app.writing = never_commits
    return app


def test_every_route_lets_in_whom_it_should(forgetful, browser, people, world, make):
    """SQLite asks every route as everybody; PostgreSQL once for each answer that the table has for that route."""
    from b2b.municipalities.queries import places

    with make.writing() as work:
        hood = places(work, people["asker"].municipality_id).hoods[people["asker"].neighbourhood_id]
    world["neighbourhood"] = hood.slug
    browsers = {
        who: browser(person, second_factor=who not in ("one step", "visitor")) for who, person in people.items()
    }
    expected = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    known = {line[:WIDE]: line[WIDE:].split() for line in expected}
    seen = []
    for method, rule in routes(forgetful):
        start = f"{f'{method:<4} {rule.rule}':<{WIDE}}"
        told = known.get(start, []) if forgetful.database.dialect == "postgresql" else []
        cells = [
            told[at]
            if at < len(told) and told[at] in told[:at]
            else cell(browsers[who], method, address(rule, world))
            for at, who in enumerate(PEOPLE)
        ]
        seen.append(start + " ".join(cells))
    assert seen == expected, "\n".join(["The table as it is now:", *seen])


def routes(app):
    """Return (method, rule) of all routes, in the order of the table."""
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule)
    return [(method, rule) for rule in rules for method in sorted(rule.methods - {"HEAD", "OPTIONS"})]


def address(rule, world):
    """Return an address of `rule` in this world."""
    things = world | world["without e-mail"] if rule.endpoint.startswith("paper.") else world
    values = {name: things[name] for name in rule.arguments} | other_post(rule.endpoint, world)
    if rule.endpoint == "handoff.take_step":
        values["step"] = "oppakken"
    found = rule.build(values, append_unknown=False)
    assert found, rule.rule
    return found[1]


def cell(browser, method, url):
    """Return what happened, as one sign."""
    bare = browser.client  # the house style of these pages is checked where they are made
    form = {} if method == "GET" else {"data": {"csrf_token": browser.token()}}
    answer = bare.open(url, method=method, **form)
    assert answer.status_code < 500, f"{method} {url} answered {answer.status_code}"
    if answer.status_code == 303 and not url.startswith("/inloggen"):
        return SENT.get(urlsplit(answer.headers["Location"]).path, "+")
    return {401: "t", 403: "3", 404: "4"}.get(answer.status_code, "+")
