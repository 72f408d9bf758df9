"""The ways from my page to everything of mine, in the order of a resident's day.

Pages of other features are named here by endpoint: a name is no import.
"""

from dataclasses import dataclass

from b2b.core.words import N_


@dataclass(frozen=True)
class Way:
    """A link on my page: its words, what one finds there, its icon, and the endpoint that answers."""

    label: str
    help: str
    icon: str
    endpoint: str


HELPING = (
    Way(N_("Berichten voor jou"), N_("Al het nieuws voor jou op een rij"), "bell", "notifications.inbox"),
    Way(N_("Mijn berichten"), N_("Wat je vroeg en wat je aanbood"), "file-text", "posts.mine"),
    Way(N_("Mijn gesprekken"), N_("Met buren die willen helpen"), "messages", "conversations.index"),
    Way(N_("Mijn afspraken"), N_("Wanneer wie komt"), "calendar-event", "agreements.index"),
    Way(N_("Wanneer ik help"), N_("Vakantie, stille uren en hoe vaak wij je vragen"), "clock", "promise.helping"),
)
TOWN = (
    Way(N_("Hulp van de gemeente"), N_("Wat je aan de gemeente vroeg"), "building-community", "handoff.mine"),
    Way(N_("Wie is betrokken"), N_("Welke organisaties iets open hebben voor jou"), "users", "handoff.involved"),
)
ABOUT_ME = (
    Way(N_("Mijn gegevens"), N_("Je voornaam, je buurt en je e-mailadres"), "id-badge", "accounts.my_data"),
    Way(N_("Vertrouwen"), N_("Wat je kunt doen, en wat hierna komt"), "shield-check", "accounts.trust"),
    Way(N_("Besluiten over mij"), N_("Wat een moderator besloot, en bezwaar maken"), "file-text", "moderation.mine"),
    Way(N_("Wie ik heb geblokkeerd"), N_("Mensen die je niet meer tegenkomt"), "ban", "accounts.blocked"),
)
SETTINGS = (
    Way(
        N_("Welke mail je krijgt"),
        N_("Meteen, in één verzamelmail, of even niet"),
        "mail",
        "notifications.preferences",
    ),
    Way(N_("Hoe je inlogt"), N_("Met je vinger of gezicht, of met je werkaccount"), "key", "accounts.passkeys"),
    Way(N_("Mijn apparaten"), N_("Waar je bent ingelogd"), "device-mobile", "accounts.devices"),
)
GROUPS = (
    (N_("Vragen en helpen"), HELPING),
    (N_("De gemeente"), TOWN),
    (N_("Over mij"), ABOUT_ME),
    (N_("Mail en inloggen"), SETTINGS),
)
