"""Where a search may better lead: help that is not for neighbours alone, by concept. Pure; codes of `b2b.consent.signposts`."""

SIGNS: dict[str, tuple[str, ...]] = {
    "rekening": ("geldfit",),
    "luisteren": ("luisterlijn",),
    "bezwaar": ("juridisch-loket",),
    "digid": ("digid", "bibliotheek"),
    "pc": ("bibliotheek",),
    "mee_dokter": ("huisarts",),
    "oppas": ("kinderopvang",),
    "bank_online": ("bank",),
    "virus": ("bank",),
}
SIGNS_MOST = 2
CLEAR = 3.0
"""A signpost is shown for what a text clearly says, not for a guess."""


def signs_for(wanted: dict[str, float]) -> list[str]:
    """Return codes of signposts for these concepts with their strength, the strongest first."""
    order = sorted(((w, c) for c, w in wanted.items() if c in SIGNS and w >= CLEAR), reverse=True)
    return list(dict.fromkeys(code for _, concept in order for code in SIGNS[concept]))[:SIGNS_MOST]
