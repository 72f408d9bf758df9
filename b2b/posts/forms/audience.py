"""The question who may read a post: asked when it is made, and when it is changed."""

from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from b2b.core.words import N_
from b2b.posts.rules import Audience, PostKind
from b2b.posts.wizard import READER_LABELS, Reader


def audience_field() -> RadioField:
    """Return the question who may read a post."""
    return RadioField(
        N_("Wie mag dit lezen?"),
        choices=[SelectChoice(reader.value, label) for reader, label in READER_LABELS.items()],
        validate_choice=False,
    )


def ask_audience(form: Any, usual: Audience, kind: PostKind) -> None:
    """Offer who may read a post here and fill in what is usual; only a request can be quiet."""
    left_out = {Reader.EVERYBODY} if usual is Audience.CLOSED else set()
    if kind is PostKind.OFFER:
        left_out.add(Reader.QUIET)
    form.audience.choices = [choice for choice in form.audience.choices if choice.value not in left_out]
    if len(form.audience.choices) == 1:
        del form.audience  # all posts are for neighbours: nothing to ask
    elif form.audience.data not in {choice.value for choice in form.audience.choices}:
        form.audience.data = Reader.EVERYBODY if usual is Audience.EVERYBODY else Reader.NEIGHBOURS


def is_for_neighbours(form: Any) -> bool:
    """Return the answer; where nothing is asked, all is for neighbours."""
    return "audience" not in form or form.audience.data == Reader.NEIGHBOURS


def is_quiet(form: Any) -> bool:
    """Say whether the author asks quietly."""
    return "audience" in form and form.audience.data == Reader.QUIET
