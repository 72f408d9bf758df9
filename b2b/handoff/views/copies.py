"""What pages show of other systems: the literal copy that a resident reads beforehand, and how it travels."""

from types import SimpleNamespace
from typing import Any

from flask import g, url_for

from b2b.handoff import queries
from b2b.handoff.connectors.openklant.message import bodies
from b2b.handoff.connectors.registry import READERS
from b2b.handoff.forms import AskForm
from b2b.handoff.models import Handoff
from b2b.handoff.rules import (
    ATTEMPT_TONES,
    ATTEMPT_WORDS,
    CONNECTOR_WORDS,
    ENDED,
    AttemptState,
    Question,
    consent_hash,
    payload,
    trouble,
)
from b2b.handoff.views import shown


def literal(form: AskForm, post: Any) -> dict[str, Any]:
    """Return what a resident reads before saying yes: every word, for whom, and the mark of it all."""
    at = g.work.now().replace(microsecond=0)
    question = shown.question_of(form.command(), post, form.token, at)
    return {
        "lines": payload(question),
        "copies": copies(question),
        "agreed_to": consent_hash(question),
        "at": at.isoformat(),
    }


def copies(question: Question) -> list[Any]:
    """Return what other systems get of a question: their name, the lines in words, the literal text."""
    return [
        SimpleNamespace(
            system=CONNECTOR_WORDS[connector], lines=READERS[connector](text), bodies=bodies(text).items()
        )
        for connector, text in question.messages
    ]


def standing(handoff: Handoff) -> dict[str, Any]:
    """Return what a resident sees of other systems: the number there, and what went wrong."""
    found = queries.attempts(g.work, handoff)
    wrong = [told for each in found if (told := trouble(each.state, each.tries))]
    numbers = [each.external_reference for each in found if each.external_reference and each.task]
    return {"trouble": wrong[0] if wrong else None, "numbers": numbers}


def deliveries(handoff: Handoff) -> list[Any]:
    """Return how a question travels to other systems, with a button where it was given up."""
    return [
        SimpleNamespace(
            system=CONNECTOR_WORDS.get(each.connector, each.connector),
            state=ATTEMPT_WORDS[each.state],
            tone=ATTEMPT_TONES[each.state],
            number=each.external_reference,
            when=each.delivered_at,
            error=each.error or "",
            tries=each.tries,
            retry=url_for("connections.retry", handoff=handoff.reference, connector=each.connector)
            if each.state is AttemptState.FAILED and handoff.state not in ENDED
            else None,
        )
        for each in queries.attempts(g.work, handoff)
    ]
