"""How far everybody in the demo is trusted: letters that wait or are on their way, vouching, a VOG that was seen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from b2b.accounts.rules.letters import Address
from b2b.accounts.rules.trust import RoleWord
from b2b.accounts.service import letters, trust
from b2b.accounts.service.people import known
from b2b.demo.entries import ASK, ELSEWHERE, OFFER, Entry
from b2b.demo.stage import Stage


@dataclass(frozen=True)
class Act:
    """Something about trust that happens at a moment."""

    at: str
    play: Callable[[Stage], None]


def _asks(name: str, address: Address) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        letters.ask(stage.work, known(stage.work, stage.acts(name)), address)

    return play


def _print(stage: Stage) -> None:
    stage.acts("Nadia")
    letters.finish_run(stage.work, letters.start_run(stage.work, stage.town("Nadia").municipality_id))


def _vouches(name: str, newcomer: str) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        voucher = known(stage.work, stage.acts(name))
        trust.vouch(stage.work, voucher, known(stage.work, stage.members[newcomer]))

    return play


def _is_known(name: str) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        stage.acts_nobody()
        trust.become_known(stage.work, stage.members[name])

    return play


def _is_seen_at_the_desk(name: str, by: str, reason: str) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        stage.acts(by)
        trust.see_at_desk(stage.work, known(stage.work, stage.members[name]), reason)

    return play


def _has_a_vog(stage: Stage) -> None:
    stage.acts("Nadia")
    seen = stage.clock().date() - timedelta(days=20)
    word = RoleWord("maatje voor ouderen", "Stichting Maatjes in de Buurt", seen, seen + timedelta(days=730))
    trust.give_word(stage.work, known(stage.work, stage.members["Truus"]), word)


ACTS = (
    Act("30d 05:00", _is_known("Rob")),
    Act("30d 05:01", _is_known("Ria")),
    Act("21d 14:00", _has_a_vog),
    # Wout's letter was printed and he did not type the code yet; the others wait for the next run.
    Act("7d 20:00", _asks("Wout", Address("3562GK", 18))),
    Act("6d 09:30", _print),
    Act("2d 21:15", _asks("Yusuf", Address("3564VB", 44, "B"))),
    Act("1d 12:40", _asks("Emine", Address("3561AB", 7))),
    Act("90m", _asks("Kevin", Address("3526AB", 102))),
    # One of the two neighbours that Joyce needs.
    Act("1d 11:00", _vouches("Rob", "Joyce")),
    Act("1d 15:30", _is_seen_at_the_desk("Ronnie", "Mo", "Rijbewijs en een brief van de woningcorporatie")),
)
"""In the order of the clock."""

# One value a line would hide what people say: a post reads as a card, its heading on one line.
# fmt: off
FOR_NEIGHBOURS = (
    Entry(
        "operatie", ASK, "Leyla", "1d 09:40", "boodschappen/winkel",
        "Na mijn operatie kan ik niet tillen",
        "Ik ben vorige week geopereerd en mag zes weken niets zwaars dragen. Wie neemt een paar keer iets voor me mee?",
        when="De komende weken", for_neighbours=True,
    ),
    Entry(
        "vakantie-planten", OFFER, "Joost", "1d 08:15", "tuin/planten",
        "Ik geef je planten water als je weg bent",
        "Ik werk thuis en ben er bijna altijd. Ik loop graag even langs. We maken eerst kennis.",
        when="Hele winter", place=ELSEWHERE, where="In onze straat of vlakbij", for_neighbours=True,
    ),
)
"""Posts that only who lives here for certain can see."""
# fmt: on
