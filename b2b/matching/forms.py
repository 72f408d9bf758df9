"""What an administrator is asked about words: the word, and what it is about."""

from typing import Any

from wtforms import SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.core.words import N_
from b2b.matching.rules.lexicon import concepts, help_types
from b2b.matching.rules.own import NOTHING, read_word
from b2b.matching.rules.words import WORD_MAX
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter

CHOOSE = N_("Kies waar het woord over gaat.")
SAYS_NOTHING = "niets"
"""In a form: this word says nothing, pass it over."""


class WordForm(Form):
    """One word, and the concept it leads to."""

    word = StringField(
        N_("Woord"), filters=[line_filter], validators=[Filled(N_("Vul een woord in.")), AtMost(WORD_MAX)]
    )
    concept = SelectField(
        N_("Waar gaat het over?"), validate_choice=False, validators=[Filled(CHOOSE), OneOf(CHOOSE)]
    )

    def __init__(self, **more: Any):
        super().__init__(**more)
        self.concept.choices = choices()

    @property
    def code(self) -> str:
        """The concept that was chosen; nothing for a word that says nothing."""
        return NOTHING if self.concept.data == SAYS_NOTHING else self.concept.data or ""

    def validate_word(self, field: Any) -> None:
        """Refuse what is not one word that can mean something."""
        if field.data and not read_word(field.data):
            raise ValidationError(
                N_("Vul één woord in van 4 tot 40 letters, zonder cijfers. Een klein woord als “voor” kan niet.")
            )


def choices() -> list[SelectChoice]:
    """Return what a word can be about, ordered by kind of help."""
    types = help_types()
    order = sorted(concepts().values(), key=lambda one: (types[one.type].label, one.label))
    return [
        SelectChoice("", ""),
        *(SelectChoice(one.code, f"{types[one.type].label}: {one.label}") for one in order),
        SelectChoice(SAYS_NOTHING, N_("Niets: sla dit woord over")),
    ]
