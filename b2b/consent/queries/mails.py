"""What mails about texts say, looked up when they are sent."""

from typing import Any, Protocol

from b2b.consent.models import Terms
from b2b.consent.queries.texts import newest
from b2b.consent.rules import address_of
from b2b.core.db import Work


class News(Protocol):
    """What is known of a message to a member: the row of `notifications`, a floor higher."""

    member_id: Any
    subject: Any


def terms_changed(work: Work, news: News) -> dict[str, Any] | None:
    """Return which text changes, when and how; None when a newer version took its place."""
    terms = work.get(Terms, news.subject["terms_id"])
    if terms is None:
        return None
    last = newest(work, terms.municipality_id, terms.subject)
    if last is None or last.id != terms.id:
        return None
    return {
        "title": terms.title,
        "what_changed": terms.what_changed,
        "since": terms.effective_from,
        "text": address_of(terms.subject),
        "version": f"versie-{terms.version}",
    }
