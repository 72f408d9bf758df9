"""What somebody should not tell everybody about themselves: a number, an address, an empty house."""

import re

from b2b.core.words import N_
from b2b.moderation.signals.digits import is_bsn, is_card, is_iban, runs
from b2b.moderation.signals.lexicon import Seen, ways
from b2b.moderation.signals.shapes import Action, Detector, Group, Severity, Spans

CONCEPTS = {
    "BSN_WORD": "bsn*; *bsn; burgerservice*; burger service*; sofi*; sofinummer*; burgernummer*; persoonsnummer*",
    "CALL_ME": "bel*; app|apps|appen|appje*|appie; whatsapp*; sms*; telefoon*; tel; telnr; mobiel*; gsm; nummer*|nr; "
    "bereik*; 06*; signal; telegram",
    "PLATE_WORD": "kenteken*; nummerbord*; nummerplaat*; plaatje|plaat; auto|autootje|busje|bus|wagen|scooter|brommer|bakkie"
    "golf|polo|fiat|opel|renault|volvo|toyota",
    "KEY": "sleutel*; *sleutel; *sleutels; *sleuteltje; huissleutel*; reservesleutel*; loper; sleutelkluis*; kluisje*; "
    "achterdeur*|achterom|voordeur*|poort|deur|garage*|schuur*|keukendeur|schuifpui",
    "HIDDEN_AT": "onder ..3 mat|matje|deurmat|pot|bloempot*|plantenbak|steen|tegel|kliko|container|vuilnisbak|emmer|bloembak"
    "kabouter|bankje|afdakje|dakpan; in ..3 bloempot*|plantenbak|brievenbus|schuurtje|regenton|sleutelkluis*|kluisje*; "
    "achter ..3 regenpijp|kliko|plantenbak|bloempot*|container|gieter; boven ..3 deurkozijn|kozijn|deur; bij ..2 buren ..3 ligt; "
    "*deurmat ligt|ligt* *deurmat; touwtje ..3 brievenbus|deur; aan ..2 touwtje; op ..2 kozijn; code ..4 #",
    "DOOR_OPEN": "niet op slot; nooit op slot; niet afgesloten; van ..2 slot; altijd open; gewoon open; sta* ..2 open; is open; "
    "niet ..2 afgesloten; zit* ..2 los; op ..1 kier; kan* ..3 zo naar binnen; loop ..2 zo binnen",
    "ENTRY_CODE": "alarmcode*; code ..3 alarm*; deurcode*; toegangscode*; code ..4 voordeur|deur|poort|hek|kluisje|sleutelkluis*|slot; "
    "pincode ..3 deur|kluisje|sleutelkluis*; cijferslot ..4 #; sleutelkluis* ..4 #; alarm ..2 uit|af",
    "HOUSE": "huis*; woning*; appartement*; flat|flatje; thuis; hut|osso; tent; pand",
    "EMPTY": "leeg; leegstaan; leegsta*; onbewoond; onbeheerd; onbewaakt; verlaten; niemand ..3 thuis|aanwezig|in|binnen; "
    "niemand thuis; thuis ..2 niemand; geen mens thuis",
    "NOBODY_HOME": "niemand ..3 thuis; thuis ..2 niemand; geen ..2 thuis; niet thuis ..4 #; zijn ..3 niet thuis; ben ..3 niet thuis; "
    "huis ..4 leeg; woning ..4 leeg; huis ..3 voor zichzelf; leeg huis; lege huis|woning; leegsta* huis|woning; "
    "huis ..3 onbewoond|onbeheerd|onbewaakt; alles ..2 donker ..2 huis",
    "AWAY": "op vakantie; vakantie; wintersport; met ..2 camper; op reis; naar ..1 spanje|frankrijk|turkije|marokko|italie|griekenland"
    "portugal|suriname|curacao|duitsland|oostenrijk|buitenland|bali|thailand; weg; in ..1 spanje|frankrijk|turkije|marokko|buitenland; "
    "overwinter*; opgenomen; het land uit; de hort op",
    "MONTH": "januari|jan|februari|feb|maart|april|mei|juni|juli|augustus|aug|september|sept|oktober|okt|november|nov|december|dec",
    "SPELL": "van ..4 tot|tm; van ..4 t/m; vanaf ..5 tot; #|een|twee|drie|vier|vijf|zes weken|maanden|maand; "
    "hele @MONTH|zomer|winter|maand; paar weken|maanden; weken lang; tot ..2 @MONTH; weken|maanden",
    "WE_ARE": "wij|we|ik ..2 zijn|ben; zijn|ben ..3 wij|we|ik; zitten ..2 we|wij; we|wij zitten; gaan ..2 we|wij; we|wij ..1 gaan; ik ..1 ga; "
    "we|wij vertrekken; ik zit",
    "YOURS": "je|jouw ..1 ouders|moeder|vader|mama|papa; wanneer zijn|ben",
    "BEER_EMPTY": "koelkast*; fiets*; fles*; pot; maag; is ..3 je ..1 ouders; accu*; batterij*; tank; portemonnee; band; bankje; container; wijk; speeltuin",
}

_KEY = ways(
    """
    KEY & HIDDEN_AT /9
    KEY & DOOR_OPEN /8
    ENTRY_CODE
    """
)
_EMPTY = ways(
    """
    NOBODY_HOME !BEER_EMPTY !YOURS
    HOUSE & EMPTY /8 !BEER_EMPTY
    WE_ARE & AWAY & MONTH & SPELL /14
    """
)

_EMAIL = re.compile(
    r"(?<![a-z0-9])[a-z0-9][a-z0-9._%+-]{0,40}\s?(?:@|\(at\)|\[at\]|\{at\}|\bapestaart(?:je)?\b|\bapenstaart(?:je)?\b|\bat\b)\s?"
    r"[a-z0-9][a-z0-9-]{1,30}(?:\s?(?:\.|\(dot\)|\[dot\]|\bpunt\b|\bdot\b)\s?[a-z]{2,10}){1,3}(?![a-z0-9])"
)
_MAILBOX = re.compile(
    r"(?<![a-z0-9])[a-z0-9][a-z0-9._-]{1,40}(?:\s(?:punt|underscore|streepje|liggend streepje)\s[a-z0-9]{1,30}){0,3}\s{0,2}"
    r"(?:@|apestaart\w{0,2}|apenstaart\w{0,2}|\(at\)|\[at\]|at|a t|)\s{0,2}"
    r"(?:gmail|hotmail|outlook|live|ziggo|kpnmail|kpn|xs4all|icloud|yahoo|proton(?:mail)?|planet|home|casema|upcmail)"
    r"(?:\s{0,2}(?:\.|punt|dot|,|\s)\s{0,2}(?:com|nl|net|me|be))(?![a-z])"
)
_IBAN = re.compile(r"(?<![a-z0-9])[a-z][\s.]?[a-z][\s.]?\d[\s.]?[\do](?:[\s.\-]{0,2}[a-z0-9]){11,30}")
_NL_SHAPE = re.compile(r"nl\d\d[a-z]{4}\d{9,10}")
_STRONG = "straat|laan|plein|gracht|kade|singel|dreef|steeg|plantsoen|straatje|laantje|hofje|pleintje|dijk|boulevard"
_WEAK = "weg|hof|pad|park|markt|wal|baan|zoom|kamp|oord|veld|erf|ring|brink|hoek|berg|burg|haven|waard|donk|stede|meent|akker|gaarde"
_UNIT = (
    r"(?!\s?(?:uur|u\b|min|sec|euro|eur\b|km|kilo|kg|jaar|jr|dag|dgn|we?ken|week|maand|keer|maal|pers|mens|kind|x\b|tot\b|t/m|[-–]\s?\d+\s?uur"
    r"stuks|ste\b|de\b|e\b|m\b|meter|procent|%|juli|juni|mei\b|jan|feb|maart|april|aug|sep|okt|nov|dec|of\s\d|à|plant|boom|bomen|huis|woning|auto))"
)
_NUMBER = r"\d{1,4}(?![\d:.,]\d)(?!:)(?:\s?-?\s?(?:[a-h]|bis|hs|[ivx]{1,3}|\d{1,3}))?(?![a-z0-9])"
_SPOKEN = "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|\\w{3,5}en(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_STREET = re.compile(
    rf"(?<![a-z])[a-z']{{3,30}}(?:{_STRONG})[\s,]{{1,3}}(?:(?:huis)?nummer|huisnr|nr\.?|no\.?|op)?\s?(?:{_NUMBER}{_UNIT}|(?:{_SPOKEN})(?![a-z]){_UNIT})"
)
_STREET_WEAK = re.compile(
    rf"(?<![a-z])[a-z']{{3,30}}(?:{_WEAK})[\s,]{{1,3}}(?:(?:huis)?nummer|huisnr|nr\.?|no\.?)?\s?{_NUMBER}{_UNIT}"
)
_NUMBER_FIRST = re.compile(
    rf"(?:(?:huis)?nummer|huisnr|nr\.?|no\.?)\s\d{{1,4}}\s?[a-h]?(?:\s(?:van|in|aan|op|de|het|ergens))+\s[a-z']{{3,30}}(?:{_STRONG}|{_WEAK})(?![a-z])"
)
_LIVE_AT = re.compile(
    r"(?<![a-z])(?:woon|wonen|woont|mijn_adres|ons_adres|adres_is|zit|zitten)\s(?:\S{1,14}\s){0,4}?"
    r"(?:op|aan|nummer|nr\.?|huisnummer)\s(?:(?:nummer|nr\.?|huisnummer)\s)?\d{1,4}\s?[a-h]?(?![\d:a-z])"
    + _UNIT
)
_POSTCODE = re.compile(r"(?<![\d.,€])[1-9]\d{3}\s?(?!s[ads])[a-z]{2}(?![a-z0-9])")
_NOT_POSTCODE = frozenset(
    ["km", "cm", "mm", "kg", "mb", "gb", "ml", "tb", "kw", "pk", "cc", "mg", "en", "of", "is", "in", "op", "te", "we", "ik", "je", "me", "nu", "om", "er", "ze", "al", "zo", "ja", "na", "an", "en", "of", "do", "ma", "di", "wo", "vr", "za", "zo", "st", "ca", "hr", "dm", "wh", "va"]
)
_PLATE = re.compile(
    r"(?<![a-z0-9-])(?:[a-z]{2}-\d\d-\d\d|\d\d-\d\d-[a-z]{2}|\d\d-[a-z]{2}-\d\d|[a-z]{2}-\d\d-[a-z]{2}|[a-z]{2}-[a-z]{2}-\d\d"
    r"|\d\d-[a-z]{2}-[a-z]{2}|\d\d-[a-z]{3}-\d|\d-[a-z]{3}-\d\d|[a-z]{2}-\d{3}-[a-z]|[a-z]-\d{3}-[a-z]{2}|[a-z]{3}-\d\d-[a-z]"
    r"|[a-z]-\d\d-[a-z]{3}|\d-[a-z]{2}-\d{3}|\d{3}-[a-z]{2}-\d)(?![a-z0-9-])"
)
_PLATE_LOOSE = re.compile(
    r"(?<![a-z0-9-])(?:[a-z]{2}[ ]?\d{3}[ ]?[a-z]|[a-z][ ]?\d{3}[ ]?[a-z]{2}|\d{1,2}[ ]?[a-z]{3}[ ]?\d{1,2}|[a-z]{2}[ ]?\d\d[ ]?[a-z]{2}|\d\d[ ]?[a-z]{2}[ ]?[a-z]{2})(?![a-z0-9-])"
)
_NOT_STREETS = frozenset(
    ["onderweg", "snelweg", "fietspad", "zebrapad", "wandelpad", "voetpad", "rommelmarkt", "weekmarkt", "vrijmarkt", "kerstmarkt", "vlooienmarkt", "boekenmarkt", "zwembad", "voetbalveld", "speelveld", "sportveld", "sportpark", "pretpark", "dierenpark", "vakantiepark", "tuinhoek", "speelhoek", "zithoek", "keukenhoek", "autobaan", "loopbaan", "rijbaan", "atletiekbaan", "kunstijsbaan", "ijsbaan", "skatebaan", "renbaan", "heenweg", "terugweg", "halverwege", "nieuwsberg", "kinderkamp", "zomerkamp", "tentenkamp"]
)


def phones(seen: Seen) -> Spans:
    """Find telephone numbers, also in words and with spaces; numbers of services are meant for everybody."""
    found = []
    isbn = "isbn" in seen.text.folded
    for run in runs(seen.text.folded):
        digits = run.digits
        if digits.startswith(("+31", "0031", "+32", "0032", "+49", "0049")):
            size = len(digits.lstrip("+"))
            is_phone = 10 <= size <= 14
        elif digits.startswith("31") and len(digits) == 11 and digits[2] in "16":
            is_phone = True
        else:
            is_phone = len(digits) in (10, 11) and digits[0] == "0" and digits[1] in "1234567" and not isbn
            is_phone = is_phone and (len(digits) == 10 or run.words)
            is_phone = is_phone or (len(digits) == 9 and digits[0] == "6" and "CALL_ME" in seen.hits)
        if is_phone:
            found.append(seen.text.span(run.start, run.end))
    return found


def emails(seen: Seen) -> Spans:
    """Find e-mail addresses, also spoken ones: "jan punt bos apenstaartje"."""
    text = seen.text.folded
    return [seen.text.span(*found.span()) for pattern in (_EMAIL, _MAILBOX) for found in pattern.finditer(text)]


def accounts(seen: Seen) -> Spans:
    """Find account numbers with a right checksum, and Dutch ones with a slip of the pen."""
    found = []
    for one in _IBAN.finditer(seen.text.folded):
        bare = re.sub(r"[^a-z0-9]", "", one.group())
        bare = bare[:2] + bare[2:4].replace("o", "0") + bare[4:]
        end = _iban_length(bare)
        if end:
            found.append(seen.text.span(one.start(), _place_of(one.group(), end) + one.start()))
    return found


def _iban_length(bare: str) -> int:
    """Return how many characters belong to an account number that stands in front, or 0."""
    dutch = bare[:8] + bare[8:18].replace("o", "0") if bare.startswith("nl") else bare
    if _NL_SHAPE.match(dutch):
        return min(18, len(bare))
    return next((size for size in range(15, min(len(bare), 34) + 1) if is_iban(bare[:size])), 0)


def _place_of(written: str, count: int) -> int:
    """Return where `count` letters and digits of `written` end."""
    for place, char in enumerate(written):
        count -= char.isalnum()
        if count == 0:
            return place + 1
    return len(written)


def bsns(seen: Seen) -> Spans:
    """Find a BSN: beside its name, or in its usual shape and with a right checksum."""
    named = "BSN_WORD" in seen.hits
    found = []
    for run in runs(seen.text.folded):
        if len(run.digits) not in (8, 9):
            continue
        written = seen.text.folded[run.start : run.end]
        shaped = re.fullmatch(r"\d{4}\.\d\d\.\d{3}", written) is not None and is_bsn(run.digits)
        if shaped or (named and (len(run.digits) == 9 or is_bsn(run.digits))):
            found.append(seen.text.span(run.start, run.end))
    return found


def cards(seen: Seen) -> Spans:
    """Find the number of a payment card."""
    return [seen.text.span(run.start, run.end) for run in runs(seen.text.folded) if is_card(run.digits)]


def addresses(seen: Seen) -> Spans:
    """Find a street with a number."""
    text = seen.text.folded
    found = [*_STREET.finditer(text), *_NUMBER_FIRST.finditer(text), *_LIVE_AT.finditer(text)]
    for one in _STREET_WEAK.finditer(text):
        if seen.text.raw[seen.text.places[one.start()]].isupper():
            found.append(one)
    return [
        seen.text.span(*one.span()) for one in found if one.group().split()[0].strip(",") not in _NOT_STREETS
    ]


def postcodes(seen: Seen) -> Spans:
    """Find a postcode: in capitals, written as one, or beside its name."""
    text, found = seen.text, []
    named = "postcode" in text.folded
    for one in _POSTCODE.finditer(text.folded):
        letters = one.group()[-2:]
        start, end = text.span(*one.span())
        written = text.raw[start:end]
        sure = named or written[-2:].isupper() or (" " not in written)
        if sure and (named or letters not in _NOT_POSTCODE):
            found.append((start, end))
    return found


def plates(seen: Seen) -> Spans:
    """Find a number plate: with its hyphens, or without them beside a word for it."""
    text = seen.text.folded
    found = list(_PLATE.finditer(text))
    if re.search(r"kenteken|nummerbord|nummerplaat", text):
        found += _PLATE_LOOSE.finditer(text)
    return [seen.text.span(*one.span()) for one in found if any(char.isdigit() for char in one.group())]


def sentences(seen: Seen, spans: Spans) -> Spans:
    """Widen places to the whole sentences they stand in: half a sentence taken out says nothing."""
    text, whole = seen.text, []
    for start, end in spans:
        inside = {t.sentence for t in text.tokens if text.span(t.start, t.end)[0] < end and text.span(t.start, t.end)[1] > start}
        words = [text.span(t.start, t.end) for t in text.tokens if t.sentence in inside]
        stop = words[-1][1]
        while stop < len(text.raw) and text.raw[stop] in ".!?":
            stop += 1
        whole.append((words[0][0], stop))
    return whole


_G, _A = Group.PERSONAL_DATA, Action


def _hint(code: str, severity: Severity, why: str, advice: str, find: object, in_message: Action = _A.HINT) -> Detector:
    return Detector(code, _G, severity, _A.HINT, in_message, why, advice, find, removable=True)  # type: ignore[arg-type]


DETECTORS = (
    Detector(
        "personal.bsn",
        _G,
        Severity.HIGH,
        _A.REFUSE,
        _A.REFUSE,
        N_("In de tekst staat een burgerservicenummer (BSN)."),
        N_("Hier staat een burgerservicenummer (BSN). Dat mag niemand hier plaatsen. Haal het weg."),
        bsns,
        removable=True,
    ),
    _hint(
        "personal.phone",
        Severity.LOW,
        N_("In de tekst staat een telefoonnummer."),
        N_("Hier staat een telefoonnummer. Geef dat pas aan de buur met wie je iets afspreekt."),
        phones,
    ),
    _hint(
        "personal.email",
        Severity.LOW,
        N_("In de tekst staat een e-mailadres."),
        N_("Hier staat een e-mailadres. Buren kunnen je hier een bericht sturen. Je mailadres is niet nodig."),
        emails,
    ),
    _hint(
        "personal.account",
        Severity.MEDIUM,
        N_("In de tekst staat een rekeningnummer."),
        N_("Hier staat een rekeningnummer. Hulp is gratis. Geef je rekeningnummer niet aan iemand die je niet kent."),
        accounts,
    ),
    _hint(
        "personal.card",
        Severity.HIGH,
        N_("In de tekst staat het nummer van een betaalpas."),
        N_("Hier staat het nummer van een betaalpas. Geef dat nooit aan een ander."),
        cards,
    ),
    _hint(
        "personal.address",
        Severity.LOW,
        N_("In de tekst staat een adres."),
        N_("Hier staat een adres. Geef je adres pas als je met een buur iets afspreekt."),
        addresses,
    ),
    _hint(
        "personal.postcode",
        Severity.LOW,
        N_("In de tekst staat een postcode."),
        N_("Hier staat een postcode. Daarmee is je huis te vinden. De naam van je buurt is genoeg."),
        postcodes,
    ),
    _hint(
        "personal.plate",
        Severity.LOW,
        N_("In de tekst staat een kenteken."),
        N_("Hier staat een kenteken. Daarmee is iemand te vinden. Laat het liever weg."),
        plates,
    ),
    _hint(
        "personal.key",
        Severity.MEDIUM,
        N_("De tekst zegt waar de sleutel ligt, of dat de deur open is."),
        N_("Hier staat hoe iemand in je huis kan komen. Schrijf dat nooit op. Vertel het aan 1 buur die je kent."),
        lambda seen: sentences(seen, seen.any_way(_KEY)),
    ),
    _hint(
        "personal.empty-house",
        Severity.MEDIUM,
        N_("De tekst zegt dat er niemand thuis is."),
        N_("Hier staat wanneer je huis leeg is. Inbrekers lezen dat ook. Vertel het pas aan de buur die je kiest."),
        lambda seen: sentences(seen, seen.any_way(_EMPTY)),
    ),
)
