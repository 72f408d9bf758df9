"""What a resident fills in about their rights, and what an administrator answers."""

from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice

from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.privacy.rules.erasing import NotConfirmed
from b2b.privacy.rules.requests import (
    ABOUT_WORDS,
    ANSWER_MAX,
    KIND_WORDS,
    WORDS_MAX,
    About,
    Answered,
    Asked,
    RequestAction,
    RequestKind,
)
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter


class LeaveForm(Form):
    """One tick: I read what will happen."""

    read = BooleanField(N_("Ik heb gelezen wat er gebeurt"), [Filled(NotConfirmed.sentence)])


class RequestForm(Form):
    """What somebody asks, about which use of their data, in their own words."""

    kind = RadioField(
        N_("Wat wil je?"),
        [OneOf(N_("Kies wat je wilt."))],
        validate_choice=False,
        choices=[SelectChoice(one.value, words) for one, words in KIND_WORDS.items()],
    )
    about = RadioField(
        N_("Waar gaat het over?"),
        [OneOf(N_("Kies waar het over gaat."))],
        validate_choice=False,
        choices=[SelectChoice(one.value, words) for one, words in ABOUT_WORDS.items()],
    )
    words = TextAreaField(
        N_("Vertel het in je eigen woorden"),
        [Filled(N_("Schrijf op wat je wilt. Een paar woorden is genoeg.")), AtMost(WORDS_MAX)],
        filters=[text_filter],
    )
    once = HiddenField(filters=[line_filter])

    def fresh(self) -> Any:
        """Give a form that is shown for the first time its one-time word."""
        self.once.data = self.once.data or new_reference("O")
        return self

    def command(self) -> Asked:
        """Return what is asked."""
        once = (self.once.data or "")[:32] or new_reference("O")
        return Asked(RequestKind(self.kind.data), About(self.about.data), self.words.data or "", once)


class AnswerForm(Form):
    """What an administrator decides, and says to the resident."""

    action = RadioField(
        N_("Wat hebben jullie gedaan?"),
        [OneOf(N_("Kies wat jullie hebben gedaan."))],
        validate_choice=False,
        choices=[
            SelectChoice(RequestAction.GRANT.value, N_("We hebben gedaan wat er gevraagd werd")),
            SelectChoice(RequestAction.GRANT_PARTLY.value, N_("We hebben een deel gedaan")),
            SelectChoice(RequestAction.REFUSE.value, N_("We hebben het niet gedaan")),
        ],
    )
    words = TextAreaField(
        N_("Je antwoord aan de bewoner"),
        [Filled(N_("Schrijf op wat jullie deden, en waarom.")), AtMost(ANSWER_MAX)],
        filters=[text_filter],
    )

    def command(self) -> Answered:
        """Return the answer."""
        return Answered(RequestAction(self.action.data), self.words.data or "")
