"""Who lives in the demo. The first thirteen can be looked through; the others make it a town."""

from dataclasses import dataclass, field

from b2b.accounts.rules import DEMO_DOMAIN
from b2b.authz.predicates import Role

NEIGHBOURS = "@buren.demo.b2b.example"
"""Where the other neighbours have their mail: the sign-in page lists only who is at DEMO_DOMAIN."""


@dataclass(frozen=True)
class Person:
    """Somebody of the demo, called by first name everywhere: each name is there once.

    `hood` is the slug of a neighbourhood. A newcomer's posts wait for a moderator. `areas` are slugs
    of wijken in which `role` is held; none is the whole municipality.
    """

    name: str
    hood: str
    joined: str
    newcomer: bool = False
    listed: bool = False
    role: Role | None = None
    areas: tuple[str, ...] = field(default=())
    municipality: str = "GM0344"

    @property
    def email(self) -> str:
        """Return the address, at a domain that nobody can own."""
        return f"{self.name.lower()}{DEMO_DOMAIN if self.listed else NEIGHBOURS}"


def _listed(name: str, hood: str, joined: str, role: Role | None = None, areas: tuple[str, ...] = ()) -> Person:
    return Person(name, hood, joined, listed=True, role=role, areas=areas)


EINDHOVEN = "GM0772"

PEOPLE = (
    # Residents: a mother of three, an older man, a student, a carer, somebody who reads Dutch with
    # difficulty, a handy man, somebody with a job and little time, and a newcomer.
    _listed("Fatima", "zambesidreef-en-omgeving", "140d 20:10"),
    _listed("Henk", "tigrisdreef-en-omgeving", "150d 10:05"),
    _listed("Sanne", "wittevrouwen", "95d 21:30"),
    _listed("Marjan", "zamenhofdreef-en-omgeving", "120d 13:15"),
    _listed("Olena", "taag-en-rubicondreef-en-omgeving", "60d 16:45"),
    _listed("Rob", "vechtzoom-zuid", "160d 09:20"),
    _listed("Aisha", "kanaleneiland-noord", "80d 19:00"),
    Person("Yusuf", "neckardreef-en-omgeving", "3d 18:20", newcomer=True, listed=True),
    _listed("Sven", "zamenhofdreef-en-omgeving", "45d 18:40"),
    _listed("Mieke", "lunetten-noord", "84d 15:30"),
    # Staff.
    _listed("Mo", "wolga-en-donaudreef-en-omgeving", "170d 11:00", Role.MODERATOR, ("overvecht",)),
    _listed("Ingrid", "rivierenwijk", "169d 14:30", Role.MODERATOR, ("zuid", "zuidwest")),
    _listed("Karin", "oudwijk", "175d 09:30", Role.COORDINATOR, ("overvecht",)),
    _listed("Peter", "tuindorp-oost", "175d 10:00", Role.COORDINATOR),
    _listed("Nadia", "lombok-oost", "176d 09:00", Role.ADMINISTRATOR),
    # Everybody else in Utrecht.
    Person("Ria", "vechtzoom-noord-klopvaart", "110d 10:40"),
    Person("Bilal", "wolga-en-donaudreef-en-omgeving", "105d 20:50"),
    Person("Dennis", "zamenhofdreef-en-omgeving", "75d 22:00"),
    Person("Leyla", "zambesidreef-en-omgeving", "70d 14:05"),
    Person("Joost", "zambesidreef-en-omgeving", "92d 11:20"),
    Person("Truus", "tigrisdreef-en-omgeving", "100d 15:00"),
    Person("Ronnie", "neckardreef-en-omgeving", "40d 21:10"),
    Person("Lotte", "lombok-west", "90d 12:30"),
    Person("Willem", "oog-in-al", "130d 10:10"),
    Person("Jeroen", "ondiep", "85d 17:25"),
    Person("Chantal", "elinkwijk-en-omgeving", "66d 20:15"),
    Person("Gerda", "tuindorp-oost", "98d 09:50"),
    Person("Anouk", "schildersbuurt", "55d 18:30"),
    Person("Tim", "domplein-neude-janskerkhof", "50d 23:05"),
    Person("Samira", "lunetten-noord", "72d 19:45"),
    Person("Hassan", "kanaleneiland-zuid", "88d 16:20"),
    Person("Bas", "rivierenwijk", "35d 12:10"),
    Person("Priya", "leidsche-rijn-centrum", "64d 20:40"),
    Person("Marco", "parkwijk-noord", "58d 21:15"),
    Person("Els", "vleuten", "115d 11:35"),
    Person("Joke", "de-meern-noord", "125d 14:10"),
    Person("Emine", "tigrisdreef-en-omgeving", "1d 20:30", newcomer=True),
    Person("Joyce", "vechtzoom-zuid", "7d 19:10", newcomer=True),
    Person("Kevin", "kanaleneiland-noord", "2d 12:10", newcomer=True),
    Person("Wout", "zamenhofdreef-en-omgeving", "8d 13:00", newcomer=True),
    # A name that looks like Fatima's, who lives there: a moderator looks at it.
    Person("F4tima", "zambesidreef-en-omgeving", "1d 21:15", newcomer=True),
    # Eindhoven, for who looks there.
    Person("Loes", "woensel-west", "45d 10:30", listed=True, municipality=EINDHOVEN),
    Person("Bram", "strijp-s", "42d 20:00", listed=True, municipality=EINDHOVEN),
    Person("Fleur", "genderdal", "38d 15:20", municipality=EINDHOVEN),
)
"""In the order in which the sign-in page shows them."""
