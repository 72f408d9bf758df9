"""A refusal that the writer can do something about: the form comes back, with the reason and all that was typed."""

from collections.abc import Callable
from typing import Any

from flask import Response

from b2b.core.errors import Refusal, TooFast


def kept(refusal: Refusal, form: Any, show: Callable[[Any, int], Response]) -> Response:
    """Show `form` again with why not: 429 with how long to wait for who goes too fast, else 422."""
    form.form_errors.append(refusal.sentence)
    response = show(form, 429 if isinstance(refusal, TooFast) else 422)
    if isinstance(refusal, TooFast):
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response
