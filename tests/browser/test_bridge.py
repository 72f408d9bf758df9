"""A question waits out an hour without the municipality's register, goes back to the neighbourhood, and is taken back."""

import time

import pytest

from b2b.demo.register import TOKEN, connect
from b2b.handoff.connectors.openklant_twin import Twin
from tests.browser.people import PATIENCE
from tests.browser.story import looks_as

QUESTION = "Ik krijg mijn bril niet gerepareerd en kan mijn post niet lezen."
KINDS = ("klantcontacten", "betrokkenen", "digitaleadressen", "internetaken")


@pytest.fixture
def register(site):
    """A register that the municipality connected, and that just broke down."""
    with Twin(TOKEN) as twin:
        with site.app.writing() as work:
            connect(work, twin.address)
        twin.down = True
        yield twin


def counts(twin):
    return [len(twin.store.things[kind]) for kind in KINDS]


def until(condition):
    """Wait for what a worker does."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


def test_a_question_outlives_a_broken_register_goes_to_neighbours_and_is_withdrawn(site, person, register):
    henk, karin = person(), person()
    looks_as(henk, "Henk")
    henk.go("/hulp-van-de-gemeente")
    henk.write("Waar heb je hulp bij nodig?", QUESTION)
    henk.choose("Met een e-mail")
    henk.press("Volgende")
    henk.headed("Dit sturen wij")
    henk.press("Ja, verstuur dit")
    henk.reads("Je vraag is binnen")
    address = henk.path

    # An hour without the register: our own desk has the question all the same.
    until(lambda: any(call[0] == "GET" for call in register.calls))
    looks_as(karin, "Karin")
    karin.go(address)
    karin.reads(QUESTION)
    assert counts(register) == [0, 0, 0, 0]
    site.clock.skip(hours=1)
    register.down = False
    until(lambda: counts(register) == [1, 1, 1, 1])
    site.clock.skip(hours=1)
    henk.go(address)
    henk.reads("Bij de gemeente heeft je vraag dit nummer")
    assert counts(register) == [1, 1, 1, 1]

    # Staff who did nothing for hours sign in anew.
    karin = person()
    looks_as(karin, "Karin")
    karin.go(address)
    karin.press("Ik pak deze vraag op")
    karin.main.locator("summary", has_text="Terug naar de buurt").click()
    karin.pick("Soort hulp", "Taal en leren")
    karin.write("Korte titel", "Wie leest een brief voor?")
    karin.write("Het bericht", "Mijn bril is stuk. Wie leest een brief voor?")
    karin.press("Stuur het voorstel")
    henk.go(f"{address}/naar-de-buurt")
    henk.reads("Wie leest een brief voor?")
    henk.choose("Ik heb dit gelezen en ik houd me eraan")
    henk.press("Ja, plaats dit bericht")
    karin.go(address)
    karin.press("Bekijk het bericht")
    karin.headed("Wie leest een brief voor?")

    henk.go(address)
    henk.main.locator("summary", has_text="Ik wil mijn vraag intrekken").click()
    henk.press("Trek mijn vraag in")
    henk.go(address)
    henk.reads("Ingetrokken")
    henk.does_not_read(QUESTION)
    until(lambda: counts(register) == [0, 0, 0, 0])
