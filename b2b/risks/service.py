"""Weigh risks, write down what went wrong, and forget its words in time."""

from typing import Any

from b2b.core import audit
from b2b.core.clock import local
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.risks import queries
from b2b.risks.builtin import BUILT_IN, BuiltIn
from b2b.risks.models import Incident, Risk
from b2b.risks.rules import (
    INCIDENT_LIFECYCLE,
    KEEP,
    REVIEW_EVERY,
    Happening,
    IncidentAction,
    IncidentState,
    RiskWords,
    SomebodyWasFirst,
    WordsGone,
)


def fill(work: Work, municipality_id: int) -> int:
    """Add those of our own risks that the register does not have yet; return how many."""
    new = _missing(work, municipality_id)
    for one in new:
        work.add(
            Risk(
                reference=new_reference("R"),
                municipality_id=municipality_id,
                code=one.code,
                category=one.category,
                title=one.title,
                likelihood=one.likelihood,
                effect=one.effect,
                measure=one.measure,
                owner=one.owner,
                review_on=local(work.now()).date() + REVIEW_EVERY,
                updated_at=work.now(),
            )
        )
    work.flush()  # incidents point at them
    return len(new)


def missing(work: Work, municipality_id: int) -> int:
    """Return how many of our own risks the register does not have."""
    return len(_missing(work, municipality_id))


def add(work: Work, municipality_id: int, words: RiskWords) -> Risk:
    """Add a risk of the municipality's own."""
    risk = Risk(
        reference=new_reference("R"),
        municipality_id=municipality_id,
        updated_at=work.now(),
        **_columns(words),
    )
    work.add(risk)
    work.flush()  # the audit names its key
    audit.note(work, "risk.added", risk)
    return risk


def weigh(work: Work, risk: Risk, words: RiskWords, version: int) -> None:
    """Weigh a risk anew; SomebodyWasFirst when it is no longer the version that was on the page."""
    lock(work, risk)
    if risk.version != version:
        raise SomebodyWasFirst()
    before = {"likelihood": risk.likelihood, "effect": risk.effect}
    for name, value in _columns(words).items():
        setattr(risk, name, value)
    risk.version += 1
    risk.updated_at = work.now()
    audit.note(
        work, "risk.weighed", risk, before=before, after={"likelihood": risk.likelihood, "effect": risk.effect}
    )


def file(work: Work, risk: Risk, happening: Happening, by_id: int) -> Incident:
    """Write down that a risk came true. The same form twice is one incident."""
    known = queries.by_once(work, happening.once)
    if known is not None:
        return known
    incident = Incident(
        reference=new_reference("X"),
        once=happening.once,
        municipality_id=risk.municipality_id,
        neighbourhood_id=happening.neighbourhood_id,
        risk_id=risk.id or 0,
        about=happening.about,
        happened_on=happening.happened_on,
        what=happening.what,
        done=happening.done or None,
        filed_by_id=by_id,
        filed_at=work.now(),
    )
    work.add(incident)
    work.flush()  # the audit names its key
    audit.note(work, "incident.filed", incident, risk=risk.id)
    return incident


def tell_done(work: Work, incident: Incident, done: str) -> None:
    """Write down what was done about it; WordsGone when its words are no longer kept."""
    lock(work, incident)
    if incident.what is None:
        raise WordsGone()
    incident.done = done
    audit.note(work, "incident.changed", incident)


def close(work: Work, incident: Incident) -> None:
    """Close it: nothing more needs to be done. Twice changes nothing."""
    lock(work, incident)
    if incident.state is IncidentState.CLOSED:
        return
    move(work, incident, INCIDENT_LIFECYCLE, IncidentAction.CLOSE)
    incident.closed_at = work.now()


def reopen(work: Work, incident: Incident) -> None:
    """Open it again: something was forgotten. Twice changes nothing."""
    lock(work, incident)
    if incident.state is IncidentState.OPEN:
        return
    move(work, incident, INCIDENT_LIFECYCLE, IncidentAction.REOPEN)
    incident.closed_at = None


def purge(work: Work, limit: int = 200) -> int:
    """Forget the words of up to `limit` old incidents, and who filed them; that it happened stays."""
    old = queries.closed_before(work, work.now() - KEEP, limit)
    for incident in old:
        incident.what = incident.done = incident.about = incident.filed_by_id = None
    return len(old)


def _missing(work: Work, municipality_id: int) -> list[BuiltIn]:
    known = queries.codes(work, municipality_id)
    return [one for one in BUILT_IN if one.code not in known]


def _columns(words: RiskWords) -> dict[str, Any]:
    return {
        "title": words.title,
        "likelihood": words.likelihood,
        "effect": words.effect,
        "measure": words.measure,
        "owner": words.owner,
        "review_on": words.review_on,
    }
