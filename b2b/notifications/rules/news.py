"""What kinds of news there are, how much each matters, and by which way it reaches somebody. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from b2b.core.errors import Missing
from b2b.core.words import N_

INBOX_PAGE = 20
DIGEST_HOUR = 8
"""When digests go out, on the Dutch clock."""
DIGEST_MAX = 30
"""So many lines in one digest; what is left is on the site."""


class Importance(StrEnum):
    """`ALWAYS`: nobody can turn this off; `AT_ONCE`: a mail, unless turned off; `DIGEST`: may wait."""

    ALWAYS = "always"
    AT_ONCE = "at_once"
    DIGEST = "digest"


class Channel(StrEnum):
    """How one piece of news travels: by a mail of its own, in a digest, or on the site alone."""

    MAIL = "mail"
    DIGEST = "digest"
    SITE = "site"


class Important(StrEnum):
    """What somebody wants to happen with important news."""

    AT_ONCE = "at_once"
    DIGEST = "digest"


class Rest(StrEnum):
    """How often somebody wants the digest."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


class Pause(StrEnum):
    """How long there is no mail."""

    WEEK = "week"
    MONTH = "month"
    ALWAYS = "always"


PAUSES: Mapping[Pause, timedelta | None] = {
    Pause.WEEK: timedelta(days=7),
    Pause.MONTH: timedelta(days=30),
    Pause.ALWAYS: None,
}
"""None: until somebody ends it."""


@dataclass(frozen=True)
class Wishes:
    """What somebody wants of our mail; the defaults are for who never said anything.

    `paused_until` None while `paused`: without an end.
    """

    important: Important = Important.AT_ONCE
    rest: Rest = Rest.DAILY
    paused: bool = False
    paused_until: datetime | None = None

    def is_paused(self, now: datetime) -> bool:
        """Say whether there is no mail now, except what nobody can turn off."""
        return self.paused and (self.paused_until is None or self.paused_until > now)


@dataclass(frozen=True)
class News:
    """One kind of news: how much it matters, and what it is called in the list on the site."""

    importance: Importance
    title: str


_A, _O, _D = Importance.ALWAYS, Importance.AT_ONCE, Importance.DIGEST

NEWS: Mapping[str, News] = {
    "response-given": News(_O, N_("Iemand reageerde op je bericht")),
    "message-sent": News(_O, N_("Je kreeg een nieuw bericht")),
    "chosen": News(_O, N_("Je bent gekozen")),
    "passed-over": News(_O, N_("Iemand anders is gekozen")),
    "not-now": News(_O, N_("Een buur kan nu even niet")),
    "asked-quietly": News(_O, N_("Een buur vraagt jou om hulp")),
    "response-released": News(_O, N_("De ander gaat niet verder")),
    "response-open-again": News(_O, N_("Er wordt weer iemand gezocht")),
    "agreement-proposed": News(_O, N_("Een voorstel voor een afspraak")),
    "agreement-accepted": News(_O, N_("Je afspraak staat vast")),
    "agreement-tomorrow": News(_O, N_("Je afspraak is bijna")),
    "agreement-declined": News(_O, N_("Je voorstel past niet")),
    "agreement-cancelled": News(_A, N_("Je afspraak gaat niet door")),
    "agreement-uncertain": News(_A, N_("Je afspraak is onzeker")),
    "agreement-address": News(_O, N_("Je weet nu het adres")),
    "thanked": News(_O, N_("Een buur bedankt jou")),
    "look-back": News(_O, N_("Hoe ging het?")),
    "help-series-proposed": News(_O, N_("Een voorstel voor vaste hulp")),
    "help-series-agreed": News(_O, N_("Je vaste hulp staat vast")),
    "help-series-declined": News(_O, N_("Je voorstel voor vaste hulp past niet")),
    "help-turn-skipped": News(_A, N_("Een keer gaat niet door")),
    "help-turn-open": News(_O, N_("Iemand kan een keer niet")),
    "help-turn-missed": News(_A, N_("Er kwam niemand. Kun jij nog?")),
    "help-turn-taken": News(_O, N_("Er komt een ander")),
    "help-tomorrow": News(_O, N_("Morgen is er hulp")),
    "help-team-asked": News(_O, N_("Wil je af en toe helpen?")),
    "help-team-answered": News(_O, N_("Een antwoord over je team")),
    "help-series-ended": News(_A, N_("De vaste hulp stopt")),
    "help-series-over": News(_O, N_("De vaste hulp is voorbij")),
    "review-waiting": News(_O, N_("Er wacht iets op een moderator")),
    "review-went-up": News(_O, N_("Iets wacht al te lang op een moderator")),
    "cover-asked": News(_O, N_("Iemand vraagt je om in te vallen")),
    "post-placed": News(_O, N_("Je bericht staat op de site")),
    "post-change-asked": News(_O, N_("Pas je bericht nog aan")),
    "put-aside": News(_A, N_("Je bericht is even weggehaald")),
    "message-held": News(_A, N_("Je bericht wacht op een moderator")),
    "message-read": News(_O, N_("Een moderator las mee in een gesprek")),
    "statement-of-reasons": News(_A, N_("Een besluit over jou")),
    "complaint-received": News(_A, N_("We kregen je bezwaar")),
    "complaint-waiting": News(_O, N_("Er wacht een bezwaar")),
    "complaint-decided": News(_A, N_("Een antwoord op je bezwaar")),
    "measure-over": News(_A, N_("Je kunt weer meedoen")),
    "notice-receipt": News(_O, N_("We kregen je melding")),
    "notice-decided": News(_O, N_("Een antwoord op je melding")),
    "notice-reconsidered": News(_O, N_("We keken opnieuw naar je melding")),
    "help-suggested": News(_O, N_("Een moderator wijst je op hulp")),
    "admission-asked": News(_O, N_("Iemand vraagt om mee te mogen doen")),
    "still-needed": News(_O, N_("Is je bericht nog nodig?")),
    "help-asked": News(_O, N_("Kun jij een buur helpen?")),
    "request-fits": News(_D, N_("Een vraag die bij jouw aanbod past")),
    "somebody-wanted": News(_O, N_("Zoek iemand voor een hulpvraag")),
    "help-offered": News(_A, N_("Wat er verder kan met je hulpvraag")),
    "still-waiting": News(_O, N_("Een buur wacht op jouw antwoord")),
    "what-happened": News(_O, N_("Wat ging er mis?")),
    "copy-ready": News(_A, N_("Je gegevens staan klaar")),
    "erasure-asked": News(_A, N_("Je account wordt verwijderd")),
    "neighbour-leaves": News(_O, N_("Een buur doet niet meer mee")),
    "data-request-waiting": News(_O, N_("Er wacht een vraag over gegevens")),
    "data-request-answered": News(_A, N_("Een antwoord over je gegevens")),
    "terms-changed": News(_A, N_("Onze regels veranderen")),
    "joined": News(_O, N_("Welkom")),
    "new-device": News(_A, N_("Er is ingelogd op een nieuw apparaat")),
    "passkeys-changed": News(_A, N_("Er veranderde iets aan hoe je inlogt")),
    "break-glass": News(_A, N_("De noodcode is gemaakt of gebruikt")),
    "letter-sent": News(_D, N_("Je brief is onderweg")),
    "member-proven": News(_D, N_("We weten nu dat je hier woont")),
    "voucher-struck": News(_O, N_("Iemand voor wie je instond")),
    "handoff-waiting": News(_O, N_("Er wacht een vraag van een bewoner")),
    "handoff-passed": News(_O, N_("Een collega geeft jou een vraag door")),
    "handoff-answered": News(_O, N_("Een antwoord van een bewoner")),
    "handoff-question": News(_O, N_("De gemeente heeft een vraag aan jou")),
    "handoff-proposal": News(_O, N_("Een voorstel van de gemeente")),
    "handoff-second-person": News(_O, N_("Een collega vraagt je om mee te kijken")),
    "handoff-shared": News(_A, N_("De gemeente deelde iets over je")),
    "worry-told": News(_A, N_("Een buur maakt zich zorgen over iemand")),
    "worry-moved": News(_O, N_("Nieuws over de zorgen die je meldde")),
    "contact-offered": News(_O, N_("De gemeente biedt je hulp aan")),
    "handoff-moved": News(_O, N_("Nieuws over je vraag aan de gemeente")),
}
"""Event -> how much it matters and what it is called. An event that is not here matters, and is called "Nieuws"."""

FITTING = frozenset({"request-fits"})
"""What stands in a part of the digest by itself: a reader looks through these, they are no news about themselves."""

PLAIN = News(Importance.AT_ONCE, N_("Nieuws voor jou"))


class NoSuchNews(Missing):
    """The message is not there, or for somebody else."""

    sentence = N_("Dit bericht is er niet (meer).")


def news_of(event: str) -> News:
    """Return how much an event matters and what it is called."""
    return NEWS.get(event, PLAIN)


def channel_of(importance: Importance, wishes: Wishes, now: datetime, *, quietly: bool = False) -> Channel:
    """Return by which way news of this importance reaches somebody with these wishes.

    `quietly`: about something that the reader muted. What matters most goes by mail whatever somebody wishes.
    """
    if importance is Importance.ALWAYS:
        return Channel.MAIL
    if quietly or wishes.is_paused(now):
        return Channel.SITE
    if importance is Importance.AT_ONCE and wishes.important is Important.AT_ONCE:
        return Channel.MAIL
    return Channel.SITE if wishes.rest is Rest.NEVER else Channel.DIGEST


def digest_slot(local_now: datetime) -> str:
    """Return the name of the digest that has begun at this local moment: a date, from DIGEST_HOUR on."""
    return (local_now - timedelta(hours=DIGEST_HOUR)).strftime("%Y-%m-%d")


def rhythms_of(slot: str) -> tuple[Rest, ...]:
    """Return whose digest goes out in this slot: who wants it weekly gets it on Monday."""
    weekday = datetime.fromisoformat(slot).weekday()
    return (Rest.DAILY, Rest.WEEKLY) if weekday == 0 else (Rest.DAILY,)
