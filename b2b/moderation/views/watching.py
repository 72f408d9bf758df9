"""Where the software speaks: a hint before sending, a warning beside a message, help at once for who needs it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from flask import url_for

from b2b.authz.predicates import Actor
from b2b.consent.signposts import SIGNPOSTS
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.moderation.queries import signals as seen
from b2b.moderation.queries.signals import Mark
from b2b.moderation.rules import NoticeCategory, TargetKind
from b2b.moderation.rules.signals import CARD_SHOWN, Place, hinted
from b2b.moderation.signals import Action, Finding, Group, read
from b2b.moderation.signals.names import read_name
from b2b.posts.queries import Post
from b2b.thanks.queries import Thanks
from b2b.web.pages import render
from b2b.web.screening import Remark

_HELP = {
    "crisis.suicide": ("113", "112", "huisarts", "luisterlijn"),
    "crisis.home": ("112", "veilig-thuis", "politie"),
    "crisis.medical": ("112", "huisarts", "huisartsenpost"),
    "crisis.fire": ("112", "gaslucht"),
    "crisis.unseen": ("112", "politie"),
    "crisis.carer": ("huisarts", "luisterlijn", "gemeente"),
    "crisis.child": ("112", "veilig-thuis", "kindertelefoon"),
}
"""Which signposts go with which cry for help, the most urgent first."""
REPORT = {
    "scam": ("oplichting", N_("Melden: oplichting")),
    "abuse": ("schelden", N_("Melden: schelden of bedreigen")),
    "profiling": ("discriminatie", N_("Melden: discriminatie")),
    "pace": ("oplichting", N_("Melden: oplichting")),
}
"""What a warned reader is most likely to report: the word in the address, and the words of the link."""
PRESETS = {
    "oplichting": NoticeCategory.FRAUD,
    "schelden": NoticeCategory.RUDE,
    "discriminatie": NoticeCategory.DISCRIMINATION,
    "gevaar": NoticeCategory.DANGER,
}


def look(texts: Mapping[str, str], place: str, beside: Sequence[str] = ()) -> list[Remark]:
    """Return what the writer of these fields is asked before sending."""
    found: dict[str, tuple[Finding, dict[str, Sequence[tuple[int, int]]]]] = {}
    for name, text in texts.items():
        read_here = read_name(text, beside) if place == "name" else ()
        spoken = [*read_here, *read(text)] if text else []
        where = Place.POST if place == "name" else Place(place)
        for one in hinted(spoken, where):
            spans = found.setdefault(one.code, (one, {}))[1]
            if one.detector.removable:
                spans[name] = one.spans
    return [
        Remark(code, one.detector.advice, one.detector.in_post is Action.REFUSE, spans)
        for code, (one, spans) in found.items()
    ]


def alarm(text: str) -> str | None:
    """Return the card with help for words that are not sent yet."""
    codes = [one.code for one in read(text) if one.group is Group.CRISIS]
    return _card(codes, [one.detector.advice for one in read(text) if one.group is Group.CRISIS], "nu", watched=False)


def post_card(work: Work, actor: Actor, post: Post) -> str | None:
    """Return the card with help for the author of a post that sounded like an emergency not long ago."""
    if actor.member_id is None or actor.member_id != post.author_id or not post.id:
        return None
    if work.now() - post.updated_at > CARD_SHOWN:
        return None
    found = seen.crisis_since(work, TargetKind.POST, post.id, work.now() - CARD_SHOWN)
    return _card([one.code for one in found], [one.advice for one in found], "bericht", watched=True)


def thanks_card(work: Work, actor: Actor, thanks: Thanks) -> str | None:
    """Return the card with help for the writer of a thank-you that sounded like an emergency not long ago."""
    if actor.member_id is None or actor.member_id != thanks.author_id:
        return None
    found = seen.crisis_since(work, TargetKind.THANKS, thanks.id or 0, work.now() - CARD_SHOWN)
    return _card([one.code for one in found], [one.advice for one in found], "bedankje", watched=True)


def message_marks(work: Work, actor: Actor, references: Mapping[int, str]) -> dict[int, str]:
    """Return what stands beside messages (by key; `references` are theirs), for this reader."""
    marks = sorted(seen.of_messages(work, references), key=lambda mark: mark.message_id) if references else []
    fresh = work.now() - CARD_SHOWN
    shown = {}
    for key, group in groupby(marks, key=lambda mark: mark.message_id):
        found = list(group)
        mine = found[0].author_id == actor.member_id
        calls = [one.seen for one in found if one.seen.action is Action.CRISIS]
        if calls and calls[0].at > fresh:
            card = _card([one.code for one in calls], [one.advice for one in calls], str(key), watched=mine)
            shown[key] = card or ""
        elif not calls:
            shown[key] = _beside(found, references[key], mine=mine)
    return {key: html for key, html in shown.items() if html}


def _beside(found: Iterable[Mark], reference: str, *, mine: bool) -> str:
    marks = [one.seen for one in found]
    held = any(one.action is Action.HOLD for one in marks)
    warned = [one for one in marks if one.action is Action.WARN]
    if mine and not held:
        return ""
    group = warned[0].code.split(".")[0] if warned else "scam"
    preset, label = REPORT.get(group, ("", N_("Meld dit bericht")))
    return render(
        "moderation/message_mark.html",
        held=held,
        mine=mine,
        sentences=[one.advice for one in warned],
        report_url=url_for("moderation.notice", over=reference, soort=preset or None),
        report_label=label,
    )


def _card(codes: Sequence[str], sentences: Sequence[str], key: str, *, watched: bool) -> str | None:
    if not codes:
        return None
    places = dict.fromkeys(place for code in codes for place in _HELP.get(code, ("112",)))
    return render(
        "moderation/crisis_card.html",
        sentences=sentences,
        places=[SIGNPOSTS[code] for code in places],
        key=key,
        watched=watched,
    )
