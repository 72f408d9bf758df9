"""`b2b settings`: what a municipality chose for itself: names, numbers, terms."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click

from b2b.cli.installation import Installation
from b2b.cli.town import for_municipality, town_id
from b2b.core.calendar import FreeDays, read_hours
from b2b.notifications.rules import is_address
from b2b.privacy.rules.retention import RETENTION


class Unreadable(ValueError):
    """A value that this setting cannot have; the message says what it can."""


def words(raw: str) -> str:
    """Read a short text."""
    text = " ".join(raw.split())
    if not 1 <= len(text) <= 80:
        raise Unreadable("vul 1 tot 80 tekens in")
    return text


def whole_number(raw: str) -> int:
    """Read a whole number from 1 to 1000."""
    if not (raw.isascii() and raw.isdigit() and 1 <= int(raw[:5]) <= 1000):
        raise Unreadable("vul een heel getal van 1 tot 1000 in")
    return int(raw)


def days_of(code: str) -> Callable[[str], int]:
    """Return what reads days within the bounds of this class of keeping."""
    term = RETENTION[code]

    def read(raw: str) -> int:
        days = int(raw) if raw.isascii() and raw.isdigit() and len(raw) <= 5 else 0
        if days == 0 or term.chosen(days) != days:
            raise Unreadable(f"vul een heel getal van {term.least} tot {term.most} in")
        return days

    return read


def audience(raw: str) -> str:
    """Read who posts are for: everybody (authors may choose), neighbours (idem), or closed (no choice)."""
    if raw not in ("everybody", "neighbours", "closed"):
        raise Unreadable("kies everybody, neighbours of closed")
    return raw


def close_posts(work: Any, municipality_id: int) -> None:
    """Let a choice for closed hold for posts that are there already."""
    from b2b.posts import service

    service.close_to_strangers(work, municipality_id)


def mailboxes(raw: str) -> str:
    """Read addresses between commas; "-" is nobody."""
    found = [part.strip() for part in raw.split(",") if part.strip()]
    if raw.strip() == "-":
        return ""
    if not found or len(found) > 10 or not all(is_address(part) for part in found):
        raise Unreadable("vul 1 tot 10 mailadressen in, met komma's ertussen, of - voor niemand")
    return ", ".join(found)


def hours_by_kind(raw: str) -> dict[str, int]:
    """Read hours per kind of help as JSON: {"vervoer": 24}; {} is the same for all."""
    from b2b.posts.categories import CATEGORIES

    try:
        found = json.loads(raw)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(
        code in CATEGORIES and type(hours) is int and 1 <= hours <= 336 for code, hours in found.items()
    ):
        raise Unreadable('vul JSON in met soorten hulp en uren van 1 tot 336, zoals {"vervoer": 24}')
    return found


def office_hours(raw: str) -> str:
    """Read whole hours of a day, as in 8-18."""
    try:
        opens, closes = read_hours(raw)
    except ValueError:
        raise Unreadable("vul hele uren in, zoals 8-18") from None
    return f"{opens.hour}-{closes.hour}"


def free_days(raw: str) -> str:
    """Read which holidays stop the clock: those of the law, or those of most offices."""
    if raw not in set(FreeDays):
        raise Unreadable("kies law of offices")
    return raw


def yes_or_no(raw: str) -> bool:
    """Read ja or nee."""
    if raw not in ("ja", "nee"):
        raise Unreadable("kies ja of nee")
    return raw == "ja"


def forget_learnt(work: Any, municipality_id: int) -> None:
    """Let what was counted go as soon as a municipality stops counting."""
    from b2b.matching.rules.learning import LEARN
    from b2b.matching.service import forget_learnt as forget
    from b2b.municipalities import queries

    if not queries.settings(work, municipality_id)[LEARN]:
        forget(work, municipality_id)


def sites(raw: str) -> list[str]:
    """Read origins between commas, such as https://www.utrecht.nl; "-" is none."""
    from b2b.api.rules import SITES_MAX, is_site

    found = [part.strip().lower().rstrip("/") for part in raw.split(",") if part.strip()]
    if raw.strip() == "-":
        return []
    if not 1 <= len(found) <= SITES_MAX or not all(is_site(part) for part in found):
        raise Unreadable("vul 1 tot 20 adressen in zoals https://www.gemeente.nl, met komma's ertussen, of -")
    return found


@dataclass(frozen=True)
class Choice:
    """A setting of a municipality: how it is read, what it means, what follows from choosing it."""

    read: Callable[[str], Any]
    meaning: str
    follow: Callable[[Any, int], None] | None = None


CHOICES = {
    "calendar.office_hours": Choice(
        office_hours,
        "wanneer er op werkdagen iemand is, in hele uren (anders: 8-18); daarbuiten gaat nood naar wie dienst heeft",
    ),
    "calendar.free_days": Choice(
        free_days,
        "op welke feestdagen termijnen stilstaan: law (Algemene termijnenwet, ook Goede Vrijdag en elk jaar 5 mei) "
        "of offices (niet op Goede Vrijdag, 5 mei eens in de vijf jaar)",
    ),
    "contact.residents": Choice(words, "waar bewoners een mens bereiken (DSA artikel 12)"),
    "contact.authorities": Choice(words, "waar toezichthouders de gemeente bereiken (DSA artikel 11)"),
    "name": Choice(words, "de naam van de site (anders: Buurthulp)"),
    "phone": Choice(words, "het telefoonnummer onder elke pagina (anders: 14 030)"),
    "coordinator": Choice(words, "hoe de buurtregisseur hier heet (anders: buurtregisseur)"),
    "handoff.zgw": Choice(
        yes_or_no, "of vragen een zaak mogen worden in het zaaksysteem (ZGW): ja of nee (anders: nee)"
    ),
    "moderation.due_hours": Choice(
        whole_number, "na zoveel uur gaat een bericht dat wacht naar de volgende moderator"
    ),
    "moderation.crisis_minutes": Choice(whole_number, "binnen zoveel minuten kijkt iemand naar nood (anders: 30)"),
    "moderation.on_call": Choice(
        mailboxes, "wie buiten kantoortijd een mail krijgt bij nood: adressen met komma's, of - voor niemand"
    ),
    "moderation.daily_limit": Choice(
        whole_number, "na zoveel besluiten op een dag raden wij een moderator pauze aan"
    ),
    "moderation.throwaway": Choice(
        yes_or_no, "of een moderator kijkt naar een nieuwkomer met een tijdelijk e-mailadres: ja of nee (anders: ja)"
    ),
    "moderation.trusted_after": Choice(whole_number, "na zoveel geplaatste berichten is iemand geen nieuwkomer meer"),
    "posts.audience": Choice(
        audience,
        "wie berichten leest: everybody of neighbours (de schrijver kiest, dit staat ingevuld), "
        "of closed (alles is alleen voor buren)",
        close_posts,
    ),
    **{
        term.setting: Choice(
            days_of(term.code),
            f"{term.what}: zoveel dagen {term.after} ({term.least} tot {term.most}, anders: {term.days})",
        )
        for term in RETENTION.values()
        if term.setting
    },
    "push.enabled": Choice(
        yes_or_no,
        "of bewoners per apparaat een melding op hun scherm kunnen aanzetten, zonder inhoud; de pushdiensten van browsers "
        "zien dan dat er iets is: ja of nee (anders: nee)",
    ),
    "matching.learn": Choice(
        yes_or_no,
        "of de site telt welke soort hulp mensen kiezen, en woorden zoekt die zij niet kent, zonder namen of teksten: "
        "ja of nee (anders: ja); bij nee verdwijnt wat geteld is",
        forget_learnt,
    ),
    "limits.new.posts": Choice(whole_number, "berichten per dag van wie nieuw is (anders: 1)"),
    "limits.new.conversations": Choice(whole_number, "nieuwe gesprekken per dag van wie nieuw is (anders: 3)"),
    "limits.neighbour.posts": Choice(whole_number, "berichten per dag van een buur (anders: 5)"),
    "limits.neighbour.conversations": Choice(whole_number, "nieuwe gesprekken per dag van een buur (anders: 10)"),
    "agreements.untold_days": Choice(
        whole_number, "na zoveel dagen sluit een afspraak waarover niemand iets zei (anders: 14)"
    ),
    "handoff.pick_up_days": Choice(whole_number, "binnen zoveel werkdagen pakt de gemeente een vraag op (anders: 2)"),
    "promise.hours": Choice(
        whole_number, "binnen zoveel uur op werkdagen hoort wie hulp vraagt iets (anders: 48, dus 2 werkdagen)"
    ),
    "promise.hours_by_kind": Choice(
        hours_by_kind, 'andere uren voor sommige soorten hulp, als JSON: {"vervoer": 24}'
    ),
    "embed.sites": Choice(sites, "welke sites de lijst van een buurt in een kader mogen tonen, met komma's, of -"),
}


@click.group()
def settings() -> None:
    """Wat een gemeente zelf kiest."""


@settings.command("list")
@for_municipality
@click.pass_obj
def list_command(installation: Installation, municipality: str | None) -> None:
    """Toon elke keuze, wat zij betekent en wat nu geldt."""
    from b2b.municipalities import queries

    with installation.reading() as work:
        chosen = queries.settings(work, town_id(work, municipality))
    for key, choice in CHOICES.items():
        now = json.dumps(chosen[key], ensure_ascii=False) if key in chosen else "niet gekozen"
        click.echo(f"{key}: {now}\n    {choice.meaning}")


@settings.command("choose")
@click.argument("key", type=click.Choice(list(CHOICES)))
@click.argument("value")
@for_municipality
@click.pass_obj
def choose_command(installation: Installation, key: str, value: str, municipality: str | None) -> None:
    """Kies iets voor een gemeente."""
    from b2b.core import audit
    from b2b.municipalities import service

    try:
        read = CHOICES[key].read(value)
    except Unreadable as problem:
        raise click.ClickException(f"Dat kan niet: {problem}.") from None
    with installation.writing() as work:
        town = town_id(work, municipality)
        service.choose(work, town, key, read)
        if (follow := CHOICES[key].follow) is not None:
            follow(work, town)
        audit.note(work, "setting.chosen", municipality_id=town, key=key)
    click.echo(f"{key} is nu {json.dumps(read, ensure_ascii=False)}.")
