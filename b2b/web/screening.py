"""What the writer is asked before something is sent: take it out, or send it as it is. Works without a script.

The rules stand on a floor above, so they are added in b2b/reactions; forms and pages know only this.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import request
from markupsafe import Markup

REMOVE, KEEP = "haal-weg", "toch"
"""Names of the two buttons."""
AGREED_MAX = 400


@dataclass(frozen=True)
class Remark:
    """One thing to think about. `spans`: by field, where it stands. `refused`: it has to go."""

    code: str
    sentence: str
    refused: bool
    spans: Mapping[str, Sequence[tuple[int, int]]]


@dataclass(frozen=True)
class Screening:
    """What a form shows above its fields. `removed`: it was just taken out, look whether it still reads well.

    `cards` are those with help, for words that sound like an emergency: they do not wait for an answer.
    """

    remarks: Sequence[Remark] = ()
    removed: bool = False
    cards: Sequence[Markup] = ()
    codes: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "codes", " ".join(sorted({one.code for one in self.remarks})))

    @property
    def refused(self) -> bool:
        """Say whether something has to go before this can be sent."""
        return any(one.refused for one in self.remarks)

    @property
    def removable(self) -> bool:
        """Say whether we know what to take out."""
        return any(one.spans for one in self.remarks)


Look = Callable[[Mapping[str, str], str, Sequence[str]], list[Remark]]
LOOKS: list[Look] = []
"""Each gets the texts by field, the place ("post", "message", "appointed", "name"), and what is there already."""
ALARMS: list[Callable[[str], str | None]] = []
"""Each returns finished HTML for somebody whose words sound like an emergency, or None."""


def remarks_on(texts: Mapping[str, str], place: str, beside: Sequence[str] = ()) -> list[Remark]:
    """Return what the writer of these texts should think about before they go."""
    return [remark for look in LOOKS for remark in look(texts, place, beside)]


def passes(form: Any, *names: str, place: str, beside: Sequence[str] = ()) -> bool:
    """Say whether what was typed can go. If not, `form.screening` says why, or what was just taken out.

    `beside` is what it is compared with: for a name, those of the people who are there already.
    """
    texts = {name: form[name].data or "" for name in names if name in form}
    remarks = remarks_on(texts, place, beside)
    if not remarks:
        return True
    if REMOVE in request.form:
        for name, text in texts.items():
            spans = [span for remark in remarks for span in remark.spans.get(name, ())]
            form[name].data = without(text, spans)
        form.screening = Screening(removed=True)
        return False
    agreed = set(request.form.get(KEEP, "")[:AGREED_MAX].split())
    if agreed.issuperset(remark.code for remark in remarks) and not any(remark.refused for remark in remarks):
        return True
    # The pages of placing a post show the cards themselves.
    form.screening = Screening(remarks, cards=() if place == "post" else alarm(*texts.values()))
    return False


def alarm(*texts: str) -> list[Markup]:
    """Return the cards with help for whoever wrote these words, as safe HTML of our own templates."""
    shown = (look("\n".join(text for text in texts if text)) for look in ALARMS)
    return [Markup(card) for card in shown if card]  # noqa: S704 - rendered by our own, escaping templates


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return `text` without these stretches, and without the double spaces they leave."""
    kept, end = [], 0
    for start, stop in sorted(spans):
        kept.append(text[end : max(start, end)])
        end = max(end, stop)
    kept.append(text[end:])
    lines = (" ".join(line.split()) for line in "".join(kept).splitlines())
    return "\n".join(line.replace(" .", ".").replace(" ,", ",") for line in lines).strip()
