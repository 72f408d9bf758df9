"""Mails with the reasons of a decision, about objections, and about measures."""

from datetime import UTC, datetime

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REASONS = {
    "reference": "W-7K2M-9QXD",
    "target_kind": "post",
    "visibility": "Wij hebben je bericht weggehaald. Anderen zien het niet meer.",
    "account": None,
    "measure": "",
    "scope": "Op heel Buurthulp in deze gemeente",
    "starts_at": MOMENT,
    "ends_at": None,
    "facts": "Domme buren\nJullie zijn allemaal lui.",
    "facts_at": datetime(2026, 11, 21, 19, 30, tzinfo=UTC),
    "source": "Iemand heeft dit bij ons gemeld. Wij zeggen niet wie.",
    "automation": "Een mens heeft dit bekeken en besloten. Er is geen computer gebruikt om het te vinden of te besluiten.",
    "illegal": False,
    "rule": "Wees aardig. Schelden, pesten en discrimineren mag niet.",
    "rules_version": 3,
    "why": "Je noemt je buren lui en dom.\n\nSchrijf wat je nodig hebt, dan helpen ze graag.",
    "until": datetime(2027, 5, 23, 22, 0, tzinfo=UTC),
    "last_day": datetime(2027, 5, 23, 21, 59, tzinfo=UTC),
    "out_of_court": "Blijf je het oneens met ons? Dan kun je naar een geschilcommissie die daarvoor erkend is.",
    "court": "Je kunt altijd naar de rechter.",
    "sent_at": MOMENT,
    "token": "W-7K2M-9QXD.1.1811109600.handtekening",
}
SUSPENDED = REASONS | {
    "account": "Je kunt voor een tijd niet meedoen. Andere mensen zien je berichten dan niet.",
    "measure": "suspended",
    "ends_at": datetime(2026, 11, 30, 9, 0, tzinfo=UTC),
}
OBJECTION = {
    "reference": "Z-7K2M-9QXD",
    "days": 14,
    "result": None,
    "outcome": "",
    "reasons": "",
    "restored": False,
    "lifted": False,
    "about_self": True,
    "out_of_court": REASONS["out_of_court"],
    "court": REASONS["court"],
}
REVERSED = OBJECTION | {
    "result": "Iemand anders heeft opnieuw gekeken. Het besluit is teruggedraaid. Het spijt ons.",
    "outcome": "reversed",
    "reasons": "Het was een grap onder vrienden.",
    "restored": True,
    "lifted": True,
}
UPHELD = OBJECTION | {
    "result": "Iemand anders heeft opnieuw gekeken. Het besluit blijft staan.",
    "outcome": "upheld",
    "reasons": "Wie het leest, kan er van schrikken.",
}
ENDED = {"visibility": None, "target_kind": "member", "measure": "ended"}

EXAMPLES = {
    "statement-of-reasons": REASONS,
    "statement-of-reasons--suspended": SUSPENDED,
    "statement-of-reasons--ended": REASONS
    | ENDED
    | {
        "account": "Wij hebben je account gestopt. Je kunt niet meer meedoen.",
        "illegal": True,
        "rule": "Oplichting mag niet van de wet. (Artikel 326 Wetboek van Strafrecht)",
        "facts": "Je vroeg drie buren om hun pinpas.",
    },
    "statement-of-reasons--warned": REASONS
    | ENDED
    | {"account": "Je krijgt een waarschuwing. Je kunt gewoon blijven meedoen.", "measure": "warned"},
    "complaint-received": OBJECTION,
    "complaint-waiting": {
        "reference": "Z-7K2M-9QXD",
        "neighbourhood": "Zambesidreef en omgeving",
        "filed_at": MOMENT,
        "due_at": datetime(2026, 12, 7, 9, 0, tzinfo=UTC),
        "late": False,
    },
    "complaint-decided": REVERSED,
    "complaint-decided--upheld": UPHELD,
    "complaint-decided--reporter": UPHELD | {"about_self": False, "out_of_court": None, "court": None},
    "notice-reconsidered": {
        "reference": "N-7K2M-9QXD",
        "reconsidered": "Iemand anders heeft opnieuw gekeken. Het besluit is teruggedraaid. Het spijt ons.",
    },
    "measure-over": {"ended_at": MOMENT},
    "help-suggested": {"post": "V-7K2M-9QXD", "post_title": "Wie haalt mijn boodschappen?"},
    "help-suggested--person": {"post": None, "post_title": None},
    "admission-asked": {"reference": "Q-7K2M-9QXD", "asked_at": MOMENT},
    "admission-decided": {"admitted": True, "reasons": "Het is lang geleden en je hebt uitgelegd wat er was."},
    "admission-decided--refused": {"admitted": False, "reasons": "Er loopt nog een zaak bij de politie."},
    "agreement-uncertain": {
        "agreement_reference": "A-7K2M-9QXD",
        "other_name": "Kees",
        "starts_at": MOMENT,
        "post_title": "Wie haalt mijn boodschappen?",
    },
}
