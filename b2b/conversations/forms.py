"""What people type in a conversation."""

from typing import Any

from wtforms import HiddenField, RadioField, TextAreaField, ValidationError

from b2b.conversations.rules import MESSAGE_MAX, RESPONSES, Answer, ResponseKind, Words
from b2b.core.ids import new_reference, read_reference
from b2b.core.words import N_
from b2b.posts.rules import PostKind
from b2b.web.forms import AtMost, Filled, Form, text_filter


def _new_once() -> str:
    return new_reference("O")


class SendForm(Form):
    """One message. `once` is made when the form is shown."""

    body = TextAreaField(
        N_("Je bericht"),
        filters=[text_filter],
        validators=[Filled(N_("Schrijf eerst je bericht.")), AtMost(MESSAGE_MAX)],
    )
    once = HiddenField(default=_new_once)

    def command(self) -> Words:
        """Return the message."""
        return Words(body=self.body.data, once=_once(self.once.data))


class AnswerForm(Form):
    """A reaction to a post: which of the four kinds, and a first message."""

    kind = RadioField(
        N_("Wat wil je laten weten?"),
        choices=[kind.value for kind in ResponseKind],  # what they are called stands on the tiles
        validators=[Filled(N_("Kies wat je wilt laten weten."))],
        validate_choice=False,
    )
    body = TextAreaField(
        N_("Je bericht"),
        filters=[text_filter],
        validators=[
            Filled(N_("Schrijf een bericht. Eén zin is genoeg.")),
            AtMost(MESSAGE_MAX),
        ],
    )
    once = HiddenField(default=_new_once)

    def __init__(self, post_kind: PostKind, **more: Any):
        super().__init__(**more)
        self.options = RESPONSES[post_kind]

    def validate_kind(self, field: RadioField) -> None:
        """Refuse what is none of the four."""
        if field.data not in {kind.value for kind in ResponseKind}:
            raise ValidationError(N_("Kies wat je wilt laten weten."))

    def command(self) -> Answer:
        """Return the reaction."""
        return Answer(ResponseKind(self.kind.data), self.body.data, _once(self.once.data))


def _once(typed: str | None) -> str:
    """Return the token that came with the form; a fresh one when it is none of ours."""
    return read_reference(typed or "") or _new_once()
