"""A neighbour with a whole life on the site, and one who talked with her."""

from datetime import timedelta

import pytest
from sqlmodel import SQLModel, select

from b2b.accounts.models import Letter, Member, SignInChallenge
from b2b.accounts.rules.letters import LetterState
from b2b.conversations import service as talking
from b2b.conversations.models import Message
from b2b.conversations.rules import ConversationState, Words
from b2b.core.crypto import keyring
from b2b.core.ids import new_reference
from b2b.handoff import service as handing
from b2b.handoff.rules import ContactWay, Question, consent_hash
from b2b.posts.models import Draft
from b2b.posts.rules import PostKind, PostState
from b2b.privacy.ledger_file import LedgerFile

HERS = [
    "Canaria",
    "canaria@voorbeeld.nl",
    "kanarietitel",
    "kanarietekst",
    "kanariebericht",
    "kanarieconcept",
    "kanariehandoff",
    "kanariestraat 12",
    "kanarieplek",
    "06 12 34 56 78",
    "kanariebezwaar",
]
"""What only she wrote or is: none of it may be anywhere when she is gone."""
HIS = ["Bram", "bram@voorbeeld.nl", "merelbericht", "merelreactie"]
"""What only the other one wrote or is: none of it in her copy, all of it still there when she is gone."""


@pytest.fixture
def outside(mail, tmp_path):
    return {"mail": mail, "ledger": LedgerFile(tmp_path / "erasures.txt")}


@pytest.fixture
def canaria(make):
    return make.member("Canaria")


@pytest.fixture
def bram(make):
    return make.member("Bram")


@pytest.fixture
def life(make, writing, canaria, bram, clock):
    """Give her a request with an appointment, an answer to somebody else, a draft, a letter and a question."""
    here = {"municipality_id": canaria.municipality_id, "neighbourhood_id": canaria.neighbourhood_id}
    post = make.post(canaria, "kanarietitel", body="kanarietekst", state=PostState.MATCHED)
    talk = make.conversation(post, bram, state=ConversationState.CHOSEN)
    offer = make.post(bram, "merelreactie", kind=PostKind.OFFER)
    other = make.conversation(offer, canaria)
    with writing() as work:
        for conversation, author, words in ((talk, canaria, "kanariebericht"), (talk, bram, "merelbericht")):
            talking.send(work, work.merge(conversation), author.id, Words(words, new_reference("O")))
        first = work.exec(select(Message).where(Message.conversation_id == other.id)).one()
        first.body = "kanariebericht twee"
    make.agreement(talk, days=3, proposed_by_id=canaria.id, place="kanarieplek", address="kanariestraat 12")
    make.save(
        Draft(
            reference=new_reference("K"),
            municipality_id=canaria.municipality_id,
            member_id=canaria.id,
            kind=PostKind.REQUEST,
            answers={"title": "kanarieconcept"},
            created_at=clock(),
            updated_at=clock(),
            expires_at=clock() + timedelta(days=30),
        )
    )
    make.save(
        Letter(
            reference=new_reference("L"),
            municipality_id=canaria.municipality_id,
            member_id=canaria.id,
            state=LetterState.WAITING,
            address="kanariestraat 12",
            address_key=b"k" * 32,
            asked_at=clock(),
        )
    )
    make.save(
        SignInChallenge(
            reference=new_reference("S"),
            municipality_id=canaria.municipality_id,
            email=canaria.email,
            email_key=keyring().fingerprint("email", canaria.email),
            browser_key=b"b",
            code_salt=b"s",
            code_hash=b"h",
            device="Chrome",
            created_at=clock(),
            expires_at=clock() + timedelta(minutes=10),
        )
    )
    asked = Question("Canaria", "Zambesidreef", "kanariehandoff", ContactWay.PHONE, "06 12 34 56 78")
    with writing() as work:
        handoff = handing.hand_over(
            work, **here, member_id=canaria.id, question=asked, agreed_to=consent_hash(asked), once=new_reference("O")
        )
    return {"post": post, "talk": talk, "other": other, "handoff": handoff}


@pytest.fixture
def dump(writing):
    """Every value of every row of every table, as text, after "table.column: "; what is sealed is opened."""

    def all_of_it():
        with writing() as work:
            return [
                f"{table.name}.{key}: {value!r}"
                for table in SQLModel.metadata.sorted_tables
                for row in work.execute(table.select())
                for key, value in row._mapping.items()
            ]

    return all_of_it


@pytest.fixture
def stored(writing):
    """Return somebody as the database has them now."""

    def of(who):
        with writing() as work:
            return work.get_one(Member, who.id)

    return of
