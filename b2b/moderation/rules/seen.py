"""What the log calls things, in words: "wie heeft dit gezien?" reads them. Pure."""

from collections.abc import Mapping

from b2b.core.words import N_

SEEN: Mapping[str, str] = {
    "message.read_for_review": N_("las berichten uit een gesprek"),
    "thanks.read_for_review": N_("las een bedankje tussen twee buren"),
    "review.opened": N_("opende de zaak"),
    "review.claimed": N_("ging ernaar kijken"),
    "review.held": N_("hield de zaak vast"),
    "review.let_go": N_("liet de zaak los"),
    "review.handed_on": N_("gaf de zaak door"),
    "review.late": N_("de zaak ging door omdat het te lang duurde"),
    "review.put_aside": N_("het is meteen weggehaald wegens gevaar"),
    "review.place": N_("besloot: plaatsen"),
    "review.ask_change": N_("besloot: vragen om het aan te passen"),
    "review.refuse": N_("besloot: niet plaatsen"),
    "review.hide": N_("besloot: weghalen"),
    "review.warn": N_("besloot: waarschuwen"),
    "review.no_action": N_("besloot: niets doen"),
    "message.hidden": N_("haalde een bericht weg"),
    "message.shown_again": N_("liet een bericht weer zien"),
    "address.shared": N_("gaf het adres"),
    "address.shown": N_("zag het adres"),
    "address.taken-back": N_("nam het adres terug"),
    "handoff.seen": N_("las de vraag aan de gemeente"),
    "handoff.claimed": N_("pakte de vraag aan de gemeente op"),
    "handoff.sent": N_("stuurde de vraag aan de gemeente"),
    "person.found": N_("zocht deze persoon op"),
    "seen.asked": N_("vroeg wie dit zag"),
    "devices.ended": N_("logde apparaten uit"),
    "role.granted": N_("gaf een rol"),
    "role.revoked": N_("nam een rol weg"),
    "member.suspended": N_("zette het account stil"),
    "member.reinstated": N_("zette het account weer aan"),
}
"""Codes of the log that say that somebody saw or did something with a person or a thing."""


def words_of(action: str) -> str:
    """Return what an action is called; an unknown one by its code, so that nothing stays hidden."""
    return SEEN.get(action, action)
