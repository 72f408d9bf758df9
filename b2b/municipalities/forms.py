"""What a resident is asked about places: a postcode as a help, and the neighbourhood itself."""

from typing import Any

from wtforms import HiddenField, StringField, ValidationError

from b2b.core.words import N_
from b2b.municipalities.rules import pc4
from b2b.municipalities.snapshots import Hood, Places, Quarter
from b2b.web.forms import Form, line_filter


class PostcodeForm(Form):
    """Four digits of a postcode, or the whole; it only looks something up, so it travels in the address."""

    class Meta(Form.Meta):
        csrf = False

    postcode = StringField(N_("Je postcode"), filters=[line_filter])

    def __init__(self, places: Places, **kwargs: Any):
        super().__init__(**kwargs)
        self.places = places

    @property
    def digits(self) -> str:
        """The four digits that were typed."""
        return pc4(self.postcode.data or "") or ""

    @property
    def suggestion(self) -> Quarter | None:
        """The wijk that the postcode suggests."""
        return self.places.suggestion(self.digits)

    def validate_postcode(self, field: Any) -> None:
        """Refuse what is no postcode, and say so when it lies elsewhere."""
        if pc4(field.data or "") is None:
            raise ValidationError(N_("Vul de 4 cijfers van je postcode in. Bijvoorbeeld 3561."))
        if self.suggestion is None:
            raise ValidationError(N_("We kennen deze postcode hier niet. Kies je buurt in de lijst."))


class ChoiceForm(Form):
    """The neighbourhood of the button that was pressed, and where to go after it."""

    neighbourhood = HiddenField(id="buurt")
    next = HiddenField()

    def __init__(self, places: Places, **kwargs: Any):
        super().__init__(**kwargs)
        self.places = places

    @property
    def hood(self) -> Hood | None:
        """The chosen neighbourhood."""
        return self.places.by_slug.get(self.neighbourhood.data or "")

    def validate_neighbourhood(self, _field: Any) -> None:
        """Refuse a neighbourhood that is not (any more) on the map."""
        if self.hood is None:
            raise ValidationError(N_("Kies je buurt in de lijst."))
