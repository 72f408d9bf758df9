"""Forms of the desk: pass a question on, write something down, be away."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from b2b.core.clock import local
from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.handoff.rules import (
    ASK_DAYS,
    ASK_MAX,
    NOTE_MAX,
    ORGANISATION_MAX,
    OUTCOME_WORDS,
    REASON_MAX,
    Asking,
    Outcome,
    Proposing,
    Told,
    Words,
)
from b2b.handoff.service import Forward
from b2b.moderation.forms.desk import Day
from b2b.moderation.rules.away import Leave, leave
from b2b.posts.categories import CATEGORIES
from b2b.posts.rules import BODY_MAX, TITLE_MAX
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter

_COLLEAGUE, _HOOD = "collega:", "buurt:"
AWAY_MAX = timedelta(days=366)


class DeskForm(Form):
    """A form that a double click sends once, with words that the resident may read unless said otherwise.

    Several stand on one page: `under` keeps the names of their fields apart.
    """

    under = ""
    for_desk = BooleanField(N_("Alleen voor collega’s. De bewoner leest dit niet."))
    once = HiddenField(filters=[line_filter])

    def __init__(self, **given: Any):
        super().__init__(prefix=self.under, **given)

    def fresh(self) -> Any:
        """Give a form that is shown for the first time its one-time word."""
        self.once.data = self.once.data or new_reference("O")
        return self

    def words(self, text: str | None) -> Words:
        """Return what was written, and who may read it."""
        return Words(text or "", not self.for_desk.data, (self.once.data or "")[:20] or new_reference("O"))


class ForwardForm(DeskForm):
    """To whom, and why. `colleagues` are (reference, name), `hoods` (slug, name)."""

    under = "door-"
    to = SelectField(N_("Aan wie geef je dit door?"), validate_choice=False, default="")
    why = StringField(
        N_("Waarom?"),
        [Filled(N_("Schrijf kort op waarom je dit doorgeeft.")), AtMost(REASON_MAX)],
        filters=[line_filter],
    )

    def __init__(self, colleagues: Iterable[tuple[str, str]], hoods: Iterable[tuple[str, str]], **given: Any):
        super().__init__(**given)
        self.to.choices = [
            SelectChoice("", N_("Kies een collega of een buurt")),
            *(SelectChoice(_COLLEAGUE + key, name, optgroup=N_("Collega’s")) for key, name in colleagues),
            *(SelectChoice(_HOOD + key, name, optgroup=N_("Andere buurten")) for key, name in hoods),
        ]

    def validate_to(self, field: SelectField) -> None:
        """Refuse what is not on the list."""
        known = {choice.value for choice in field.choices if choice.value}
        if field.data not in known:
            raise ValidationError(N_("Kies een collega of een buurt."))

    def command(self) -> Forward:
        """Return where it goes, and why."""
        to = self.to.data or ""
        colleague = to.removeprefix(_COLLEAGUE) if to.startswith(_COLLEAGUE) else ""
        return Forward(colleague, "" if colleague else to.removeprefix(_HOOD), self.words(self.why.data))


class WriteForm(DeskForm):
    """A note beside a question."""

    under = "notitie-"
    text = TextAreaField(
        N_("Notitie"),
        [Filled(N_("Schrijf op wat je wilt bewaren.")), AtMost(NOTE_MAX)],
        filters=[text_filter],
    )


class OutcomeForm(DeskForm):
    """How it went, for one tap; with a few words when there is more to say."""

    under = "uitkomst-"
    outcome = RadioField(
        N_("Hoe ging het?"),
        [OneOf(N_("Kies hoe het ging."))],
        validate_choice=False,
        choices=[SelectChoice(one.value, words) for one, words in OUTCOME_WORDS.items()],
    )
    organisation = StringField(N_("Naar welke organisatie?"), [AtMost(ORGANISATION_MAX)], filters=[line_filter])
    more = StringField(N_("Wil je er iets bij schrijven?"), [AtMost(REASON_MAX)], filters=[line_filter])

    def validate_organisation(self, field: StringField) -> None:
        """Ask for a name only when somebody was sent there."""
        if self.outcome.data == Outcome.REFERRED and not field.data:
            raise ValidationError(N_("Schrijf op naar welke organisatie je de bewoner hebt doorverwezen."))

    def command(self) -> Told:
        """Return how it went; the name of the organisation is part of the words."""
        outcome = Outcome(self.outcome.data)
        where = (self.organisation.data or "") if outcome is Outcome.REFERRED else ""
        return Told(outcome, where, self.words(". ".join(filter(None, [where, self.more.data]))))


def _days() -> RadioField:
    return RadioField(
        N_("Hoeveel werkdagen krijgt de bewoner?"),
        [OneOf(N_("Kies hoeveel werkdagen de bewoner krijgt."))],
        validate_choice=False,
        default=str(ASK_DAYS[1]),
        choices=[SelectChoice(str(days), N_("{days} werkdagen").format(days=days)) for days in ASK_DAYS],
    )


class QuestionForm(DeskForm):
    """A question to the resident, with a deadline."""

    under = "vraag-"
    text = TextAreaField(
        N_("Je vraag aan de bewoner"),
        [Filled(N_("Schrijf op wat je wilt weten.")), AtMost(ASK_MAX)],
        filters=[text_filter],
    )
    days = _days()

    def command(self) -> Asking:
        """Return what is asked."""
        return Asking(self.text.data or "", int(self.days.data), self.words("").once)


class ProposalForm(DeskForm):
    """A post for the resident to say yes to."""

    under = "voorstel-"
    category = SelectField(
        N_("Soort hulp"),
        validate_choice=False,
        default="",
        choices=[SelectChoice("", N_("Kies")), *(SelectChoice(one.code, one.label) for one in CATEGORIES.values())],
    )
    title = StringField(
        N_("Korte titel"), [Filled(N_("Vul een korte titel in.")), AtMost(TITLE_MAX)], filters=[line_filter]
    )
    body = TextAreaField(
        N_("Het bericht"),
        [Filled(N_("Schrijf op wat een buur kan doen.")), AtMost(BODY_MAX)],
        filters=[text_filter],
    )
    days = _days()

    def validate_category(self, field: SelectField) -> None:
        """Refuse no kind of help: the empty line is a line of the list too."""
        if field.data not in CATEGORIES:
            raise ValidationError(N_("Kies een soort hulp."))

    def command(self) -> Proposing:
        """Return what is proposed."""
        return Proposing(
            self.category.data, self.title.data or "", self.body.data or "", int(self.days.data), self.words("").once
        )


class LeaveForm(Form):
    """Until when somebody is away; today is the first day."""

    last = Day(N_("Tot en met welke dag ben je weg?"))

    def __init__(self, now: datetime, **given: Any):
        super().__init__(**given)
        self.today: date = local(now).date()

    def validate_last(self, field: Day) -> None:
        """Refuse no day, a day that was, or a leave without an end, in our own words."""
        if field.data is None:
            raise ValidationError(N_("Kies de laatste dag dat je weg bent."))
        if not self.today <= field.data <= self.today + AWAY_MAX:
            raise ValidationError(N_("Kies vandaag of een dag in het komende jaar."))

    def command(self, now: datetime) -> Leave:
        """Return the absence: from now on, and nobody in particular covers."""
        return leave(self.today, self.last.data or self.today, None, now)
