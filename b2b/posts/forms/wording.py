"""A few short questions for who does not know how to ask."""

from wtforms import StringField

from b2b.core.words import N_
from b2b.posts.rules import TITLE_MAX, WHEN_MAX
from b2b.posts.wording import composed
from b2b.web.forms import AtMost, Filled, Form, line_filter

SAID_MAX = 4 * TITLE_MAX


class WordingForm(Form):
    """Only what has to be done must be answered."""

    what = StringField(
        N_("Wat moet er gebeuren?"),
        filters=[line_filter],
        validators=[Filled(N_("Vertel wat er moet gebeuren. Een paar woorden is genoeg.")), AtMost(SAID_MAX)],
        description=N_("Bijvoorbeeld: de vuilniszakken moeten naar beneden."),
    )
    why = StringField(
        N_("Waarom lukt het niet alleen?"),
        filters=[line_filter],
        validators=[AtMost(SAID_MAX)],
        description=N_("Bijvoorbeeld: ik loop slecht. Vertel alleen wat je kwijt wilt."),
    )
    how_often = StringField(
        N_("Hoe vaak of hoe lang is het?"),
        filters=[line_filter],
        validators=[AtMost(WHEN_MAX)],
        description=N_("Bijvoorbeeld: elke dinsdag, 10 minuten."),
    )
    good_to_know = StringField(
        N_("Wat is fijn om te weten?"),
        filters=[line_filter],
        validators=[AtMost(SAID_MAX)],
        description=N_("Bijvoorbeeld: er is een lift."),
    )

    def answers(self) -> dict[str, str]:
        """Return the title and the text that these answers make."""
        title, body = composed(self.what.data, self.why.data, self.how_often.data, self.good_to_know.data)
        return {"title": title, "body": body}
