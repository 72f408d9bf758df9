"""What people fill in about a post. Each form yields clean answers; none changes anything."""

from b2b.posts.forms.offering import MoreKindsForm, OfferForm, TicksForm
from b2b.posts.forms.one import FULFILLED, CloseForm, EditForm
from b2b.posts.forms.placing import (
    CategoryForm,
    CheckForm,
    HelpersForm,
    PlaceForm,
    TaskForm,
    TermsForm,
    WordsForm,
)
from b2b.posts.forms.wording import WordingForm

__all__ = [
    "FULFILLED",
    "CategoryForm",
    "CheckForm",
    "CloseForm",
    "EditForm",
    "HelpersForm",
    "MoreKindsForm",
    "OfferForm",
    "PlaceForm",
    "TaskForm",
    "TermsForm",
    "TicksForm",
    "WordingForm",
    "WordsForm",
]
