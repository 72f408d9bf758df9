"""What an author fills in about a post that exists."""

from typing import Any

from wtforms import RadioField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.core.words import N_
from b2b.posts.forms.audience import ask_audience, audience_field, is_for_neighbours, is_quiet
from b2b.posts.models import Post
from b2b.posts.rules import BODY_MAX, TITLE_MAX, WHEN_MAX, Audience, PostKind, PostWords
from b2b.posts.wizard import reader
from b2b.web.forms import AtMost, Filled, Form, line_filter, text_filter

FULFILLED, NOT_NEEDED = "gelukt", "niet-meer-nodig"


class EditForm(Form):
    """The words of a post that exists."""

    title = StringField(
        N_("Korte titel"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een korte titel in.")), AtMost(TITLE_MAX)],
    )
    body = TextAreaField(
        N_("Je bericht"),
        filters=[text_filter],
        validators=[Filled(N_("Vertel wat er moet gebeuren. Schrijf 1 of 2 zinnen.")), AtMost(BODY_MAX)],
        description=N_("Schrijf hier geen adres, telefoonnummer of achternaam. Iedereen kan dit lezen."),
    )
    when_words = StringField(N_("Wanneer?"), filters=[line_filter], validators=[AtMost(WHEN_MAX)])
    where_words = StringField(
        N_("Op welke plek?"),
        filters=[line_filter],
        validators=[AtMost(WHEN_MAX)],
        description=N_("Vul geen adres in."),
    )
    audience = audience_field()

    def ask(self, usual: Audience, post: Post) -> None:
        """Show who may read the post now."""
        if self.audience.data is None:
            self.audience.data = reader({"for_neighbours": post.for_neighbours, "quiet": post.quiet})
        ask_audience(self, usual, post.kind)

    def command(self, post: Post) -> PostWords:
        """Return the whole post as it should be now."""
        return PostWords(
            kind=post.kind,
            category=post.category,
            task=post.task,
            ticks=post.ticks if post.kind is PostKind.OFFER else (),
            title=self.title.data,
            body=self.body.data,
            neighbourhood_id=post.neighbourhood_id,
            when_words=self.when_words.data,
            where_words=self.where_words.data,
            for_somebody_else=post.for_somebody_else,
            behalf=post.behalf,
            meet_them=post.meet_them,
            for_neighbours=is_for_neighbours(self),
            quiet=is_quiet(self),
        )


class CloseForm(Form):
    """Why a post can be closed."""

    why = RadioField(
        N_("Waarom sluit je dit bericht?"),
        choices=[
            SelectChoice(FULFILLED, N_("Het is gelukt")),
            SelectChoice(NOT_NEEDED, N_("Het is niet meer nodig")),
        ],
        validate_choice=False,
    )

    def validate_why(self, field: Any) -> None:
        if field.data not in (FULFILLED, NOT_NEEDED):
            raise ValidationError(N_("Kies waarom je het bericht sluit."))
