"""Numbers, addresses and names of places in a text, each found by its form."""

import re

from b2b.moderation.signals.digits import is_bsn, is_card, is_iban
from b2b.moderation.signals.seeing import Seen
from b2b.moderation.signals.shapes import Spans

_EMAIL = re.compile(
    r"(?<![a-z0-9])[a-z0-9][a-z0-9._%+-]{0,40}\s?(?:@|\(at\)|\[at\]|\{at\}|\(?apestaart(?:je)?\)?|\(?apenstaart(?:je)?\)?|\bat\b)\s?"
    r"[a-z0-9][a-z0-9-]{1,30}(?:\s?(?:\.|\(dot\)|\[dot\]|\(punt\)|\[punt\]|\bpunt\b|\bdot\b)\s?[a-z]{2,10}){1,3}(?![a-z0-9])"
)
_MAILISH = (
    "@",
    "staart",
    "(at",
    "[at",
    "{at",
    " at ",
    "mail",
    "live",
    "ziggo",
    "kpn",
    "xs4",
    "cloud",
    "yahoo",
    "proton",
    "planet",
    "home",
    "casema",
    "outlook",
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
_SPOKEN = (
    "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|"
    r"achttien|negentien|twintig|\w{3,5}en(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
)
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
    r"(?:op|aan|nummer|nr\.?|huisnummer)\s(?:(?:nummer|nr\.?|huisnummer)\s)?\d{1,4}\s?[a-h]?(?![\d:a-z])" + _UNIT
)
_POSTCODE = re.compile(r"(?<![\d.,€])[1-9]\d{3}\s?(?!s[ads])[a-z]{2}(?![a-z0-9])")
_UNITS = frozenset(["km", "cm", "mm", "kg", "mb", "gb", "ml", "tb", "kw", "pk", "cc", "mg", "eu"])
_NOT_POSTCODE = frozenset(
    [
        "km",
        "cm",
        "mm",
        "kg",
        "mb",
        "gb",
        "ml",
        "tb",
        "kw",
        "pk",
        "cc",
        "mg",
        "en",
        "of",
        "is",
        "in",
        "op",
        "te",
        "we",
        "ik",
        "je",
        "me",
        "nu",
        "om",
        "er",
        "ze",
        "al",
        "zo",
        "ja",
        "na",
        "an",
        "en",
        "of",
        "do",
        "ma",
        "di",
        "wo",
        "vr",
        "za",
        "zo",
        "st",
        "ca",
        "hr",
        "dm",
        "wh",
        "va",
    ]
)
_PLATE = re.compile(
    r"(?<![a-z0-9-])(?:[a-z]{2}-\d\d-\d\d|\d\d-\d\d-[a-z]{2}|\d\d-[a-z]{2}-\d\d|[a-z]{2}-\d\d-[a-z]{2}|[a-z]{2}-[a-z]{2}-\d\d"
    r"|\d\d-[a-z]{2}-[a-z]{2}|\d\d-[a-z]{3}-\d|\d-[a-z]{3}-\d\d|[a-z]{2}-\d{3}-[a-z]|[a-z]-\d{3}-[a-z]{2}|[a-z]{3}-\d\d-[a-z]"
    r"|[a-z]-\d\d-[a-z]{3}|\d-[a-z]{2}-\d{3}|\d{3}-[a-z]{2}-\d)(?![a-z0-9-])"
)
_PLATE_LOOSE = re.compile(
    r"(?<![a-z0-9-])(?:[a-z]{2} ?\d{3} ?[a-z]|[a-z] ?\d{3} ?[a-z]{2}|\d{1,2} ?[a-z]{3} ?\d{1,2}"
    r"|[a-z]{2} ?\d\d ?[a-z]{2}|\d\d ?[a-z]{2} ?[a-z]{2})(?![a-z0-9-])"
)
_NOT_STREETS = frozenset(
    [
        "onderweg",
        "snelweg",
        "fietspad",
        "zebrapad",
        "wandelpad",
        "voetpad",
        "rommelmarkt",
        "weekmarkt",
        "vrijmarkt",
        "kerstmarkt",
        "vlooienmarkt",
        "boekenmarkt",
        "zwembad",
        "voetbalveld",
        "speelveld",
        "sportveld",
        "sportpark",
        "pretpark",
        "dierenpark",
        "vakantiepark",
        "tuinhoek",
        "speelhoek",
        "zithoek",
        "keukenhoek",
        "autobaan",
        "loopbaan",
        "rijbaan",
        "atletiekbaan",
        "kunstijsbaan",
        "ijsbaan",
        "skatebaan",
        "renbaan",
        "heenweg",
        "terugweg",
        "halverwege",
        "nieuwsberg",
        "kinderkamp",
        "zomerkamp",
        "tentenkamp",
    ]
)


def phones(seen: Seen) -> Spans:
    """Find telephone numbers, also in words and with spaces; numbers of services are meant for everybody."""
    found = []
    isbn = "isbn" in seen.text.folded
    for run in seen.runs:
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
    if not any(mark in text for mark in _MAILISH):
        return []
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
    for run in seen.runs:
        if len(run.digits) not in (8, 9):
            continue
        written = seen.text.folded[run.start : run.end]
        shaped = re.fullmatch(r"\d{4}\.\d\d\.\d{3}", written) is not None and is_bsn(run.digits)
        if shaped or (named and (len(run.digits) == 9 or is_bsn(run.digits))):
            found.append(seen.text.span(run.start, run.end))
    return found


def cards(seen: Seen) -> Spans:
    """Find the number of a payment card."""
    return [seen.text.span(run.start, run.end) for run in seen.runs if is_card(run.digits)]


def addresses(seen: Seen) -> Spans:
    """Find a street with a number."""
    text = seen.text.folded
    found = [*_STREET.finditer(text), *_NUMBER_FIRST.finditer(text), *_LIVE_AT.finditer(text)]
    for one in _STREET_WEAK.finditer(text):
        if seen.text.raw[seen.text.places[one.start()]].isupper():
            found.append(one)
    return [seen.text.span(*one.span()) for one in found if one.group().split()[0].strip(",") not in _NOT_STREETS]


def postcodes(seen: Seen) -> Spans:
    """Find a postcode: in capitals, written as one, or beside its name."""
    text, found = seen.text, []
    named = "postcode" in text.folded
    for one in _POSTCODE.finditer(text.folded):
        letters = one.group()[-2:]
        start, end = text.span(*one.span())
        written = text.raw[start:end]
        sure = named or written[-2:].isupper() or (" " not in written)
        known = letters in _UNITS or (letters in _NOT_POSTCODE and not written[-2:].isupper())
        if sure and (named or not known):
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
        inside = {
            t.sentence
            for t in text.tokens
            if text.span(t.start, t.end)[0] < end and text.span(t.start, t.end)[1] > start
        }
        words = [text.span(t.start, t.end) for t in text.tokens if t.sentence in inside]
        stop = words[-1][1]
        while stop < len(text.raw) and text.raw[stop] in ".!?":
            stop += 1
        whole.append((words[0][0], stop))
    return whole
