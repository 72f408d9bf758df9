"""Addresses of sites in a text: which take money, which pass for somebody else, which hide where they go."""

import re

_HOST = re.compile(
    r"(?<![a-z0-9@.-])(?:https?://)?((?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12})(?![a-z0-9@-])(?:/[^\s]{0,200})?"
)
_BROKEN = re.compile(r"(?<=[a-z0-9])\s?(?:\(\.\)|\[\.\]|\(dot\)|\[dot\])\s?(?=[a-z])")
OFFICIAL = frozenset(
    [
        "tikkie.me",
        "ing.nl",
        "rabobank.nl",
        "abnamro.nl",
        "snsbank.nl",
        "asnbank.nl",
        "regiobank.nl",
        "triodos.nl",
        "bunq.com",
        "knab.nl",
        "revolut.com",
        "paypal.com",
        "paypal.me",
        "ideal.nl",
        "postnl.nl",
        "dhl.nl",
        "dhlparcel.nl",
        "dpd.nl",
        "ups.com",
        "digid.nl",
        "belastingdienst.nl",
        "mijnoverheid.nl",
        "overheid.nl",
        "rijksoverheid.nl",
        "duo.nl",
        "uwv.nl",
        "svb.nl",
        "cjib.nl",
        "politie.nl",
        "marktplaats.nl",
        "vinted.nl",
        "whatsapp.com",
        "apple.com",
        "icloud.com",
        "microsoft.com",
        "google.com",
        "ziggo.nl",
        "kpn.com",
        "klarna.com",
        "bol.com",
        "n26.com",
        "mollie.com",
    ]
)
_BRANDS = [
    "tikkie",
    "rabobank",
    "rabo",
    "abnamro",
    "snsbank",
    "asnbank",
    "regiobank",
    "triodos",
    "bunq",
    "knab",
    "revolut",
    "paypal",
    "ideal",
    "postnl",
    "dhl",
    "digid",
    "belastingdienst",
    "mijnoverheid",
    "overheid",
    "uwv",
    "svb",
    "cjib",
    "politie",
    "marktplaats",
    "vinted",
    "whatsapp",
    "icloud",
    "microsoft",
    "buurthulp",
    "gemeente",
    "mijning",
    "klarna",
    "betaalverzoek",
]
_PAYMENT = frozenset(
    [
        "tikkie.me",
        "paypal.me",
        "betaalverzoek.rabobank.nl",
        "bunq.me",
        "mollie.com",
        "payment-links.mollie.com",
        "ing.nl/payreq",
    ]
)
_SHORT = frozenset(
    [
        "bit.ly",
        "tinyurl.com",
        "t.ly",
        "is.gd",
        "goo.gl",
        "cutt.ly",
        "rb.gy",
        "shorturl.at",
        "ow.ly",
        "tiny.cc",
        "rebrand.ly",
        "s.id",
        "lnkd.in",
        "urlz.fr",
        "v.gd",
    ]
)
_TOP = frozenset(
    [
        "nl",
        "com",
        "net",
        "org",
        "me",
        "info",
        "eu",
        "be",
        "de",
        "io",
        "app",
        "site",
        "online",
        "shop",
        "xyz",
        "top",
        "club",
        "live",
        "link",
        "click",
        "store",
        "icu",
        "co",
        "uk",
        "ru",
        "cc",
        "tk",
        "ml",
        "ga",
        "cf",
        "info",
        "biz",
        "ly",
        "gd",
        "gl",
        "at",
        "page",
        "dev",
        "cloud",
        "website",
        "space",
        "vip",
        "fun",
        "help",
        "support",
        "pay",
        "bank",
        "nu",
        "tv",
        "to",
        "id",
        "is",
        "fr",
        "es",
        "pl",
    ]
)
_OPEN = ("utrecht.nl", "gemeente.nl")


def hosts(folded: str) -> list[tuple[str, int, int]]:
    """Return every site named in a text: its host, and where its address stands."""
    text = _BROKEN.sub(lambda found: ("." + "\0" * len(found.group()))[: len(found.group())], folded)
    found = []
    for one in _HOST.finditer(text):
        host = one.group(1).replace("\0", "")
        if host.rsplit(".", 1)[-1] in _TOP and not re.fullmatch(r"[a-z]\.[a-z]{1,2}", host):
            found.append((host, one.start(), one.end()))
    return found


def registered(host: str) -> str:
    """Return the part that somebody registered: "betaalverzoek.rabobank.nl" is of "rabobank.nl"."""
    return ".".join(host.split(".")[-2:])


def is_payment(host: str) -> bool:
    """Say whether money is asked there."""
    return host in _PAYMENT or registered(host) in _PAYMENT


def is_short(host: str) -> bool:
    """Say whether an address hides where it goes."""
    return registered(host) in _SHORT


def is_lookalike(host: str) -> bool:
    """Say whether a host carries the name of an organisation without being its own."""
    own = registered(host)
    if own in OFFICIAL or own.endswith(_OPEN):
        return False
    plain = host.translate(str.maketrans("013458", "oieasb")).replace("rn", "m").replace("vv", "w").replace("ii", "i")
    words = re.split(r"[.-]", plain)[:-1]
    joined = "".join(words)
    for brand in _BRANDS:
        if brand == "gemeente":
            if any(word.startswith("gemeente") for word in words) and "-" in host:
                return True
        elif brand == "buurthulp":
            if "buurthulp" in joined and ("-" in host or len(joined) > len("buurthulp") + 14):
                return True
        elif (len(brand) <= 5 and brand in words) or (len(brand) > 5 and brand in joined):
            return True
        if len(brand) >= 5 and any(_one_off(word, brand) for word in words):
            return True
    return ("ing" in words or "sns" in words or "asn" in words) and len(words) > 1


def _one_off(word: str, brand: str) -> bool:
    """Say whether a word is a name with one stroke more, less or different."""
    if abs(len(word) - len(brand)) > 1 or word == brand:
        return word == brand
    at = next((n for n, (a, b) in enumerate(zip(word, brand, strict=False)) if a != b), min(len(word), len(brand)))
    rest_word, rest_brand = word[at:], brand[at:]
    return (
        rest_word[1:] == rest_brand[1:]
        or rest_word[1:] == rest_brand
        or rest_word == rest_brand[1:]
        or (rest_word[:2] == rest_brand[1::-1] and rest_word[2:] == rest_brand[2:])
    )
