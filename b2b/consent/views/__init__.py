"""Pages of texts: to read, to accept again, to write; and what comes before opening."""

from b2b.consent.views import again, opening, pages, texts, writing  # noqa: F401
from b2b.consent.views.blueprint import consent
from b2b.consent.views.gates import changed_texts, not_open

__all__ = ["changed_texts", "consent", "not_open"]
