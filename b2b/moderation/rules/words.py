"""The words of review: what a decision does, ready-made reasons, the house rules it can rest on.

Dutch, translated where they are shown. Authors read the reasons and the rules.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from b2b.core.words import N_
from b2b.moderation.rules.notices import NoticeCategory, NoticeGround
from b2b.moderation.rules.reviews import DecisionKind, Lane, TargetKind

_D, _T = DecisionKind, TargetKind


@dataclass(frozen=True)
class Choice:
    """One way to decide: what it is called, what it does, and how it reads afterwards."""

    label: str
    consequence: str
    done: str
    icon: str


@dataclass(frozen=True)
class Report:
    """One thing to report: what it is called, an example line, its icon."""

    label: str
    example: str
    icon: str


_PERSON: Mapping[DecisionKind, Choice] = {
    _D.WARN: Choice(
        N_("Waarschuwen"),
        N_("Deze buur krijgt een mail met de regel en jouw uitleg, en kan bezwaar maken. Het telt 12 maanden mee."),
        N_("Gewaarschuwd"),
        "alert-triangle",
    ),
    _D.HOLD: Choice(
        N_("30 dagen eerst meelezen"),
        N_("Deze buur blijft meedoen. Een moderator leest 30 dagen elk nieuw bericht voordat buren het zien."),
        N_("30 dagen eerst meelezen"),
        "eye",
    ),
    _D.SUSPEND_7: Choice(
        N_("7 dagen niet meedoen"),
        N_("Meteen, op elk apparaat. Buren zien de berichten 7 dagen niet. Daarna komt alles vanzelf terug."),
        N_("7 dagen stilgezet"),
        "clock",
    ),
    _D.SUSPEND_30: Choice(
        N_("30 dagen niet meedoen"),
        N_("Meteen, op elk apparaat. Buren zien de berichten 30 dagen niet. Daarna komt alles vanzelf terug."),
        N_("30 dagen stilgezet"),
        "hourglass",
    ),
    _D.END: Choice(
        N_("Account stoppen"),
        N_(
            "Deze buur kan niet meer meedoen. Het adres staat 24 maanden op de lijst van de gemeente. Na een jaar "
            "kijkt iemand anders opnieuw."
        ),
        N_("Account gestopt"),
        "door-exit",
    ),
}
_WITH_WORDS: Mapping[DecisionKind, Choice] = {
    kind: replace(_PERSON[kind], consequence=sentence)
    for kind, sentence in {
        _D.WARN: N_(
            "Het bericht gaat weg. De schrijver krijgt een mail met de regel en jouw uitleg. Het telt 12 maanden mee."
        ),
        _D.HOLD: N_("Het bericht gaat weg. Een moderator leest 30 dagen elk nieuw bericht voordat buren het zien."),
        _D.SUSPEND_7: N_(
            "Het bericht gaat weg. De schrijver kan meteen 7 dagen niet meedoen, op elk apparaat. Buren zien zijn of "
            "haar berichten dan niet. Daarna komt de rest vanzelf terug."
        ),
        _D.SUSPEND_30: N_(
            "Het bericht gaat weg. De schrijver kan meteen 30 dagen niet meedoen, op elk apparaat. Buren zien zijn of "
            "haar berichten dan niet. Daarna komt de rest vanzelf terug."
        ),
        _D.END: N_(
            "Het bericht gaat weg. De schrijver kan niet meer meedoen. Het adres staat 24 maanden op de lijst van de "
            "gemeente. Na een jaar kijkt iemand anders opnieuw."
        ),
    }.items()
}
"""A measure about the person takes away the words that it is about."""

_POST: Mapping[DecisionKind, Choice] = {
    _D.PLACE: Choice(
        N_("Plaatsen"),
        N_("Buren zien het bericht meteen. De schrijver krijgt een mail."),
        N_("Geplaatst"),
        "check",
    ),
    _D.ASK_CHANGE: Choice(
        N_("Vragen om het aan te passen"),
        N_("Niemand ziet het nog. De schrijver leest wat er anders moet en stuurt het opnieuw."),
        N_("Gevraagd om aan te passen"),
        "edit",
    ),
    _D.REFUSE: Choice(
        N_("Niet plaatsen"),
        N_("Niemand krijgt het te zien. De schrijver leest waarom en kan bezwaar maken."),
        N_("Niet geplaatst"),
        "ban",
    ),
    _D.HIDE: Choice(
        N_("Weghalen"),
        N_("Buren zien het bericht niet meer. De schrijver leest waarom en kan bezwaar maken."),
        N_("Weggehaald"),
        "ban",
    ),
    _D.NO_ACTION: Choice(
        N_("Niets doen"),
        N_("Alles blijft zoals het is. Wie het meldde, leest waarom. De schrijver hoort niets."),
        N_("Niets gedaan"),
        "circle-check",
    ),
    **_WITH_WORDS,
}
_MESSAGE: Mapping[DecisionKind, Choice] = {
    _D.HIDE: Choice(
        N_("Weghalen"),
        N_("In het gesprek staat dan: dit bericht is weggehaald. De schrijver leest waarom en kan bezwaar maken."),
        N_("Weggehaald"),
        "ban",
    ),
    _D.NO_ACTION: _POST[_D.NO_ACTION],
    **_WITH_WORDS,
}
_MEMBER: Mapping[DecisionKind, Choice] = {
    **_PERSON,
    _D.NO_ACTION: Choice(
        N_("Niets doen"),
        N_("Alles blijft zoals het is. Wie het meldde, leest waarom. Deze buur hoort niets."),
        N_("Niets gedaan"),
        "circle-check",
    ),
}
_THANKS: Mapping[DecisionKind, Choice] = {
    _D.PLACE: Choice(
        N_("Doorlaten"),
        N_("Voor wie het is, leest het meteen. Is het openbaar? Dan leest de buurt het ook."),
        N_("Doorgelaten"),
        "check",
    ),
    _D.REFUSE: Choice(
        N_("Niet doorlaten"),
        N_("Niemand krijgt het te zien. De schrijver leest waarom en kan bezwaar maken."),
        N_("Niet doorgelaten"),
        "ban",
    ),
    _D.HIDE: Choice(
        N_("Weghalen"),
        N_("Niemand ziet het bedankje meer. De schrijver leest waarom en kan bezwaar maken."),
        N_("Weggehaald"),
        "ban",
    ),
    _D.NO_ACTION: _POST[_D.NO_ACTION],
    **_WITH_WORDS,
}
CHOICES: Mapping[TargetKind, Mapping[DecisionKind, Choice]] = {
    _T.POST: _POST,
    _T.MESSAGE: _MESSAGE,
    _T.MEMBER: _MEMBER,
    _T.HANDOFF: _MEMBER,
    _T.THANKS: _THANKS,
}

HOUSE_RULES: Mapping[str, str] = {
    "kind": N_("Wees aardig. Schelden, pesten en discrimineren mag niet."),
    "free": N_("Hulp is gratis. Je mag samen wel de kosten delen, zoals benzine of boodschappen."),
    "discreet": N_("Wat je bij een ander ziet of hoort, vertel je niet door."),
    "secrets": N_("Geef nooit je pinpas, pincode, DigiD of wachtwoord. Vraag er ook nooit om."),
    "private-data": N_("Zet geen adres, telefoonnummer, achternaam of BSN in je bericht."),
    "children": N_("Een buur is nooit alleen met een kind van iemand anders."),
    "care": N_("Wassen, aankleden, verplegen en medicijnen geven is werk voor de zorg."),
    "trade": N_("Reclame, verkoop, betaald werk en geld lenen."),
    "housing": N_("Een kamer of huis zoeken of aanbieden."),
    "dating": N_("Daten."),
    "convincing": N_("Berichten over politiek of geloof om anderen over te halen."),
}
"""Sentences of the house rules, word for word: a decision names one of them."""

FORBIDDEN = frozenset({"trade", "housing", "dating", "convincing"})
"""Rules that stand under "Wat hier niet kan"."""

CHANGE_REASONS: Mapping[str, str] = {
    "private-data": N_(
        "Er staat een adres, telefoonnummer, achternaam of iets anders in dat privé is. Haal dat weg. "
        "Je kunt het later in een gesprek geven."
    ),
    "unclear": N_("Het is niet duidelijk wat je bedoelt. Schrijf in gewone woorden op wat er moet gebeuren."),
    "when": N_("Schrijf erbij op welke dag of welk deel van de dag het kan."),
    "several": N_("Er staan meer vragen in dit bericht. Maak voor elke vraag een eigen bericht."),
    "tone": N_("De tekst kan onaardig overkomen. Schrijf het wat vriendelijker."),
    "category": N_("Dit past bij een andere soort hulp. Kies de soort die erbij hoort."),
}
"""Ready-made reasons to ask for a change; the author reads them."""

CATEGORIES: Mapping[NoticeCategory, Report] = {
    NoticeCategory.DANGER: Report(N_("Iemand is in gevaar"), N_("Ook als een kind niet veilig is."), "urgent"),
    NoticeCategory.CHILD_ABUSE: Report(
        N_("Seksueel misbruik van een kind"), N_("Je hoeft je naam hierbij niet te geven."), "hand-stop"
    ),
    NoticeCategory.FRAUD: Report(
        N_("Oplichting of geld"), N_("Iemand vraagt om geld, een pinpas of een code."), "alert-triangle"
    ),
    NoticeCategory.RUDE: Report(
        N_("Schelden, pesten of bedreigen"), N_("Ook als iemand je niet met rust laat."), "message-circle"
    ),
    NoticeCategory.DISCRIMINATION: Report(
        N_("Discriminatie"), N_("Over afkomst, geloof, seksualiteit of handicap."), "users"
    ),
    NoticeCategory.PRIVATE_DATA: Report(
        N_("Gegevens die privé zijn"),
        N_("Een adres, telefoonnummer of achternaam, van jou of van een ander."),
        "id-badge",
    ),
    NoticeCategory.NOT_NEIGHBOUR_HELP: Report(
        N_("Dit is geen burenhulp"), N_("Reclame, verkoop of betaald werk."), "shopping-cart"
    ),
    NoticeCategory.OTHER: Report(N_("Iets anders"), N_("Vertel hieronder wat er is."), "dots"),
}
"""What can be reported, and an example line."""

GROUNDS: Mapping[NoticeGround, str] = {
    NoticeGround.UNSURE: N_("Dat weet ik niet"),
    NoticeGround.ILLEGAL: N_("Het mag niet van de wet"),
    NoticeGround.RULES: N_("Het past niet bij de spelregels"),
}
"""Why something should go, in the words of who reports it."""

LANES: Mapping[Lane, str] = {
    Lane.ALL: N_("Alles"),
    Lane.NEW: N_("Nieuw"),
    Lane.NOTICED: N_("Gemeld"),
    Lane.LATE: N_("Te laat"),
    Lane.CRISIS: N_("Nood"),
    Lane.MINE: N_("Van mij"),
}

OUTCOMES: Mapping[DecisionKind, str] = {
    _D.PLACE: N_("We hebben gekeken. Het bericht past bij de spelregels. Buren kunnen het zien."),
    _D.ASK_CHANGE: N_("We hebben de schrijver gevraagd om het aan te passen. Tot die tijd ziet niemand het."),
    _D.REFUSE: N_("We plaatsen dit bericht niet."),
    _D.HIDE: N_("We hebben het weggehaald. Anderen zien het niet meer."),
    _D.WARN: N_("We hebben deze buur gewaarschuwd."),
    _D.HOLD: N_("We lezen berichten van deze buur voorlopig eerst zelf."),
    _D.SUSPEND_7: N_("Deze buur kan een tijd niet meedoen."),
    _D.SUSPEND_30: N_("Deze buur kan een tijd niet meedoen."),
    _D.END: N_("Deze buur kan niet meer meedoen."),
    _D.NO_ACTION: N_("We hebben goed gekeken. We doen er nu niets aan."),
}
"""What a notifier reads; never the words that were written for somebody else."""


def choice(kind: TargetKind, decision: DecisionKind) -> Choice:
    """Return the words of a decision about this kind of thing."""
    return CHOICES[kind].get(decision) or _POST[decision]


def explanation_of(reasons: Iterable[str], own_words: str) -> str:
    """Return what the author reads: the ready-made reasons (codes), then the moderator's own words."""
    ready = [CHANGE_REASONS[code] for code in reasons if code in CHANGE_REASONS]
    return "\n".join([*ready, own_words]).strip() if own_words else "\n".join(ready)
