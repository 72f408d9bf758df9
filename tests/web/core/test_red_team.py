"""An account without a valid proof tries every door: what is for neighbours stays unseen.

Every route of the application is tried, so a new one is tried too. All posts of this world are for
neighbours only and every word of them is a canary; so are the addresses and mail addresses of others.
"""

from datetime import timedelta

import pytest
from sqlmodel import select

from b2b.accounts.models import Letter, Member
from b2b.accounts.rules.letters import Address
from b2b.accounts.rules.trust import ProofKind
from b2b.accounts.service import letters, trust
from b2b.accounts.service import people as accounts
from b2b.agreements.models import Agreement
from b2b.conversations.models import Message
from b2b.matching import service as finding
from b2b.municipalities.queries import places
from b2b.notifications.channels.twin import text_of
from b2b.posts import service as posting
from b2b.posts.models import Post
from b2b.posts.rules import PostKind, PostState, PostWords
from b2b.recurring.models import Series
from tests.web.core.test_matrix import address, forgetful, people, routes, world  # noqa: F401 - fixtures

CANARY = "kanariegeel"
INTRUDERS = ("visitor", "e-mail only", "expired letter", "spent letter", "abroad", "suspended")


@pytest.fixture
def outside(mail):
    return {"mail": mail}


def with_letter(make, clock, name, *, tries=0, days=0):
    """Return a member whose letter was sent `days` ago and tried `tries` times, wrongly."""
    member = make.member(name, trusted=False)
    with make.writing() as work:
        work.actor_id = member.id
        letters.ask(work, work.get_one(Member, member.id), Address("3562AB", 7 + tries, name[:1].upper()))
        letters.finish_run(work, letters.start_run(work, member.municipality_id))
        letter = work.exec(select(Letter).where(Letter.member_id == member.id)).one()
        letter.expires_at = clock() + timedelta(days=30 - days)
    for _ in range(tries):
        with make.writing() as work:
            letters.answer(work, work.get_one(Member, member.id), "00000000")
    return member


@pytest.fixture
def intruders(make, clock):
    """Everybody who has no valid proof here, each for another reason."""
    far = make.member("Verweg", at=make.neighbourhood("BU07721110"), proven=True)
    banned = make.member("Gestopt", proven=True)
    with make.writing() as work:
        trust.prove(work, work.get_one(Member, banned.id), ProofKind.DESK, "paspoort")
        accounts.suspend(work, work.get_one(Member, banned.id))
    return {
        "visitor": None,
        "e-mail only": make.member("Nieuwsgierig", trusted=True, proven=False),
        "expired letter": with_letter(make, clock, "Telaat", days=31),
        "spent letter": with_letter(make, clock, "Raadt", tries=5),
        "abroad": far,
        "suspended": banned,
    }


@pytest.fixture
def secrets(make, world, intruders):  # noqa: F811
    """Make every word of every post a canary, and every address; return the world."""
    mine = {member.id for member in intruders.values() if member}
    with make.writing() as work:
        for post in work.exec(select(Post)):
            post.title = f"{CANARY} titel"
            post.body = f"{CANARY} verhaal"
            post.where_words = post.when_words = f"{CANARY} plek"
            post.for_neighbours = True
        author = work.exec(select(Post)).first()
        for state in (PostState.OPEN, PostState.FULFILLED):
            work.add(_copy(author, state))
        for message in work.exec(select(Message)):
            message.body = f"{CANARY} bericht"
        for series in work.exec(select(Series)):
            series.place = f"{CANARY} vaste hulp"
            series.address = f"{CANARY} straat 2"
        for agreement in work.exec(select(Agreement)):
            agreement.place = f"{CANARY} afspraak"
            agreement.address = f"{CANARY} straat 1"
        for member in work.exec(select(Member)):
            if member.id not in mine:
                member.email = f"{CANARY}-{member.id}@voorbeeld.nl"
    with make.writing() as work:
        for post in work.exec(select(Post).where(Post.state == PostState.OPEN)):
            finding.index(work, post)
    return world


def _copy(post, state):
    values = post.model_dump(exclude={"id", "reference", "state"})
    return Post(
        **values, reference=f"V-{state.value[:4].upper()}-0000".replace("U", "V").replace("L", "1"), state=state
    )


def test_the_canaries_are_alive(app, browser, make, secrets):
    """Whoever lives here for certain does see them: else the crawl below would prove nothing."""
    neighbour = browser(make.member("Buur"))
    town, here = make.municipality().id, make.neighbourhood().id
    with make.writing() as work:
        hood = places(work, town).hoods[here]
    assert CANARY in neighbour.client.get(f"/buurten/{hood.slug}").text
    assert CANARY in neighbour.client.get("/zoeken?q=titels+verhalen").text
    assert CANARY in neighbour.client.get(f"/berichten/{secrets['post']}").text


@pytest.mark.parametrize("who", INTRUDERS)
def test_without_a_proof_no_route_shows_what_is_for_neighbours(forgetful, browser, make, secrets, intruders, who):  # noqa: F811
    town, here = make.municipality().id, make.neighbourhood().id
    with make.writing() as work:
        secrets["neighbourhood"] = places(work, town).hoods[here].slug
        posts = [post.reference for post in work.exec(select(Post))]
    intruder = browser(intruders[who], second_factor=True)
    tried = list(_everything(forgetful, secrets, posts))
    assert len(tried) > 100
    for method, url in tried:
        answer = _knock(intruder, method, url)
        seen = answer.get_data() + str(answer.headers).encode()
        assert CANARY.encode() not in seen, f"{method} {url} shows it to: {who}"


def _everything(app, secrets, posts):
    """Yield (method, address): all routes, then the same ones with all that can be asked of them."""
    for method, rule in routes(app):
        yield method, _address(rule, secrets)
        if "post" in rule.arguments:
            for reference in posts:
                yield method, _address(rule, {**secrets, "post": reference})
    slug = secrets["neighbourhood"]
    for asked in ("", "?soort=vraag", "?soort=aanbod", "?hulp=boodschappen", "?na=x", "?voor=x"):
        yield "GET", f"/{asked}"
        yield "GET", f"/buurten/{slug}{asked}"
    for words in ("titel", "verhaal", "titels+verhalen", "boodschappen", ""):  # a page says back what was looked for
        yield "GET", f"/zoeken?q={words}"
        yield "GET", f"/zoeken?q={words}&soort=vraag"
    for reference in (*posts, secrets["member"]):
        yield "GET", f"/melding?over={reference}"
        yield "GET", f"/hulp-van-de-gemeente?bericht={reference}"
        yield "POST", f"/hulp-van-de-gemeente?bericht={reference}"


def _address(rule, secrets):
    """Return an address of `rule`; what this world does not have is tried by a name that nothing has."""
    nothing = dict.fromkeys(rule.arguments, "X-0000-0000")
    return address(rule, nothing | secrets)


def _knock(intruder, method, url):
    if method == "GET":
        return intruder.client.get(url, headers={"HX-Request": "true"} if "na=" in url else {})
    return intruder.client.post(url, data={"csrf_token": intruder.token()})


def test_no_mail_tells_who_has_no_proof(make, writing, worker, mail, intruders, clock):
    """Placing, changing, matching and closing a post for neighbours tells nobody else, now or in the weeks after."""
    author = make.member("Fatima")
    hood = make.neighbourhood()
    with writing() as work:
        words = PostWords(
            PostKind.REQUEST, "boodschappen", f"{CANARY} titel", f"{CANARY} verhaal", hood.id, for_neighbours=True
        )
        post = posting.submit(work, author.id, author.municipality_id, words)
        post_id = post.id
    worker.run_until_quiet()
    for days in (1, 7, 30, 55):
        clock.advance(days=days)
        worker.run_until_quiet()
    with writing() as work:
        post = work.get_one(Post, post_id)
        assert post.for_neighbours
    addresses = [member.email for member in intruders.values() if member]
    for to in addresses:
        for message in mail.to(to):
            assert CANARY not in str(message["Subject"]) + text_of(message)
