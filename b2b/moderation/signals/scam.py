"""Tricks to get money, a card, a code or an identity."""

import re

from b2b.core.words import N_
from b2b.moderation.signals.links import hosts, is_lookalike, is_payment, is_short
from b2b.moderation.signals.seeing import Seen, ways
from b2b.moderation.signals.shapes import Action, Detector, Group, Severity, Spans

_WAYS = {
    "link": """
        LINK & PAY_OR_LOGIN /14 !NEVER
        QR & PAY_OR_LOGIN /14 !NEVER
    """,
    "cent": """
        CENT & VERIFY /16 !NEVER
        SMALL_SUM & VERIFY /14 !NEVER
    """,
    "new-number": """
        NEW_NUMBER & MAMPAP /22 !NEVER
        NEW_NUMBER & MONEY /30 !NEVER
        NEW_NUMBER & PAY /30 !NEVER
        BROKEN_PHONE & PAY /30 !NEVER
        BROKEN_PHONE & MAMPAP & NEW_NUMBER_LOOSE /24 !NEVER
    """,
    "code": """
        SECRET_CODE & GIVE /8 !NEVER !OWN_CODE
        CODE_ARRIVES & GIVE /14 !NEVER
        LOGIN & GIVE_ME /9 !NEVER
        SEND_CODE !NEVER !OWN_CODE
    """,
    "card": """
        BANKCARD & PIN & GIVE /16 !NEVER !CARD_SERVICE
        BANKCARD & PIN & TAKE /16 !NEVER !CARD_SERVICE
        BANKCARD & WITHDRAW /9 !NEVER !CARD_SERVICE
        BANKCARD & COLLECT /9 !NEVER !CARD_SERVICE !LOST
        PIN_REAL & GIVE_ME /8 !NEVER
        PIN_REAL & WITHDRAW /14 !NEVER
        BANKCARD & CARD_END & SENDING /16 !NEVER !LOST
    """,
    "deposit": """
        DEPOSIT & PAY_VERB /12 !NO_DEPOSIT !NEVER
        DEPOSIT & SUM /9 !NO_DEPOSIT !NEVER
        PAY_FIRST !NO_DEPOSIT !NEVER
        COURIER & FEES /14 !NEVER
        DEPOSIT & CONDITION /12 !NO_DEPOSIT !NEVER
    """,
    "cash": """
        CASH & HURRY /14 !NEVER
        CASH_ONLY & SUM /16 !NEVER
        CASH & DOOR_OFFER /20 !NEVER
    """,
    "need": """
        LEND_MONEY & DISTRESS /34 !NEVER
        LEND_MONEY & PROMISE /26 !NEVER
        LEND_MONEY & URGENT /14 !NEVER !COSTS_SHARED !LENT_BEFORE
        SUM & LEND & PROMISE /26 !NEVER !COSTS_SHARED
        SUM & LEND & DISTRESS /34 !NEVER !COSTS_SHARED
        SUM & PAY_VERB & PROMISE /26 !NEVER !COSTS_SHARED
        STRANDED & MONEY_OR_HELP /24 !NEVER
    """,
    "authority": """
        AUTHORITY & SAFE_ACCOUNT /28 !NEVER_ANY
        OFFICIAL & MUST_PAY & BY_WHEN & OR_WORSE /26 !NEVER
        AUTHORITY_IS & RISKY_ASK /26 !NEVER
        ACCOUNT_BLOCKED & RISKY_ASK /26 !NEVER
        ACCOUNT_BLOCKED & LINKISH /26 !NEVER
        SAFE_ACCOUNT & PAY /16 !NEVER
        REMOTE & ACCOUNT_OR_HELPDESK /20 !NEVER
    """,
    "parcel": """
        PARCEL & RECEIVE & REWARD /22 !NEVER
        PARCEL & YOUR_NAME /14 !NEVER
        PARCEL & FORWARD & RECEIVE /18 !NEVER
        PARCEL & NO_QUESTIONS /22 !NEVER
        PARCEL & FEES_LINK /16 !NEVER
    """,
    "mule": """
        USE_ACCOUNT !NEVER
        YOUR_ACCOUNT & PUT_IN /14 !NEVER
        YOUR_ACCOUNT & TAKE_OUT /18 !NEVER
        EASY_MONEY & EARN_HOW /26 !NEVER
        INVEST & PROFIT /16 !NEVER
        GIFTCARD & GIVE /12 !NEVER !PRESENT
        GIFTCARD & BUY_FOR /10 !NEVER !PRESENT
        PRIZE & CLAIM /30 !NEVER !INHERIT_OK
    """,
    "identity": """
        ID_PAPER & GIVE_ME /9 !NEVER
        ID_PAPER & COPY & GIVE /10 !NEVER
        PERSONAL_FILE & GIVE_ME /9 !NEVER
    """,
    "off-site": """
        OFF_PLACE & PUSH_AWAY /10 !WARNING
        NOT_HERE & OFF_PLACE /16 !WARNING
        HIDE_FROM_SITE !NEVER
    """,
}
_RULES = {name: ways(text) for name, text in _WAYS.items()}
_LINK_TALK = re.compile(r"nep|oplicht|phishing|niet op klik|klik niet|nooit|pas op|waarschuw|trap er")


def links(seen: Seen) -> Spans:
    """Find payment links, links that pass for a bank or for this site, and links that hide where they go."""
    if _LINK_TALK.search(seen.text.folded):
        return []
    return [
        seen.text.span(start, end)
        for host, start, end in hosts(seen.text.folded)
        if is_lookalike(host) or is_short(host) or (is_payment(host) and not _is_shared(seen))
    ]


def shared_costs(seen: Seen) -> Spans:
    """Find a real payment link beside words about costs that are shared: it is asked about, not held."""
    if not _is_shared(seen):
        return []
    return [
        seen.text.span(start, end)
        for host, start, end in hosts(seen.text.folded)
        if is_payment(host) and not is_lookalike(host)
    ]


def _is_shared(seen: Seen) -> bool:
    return "COSTS_SHARED" in seen.hits and not {"BY_WHEN", "OR_WORSE", "VERIFY", "NEW_NUMBER"} & seen.hits.keys()


def _detector(
    name: str,
    severity: Severity,
    why: str,
    advice: str,
    find: object = None,
    in_post: Action = Action.HOLD,
    version: int = 1,
) -> Detector:
    rule = _RULES.get(name, ())
    finder = find or (lambda seen: seen.any_way(rule))
    return Detector(f"scam.{name}", Group.SCAM, severity, in_post, Action.WARN, why, advice, finder, version)  # type: ignore[arg-type]


_M, _H = Severity.MEDIUM, Severity.HIGH
DETECTORS = (
    Detector(
        "scam.address",
        Group.SCAM,
        _H,
        Action.HOLD,
        Action.WARN,
        N_("In de tekst staat een betaallink, of een link die op een bank of op deze site lijkt."),
        N_("Klik niet op de link in dit bericht. Je hoeft hier nooit iets te betalen via een link."),
        links,
        version=2,
    ),
    _detector(
        "shared-costs",
        Severity.LOW,
        N_("In de tekst staat een echte betaallink, voor kosten die gedeeld worden."),
        N_("Betaal alleen via deze link als jullie dit samen hebben afgesproken en het bedrag klopt."),
        shared_costs,
        in_post=Action.HINT,
    ),
    _detector(
        "link",
        _H,
        N_("Iemand vraagt om via een link te betalen of in te loggen."),
        N_("Klik niet op een link om te betalen of in te loggen. Hulp van buren is gratis."),
    ),
    _detector(
        "cent",
        _H,
        N_("Iemand vraagt om 1 cent of een klein bedrag als controle. Dat is een bekende truc."),
        N_("Betaal geen cent om te laten zien wie je bent. Zo komen oplichters in je bankrekening."),
    ),
    _detector(
        "new-number",
        _H,
        N_("Iemand zegt een nieuw nummer te hebben en vraagt om geld of hulp. Dat is een bekende truc."),
        N_("Zegt iemand die je kent dat het nummer nieuw is? Bel dan eerst het oude nummer."),
    ),
    _detector(
        "code",
        _H,
        N_("Iemand vraagt om een code of wachtwoord."),
        N_("Geef nooit een code of wachtwoord door. Ook niet als het dringend lijkt."),
    ),
    _detector(
        "card",
        _H,
        N_("Het gaat over een betaalpas of pincode uit handen geven."),
        N_("Geef nooit je pinpas of pincode aan een ander. Ook niet aan een aardige buur."),
    ),
    _detector(
        "deposit",
        _M,
        N_("Iemand vraagt vooraf geld, zoals borg of een aanbetaling."),
        N_("Betaal niets vooraf. Hulp van buren is gratis. Kosten deel je pas achteraf."),
    ),
    _detector(
        "cash",
        _M,
        N_("Iemand wil met haast contant geld."),
        N_("Laat je niet opjagen om contant te betalen. Vraag eerst iemand die je vertrouwt."),
    ),
    _detector(
        "need",
        _M,
        N_("Iemand vraagt met haast om geld te lenen of voor te schieten."),
        N_("Leen geen geld aan iemand die je hier leert kennen. Ook niet als het verhaal erg is."),
        version=2,
    ),
    _detector(
        "authority",
        _H,
        N_("Iemand zegt van de bank, politie of overheid te zijn en vraagt iets gevaarlijks."),
        N_("De bank, de politie en de gemeente vragen nooit om je pas, je code of je geld. Bel ze zelf."),
    ),
    _detector(
        "parcel",
        _M,
        N_("Iemand zoekt een adres of naam om pakketten te ontvangen. Dat gebeurt vaak met gestolen geld."),
        N_("Neem geen pakjes aan op jouw naam voor iemand die je niet kent. Je kunt zelf in de problemen komen."),
    ),
    _detector(
        "mule",
        _M,
        N_("Iemand belooft makkelijk geld, of wil een rekening gebruiken."),
        N_("Makkelijk geld bestaat niet. Laat niemand jouw rekening gebruiken en koop geen kaarten voor een ander."),
        version=2,
    ),
    _detector(
        "identity",
        _M,
        N_("Iemand vraagt om een paspoort of andere persoonlijke papieren."),
        N_("Stuur nooit een foto van je paspoort of rijbewijs. Daarmee kan iemand doen alsof hij jou is."),
    ),
    _detector(
        "off-site",
        Severity.LOW,
        N_("Iemand dringt aan om buiten deze site verder te praten."),
        N_("Blijf liever hier schrijven. Buiten deze site kunnen wij je niet helpen als er iets misgaat."),
        in_post=Action.HINT,
        version=2,
    ),
)
