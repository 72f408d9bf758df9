"""Two municipalities in one installation: nothing of Utrecht is ever seen at a desk of Eindhoven, by page, export or API."""

from datetime import timedelta

import pytest

from b2b.accounts.models import RoleGrant
from b2b.api import service as systems
from b2b.api.rules import NewClient, Scope
from b2b.authz.predicates import Role
from b2b.core.ids import new_reference
from b2b.handoff import queries as written
from b2b.handoff import service as handing
from b2b.handoff.models import Handoff
from b2b.handoff.rules import ContactWay, NoteKind, Question, Words, consent_hash
from b2b.moderation.models import ReviewItem
from b2b.moderation.rules import ReviewReason, TargetKind
from b2b.municipalities import service as towns
from b2b.municipalities.models import Municipality
from b2b.notifications.channels.twin import text_of
from tests.web.core.arranged import a_risk_that_came_true, a_signpost, a_system
from tests.web.core.at_the_desk import at_the_desk

CANARY = "kanarievogel"
STAFF = (
    "/overdrachten",
    "/controleren",
    "/beheer",
    "/risicos",
    "/transparantie",
    "/verantwoording",
    "/mijn",
    "/zoeken",
)


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def utrecht(make, clock):
    """A thing of each kind that a desk, a moderator or an administrator can see; the references by name."""
    fatima = make.member("Kanariefatima")
    mo = make.staff(Role.MODERATOR, "Kanariemo")
    here = {"municipality_id": fatima.municipality_id, "neighbourhood_id": fatima.neighbourhood_id}
    post = make.post(fatima, f"Wie voert mijn {CANARY}?", body=f"De {CANARY} heeft honger.")
    handoff = make.save(
        Handoff(
            reference=new_reference("H"),
            **here,
            member_id=fatima.id,
            once="O-1",
            question=f"Mijn {CANARY} is weg.",
            contact_way=ContactWay.EMAIL,
            contact=f"{CANARY}@voorbeeld.nl",
            consented_at=clock(),
            consent_hash="0" * 64,
            created_at=clock(),
            due_at=clock() + timedelta(days=1),
        )
    )
    review = make.save(
        ReviewItem(
            reference=new_reference("C"),
            **here,
            target_kind=TargetKind.POST,
            target_id=post.id,
            author_id=fatima.id,
            reason=ReviewReason.NOTICED,
            crisis=True,
            due_at=clock(),
            created_at=clock(),
        )
    )
    town = fatima.municipality_id
    with make.writing() as work:
        work.actor_id = mo.id
        handing.write(
            work, work.get_one(Handoff, handoff.id), NoteKind.NOTE, Words(f"De {CANARY} zingt.", False, "O-2")
        )
        setup = handing.Setup("openklant", "", f"https://{CANARY}.example/klantinteracties/api/v1", CANARY)
        connection = handing.connect(work, town, setup).reference
    return {
        "member": fatima.reference,
        "post": post.reference,
        "handoff": handoff.reference,
        "reviewitem": review.reference,
        "connection": connection,
        "signpost": a_signpost(make, town),
        **a_risk_that_came_true(make, {"moderator": mo}),
        **a_system(make, town, clock()),
        **at_the_desk(make, handoff, mo, clock()),
    }


@pytest.fixture
def nadia(browser, make):
    """Somebody of Eindhoven who may do everything there, at the address of Eindhoven."""
    nadia = make.staff(Role.ADMINISTRATOR, "Nadia", at=make.neighbourhood("BU07721110"), everywhere=True)
    with make.writing() as work:
        towns.show_at(work, work.get_one(Municipality, nadia.municipality_id), "localhost")
    for role in (Role.COORDINATOR, Role.MODERATOR):
        make.save(
            RoleGrant(
                municipality_id=nadia.municipality_id, member_id=nadia.id, role=role, granted_at=nadia.created_at
            )
        )
    return browser(nadia, second_factor=True)


def routes(app, world, *prefixes):
    """Return (method, address, whether it names a thing of Utrecht) of every route that can be called."""
    known = world | {"step": "oppakken", "end": "klaar", "turn": "oppakken", "connector": "openklant"}
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith(prefixes) and rule.arguments <= known.keys():
            values = {name: known[name] for name in rule.arguments}
            for method in sorted(rule.methods & {"GET", "POST"}):
                yield method, rule.build(values, append_unknown=False)[1], bool(rule.arguments & world.keys())


def told(answer):
    """Return all that an answer says: its headers, and its body as it travels."""
    return f"{answer.headers}{answer.get_data().decode('utf-8', 'replace')}"


def leaks(text, utrecht):
    return [word for word in (CANARY, CANARY.title(), "Kanarie", *utrecht.values()) if word in text and len(word) > 9]


def test_the_canary_sings_at_home(browser, make, utrecht):
    els = browser(make.staff(Role.COORDINATOR, "Els"), second_factor=True)
    assert CANARY in told(els.client.get(f"/overdrachten/{utrecht['handoff']}"))
    assert utrecht["earlysignal"] in told(els.client.get("/overdrachten/signalen"))


def test_no_page_or_export_of_one_town_shows_anything_of_another(app, nadia, utrecht):
    assert nadia.client.get("/overdrachten").status_code == nadia.client.get("/beheer/mensen").status_code == 200
    walked = 0
    for method, url, theirs in routes(app, utrecht, *STAFF):
        form = {"data": {"csrf_token": nadia.token()}} if method == "POST" else {}
        if method == "POST" and not theirs:
            continue
        answer = nadia.client.open(url, method=method, **form)
        walked += 1
        if theirs:
            assert answer.status_code in (404, 422), f"{method} {url} answered {answer.status_code}"
        said = told(answer)
        found = [word for word in leaks(said, utrecht) if word not in url]
        assert not found, f"{method} {url} tells {found}"
    assert walked > 80
    searched = told(nadia.client.get("/zoeken", query_string={"q": CANARY}))
    assert utrecht["post"] not in searched
    assert "heeft honger" not in searched


def test_nothing_of_one_town_changes_by_the_hands_of_another(app, nadia, make, utrecht):
    with make.writing() as work:
        count = work.connection().exec_driver_sql("SELECT count(*) FROM moves").scalar_one()
    for method, url, theirs in routes(app, utrecht, "/overdrachten", "/controleren", "/beheer"):
        if method == "POST" and theirs:
            nadia.client.post(url, data={"csrf_token": nadia.token()})
    with make.writing() as work:
        assert work.connection().exec_driver_sql("SELECT count(*) FROM moves").scalar_one() == count
        held = work.connection().exec_driver_sql("SELECT state FROM handoffs").scalar_one()
        assert held == "new"


def test_no_public_page_feed_or_open_api_of_one_town_tells_of_another(app, nadia, utrecht):
    visitor = app.test_client()
    walked = 0
    for method, url, theirs in routes(app, utrecht, "/"):
        if method != "GET" or url.startswith("/uitloggen"):
            continue
        answer, walked = visitor.get(url), walked + 1
        assert not theirs or answer.status_code in (303, 400, 401, 404), f"{url} answered {answer.status_code}"
        found = [word for word in leaks(told(answer), utrecht) if word not in url]
        assert not found, f"{url} tells {found}"
    assert walked > 100


def test_no_mail_of_one_town_goes_to_staff_of_another(nadia, make, utrecht, mail, worker):
    fatima, post = make.member("Kanariebuur"), utrecht["post"]
    make.staff(Role.COORDINATOR, "Kanarieels")
    whose = {"municipality_id": fatima.municipality_id, "neighbourhood_id": fatima.neighbourhood_id}
    whose |= {"member_id": fatima.id, "once": "O-7"}
    with make.writing() as work:
        work.actor_id = fatima.id
        asked = Question("Kanariebuur", "Zambesidreef", f"Mijn {CANARY}.", ContactWay.EMAIL, fatima.email)
        asked = written.with_messages(work, asked, **whose, at=work.now())
        handing.hand_over(work, **whose, question=asked, agreed_to=consent_hash(asked))
    worker.run_until_quiet()
    sent = [f"{one['To']} {text_of(one)}" for one in mail.sent]
    assert any("kanarie" in one for one in sent)
    assert not [one for one in sent if one.startswith("nadia@")]
    assert not [one for one in sent if post in one and "kanarie" not in one.split()[0]]


SHARED = {"handoff", "consentexception"}
"""What a shared desk opens: a question, and what was shared of it without consent."""


def test_a_shared_desk_opens_its_questions_and_nothing_else(app, nadia, make, utrecht):
    home, there = make.municipality().id, make.neighbourhood("BU07721110").municipality_id
    with make.writing() as work:
        handing.agree_to_share(work, home, there)
        handing.agree_to_share(work, there, home)
    elsewhere = {name: word for name, word in utrecht.items() if name not in {*SHARED, "referral"} and len(word) > 9}
    opened = walked = 0
    for method, url, theirs in routes(app, utrecht, *STAFF):
        shared = any(utrecht[name] in url for name in SHARED if name in utrecht)
        if method == "POST" and (shared or not theirs):
            continue
        form = {"data": {"csrf_token": nadia.token()}} if method == "POST" else {}
        answer = nadia.client.open(url, method=method, **form)
        said, walked = told(answer), walked + 1
        opened += shared and answer.status_code == 200
        assert shared or not theirs or answer.status_code in (404, 422), f"{method} {url}: {answer.status_code}"
        # The words of a question, and who worked on it, are what a desk is for; all other words stay at home.
        words = ["heeft honger", "Wie voert", *elsewhere.values()]
        found = [word for word in words if word in said] if shared else leaks(said, elsewhere)
        assert not [word for word in found if word not in url], f"{method} {url} tells {found}"
    assert opened >= 3
    assert walked > 60
    assert utrecht["handoff"] in told(nadia.client.get("/overdrachten"))
    handoff = f"/overdrachten/{utrecht['handoff']}"
    assert f"Mijn {CANARY} is weg." in told(nadia.client.get(handoff))
    with make.writing() as work:
        handing.end_sharing(work, there, home)
    assert nadia.client.get(handoff).status_code == 404
    assert utrecht["handoff"] not in told(nadia.client.get("/overdrachten"))


def test_a_system_of_one_town_asks_in_vain_for_another(app, nadia, make, clock, utrecht):
    town = make.neighbourhood("BU07721110").municipality_id
    with make.writing() as work:
        row, secret = systems.make(
            work, town, NewClient("Zaaksysteem", frozenset(Scope), clock().date() + timedelta(days=9))
        )
    client = app.test_client()
    form = {"grant_type": "client_credentials"}
    given = client.post("/api/v1/toegangstokens", data=form, auth=(row.reference, secret))
    token = {"Authorization": f"Bearer {given.json['access_token']}"}
    walked = 0
    for method, url, theirs in routes(app, utrecht, "/api/v1/doorverwijzingen", "/api/v1/abonnementen"):
        answer = client.open(url, method=method, headers=token, json={} if method == "POST" else None)
        walked += 1
        assert not theirs or answer.status_code in (400, 401, 404), f"{method} {url} answered {answer.status_code}"
        assert not [word for word in leaks(told(answer), utrecht) if word not in url], url
    assert walked > 5
