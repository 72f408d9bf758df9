"""Words for what posts are: Dutch constants, translated where they are shown. Pure."""

from b2b.core.words import N_
from b2b.posts.rules import InvitationState, PostKind, PostState

KIND_LABELS = {PostKind.REQUEST: N_("Hulp gevraagd"), PostKind.OFFER: N_("Hulp aangeboden")}

KIND_CODES = {"vraag": PostKind.REQUEST, "aanbod": PostKind.OFFER}
"""Kinds as they stand in addresses."""

CODE_OF_KIND = {kind: code for code, kind in KIND_CODES.items()}

STATE_LABELS = {
    PostState.WAITING: N_("Wacht op controle"),
    PostState.CHANGE_ASKED: N_("Verander je bericht"),
    PostState.REFUSED: N_("Niet geplaatst"),
    PostState.OPEN: N_("Staat open"),
    PostState.MATCHED: N_("Er is iemand gekozen"),
    PostState.FULFILLED: N_("Gelukt"),
    PostState.WITHDRAWN: N_("Gesloten"),
    PostState.EXPIRED: N_("Verlopen"),
    PostState.HIDDEN: N_("Weggehaald"),
}

STATE_TONES = {
    PostState.WAITING: "warning",
    PostState.CHANGE_ASKED: "warning",
    PostState.REFUSED: "danger",
    PostState.OPEN: "info",
    PostState.MATCHED: "success",
    PostState.FULFILLED: "success",
    PostState.WITHDRAWN: "neutral",
    PostState.EXPIRED: "neutral",
    PostState.HIDDEN: "danger",
}

STATE_SENTENCES = {
    PostState.WAITING: N_(
        "Een buurtmoderator leest je bericht. Meestal duurt dat niet langer dan een dag. Je krijgt een mail."
    ),
    PostState.CHANGE_ASKED: N_(
        "Een buurtmoderator heeft je bericht gelezen. Verander het bericht en stuur het opnieuw."
    ),
    PostState.REFUSED: N_("Wij hebben je bericht niet geplaatst. Je leest hieronder waarom."),
    PostState.OPEN: N_("Je buren kunnen je bericht lezen. Reageert er iemand? Dan krijg je een mail."),
    PostState.MATCHED: N_("Je hebt iemand gekozen. Andere buren zien je bericht niet meer in de lijst."),
    PostState.FULFILLED: N_("Het is gelukt. Fijn!"),
    PostState.WITHDRAWN: N_("Je hebt dit bericht gesloten. Andere buren zien het niet meer."),
    PostState.EXPIRED: N_("De tijd van dit bericht is voorbij. Andere buren zien het niet meer."),
    PostState.HIDDEN: N_("Een buurtmoderator heeft je bericht weggehaald. Je leest hieronder waarom."),
}
"""What the author reads about the state."""

QUIET_SENTENCES = STATE_SENTENCES | {
    PostState.OPEN: N_("Je stille vraag is gesteld. Alleen de buren die we vragen en de buurtmoderator lezen hem."),
    PostState.MATCHED: N_("Je hebt iemand gekozen. Je vraag blijft stil."),
    PostState.WITHDRAWN: N_("Je hebt deze vraag gesloten. Niemand anders leest hem nog."),
    PostState.EXPIRED: N_("De tijd van deze vraag is voorbij. Niemand anders leest hem nog."),
}
"""The same about a quiet request."""

INVITATION_WORDS = {
    InvitationState.WAITING: N_("hoort het zodra je vraag gesteld is"),
    InvitationState.ASKED: N_("is gevraagd"),
    InvitationState.NOT_NOW: N_("kan nu even niet"),
}
"""How it stands with a neighbour who is asked quietly, after the first name."""

PRIVATE_WARNINGS = {
    "phone": N_("Er lijkt een telefoonnummer in je tekst te staan."),
    "email": N_("Er lijkt een e-mailadres in je tekst te staan."),
    "postcode": N_("Er lijkt een postcode in je tekst te staan."),
    "account": N_("Er lijkt een rekeningnummer in je tekst te staan."),
}
