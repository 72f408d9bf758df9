"""A word of her own in every text column of every table that the map calls hers: in her copy, and gone when she is.

The rows are those of the table of retention, so a table of people without a row in which she has a part fails by name.
"""

import io
import zipfile

import pytest
from sqlalchemy import Enum, Index, String, UniqueConstraint, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import AutoString

from b2b.accounts.models import Member, Passkey, Proof
from b2b.conversations.models import Message
from b2b.core.crypto import Sealed
from b2b.paper.models import PaperPerson
from b2b.privacy import service
from b2b.privacy.packing import DATA, packed
from b2b.privacy.queries.owning import owned_by, personal_tables, stored
from b2b.privacy.rules import MAP, Erase, Export
from b2b.promise.models import HelperTerms
from b2b.recurring.models import Place
from tests.integration.privacy.cases import CASES
from tests.integration.privacy.cases.meeting import series_of
from tests.integration.privacy.scene import END, Scene, made
from tests.integration.rights.test_erasing import erase_all

FIXED = ("audit_entries", "moves")
"""What the database lets nobody change: they hold no words, which `docs/privacy.md` says and their own tests show."""
SHORTEST = len("kanarie000")


def texts():
    """Return every column of a table of people in which somebody's words, or who they are, can stand."""
    return [
        column
        for table in personal_tables()
        if table.name not in FIXED
        for column in stored(table.name).columns
        if isinstance(column.type, (AutoString, String, Sealed))
        and not isinstance(column.type, Enum)
        and not column.foreign_keys
        and column.name != "language"
        and (getattr(column.type, "length", None) or SHORTEST) >= SHORTEST
        and not is_unique(column)
    ]


def is_unique(column):
    """Say whether the database lets a value stand here once: references, keys and marks against a double click."""
    table = column.table
    rules = [rule for rule in table.constraints if isinstance(rule, UniqueConstraint)]
    rules += [index for index in table.indexes if isinstance(index, Index) and index.unique]
    return column.primary_key or any(column.name in rule.columns for rule in rules)


@pytest.fixture
def street(make, clock):
    """Rows of every kind, made before she leaves."""
    assert CASES
    scene = Scene(make, clock)
    made(scene)
    scene.make.agreement(scene.make.conversation(scene.make.post(scene.kees, state="matched"), scene.ada))
    talk = scene.talk()
    series = series_of(scene)
    own = scene.make.post(scene.ada, kind="offer")
    for model, said in (
        (PaperPerson, {}),
        (Passkey, {}),
        (Proof, {}),
        (HelperTerms, {"post_id": own.id}),
        (Message, {"conversation_id": talk.id}),
        (Place, {"series_id": series.id, "conversation_id": series.conversation_id}),
    ):
        scene.save(model, **said)
    clock.moment = END
    return scene


@pytest.fixture
def hers(street, writing):
    """Return her words, and where each stands; in rows in which she has no part stands "merelzang".

    Where the database takes only what is on a list nobody's words can stand.
    """
    placed = {}
    for number, column in enumerate(texts()):
        word = f"kanarie{number:03}"
        try:
            with writing() as work:
                for words, whose in (("merelzang", True), (word, owned_by(column.table.name, street.ada.id))):
                    work.connection().execute(update(column.table).where(whose).values({column.name: words}))
        except IntegrityError:
            continue
        placed[word] = f"{column.table.name}.{column.name}"
    return placed


def found(text, hers):
    """Return where the words come from that are in this text."""
    return {where for word, where in hers.items() if word in text}


def named(hers, wanted):
    """Return the columns for which the map says what is `wanted`."""
    return {where for where in hers.values() if wanted(MAP[where.split(".")[0]].columns[where.split(".")[1]])}


def test_her_copy_holds_what_the_map_says_and_nothing_of_anybody_else(street, hers, writing):
    with writing() as work, zipfile.ZipFile(io.BytesIO(packed(work, street.ada.id))) as pack:
        data = pack.read(DATA).decode()
    assert found(data, hers) ^ named(hers, lambda said: said.export is Export.YES) == set()
    assert "merelzang" not in data


def test_nothing_of_hers_is_left_in_any_table_and_what_is_not_hers_is(street, hers, writing, clock, dump):
    assert set(hers.values()) - found("\n".join(dump()), hers) == set(), "she has no part in these"
    with writing() as work:
        service.ask_erasure(work, work.get_one(Member, street.ada.id))
    clock.advance(days=15)
    erase_all(writing)
    lines = "\n".join(dump())
    assert found(lines, hers) ^ named(hers, lambda said: said.erase is Erase.KEEP) == set()
    assert "merelzang" in lines
