"""Ready-made texts: what moderators often have to say, in plain words, for one tap. Pure.

They are built in here; a municipality changes them, leaves some out and adds its own (models.ReadyText).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from b2b.core.errors import Conflict
from b2b.core.words import N_
from b2b.moderation.rules.notices import NoticeCategory
from b2b.moderation.rules.reviews import DecisionKind

CODE_MAX, TITLE_MAX = 60, 80

_D, _C = DecisionKind, NoticeCategory


@dataclass(frozen=True)
class Ready:
    """One text. `decisions` are those it fits; `categories` the notices it fits (none: all)."""

    code: str
    title: str
    body: str
    decisions: frozenset[DecisionKind]
    categories: frozenset[NoticeCategory] = frozenset()
    own: bool = False

    def fits(self, decisions: Iterable[DecisionKind], categories: Iterable[NoticeCategory]) -> bool:
        """Say whether this can help: one of these decisions is possible, about one of these notices."""
        about = set(categories)
        return bool(self.decisions & set(decisions)) and (
            not self.categories or not about or bool(self.categories & about)
        )


@dataclass(frozen=True)
class Rewritten:
    """What a municipality made of a text. `retired`: it is not offered."""

    code: str
    title: str
    body: str
    decisions: frozenset[DecisionKind] = frozenset()
    retired: bool = False


class NoSuchText(Conflict):
    """The text was taken off the list while somebody had the page open."""

    sentence = N_("Deze tekst is er niet meer. Kies een andere, of schrijf het zelf.")


def _of(code: str, title: str, body: str, *decisions: DecisionKind, about: tuple[NoticeCategory, ...] = ()) -> Ready:
    return Ready(code, title, body, frozenset(decisions), frozenset(about))


BUILT_IN: tuple[Ready, ...] = (
    _of(
        "gegevens-weg",
        N_("Privégegevens weghalen"),
        N_(
            "In je bericht staan gegevens die privé zijn. Iedereen kan die lezen. Haal ze weg. Je kunt ze "
            "later geven, in een gesprek met 1 buur."
        ),
        _D.ASK_CHANGE,
        _D.REFUSE,
        _D.HIDE,
        about=(_C.PRIVATE_DATA,),
    ),
    _of(
        "gegevens-ander",
        N_("Gegevens van iemand anders"),
        N_(
            "Je schrijft over iemand anders. Buren kunnen zien wie dat is. Dat mag alleen als die persoon dat "
            "goed vindt. Schrijf het zonder naam, adres of ziekte."
        ),
        _D.ASK_CHANGE,
        _D.REFUSE,
        _D.HIDE,
        about=(_C.PRIVATE_DATA,),
    ),
    _of(
        "onduidelijk",
        N_("Het is niet duidelijk"),
        N_(
            "Ik begrijp nog niet goed wat je nodig hebt. Wil je in gewone woorden opschrijven wat er moet "
            "gebeuren, en wanneer? Dan weet een buur of het lukt."
        ),
        _D.ASK_CHANGE,
    ),
    _of(
        "vriendelijker",
        N_("De toon kan vriendelijker"),
        N_(
            "Ik denk dat je het goed bedoelt. Maar de tekst kan boos overkomen. Wil je het vriendelijker opschrijven?"
        ),
        _D.ASK_CHANGE,
        about=(_C.RUDE, _C.DISCRIMINATION, _C.OTHER),
    ),
    _of(
        "gedrag-niet-groep",
        N_("Schrijf wat iemand deed"),
        N_(
            "Je schrijft over een groep mensen. Dat kan anderen pijn doen. Schrijf alleen op wat er gebeurde, "
            "niet hoe iemand eruitziet of waar iemand vandaan komt."
        ),
        _D.ASK_CHANGE,
        _D.REFUSE,
        _D.HIDE,
        about=(_C.DISCRIMINATION,),
    ),
    _of(
        "verkoop",
        N_("Dit is verkoop of reclame"),
        N_(
            "Dit bericht gaat over verkoop of reclame. Op deze site helpen buren elkaar gratis. Weggeven of "
            "uitlenen mag wel."
        ),
        _D.REFUSE,
        _D.HIDE,
        about=(_C.NOT_NEIGHBOUR_HELP, _C.FRAUD),
    ),
    _of(
        "geld",
        N_("Vragen om geld of een pas"),
        N_(
            "Je vraagt om geld, een pinpas of een code. Dat mag hier niet. Heb je zorgen over geld? De "
            "gemeente kan je gratis helpen. Bel ons gerust."
        ),
        _D.REFUSE,
        _D.HIDE,
        _D.WARN,
        about=(_C.FRAUD,),
    ),
    _of(
        "schelden",
        N_("Schelden of bedreigen"),
        N_(
            "Je gebruikt woorden die een ander pijn doen of bang maken. Dat mag hier niet. Ook niet als je "
            "boos bent. Praat rustig, of stop met het gesprek."
        ),
        _D.HIDE,
        _D.WARN,
        about=(_C.RUDE, _C.DISCRIMINATION),
    ),
    _of(
        "niet-met-rust",
        N_("Iemand niet met rust laten"),
        N_("Een buur wil geen contact meer met je. Laat die buur met rust. Stuur geen nieuwe berichten."),
        _D.WARN,
        about=(_C.RUDE, _C.DANGER),
    ),
    _of(
        "zorg",
        N_("Dit is werk voor de zorg"),
        N_(
            "Wat je vraagt, is werk voor de zorg. Een buur kan dat niet veilig doen. Bel je huisarts of het "
            "wijkteam. Zij zoeken met je mee."
        ),
        _D.REFUSE,
        _D.ASK_CHANGE,
        about=(_C.DANGER, _C.OTHER),
    ),
    _of(
        "veilig",
        N_("Weg omdat het niet veilig was"),
        N_(
            "Wij vonden dit niet veilig voor jou of voor een ander. Daarom hebben we het weggehaald. Heb je "
            "nu hulp nodig? Bel ons. Bij gevaar bel je 112."
        ),
        _D.HIDE,
        _D.REFUSE,
        about=(_C.DANGER, _C.CHILD_ABUSE),
    ),
    _of(
        "mag-wel",
        N_("Dit past bij de spelregels"),
        N_("Ik heb goed gekeken. Dit past bij de spelregels. Daarom blijft het staan. Bedankt dat je het meldde."),
        _D.NO_ACTION,
    ),
    _of(
        "al-weg",
        N_("Het is al weg"),
        N_("Wat je meldde, staat er niet meer. Wij hebben het wel bekeken. Bedankt dat je het meldde."),
        _D.NO_ACTION,
    ),
    _of(
        "zelf-blokkeren",
        N_("Je kunt iemand blokkeren"),
        N_(
            "Ik begrijp dat dit vervelend is. Het is geen reden om het weg te halen. Je kunt deze buur wel "
            "blokkeren. Dan zien jullie elkaar niet meer."
        ),
        _D.NO_ACTION,
        about=(_C.RUDE, _C.OTHER),
    ),
)
KIND_WORDS: Mapping[DecisionKind, str] = {
    _D.ASK_CHANGE: N_("Vragen om het aan te passen"),
    _D.REFUSE: N_("Niet plaatsen"),
    _D.HIDE: N_("Weghalen"),
    _D.WARN: N_("Waarschuwen"),
    _D.NO_ACTION: N_("Niets doen"),
}
"""The decisions for which a text can be offered."""
_CODE = re.compile(r"[^a-z0-9]+")


def offered(changes: Iterable[Rewritten], *, all_of_them: bool = False) -> list[Ready]:
    """Return the texts of a municipality: the built-in ones as it changed them, then its own.

    What it took off the list is left out, unless `all_of_them`.
    """
    changed: Mapping[str, Rewritten] = {one.code: one for one in changes}
    known = {one.code for one in BUILT_IN}
    texts = [_changed(one, changed.get(one.code)) for one in BUILT_IN]
    texts += [
        Ready(one.code, one.title, one.body, one.decisions, own=True)
        for one in changed.values()
        if one.code not in known
    ]
    gone = {code for code, one in changed.items() if one.retired}
    return [one for one in texts if all_of_them or one.code not in gone]


def code_for(title: str, taken: Iterable[str]) -> str:
    """Return a new code made of a title, unlike those taken."""
    base = _CODE.sub("-", title.lower()).strip("-")[: CODE_MAX - 4].strip("-") or "tekst"
    used, code, number = set(taken), f"eigen-{base}"[: CODE_MAX - 4].strip("-"), 2
    fresh = code
    while fresh in used:
        fresh, number = f"{code}-{number}", number + 1
    return fresh


def _changed(built_in: Ready, change: Rewritten | None) -> Ready:
    if change is None:
        return built_in
    return Ready(built_in.code, change.title, change.body, built_in.decisions, built_in.categories, own=False)
