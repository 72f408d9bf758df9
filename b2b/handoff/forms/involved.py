"""The form to share without consent."""

from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.handoff.rules import GROUND_WORDS, GROUND_WORDS_MAX, ORGANISATION_MAX, Ground, Sharing
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter


class SharingForm(Form):
    """Why, with whom, and whether the resident may know. Nothing is filled in beforehand."""

    ground = RadioField(
        N_("Waarom kan dit niet wachten op een ja?"),
        [OneOf(N_("Kies waarom dit niet kan wachten. Staat het er niet bij? Dan heb je een ja nodig."))],
        validate_choice=False,
        choices=[SelectChoice(one.value, words) for one, words in GROUND_WORDS.items()],
    )
    organisation = StringField(
        N_("Met welke organisatie deel je iets?"),
        [Filled(N_("Schrijf op met welke organisatie je iets deelt.")), AtMost(ORGANISATION_MAX)],
        filters=[line_filter],
    )
    words = TextAreaField(
        N_("Wat is er aan de hand, en wat deel je?"),
        [Filled(N_("Schrijf op wat er aan de hand is en wat je deelt.")), AtMost(GROUND_WORDS_MAX)],
        filters=[text_filter],
    )
    secret = BooleanField(N_("Het is gevaarlijk als de bewoner dit nu hoort"))
    once = HiddenField(filters=[line_filter])

    def fresh(self) -> Any:
        """Give a form that is shown for the first time its one-time word."""
        self.once.data = self.once.data or new_reference("O")
        return self

    def command(self) -> Sharing:
        """Return what is shared."""
        once = (self.once.data or "")[:32] or new_reference("O")
        return Sharing(
            Ground(self.ground.data),
            self.organisation.data or "",
            self.words.data or "",
            bool(self.secret.data),
            once,
        )
